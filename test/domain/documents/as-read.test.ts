import { describe, expect, test } from 'vitest'
import { contractDocument } from '../../../shared/domain/documents/contract-document.ts'
import { insuranceCover } from '../../../shared/domain/documents/insurance-cover.ts'
import { servingSheet } from '../../../shared/domain/documents/serving-sheet.ts'
import { signingCertificate } from '../../../shared/domain/documents/signing-certificate.ts'
import { takeoverNotice } from '../../../shared/domain/documents/takeover-notice.ts'
import { day, sha256, start } from '../given.ts'
import { markdown } from '../../standard/markdown.ts'
import { givenDisclosure, goingOn, ownPage, signature, takenOver } from './given.ts'

/** A value as someone reads it out: each name, and below it its texts one to a line. */
const readOut = (document: object): string =>
  Object.entries(document)
    .map(([name, value]) => [`## ${name}`, ...textsIn(value).map((text) => text || '-')].join('\n'))
    .join('\n\n')
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.values(value).flatMap(textsIn)
}

const about = { sha256: sha256('d'), madeAt: start }

/** What people read and sign, word by word, to be read here by whoever answers for the words. */
describe('as its reader gets it', () => {
  const page = 'https://musubi.example.jp/page.html'
  test.each<[string, () => object]>([
    ['contract', () => contractDocument(givenDisclosure(), about)],
    ['insurance-cover', () => insuranceCover(givenDisclosure(), about)],
    ['signing-certificate', () => signingCertificate(givenDisclosure(), signature)],
    [
      'takeover-notice',
      () => takeoverNotice(givenDisclosure(), { sha256: sha256('d'), since: start, knownOn: day('2026-09-30'), page }),
    ],
  ])('%s', async (name, document) => {
    await expect(`${readOut(document())}\n`).toMatchFileSnapshot(`as-read/${name}.md`)
  })

  test('who serves me now, while it is taken over and before', async () => {
    const both = [goingOn, takenOver].map((one) => markdown(servingSheet(one, ownPage)))
    await expect(`${both.join('\n\n')}\n`).toMatchFileSnapshot('as-read/serving.md')
  })
})
