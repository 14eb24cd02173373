import { describe, expect, test } from 'vitest'
import { addressKeyOf, readPostalCode, wideAddress } from '../../shared/domain/postal-address.ts'
import { readReading } from '../../shared/domain/reading.ts'

describe('an address in Japan', () => {
  test.each([
    ['〒100-0001', '100-0001'],
    ['１００－０００１', '100-0001'],
    ['1000001', '100-0001'],
    ['〒 100 0001', '100-0001'],
    ['〒１００ー０００１', '100-0001'],
    ['100-001', null],
    ['10O-0001', null],
    ['', null],
  ])('%j has the postal code %j', (given, read) => expect(readPostalCode(given)).toBe(read))

  test.each([
    ['千代田1-2-3', '千代田１－２－３'],
    ['千代田１‐２–３', '千代田１－２－３'],
    ['ｶｽﾐｶﾞｾｷﾋﾞﾙ  3F', 'カスミガセキビル　３Ｆ'],
    ['センター北1ー2', 'センター北１－２'],
  ])('%j is written %j', (given, wide) => expect(wideAddress(given)).toBe(wide))

  test.each(['千代田１－２－３', '千代田一丁目2番3号', '千代田1丁目2番地3', '千代田1-2-3'])(
    '%j is compared as 東京都千代田1-2-3',
    (rest) => expect(addressKeyOf({ prefecture: '東京都', rest })).toBe('東京都千代田1-2-3'),
  )

  test.each([
    ['十二丁目', '東京都12'],
    ['二十丁目', '東京都20'],
    ['三十四番', '東京都34'],
  ])('%j is compared as %j', (rest, key) => expect(addressKeyOf({ prefecture: '東京都', rest })).toBe(key))
})

describe('a reading', () => {
  test.each([
    ['ヤマダ ショウテン', 'やまだ　しょうてん'],
    ['ﾔﾏﾀﾞ', 'やまだ'],
    ['すーぱー', 'すーぱー'],
    ['スーパ-', 'すーぱー'],
    ['ヴェール', 'ゔぇーる'],
    ['山田', null],
    ['ABC', null],
    ['', null],
    ['-', null],
  ])('%j is %j', (given, reading) => expect(readReading(given)).toBe(reading))
})
