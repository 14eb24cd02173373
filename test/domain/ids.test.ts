import { typeid } from 'typeid-js'
import { describe, expect, test } from 'vitest'
import {
  contractIdIn,
  ownSuffix,
  portfolioOf,
  portfolioOfContract,
  shardCount,
  shardOf,
  type PortfolioOwner,
} from '../../shared/domain/ids.ts'

const freshReseller = () => typeid('rsl').toString()
const freshSuffix = () => typeid('x').getSuffix()
const many = Array.from({ length: 16_000 }, () => contractIdIn(freshReseller(), freshSuffix()))

describe('a contract id', () => {
  test.each([
    ['an implementing entity', typeid('ent').toString()],
    ['a reseller', freshReseller()],
  ] as const)('of %s says whose portfolio it lies in, and keeps its own part', (_, owner: PortfolioOwner) => {
    const own = freshSuffix()
    const id = contractIdIn(owner, own)
    expect(id).toMatch(/^ctr_[0-9a-hjkmnp-tv-z]{12}[0-7][0-9a-hjkmnp-tv-z]{25}$/)
    expect(portfolioOfContract(id)).toBe(portfolioOf(owner))
    expect(owner.endsWith(portfolioOfContract(id))).toBe(true)
    expect(ownSuffix(id)).toBe(own)
  })

  test('names a portfolio no other owner has', () => {
    const portfolios = Array.from({ length: 1_000 }, () => portfolioOf(freshReseller()))
    expect(new Set(portfolios).size).toBe(1_000)
  })
})

describe('the shard of a contract', () => {
  test('is one of sixteen, and each takes its share', () => {
    const perShard = Array.from({ length: shardCount }, () => 0)
    for (const id of many) perShard[shardOf(id)] = (perShard[shardOf(id)] ?? 0) + 1
    expect(perShard).toHaveLength(16)
    // A thousand each on average; six standard deviations are under two hundred.
    expect(Math.min(...perShard)).toBeGreaterThan(800)
    expect(Math.max(...perShard)).toBeLessThan(1_200)
  })

  test('comes from the last character alone, two characters to a shard', () => {
    const last = Array.from('0123456789abcdefghjkmnpqrstvwxyz')
    const shards = last.map((character) => shardOf(`ctr_${'0'.repeat(37)}${character}`))
    expect(shards).toEqual([...Array(16).keys(), ...Array(16).keys()])
  })
})
