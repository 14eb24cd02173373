import { deepEqual } from 'node:assert/strict'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { check, dumpOf, filesIn } from '../../functions/audit/examine.ts'
import { addToFigure } from './figures.ts'
import { tablesMade } from './house.ts'
import { numbersAnew } from './numbers.ts'

// Files share a worker, and nothing of one may reach the next (docs/decisions/031).
numbersAnew()

/** Whatever the tests of a file did to their houses, every invariant holds over what they leave behind. */
afterAll(async () => {
  for (const { endpoint, name } of tablesMade.splice(0)) {
    const rows = await dumpOf(endpoint, name)
    addToFigure('checker: tables looked into after tests', 1)
    addToFigure('checker: rows looked into after tests', rows.length)
    const files = filesIn(join(inject('vaults'), name))
    addToFigure('checker: files looked into after tests', files.names.length)
    deepEqual(check(rows, files), [])
  }
})
