import { describe, expect, test } from 'vitest'
import { digest } from '../../functions/adapters/canonical.ts'
import { figure } from '../support/figures.ts'
import { documentsOf, givenDisclosure, pdfOf } from './given.ts'
import { objectsIn, opened } from './reading.ts'

/** What a document of ours never holds: something to run, to open, to send or to carry along. */
const never = /\/(JS|JavaScript|AA|OpenAction|Launch|EmbeddedFiles?|SubmitForm|ImportData|RichMedia|URI|GoToR)\b/

type Node = { readonly role?: string; readonly children?: readonly Node[] }
const rolesIn = ({ role, children = [] }: Node): readonly string[] => [
  ...(role ? [role] : []),
  ...children.flatMap(rolesIn),
]

describe.each(documentsOf(givenDisclosure()).map((document) => [document.kind, document] as const))(
  '%s',
  (_, document) => {
    test('is a PDF/A-2a with a title, a language and a date of its own', async () => {
      const pdf = await pdfOf(document)
      const objects = objectsIn(pdf)
      expect(objects).toContain('<pdfaid:part>2</pdfaid:part>')
      expect(objects).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
      expect(objects).toMatch(/\/Lang\s*\(ja(-JP)?\)/)
      expect(objects).toMatch(/\/Marked true/)
      const { info } = await (await opened(pdf)).getMetadata()
      expect(info).toMatchObject({ Title: `${document.heading} ${document.title}` })
      const [day] = document.madeAt.split('T')
      expect((info as { CreationDate: string }).CreationDate).toContain(day?.replaceAll('-', '') ?? '')
    })

    test('says to a screen reader what is a heading and what is a table', async () => {
      const opening = await opened(await pdfOf(document))
      const roles: string[] = []
      for (let n = 1; n <= opening.numPages; n += 1)
        roles.push(...rolesIn((await (await opening.getPage(n)).getStructTree()) as Node))
      expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TR', 'TD']))
    })

    test('holds nothing to run, to open or to carry', async () => {
      expect(objectsIn(await pdfOf(document))).not.toMatch(never)
    })

    test('is printed in time', async () => {
      await pdfOf(document)
      const texts = ['一', '二', '三', '四', '五']
      const before = performance.now()
      for (const n of texts) await pdfOf({ ...document, title: `${document.title}${n}` })
      const each = Math.round((performance.now() - before) / texts.length)
      figure(`print: ${document.kind} ms`, each)
      expect(each).toBeLessThan(1_000)
    })
  },
)

test('the hash in the footer is the hash of the text that was signed', () => {
  const disclosure = givenDisclosure()
  for (const { fingerprint } of documentsOf(disclosure)) expect(fingerprint.sha256).toBe(digest(disclosure))
})
