import { describe, expect, test } from 'vitest'
import { searchKeyOf } from '../../shared/domain/search-name.ts'

describe('the key a name is looked for under', () => {
  test.each([
    ['株式会社髙橋商店', '高橋商店'],
    ['高橋商店株式会社', '高橋商店'],
    ['㈱髙橋商店', '高橋商店'],
    ['（株）高橋 商店', '高橋商店'],
    ['医療法人社団あおば会', 'アオバ会'],
    ['ｱｵﾊﾞ・クリニック', 'アオバクリニック'],
    ['特定非営利活動法人みどり', 'ミドリ'],
    ['ＡＢＣ Ltd', 'abcltd'],
    ['𠮷野家', '吉野家'],
    ['𩸽水産', '𩸽水産'],
    ['株式会社', ''],
    ['　', ''],
  ])('%s: %s', (name, key) => expect(searchKeyOf(name)).toBe(key))

  test('takes a legal form off once at each end, and leaves one in the middle', () => {
    expect(searchKeyOf('株式会社株式会社研究所')).toBe('株式会社研究所')
    expect(searchKeyOf('青葉株式会社研究所')).toBe('青葉株式会社研究所')
  })

  test('has at most sixty characters, each whole', () => {
    expect([...searchKeyOf('𩸽'.repeat(61))]).toEqual(Array.from({ length: 60 }, () => '𩸽'))
  })

  test('is its own key: what is typed and what is kept meet, however either was written', () => {
    for (const name of ['ぱぴぷ', 'ﾊﾟﾋﾟﾌﾟ', 'パピプ']) expect(searchKeyOf(name)).toBe(searchKeyOf(searchKeyOf(name)))
  })
})
