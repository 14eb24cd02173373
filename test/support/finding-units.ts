import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { yearsPartition } from '../../functions/adapters/dynamodb/keys.ts'
import { findInDynamoDb } from '../../functions/adapters/dynamodb/listings/find.ts'
import { listingRows, nameKeysOf } from '../../functions/adapters/dynamodb/listings/rows.ts'
import { transact } from '../../functions/adapters/dynamodb/transact.ts'
import type { Cost } from '../../functions/application/cost.ts'
import type { Criteria, Findable } from '../../shared/domain/contract/findable.ts'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { searchKeyOf } from '../../shared/domain/search-name.ts'
import { findable, nextEntity } from './findables.ts'
import { meterOn } from './meter.ts'

const years = ['2024', '2025', '2026']
const usualPrice = 632_800
/** A page as the API gives it. */
export const pageSize = 50
/** Contracts that are looked for: more than a page of them. */
export const wanted = 60

const two = (n: number): string => String(n).padStart(2, '0')
const dayOf = (n: number): string =>
  `${years[n % 3]}-${two(1 + (Math.floor(n / 3) % 12))}-${two(1 + (Math.floor(n / 36) % 28))}`
const entityId = nextEntity()

/** One of those looked for: in the summer of 2026, above the usual price, of a firm with a name of its own. */
const sought = (n: number): Findable =>
  findable(entityId, n, {
    signedOn: `2026-0${4 + (n % 6)}-${two(1 + (n % 28))}`,
    contractAmountExTaxYen: 700_000 + n * 1_000,
    name: `株式会社青葉${n}号`,
    smeId: '5000000000005',
  })

/** One of all the others: on the same days, at one and the same price just below, or with a name much like it. */
const other = (n: number): Findable =>
  findable(entityId, 1_000_000 + n, {
    signedOn: dayOf(n),
    contractAmountExTaxYen: n % 20 === 0 ? 2_000_000 + n : usualPrice,
    name: `株式会社青山${n}号`,
    smeId: String(6_000_000_000_000 + n),
  })

const rowsAtOnce = 98

/** Lists contracts straight by their rows: those looked for, and others up to a count. */
export const seedListings = async (table: Table, from: number, until: number): Promise<void> => {
  const contracts = [
    ...(from === 0 ? Array.from({ length: wanted }, (_, n) => sought(n)) : []),
    ...Array.from({ length: until - from }, (_, n) => other(from + n)),
  ]
  const rows = [
    ...years.map((year) => ({ pk: yearsPartition(entityId), sk: year, t: 'listedYear' })),
    ...contracts.flatMap((one) => listingRows(one, nameKeysOf(one))),
  ]
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < rows.length) {
      const some = rows.slice(next, (next += rowsAtOnce))
      const landed = await transact(table, (name) => some.map((Item) => ({ Put: { TableName: name, Item } })))
      if (landed.as !== 'written') throw new Error(landed.as)
    }
  }
  await Promise.all(Array.from({ length: 4 }, lane))
}

const summer = { signedFrom: plainDate('2026-04-01'), signedUntil: plainDate('2026-09-30') }
const above = { amountFrom: usualPrice + 1, amountUntil: 999_999 }
const party = { smeId: '5000000000005' }
const named = { nameKey: searchKeyOf('株式会社青葉') }

/** A name that everybody's begins with. */
const common = { nameKey: searchKeyOf('青') }

/** Every combination of the three, asked so that there are sixty to be found, whatever else there is. */
export const narrow: Readonly<Record<string, Criteria>> = {
  金額: above,
  法人番号: party,
  名称: named,
  '年月日・金額': { ...summer, ...above },
  '年月日・法人番号': { ...summer, ...party },
  '年月日・名称': { ...summer, ...named },
  '金額・法人番号': { ...above, ...party },
  '金額・名称': { ...above, ...named },
  'どんな金額でも・名称': { amountFrom: 1, ...named },
  '年月日・金額・法人番号': { ...summer, ...above, ...party },
  '年月日・金額・名称': { ...summer, ...above, ...named },
}

/** Searches that find more the more there is: only a page of it is read. */
export const wide: Readonly<Record<string, Criteria>> = {
  条件なし: {},
  年月日: summer,
  いつもの金額: { amountFrom: usualPrice, amountUntil: usualPrice },
  '年月日・いつもの金額': { ...summer, amountFrom: usualPrice, amountUntil: usualPrice },
  よくある名称: common,
  '金額・よくある名称': { ...above, ...common },
  '年月日・よくある名称': { ...summer, ...common },
}

/** What the first two pages of a search cost, and how many contracts they hold. */
export const pagesOn = (table: Table) => {
  const meter = meterOn(table)
  const find = findInDynamoDb(table)
  return async (asked: Criteria): Promise<readonly (Cost & { readonly found: number })[]> => {
    const pages: (Cost & { readonly found: number })[] = []
    let after: string | null = null
    do {
      meter.reset()
      const page: Awaited<ReturnType<typeof find>> = await find(entityId, asked, { limit: pageSize, after })
      pages.push({ ...meter.read(), found: page.items.length })
      after = page.next
    } while (after && pages.length < 2)
    return pages
  }
}
