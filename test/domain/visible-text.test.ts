import { describe, expect, test } from 'vitest'
import { troubleInText } from '../../shared/domain/visible-text.ts'
import { codePointName, showNothing, spoil } from '../support/odd-signs.ts'

const named = (codePoints: readonly number[]): readonly (readonly [string, string])[] =>
  codePoints.map((one) => [codePointName(one), String.fromCodePoint(one)])

describe('a text of what shows nothing is none (C23)', () => {
  test.each(named(showNothing))('%s alone, twice, and among blanks', (_, sign) => {
    for (const text of [sign, sign + sign, ` ${sign}　`]) expect(troubleInText(text)).not.toBeNull()
  })
})

describe('a sign that belongs into no text is found, with its place (C22, C23, attack 19)', () => {
  test.each(named(spoil.map(([one]) => one)))('%s in a name', (_, sign) =>
    expect(troubleInText(`架𠮷${sign}商店`)).toMatchObject({ codePoint: sign.codePointAt(0), place: 3 }),
  )

  test('every code point is either of a text, or found: none is taken for something else', () => {
    const passed = { letters: 0, spoiling: 0 }
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint += 1) {
      const sign = String.fromCodePoint(codePoint)
      const passes = troubleInText(`甲${sign}乙`) === null
      const belongs = /[\p{L}\p{N}\p{P}\p{S}\p{M}\p{Zs}]/u.test(sign)
      if (passes && belongs) passed.letters += 1
      if (passes && !belongs) passed.spoiling += 1
    }
    expect(passed.spoiling).toBe(0)
    expect(passed.letters).toBeGreaterThan(150_000)
  })
})

describe('a text as people write it stands', () => {
  test.each([
    '株式会社髙橋𠮷兵衛商店',
    '葛\u{e0100}城市',
    '神\ufe00社',
    '❤\ufe0f工房',
    'か\u3099くう',
    'セ\u309a',
    'Café de l’Étoile',
    'Cafe\u0301',
    '架空　商店',
    '架空\u00a0商店',
    'АВС株式会社',
    '⾼橋商店',
    'นิติบุคคล',
    'مؤسسة',
    '-',
    '〒',
    '𩸽',
    '①',
    '😀商店',
    'ﾊﾟｿｺﾝ㈱',
  ])('%s', (text) => expect(troubleInText(text)).toBeNull())
})

test.each([
  ['\u{e0100}', 1],
  ['甲\u{e0100}\u{e0101}', 3],
  ['甲　\ufe0f', 3],
  ['甲\u3164\ufe0f', 2],
])('a selector without a character of its own is found (%#)', (text, place) =>
  expect(troubleInText(text)).toMatchObject({ why: 'invisible', place }),
)
