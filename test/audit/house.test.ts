import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { dumpOf, examine, filesIn, type Finding, type Row } from '../../functions/audit/examine.ts'
import { liveThrough } from './scenario/living.ts'
import { isProof } from '../support/extent.ts'

// In a push the same life is looked into by seeded.test.ts, before anything is seeded.
describe.runIf(isProof())('a house that has seen everything, and much of it', () => {
  let rows: readonly Row[]
  let findings: readonly Finding[]
  beforeAll(async () => {
    const house = await newHouse()
    await liveThrough(house, 120)
    rows = await dumpOf(inject('endpoint'), house.table.name)
    findings = examine(rows, filesIn(join(inject('vaults'), house.table.name)), { atRest: true })
  }, 300_000)

  test('keeps every invariant', () => {
    expect(findings.flatMap(({ violations }) => violations)).toEqual([])
  })

  test('gives every invariant something to examine', () => {
    for (const { invariant, says, examined } of findings) expect(examined, `${invariant} ${says.en}`).toBeGreaterThan(0)
    figure('checker: rows', rows.length)
    figure(
      'checker: things examined',
      findings.reduce((sum, { examined }) => sum + examined, 0),
    )
  })
})
