import countries from 'i18n-iso-countries'
import { describe, expect, test } from 'vitest'
import { isCountryCode, prefectures } from '../../shared/domain/places.ts'

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const everyPair = letters.flatMap((a) => letters.map((b) => `${a}${b}`))

const regions = {
  北海道: ['北海道'],
  東北: ['青森県', '岩手県', '宮城県', '秋田県', '山形県', '福島県'],
  関東: ['茨城県', '栃木県', '群馬県', '埼玉県', '千葉県', '東京都', '神奈川県'],
  中部: ['新潟県', '富山県', '石川県', '福井県', '山梨県', '長野県', '岐阜県', '静岡県', '愛知県'],
  近畿: ['三重県', '滋賀県', '京都府', '大阪府', '兵庫県', '奈良県', '和歌山県'],
  中国: ['鳥取県', '島根県', '岡山県', '広島県', '山口県'],
  四国: ['徳島県', '香川県', '愛媛県', '高知県'],
  九州: ['福岡県', '佐賀県', '長崎県', '熊本県', '大分県', '宮崎県', '鹿児島県', '沖縄県'],
}

describe('countries', () => {
  test('are the 249 codes that ISO 3166-1 assigns, and no other pair of letters', () => {
    // XK is a code that users assign themselves, for Kosovo. The library lists it; ISO does not.
    const assigned = Object.keys(countries.getAlpha2Codes()).filter((code) => code !== 'XK')
    expect(assigned).toHaveLength(249)
    expect(everyPair.filter(isCountryCode)).toEqual(assigned.toSorted())
  })

  test.each(['', 'J', 'JPN', 'jp', 'Jp', 'JP ', ' JP', 'JP AD', '日本', '392'])('%j is none', (text) =>
    expect(isCountryCode(text)).toBe(false),
  )
})

describe('prefectures', () => {
  test('are 47, each once', () => expect(new Set(prefectures).size).toBe(47))
  test('are written as in addresses', () => {
    const others = prefectures.filter((name) => !name.endsWith('県'))
    expect(others).toEqual(['北海道', '東京都', '京都府', '大阪府'])
  })
  test('run from north to south, region by region', () => expect(prefectures).toEqual(Object.values(regions).flat()))
})
