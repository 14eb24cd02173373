import { describe, expect, test } from 'vitest'
import { nearestOf } from '../../shared/domain/as-written/nearest.ts'
import { prefectures } from '../../shared/domain/places.ts'

describe('the name that was most likely meant', () => {
  test.each([
    ['東京', '東京都'],
    ['京都', '京都府'],
    ['大坂府', '大阪府'],
    ['北海', '北海道'],
    ['東京都千代田区', '東京都'],
    ['神奈川', '神奈川県'],
    ['', undefined],
    ['江戸', undefined],
  ])('for 「%s」 is %s', (given, name) => expect(nearestOf(given, prefectures)).toBe(name))

  test.each([
    ['月額（税抜）', '月額(税抜)'],
    ['月額(税込)', '月額(税抜)'],
    ['契約年月日', '契約日'],
    ['備考', undefined],
  ])('of a column 「%s」 is %s', (given, name) =>
    expect(nearestOf(given, ['月額(税抜)', '初期費用(税抜)', '契約日', '契約年数', '法人番号'])).toBe(name),
  )
})
