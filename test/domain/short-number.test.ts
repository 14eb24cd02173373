import { typeid } from 'typeid-js'
import { describe, expect, test } from 'vitest'
import { numberOf } from '../../functions/audit/reading/ids.ts'
import { contractIdIn, type ContractId } from '../../shared/domain/ids.ts'
import { idOfNone, plainNumber, readShortNumber, shortNumberOf } from '../../shared/domain/short-number.ts'

const letters = '0123456789ACDEFGHJKMNPQRTVWXY'
const known = 'ctr_t4jgn7g3ykgc01m8ppzr91f68rt4jy17hws3w1' as ContractId
const some = Array.from({ length: 50 }, () => contractIdIn(typeid('rsl').toString(), typeid('x').getSuffix()))

describe('a short number', () => {
  test('of a contract is the same for ever: 5VWC-9JG3-13JY', () => {
    expect(shortNumberOf(known)).toBe('5VWC-9JG3-13JY')
  })

  test('has twelve characters of 29, and none of two that are taken for each other', () => {
    for (const id of some) expect(shortNumberOf(id)).toMatch(/^[0-9AC-HJKMNP-RTV-Y]{4}(?:-[0-9AC-HJKMNP-RTV-Y]{4}){2}$/)
    for (const pair of ['0O', '1I', '1L', '2Z', '5S', '8B', 'VU'])
      expect(Array.from(pair).filter((one) => letters.includes(one))).toHaveLength(1)
  })

  test('is the one that the checker works out by itself', () => {
    for (const id of some) expect(numberOf(id)).toBe(plainNumber(shortNumberOf(id)))
  })

  test('differs for 100,000 contracts of one moment', () => {
    const suffix = typeid('x').getSuffix().slice(0, 14)
    const ids = Array.from(
      { length: 100_000 },
      () => `ctr_${'0'.repeat(12)}${suffix}${typeid('x').getSuffix().slice(14)}`,
    )
    expect(new Set(ids.map((id) => shortNumberOf(id as ContractId))).size).toBe(100_000)
  })

  test('with any one character wrong is miswritten, each of 336 times', () => {
    const right = plainNumber(shortNumberOf(known))
    const wrong = Array.from(right).flatMap((one, place) =>
      Array.from(letters)
        .filter((other) => other !== one)
        .map((other) => right.slice(0, place) + other + right.slice(place + 1)),
    )
    expect(wrong).toHaveLength(336)
    for (const one of wrong) expect(readShortNumber(one)).toEqual({ as: 'miswritten' })
  })

  test('with any two characters in each other’s place is miswritten', () => {
    for (const id of some) {
      const right = Array.from(plainNumber(shortNumberOf(id)))
      for (let first = 0; first < 11; first += 1)
        for (let second = first + 1; second < 12; second += 1) {
          if (right[first] === right[second]) continue
          const moved = right
            .with(first, right[second] as string)
            .with(second, right[first] as string)
            .join('')
          expect(readShortNumber(moved)).toEqual({ as: 'miswritten' })
        }
    }
  })

  test.each([
    '5VWC-9JG3-13JY',
    '5vwc9jg313jy',
    ' 5VWC 9JG3 13JY ',
    '５ＶＷＣ－９ＪＧ３－１３ＪＹ',
    '５ｖｗｃー９ｊｇ３ー１３ｊｙ',
    '5VWC–9JG3—13JY',
    '5VWC−9JG3−I3JY',
    'SUWC-9JG3-l3JY',
  ])('is read however it is written: %s', (written) => {
    expect(readShortNumber(written)).toEqual({ as: 'number', number: '5VWC-9JG3-13JY' })
  })

  test.each(['', '5VWC-9JG3-13J', '5VWC-9JG3-13JYY', 'みなと食品', known])('is not read from %s', (written) => {
    expect(readShortNumber(written)).toEqual({ as: 'other' })
  })

  test('that no contract has stands for an id that none has, which shows as the number itself', () => {
    const number = shortNumberOf(known)
    expect(idOfNone(number)).toMatch(/^ctr_0{26}[0-9a-z]{12}$/)
    expect(shortNumberOf(idOfNone(number))).toBe(number)
  })
})
