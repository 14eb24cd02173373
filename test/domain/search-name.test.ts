import { describe, expect, test } from 'vitest'
import { usualShape } from '../../shared/domain/kanji-variants.ts'
import { askedKeyOf, searchKeyOf } from '../../shared/domain/search-name.ts'

const finds = (asked: string, name: string): boolean => {
  const key = askedKeyOf(asked)
  return key !== '' && searchKeyOf(name).startsWith(key)
}

describe('the key a name is looked for under', () => {
  test.each([
    ['株式会社髙橋商店', '高橋商店'],
    ['高橋商店株式会社', '高橋商店'],
    ['㈱髙橋商店', '高橋商店'],
    ['㍿髙橋商店', '高橋商店'],
    ['（株）高橋 商店', '高橋商店'],
    ['医療法人社団あおば会', 'アオバ会'],
    ['ｱｵﾊﾞ・クリニック', 'アオバクリニツク'],
    ['特定非営利活動法人みどり', 'ミドリ'],
    ['ＡＢＣ Ltd', 'abcltd'],
    ['𠮷野家', '吉野家'],
    ['𩸽水産', '𩸽水産'],
    ['株式会社', ''],
    ['　', ''],
    ['\u{e0100}', ''],
  ])('%s: %s', (name, key) => expect(searchKeyOf(name)).toBe(key))

  test('takes a legal form off once at each end, and leaves one in the middle', () => {
    expect(searchKeyOf('株式会社株式会社研究所')).toBe('株式会社研究所')
    expect(searchKeyOf('青葉株式会社研究所')).toBe('青葉株式会社研究所')
  })

  test('has at most sixty characters, each whole', () => {
    expect([...searchKeyOf('𩸽'.repeat(61))]).toEqual(Array.from({ length: 60 }, () => '𩸽'))
  })
})

/** Names of one firm, as people write it: each finds all others. */
const sameFirm: readonly (readonly string[])[] = [
  ['ぱぴぷ', 'ﾊﾟﾋﾟﾌﾟ', 'パピプ', 'ハ\u309aヒ\u309aフ\u309a', 'ハ゜ヒ゜フ゜'],
  ['がくう', 'か\u3099くう', 'か゛くう', 'ｶﾞｸｳ', 'カ゛クウ'],
  [
    'カクウセンター',
    'カクウセンタ－',
    'カクウセンタ―',
    'カクウセンタ−',
    'カクウセンタ‐',
    'カクウセンタ—',
    'カクウセンタ一',
    'ｶｸｳｾﾝﾀｰ',
    'カクウセンタ-',
  ],
  ['キャクウ', 'キヤクウ', 'きゃくう', 'ｷｬｸｳ'],
  ['シャク・フーズ', 'シヤクフ－ズ', 'シャク フーズ', 'シャク·フーズ', 'シャク•フーズ'],
  ['架空ヶ丘', '架空ケ丘', '架空が丘', '架空ガ丘', '架空か丘', '架空ヵ丘', '架空ｹ丘'],
  ['霞が関商会', '霞ヶ関商会', '霞ケ關商會'],
  ['3ヶ月堂', '３カ月堂', '3か月堂'],
  ['架空‐テック', '架空ーテック', '架空-テック', '架空－テック'],
  ['kaku&co.', 'Ｋａｋｕ＆Ｃｏ．', 'KAKU & CO.'],
  ['架空〜商会', '架空～商会', '架空~商会'],
  ['架空‖商会', '架空∥商会'],
  ['架空‾商会', '架空￣商会'],
  ["O'Kaku", 'O’Kaku', 'o＇kaku', 'O‘Kaku'],
  ['髙橋', '高橋'],
  ['山﨑', '山崎', '山嵜'],
  ['渡邊', '渡邉', '渡辺', '渡邉\u{e0101}'],
  ['齋藤', '斎藤'],
  ['齊藤', '斉藤'],
  ['澤田', '沢田'],
  ['廣島', '広嶋', '広嶌'],
  ['葛\u{e0100}城', '葛城', '葛\ufe00城'],
  ['神\ufe00社', '神社', '神社'],
  ['架\u00ad空', '架空', '架\u200b空'],
  ['⾼橋', '高橋'],
  ['佐々木', '佐佐木'],
  ['濵田', '濱田', '浜田'],
  ['鐵工所', '鉄工所', '鐡工所'],
  ['學校', '学校'],
  ['(一社)かくう', '一般社団法人かくう', 'かくう一般社団法人', '（一社）かくう', '〔一社〕かくう'],
  ['(医)かくう', '医療法人かくう', '医療法人社団かくう', '（医社）かくう'],
  ['税理士法人かくう', 'かくう税理士法人', '(税)かくう', 'かくう'],
  ['農事組合法人かくう', '(農)かくう'],
  ['監査法人かくう', 'かくう監査法人'],
  ['(特非)かくう', 'NPO法人かくう', '特定非営利活動法人かくう'],
  ['社会福祉法人かくう', '（福）かくう', '(社福)かくう'],
  ['株式會社かくう', '株式会社かくう', '㈱かくう', 'かくう(株)', '【株】かくう'],
  ['司法書士法人かくう', '(司)かくう'],
]

describe('every writing of a name finds it by every other (C12, C13, C15)', () => {
  test.each(sameFirm.map((names) => [names[0] ?? '', names] as const))('%s', (_, names) => {
    const missed = names.flatMap((asked) => names.filter((name) => !finds(asked, name)).map((name) => [asked, name]))
    expect(missed).toEqual([])
  })

  test('and any beginning of it finds what begins so', () => {
    const missed = sameFirm.flat().flatMap((name) => {
      const plain = searchKeyOf(name)
      const starts = Array.from(plain, (_, index) =>
        Array.from(plain)
          .slice(0, index + 1)
          .join(''),
      )
      return starts.filter((start) => !finds(start, name)).map((start) => [start, name])
    })
    expect(missed).toEqual([])
  })

  test.each([
    ['霞が', '霞ヶ関商会'],
    ['霞ヶ', '霞が関商会'],
    ['霞ケ', '霞ヶ関商会'],
    ['架空が', '架空がらす'],
    ['架空カ', '架空カメラ'],
    ['サ', 'サービス一番'],
    ['サービス一', 'サービス一番'],
    ['佐', '佐々木'],
  ])('%s finds %s', (asked, name) => expect(finds(asked, name)).toBe(true))
})

describe('names of others are not found', () => {
  test.each([
    ['斎藤商店', '斉藤商店'],
    ['架空ガラス', '架空カラス'],
    ['東京ガス', '東京カス'],
    ['架空ガス', '架空ケス'],
    ['センター', 'センタア'],
    ['かくう', 'がくう'],
    ['ハハ', 'ババ'],
    ['ヒカリ', 'ビカリ'],
    ['一番館', 'ー番館'],
    ['架空一', '架空ー'],
    ['高橋', '高梁堂'],
    ['架空丘', '架空ヶ丘'],
    ['ケ丘', 'が丘'],
    ['株式会社青葉研究所', '青葉株式会社研究所'],
    ['АВС', 'ABC'],
    ['コクウ', 'カクウ'],
    ['土井', '土居'],
    ['大坂', '大阪'],
    ['中嶋', '中山'],
    ['杉山', '椙山'],
  ])('%s does not find %s', (asked, name) => expect(finds(asked, name)).toBe(false))
})

describe('a kanji and its other shapes', () => {
  test.each(['高髙', '辺邊', '辺邉', '竜龍', '鉄鐵', '剣劒', '広廣'])('%s are one', ([kept = '', other = '']) => {
    expect([usualShape(kept), usualShape(other)]).toEqual([kept, kept])
  })
})
