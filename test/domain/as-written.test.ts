import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAsWritten } from '../../shared/domain/as-written/days.ts'
import { amountAsWritten } from '../../shared/domain/as-written/numbers.ts'
import { daysAfter, plainDate } from '../../shared/domain/plain-date.ts'

// The browser's own module, as it would load it.
const inConsole: any = await import(new URL('../../web/console/as-written.js', import.meta.url).href)

/** What each room makes of a text: the value, or the words of the refusal. */
const both = (text: string) => {
  const told = (read: any) => (read.ok ? read.value : { no: read.refusal?.ja ?? read.why })
  return {
    day: [told(dayAsWritten(text)), told(inConsole.dayAsWritten(text))],
    amount: [told(amountAsWritten(text)), told(inConsole.amountAsWritten(text))],
  }
}

const days: readonly (readonly [text: string, day: string])[] = [
  ['2026-06-01', '2026-06-01'],
  ['2026/6/1', '2026-06-01'],
  ['2026/06/01', '2026-06-01'],
  ['2026.6.1', '2026-06-01'],
  ['2026-6-1', '2026-06-01'],
  ['20260601', '2026-06-01'],
  ['2026年6月1日', '2026-06-01'],
  ['2026年06月01日', '2026-06-01'],
  ['２０２６年６月１日', '2026-06-01'],
  ['２０２６／６／１', '2026-06-01'],
  ['２０２６－０６－０１', '2026-06-01'],
  ['2026−06−01', '2026-06-01'],
  ['2026ー6ー1', '2026-06-01'],
  ['2026年 6月 1日', '2026-06-01'],
  ['2026/ 6/ 1', '2026-06-01'],
  ['　2026-06-01　', '2026-06-01'],
  ['2026-06-01\u00a0', '2026-06-01'],
  ['2026/06/01 0:00', '2026-06-01'],
  ['2026/6/1 00:00:00', '2026-06-01'],
  ['2026-06-01T00:00:00', '2026-06-01'],
  ['2026-06-01T00:00:00+09:00', '2026-06-01'],
  ['2026年6月1日 0時0分', '2026-06-01'],
  ['2026年6月1日0時00分00秒', '2026-06-01'],
  ['2026/6/1(月)', '2026-06-01'],
  ['2026年6月1日（月）', '2026-06-01'],
  ['2026年6月1日 月曜日', '2026-06-01'],
  ['西暦2026年6月1日', '2026-06-01'],
  ['令和8年6月1日', '2026-06-01'],
  ['令和８年６月１日', '2026-06-01'],
  ['令和 8年 6月 1日', '2026-06-01'],
  ['令和8/6/1', '2026-06-01'],
  ['令8.6.1', '2026-06-01'],
  ['㋿8年6月1日', '2026-06-01'],
  ['R8.6.1', '2026-06-01'],
  ['Ｒ8.6.1', '2026-06-01'],
  ['r08/06/01', '2026-06-01'],
  ['R8-6-1', '2026-06-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['R1.5.1', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['平成元年1月8日', '1989-01-08'],
  ['H30.12.31', '2018-12-31'],
  ['昭和64年1月7日', '1989-01-07'],
  ['S50.4.1', '1975-04-01'],
  ['2028/2/29', '2028-02-29'],
]

const noDays: readonly (readonly [text: string, says: string])[] = [
  ['', '日付がありません'],
  ['　', '日付がありません'],
  ['46174', 'シリアル値'],
  ['46174.5', 'シリアル値'],
  ['６１７４６', 'シリアル値'],
  ['6/1/2026', '月と日のどちらが先か'],
  ['01-06-2026', '月と日のどちらが先か'],
  ['26/6/1', 'どの年か'],
  ['26年6月1日', 'どの年か'],
  ['8.6.1', 'どの年か'],
  ['6月1日', '年がありません'],
  ['6/1', '年がありません'],
  ['2026年6月', '日がありません'],
  ['2026/6', '日がありません'],
  ['2026/13/1', '13月はありません'],
  ['2026/0/1', '0月はありません'],
  ['2026-02-30', '2月は28日まで'],
  ['2028-02-30', '2月は29日まで'],
  ['20260230', '2月は28日まで'],
  ['2026/6/0', '6月は30日まで'],
  ['令和99年6月1日', '令和の期間'],
  ['令和0年6月1日', '令和の期間'],
  ['平成32年4月1日', '平成の期間'],
  ['平成31年5月1日', '平成の期間'],
  ['昭和64年1月8日', '昭和の期間'],
  ['R8.2.30', '2月は28日まで'],
  ['1899-12-31', '1900年から2199年まで'],
  ['2200-01-01', '1900年から2199年まで'],
  ['2026/6/1 10:30', '時刻'],
  ['2026-06-01T00:00:00Z', '時刻'],
  ['2026/6/10:00', '時刻'],
  ['2026年6月1日9時', '時刻'],
  ['2026/6/1(火)', '曜日が合いません'],
  ['2.0260601E+07', '指数'],
  ['########', '列の幅'],
  ['#VALUE!', '計算の誤り'],
  ['2026-06/01', '読めません'],
  ['1-Jun-26', '読めません'],
  ['来月1日', '読めません'],
  ['2026-06-01\u200b', 'U+200B'],
  ['②⓪②⑥/6/1', '読めません'],
]

const amounts: readonly (readonly [text: string, yen: number])[] = [
  ['100000', 100_000],
  ['100,000', 100_000],
  ['１００，０００', 100_000],
  ['１０００００', 100_000],
  ['100、000', 100_000],
  ['¥100000', 100_000],
  ['￥100,000', 100_000],
  ['\\100,000', 100_000],
  ['¥ 100,000 ', 100_000],
  ['100000円', 100_000],
  ['100,000 円', 100_000],
  ['¥100,000円', 100_000],
  [' 100000', 100_000],
  ['100000.0', 100_000],
  ['9800.00', 9_800],
  ['1,234,567', 1_234_567],
  ['0', 0],
  ['007', 7],
]

const noAmounts: readonly (readonly [text: string, says: string])[] = [
  ['', '数がありません'],
  ['-1', '負の数'],
  ['-0', '負の数'],
  ['－100', '負の数'],
  ['△100000', '負の数'],
  ['▲1,000', '負の数'],
  ['(100,000)', '負の数'],
  ['¥-100', '負の数'],
  ['-¥100', '負の数'],
  ['100-', '負の数'],
  ['100.000', '小数点か桁の区切りか'],
  ['9.800', '小数点か桁の区切りか'],
  ['100000.5', '端数'],
  ['10,00', '3桁ごとの区切りではありません'],
  ['1,0000', '3桁ごとの区切りではありません'],
  ['1.0E+05', '指数'],
  ['1e5', '指数'],
  ['10万円', '「万」'],
  ['十万', '読めません'],
  ['10²', '読めません'],
  ['①00', '読めません'],
  ['½', '読めません'],
  ['+5', '読めません'],
  ['100 000', '読めません'],
  ['$100', '読めません'],
  ['100,000（税込）', '読めません'],
  ['1234567890123456', '桁が多すぎます'],
  ['####', '列の幅'],
]

describe('days and amounts as people write them mean one thing, in a book and in the console alike', () => {
  test.each(days)('「%s」 is %s (C04)', (text, day) => expect(both(text).day).toEqual([day, day]))
  test.each(noDays)('「%s」 is no day, and is told as: %s (C04)', (text, says) => {
    const [read, shown] = both(text).day as any
    expect(read.no).toContain(says)
    expect(shown).toEqual(read)
  })
  test.each(amounts)('「%s」 is %i yen (C07)', (text, yen) => expect(both(text).amount).toEqual([yen, yen]))
  test.each(noAmounts)('「%s」 is no amount, and is told as: %s (C07)', (text, says) => {
    const [read, shown] = both(text).amount as any
    expect(read.no).toContain(says)
    expect(shown).toEqual(read)
  })

  test('every day from 1989 to 2060 reads the same in every form', () => {
    const eraOf = (day: string) =>
      day >= '2019-05-01' ? ['令和', 'R', 2018] : day >= '1989-01-08' ? ['平成', 'H', 1988] : ['昭和', 'S', 1925]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 26_000 }), (n) => {
        const day = daysAfter(plainDate('1989-01-01'), n)
        const [y, m, d] = day.split('-').map(Number) as [number, number, number]
        const [name, letter, before] = eraOf(day) as [string, string, number]
        for (const form of [
          day,
          `${y}/${m}/${d}`,
          `${y}年${m}月${d}日`,
          `${y}.${m}.${d} 0:00`,
          day.replaceAll('-', ''),
          `${name}${y - before}年${m}月${d}日`,
          `${letter}${y - before}.${m}.${d}`,
        ])
          expect(both(form).day, form).toEqual([day, day])
      }),
    )
  })

  test('every amount reads the same in every form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (yen) => {
        const grouped = yen.toLocaleString('ja-JP')
        for (const form of [`${yen}`, grouped, `¥${grouped}`, `${grouped}円`, ` ${yen}.0`])
          expect(both(form).amount, form).toEqual([yen, yen])
      }),
    )
  })

  test('whatever is written, the console takes it for what a book does', () => {
    const signs = [...'0123456789012345-/.年月日令和平成RHS元 　,，円¥￥()月火:T△eE+#万　']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 14 }), (all) => {
        const { day, amount } = both(all.join(''))
        expect(day[1]).toEqual(day[0])
        expect(amount[1]).toEqual(amount[0])
      }),
      { numRuns: 3_000 },
    )
  })
})
