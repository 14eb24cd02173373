import { describe, expect, test } from 'vitest'
import { charactersAtRisk, withCodePoints } from '../../shared/domain/characters-at-risk.ts'
import { taxedOnce, taxOnceYen } from '../../shared/domain/consumption-tax.ts'
import { maskedMail, maskedPhone } from '../../shared/domain/masked.ts'
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
  test('are those with a variation selector, each once, in order', () => {
    expect(charactersAtRisk('渡邉\u{e0102}と葛\u{e0100}、また邉\u{e0102}', '祇\u{fe00}園')).toEqual([
      '邉\u{e0102}',
      '葛\u{e0100}',
      '祇\u{fe00}',
    ])
    for (const edge of ['\u{fe00}', '\u{fe0f}', '\u{e0100}', '\u{e01ef}'])
      expect(charactersAtRisk(`字${edge}`)).toEqual([`字${edge}`])
    for (const beyond of ['\u{fdff}', '\u{fe10}', '\u{e01f0}', '髙﨑𠮷'])
      expect(charactersAtRisk(`字${beyond}`)).toEqual([])
  })

  test('are told with their code points, on the page and on paper', async () => {
    expect(withCodePoints('邉\u{e0102}')).toBe('「邉\u{e0102}」（U+9089 U+E0102）')
    const [document] = named('渡邉\u{e0102}商店')
    if (document?.kind !== 'contract-document') throw new Error('no contract')
    expect(document.glyphNote).toContain('U+9089 U+E0102')
    expect(await wordsOf(await pdfOf(document))).toContain('U+9089U+E0102')
    const [plain] = named('髙橋商店')
    expect(plain).toMatchObject({ glyphNote: null })
  })
})

describe('what is worked out for a document', () => {
  test('tax is worked out once on the sum, and a fraction of a yen is dropped', () => {
    expect(taxOnceYen([105, 105])).toBe(21)
    expect(taxOnceYen([109])).toBe(10)
    expect(taxOnceYen([110])).toBe(11)
    expect(taxOnceYen([11_054])).toBe(1_105)
    expect(taxOnceYen([1_009], 8)).toBe(80)
    expect(taxOnceYen([])).toBe(0)
    expect(taxedOnce([105, 104])).toEqual({ exTaxYen: 209, ratePercent: 10, taxYen: 20, inTaxYen: 229 })
  })

  test('of a phone four digits can be read, of an address the first character and the domain', () => {
    expect(maskedPhone('090-0000-1234')).toBe('*********1234')
    expect(maskedPhone('110')).toBe('110')
    expect(maskedMail('boss@sme.example.jp')).toBe('b***@sme.example.jp')
    expect(maskedMail('𠮷野@sme.example.jp')).toBe('𠮷***@sme.example.jp')
  })
})
