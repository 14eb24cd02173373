import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { tableOn } from '../../functions/local/table.ts'
import { figure } from '../support/figures.ts'
import { narrow, pagesOn, pageSize, seedListings, wanted, wide } from '../support/finding-units.ts'
import { extent } from '../support/extent.ts'

type Pages = Awaited<ReturnType<ReturnType<typeof pagesOn>>>

const few = extent(100, 300)
const many = 6 * few

describe('the cost of a page', () => {
  const [amongFew, amongMany] = [new Map<string, Pages>(), new Map<string, Pages>()]
  beforeAll(async () => {
    const table: Table = await tableOn(inject('endpoint'), `t-${randomUUID()}`)
    const pages = pagesOn(table)
    const measure = async (into: Map<string, Pages>) => {
      for (const [name, asked] of Object.entries({ ...narrow, ...wide })) into.set(name, await pages(asked))
    }
    await seedListings(table, 0, few)
    await measure(amongFew)
    await seedListings(table, few, many)
    await measure(amongMany)
  })

  test.each(Object.keys(narrow))('%s: is the same among six times as many contracts that are not found', (name) => {
    const pages = amongMany.get(name) ?? []
    expect(pages.map(({ found }) => found)).toEqual([pageSize, wanted - pageSize])
    expect(pages).toEqual(amongFew.get(name))
  })

  test.each(Object.keys(wide))('%s: stays within a few requests however many are found', (name) => {
    for (const { found, requests, readUnits } of amongMany.get(name) ?? []) {
      expect(found).toBeGreaterThan(0)
      expect(requests).toBeLessThanOrEqual(50)
      expect(readUnits).toBeLessThanOrEqual(45)
    }
  })

  test('is written down', () => {
    expect(amongMany.size).toBe(Object.keys({ ...narrow, ...wide }).length)
    for (const [name, pages] of amongMany)
      figure(
        `finding: ${name}`,
        pages.map(({ requests, readUnits }) => `${requests} requests ${readUnits} RCU`).join(', '),
      )
  })
})
