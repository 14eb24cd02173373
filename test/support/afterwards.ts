import { deepEqual } from 'node:assert/strict'
import { afterAll } from 'vitest'
import { check, dumpOf } from '../checker/index.ts'
import { addToFigure } from './figures.ts'
import { tablesMade } from './house.ts'

/** Whatever the tests of a file did to their houses, every invariant holds over what they leave behind. */
afterAll(async () => {
  for (const { endpoint, name } of tablesMade.splice(0)) {
    const rows = await dumpOf(endpoint, name)
    addToFigure('checker: tables looked into after tests', 1)
    addToFigure('checker: rows looked into after tests', rows.length)
    deepEqual(check(rows), [])
  }
})
