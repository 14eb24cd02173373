import { performance } from 'node:perf_hooks'
import { startEngine } from '../../functions/local/engine.ts'
import { tableOn } from '../../functions/local/table.ts'
import { figure } from '../support/figures.ts'
import { narrow, pagesOn, seedListings, wide } from '../support/finding-units.ts'

const sizes = [1_000, 10_000, 100_000]

/**
 * What the first two pages of each search cost among 1,000, 10,000 and 100,000 contracts. The first ones find sixty,
 * however many others there are, and must cost the same; the others find more the more there is.
 */
export const findingBench = async (): Promise<void> => {
  const engine = await startEngine({ endpoint: process.env['DYNAMODB_ENDPOINT'], folder: null })
  const table = await tableOn(engine.endpoint, 'bench')
  const pages = pagesOn(table)
  const told = new Map<string, string[]>()
  let seeded = 0
  for (const size of sizes) {
    const began = performance.now()
    await seedListings(table, seeded, size)
    seeded = size
    console.log(`${size} contracts listed, ${Math.round((performance.now() - began) / 1_000)} s`)
    for (const [name, asked] of Object.entries({ ...narrow, ...wide })) {
      const said = (await pages(asked)).map(({ requests, readUnits }) => `${requests} req ${readUnits} RCU`).join(' / ')
      told.set(name, [...(told.get(name) ?? []), said])
      figure(`finding among ${size}: ${name}`, said)
    }
  }
  const differing = Object.keys(narrow).filter((name) => new Set(told.get(name)).size > 1)
  for (const [name, said] of told) console.log(`${name}: ${said.join(' | ')}`)
  await engine.stop()
  if (differing.length > 0) throw new Error(`cost more among more: ${differing.join('、')}`)
}
