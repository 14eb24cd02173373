import { describe, expect, test } from 'vitest'
import { sme } from '../domain/contract/given-disclosure.ts'
import { documentsOf, givenDisclosure, pdfOf, printing } from './given.ts'
import { tight, wordsOf } from './reading.ts'

const named = (name: string) => documentsOf(givenDisclosure({ sme: { ...sme, name } }))

describe('names are drawn as they were given', () => {
  test.each(['髙﨑𠮷兵衛', '㈲神\u{fa19}社ｱﾙﾌｧｰﾄ', '葛\u{e0100}飾', '𩸽と㋿', 'Ｎｅｘｔ　①', 'Zoë & Søn'])(
    '%s',
    async (name) => {
      for (const document of named(name)) expect(await wordsOf(await pdfOf(document))).toContain(tight(name))
    },
  )

  test('what no font of ours can draw is named, each character once, and nothing is printed', async () => {
    for (const document of named('简体한국商店简😀')) {
      expect(await printing.print(document)).toEqual({ ok: false, missingGlyphs: ['简', '한', '국', '😀'] })
    }
    const [document] = named('a\u0001b')
    if (!document) throw new Error('no document')
    expect(await printing.print(document)).toEqual({ ok: false, missingGlyphs: ['\u0001'] })
  })

  test('a refusal leaves the printer as it was', async () => {
    const [good] = named('髙橋商店')
    const [bad] = named('😀')
    if (!good || !bad) throw new Error('no document')
    const before = await pdfOf(good)
    await printing.print(bad)
    expect(await pdfOf(good)).toEqual(before)
  })
})

describe('characters that may be drawn as their base form', () => {
  test('are told with their code points, on the page and on paper', async () => {
    const [document] = named('渡邉\u{e0102}商店')
    if (document?.kind !== 'contract-document') throw new Error('no contract')
    expect(document.glyphNote).toContain('U+9089 U+E0102')
    expect(await wordsOf(await pdfOf(document))).toContain('U+9089U+E0102')
    const [plain] = named('髙橋商店')
    expect(plain).toMatchObject({ glyphNote: null })
  })
})
