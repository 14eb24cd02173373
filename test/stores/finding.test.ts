import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { tableOn } from '../../functions/local/table.ts'
import type { Criteria, Findable } from '../../shared/domain/contract/findable.ts'
import type { Scope } from '../../functions/ports/listings.ts'
import { searchKeyOf } from '../../shared/domain/search-name.ts'
import { addToFigure } from '../support/figures.ts'
import { findable, nextEntity, resellerOf } from '../support/findables.ts'
import { newHouse } from '../support/house.ts'

// Listings alone, without the contracts they would be of: nothing for the checker to look into.
const house = await newHouse({ table: await tableOn(inject('endpoint'), `t-${randomUUID()}`) })

const list = (one: Findable, version = 1) =>
  house.deps.listings.list({ contractId: one.contractId, version, findable: one })

/** Every page of a search, as it comes; each may be asked for in another size than the one before. */
const pagesOf = async (
  scope: Scope,
  asked: Criteria,
  limits: readonly number[],
): Promise<readonly (readonly Findable[])[]> => {
  const pages: (readonly Findable[])[] = []
  let after: string | null = null
  do {
    const limit = limits[pages.length % limits.length] ?? 1
    const page: { items: readonly Findable[]; next: string | null } = await house.deps.listings.find(scope, asked, {
      limit,
      after,
    })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    pages.push(page.items)
    after = page.next
  } while (after)
  return pages
}
const ids = (found: readonly Findable[]) => found.map(({ contractId }) => contractId).sort()

// Few values of each kind, so that contracts meet on days, amounts and names, and bounds fall on them.
const day = fc.constantFrom(
  '2024-12-31',
  '2025-01-01',
  '2025-01-02',
  '2026-02-28',
  '2026-03-01',
  '2026-03-31',
  '2026-10-01',
)
const amount = fc.constantFrom(0, 9, 10, 99_999, 100_000, 632_800, 632_801, 1_000_000, 120_000_000_000_000)
const name = fc.constantFrom(
  '株式会社アオイ',
  'あおい商店',
  'ｱｵｲ',
  '髙橋商店',
  '有限会社高橋',
  '𩸽水産',
  '𩸽',
  'ﾊﾟﾝ屋',
  '~',
  'A#1',
  // By bytes the first comes last, by UTF-16 it does not.
  'ア𩸽',
  'ア﨎',
)
const sme = fc.constantFrom('1000000000001', '2000000000002', '3000000000003')
const contract = fc.record({ signedOn: day, contractAmountExTaxYen: amount, name, smeId: sme, held: fc.boolean() })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const asked = fc.record({
  signedFrom: maybe(day),
  signedUntil: maybe(day),
  amountFrom: maybe(amount),
  amountUntil: maybe(amount),
  smeId: maybe(sme),
  name: maybe(fc.constantFrom('ア', 'あ', 'アオイ', 'あお', '髙', '株式会社高橋商', '𩸽', '𩸽水', 'パ', '~', 'a#')),
})

describe('whatever is asked for', () => {
  test('is found, all of it and nothing else, newest day first and each once, on pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(contract, { minLength: 8, maxLength: 25 }),
        fc.array(fc.tuple(asked, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 })), {
          minLength: 12,
          maxLength: 12,
        }),
        async (given, searches) => {
          const entityId = nextEntity()
          const holder = resellerOf(Number(entityId.slice(-11)))
          const all = given.map(({ held, ...more }, n) =>
            findable(entityId, n, { ...more, ...(held ? { holder } : {}) }),
          )
          for (const one of all) expect(await list(one)).toBe(true)
          for (const [{ name: part, ...rest }, limits] of searches) {
            for (const scope of [entityId, holder]) {
              const key = part === undefined ? undefined : searchKeyOf(part)
              const pages = await pagesOf(scope, { ...rest, nameKey: key } as Criteria, limits)
              const found = pages.flat()
              const due = all.filter(
                (one) =>
                  (scope === entityId || one.holder === holder) &&
                  one.signedOn >= (rest.signedFrom ?? '0') &&
                  one.signedOn <= (rest.signedUntil ?? '9') &&
                  one.contractAmountExTaxYen >= (rest.amountFrom ?? 0) &&
                  one.contractAmountExTaxYen <= (rest.amountUntil ?? Infinity) &&
                  (rest.smeId === undefined || one.smeId === rest.smeId) &&
                  (key === undefined || searchKeyOf(one.name).startsWith(key)),
              )
              expect(ids(found)).toEqual(ids(due))
              const days = found.map(({ signedOn }) => signedOn)
              expect(days).toEqual([...days].sort().reverse())
              addToFigure('finding: searches compared with a plain filter', 1)
            }
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  test('stands in the table’s own order, by bytes, whether it is read whole or in parts', async () => {
    const entityId = nextEntity()
    for (const [n, name] of ['ア﨎', 'ア𩸽', 'ア﨎', 'ア𩸽'].entries()) await list(findable(entityId, n, { name }))
    // The first page goes through the day's own listings, the second reads the year's whole.
    const pages = await pagesOf(entityId, { nameKey: 'ア' }, [3, 6])
    expect(pages.map((page) => page.map((one) => one.name))).toEqual([['ア𩸽', 'ア𩸽', 'ア﨎'], ['ア﨎']])
  })

  test('is looked for in vain at bounded cost where a name and an amount are both wide, and the search goes on', async () => {
    const entityId = nextEntity()
    for (let n = 0; n < 45; n += 1)
      await list(findable(entityId, n, { contractAmountExTaxYen: n === 0 ? 1 : 100 + n, name: `アオイ${n}` }))
    for (let n = 0; n < 45; n += 1)
      await list(findable(entityId, 100 + n, { contractAmountExTaxYen: 2, name: `ミドリ${n}` }))
    const pages = await pagesOf(entityId, { nameKey: 'アオイ', amountUntil: 2 }, [1])
    expect(pages.length).toBeGreaterThan(1)
    expect(ids(pages.flat())).toHaveLength(1)
  })
})
