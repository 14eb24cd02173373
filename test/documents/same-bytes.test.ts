import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { documentsOf, givenDisclosure, pdfOf, printing } from './given.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const hashes = async (): Promise<readonly string[]> => {
  const made: string[] = []
  for (const document of documentsOf(givenDisclosure())) made.push(sha256(await pdfOf(document)))
  return made
}

/** The same documents, printed by a process of its own. */
const hashesElsewhere = (): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['test/documents/print-elsewhere.ts'], {
      encoding: 'utf8',
      env: { TZ: 'America/Lima' },
    }),
  )

describe('the same document gives the same bytes', () => {
  test('however often it is printed, and in whatever process, zone and place', async () => {
    const first = await hashes()
    expect(new Set(first).size).toBe(5)
    expect(await hashes()).toEqual(first)
    expect(hashesElsewhere()).toEqual(first)
  })

  test('another letter, or another moment, gives others', async () => {
    const [document] = documentsOf(givenDisclosure())
    if (!document) throw new Error('no document')
    const one = sha256(await pdfOf(document))
    expect(sha256(await pdfOf({ ...document, title: `${document.title}。` }))).not.toBe(one)
    const later = await printing.print({ ...document, madeAt: '2026-10-01T00:00:01.000Z' as never })
    expect(later.ok && sha256(later.pdf)).not.toBe(one)
  })
})
