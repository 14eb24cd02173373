import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Fields } from '../../functions/adapters/dynamodb/forms/fields.ts'
import { formOfHead, headForm, readLine, writeHead } from '../../functions/adapters/dynamodb/contract-row/head.ts'
import { lineFields, restFields } from '../../functions/adapters/dynamodb/contract-row/schema.ts'
import { contractOfHead } from '../../functions/adapters/dynamodb/keys.ts'
import { keptContractOf } from '../../functions/adapters/dynamodb/state-rows.ts'
import { readHead } from '../../functions/audit/reading/head.ts'
import { figure } from '../support/figures.ts'
import { goldenHeads, layouts } from './golden.ts'

const textsOf = (row: Readonly<Record<string, unknown>>) => [row['r'] as string, row['s'] as string] as const

describe.each(layouts)('heads as %s wrote them', (layout) => {
  const all = goldenHeads(layout)

  test.each(all)('$what', ({ row, state }) => {
    const kept = keptContractOf(row)
    expect(kept.state).toEqual(state)
    expect([kept.version, kept.at]).toEqual([row['v'], new Date(row['u'] as number).toISOString()])
    expect(readLine(row['r'] as string)).toMatchObject({ stage: state.stage, terminals: state.deal.terminals })
  })

  test('are of a form that is known, and are written anew in the current one', () => {
    for (const { row, state } of all) {
      expect(formOfHead(...textsOf(row))).toBe(layout === 'form-2' ? 2 : 1)
      const anew = { ...row, ...writeHead(state) }
      expect(formOfHead(...textsOf(anew))).toBe(headForm)
      expect(keptContractOf(anew).state).toEqual(state)
      // The checker reads it by itself, and sees the same.
      expect(readHead(anew, contractOfHead(row)).contract).toEqual(state)
    }
    figure(`golden heads of ${layout}`, all.length)
  })
})

test('the checker reads form 1 as well', () => {
  for (const { row, state } of goldenHeads('form-1')) expect(readHead(row, contractOfHead(row)).contract).toEqual(state)
})

test('form 2 is written to the byte as it was frozen', () => {
  for (const { row, state, what } of goldenHeads('form-2'))
    expect(writeHead(state), what).toEqual({ r: row['r'], s: row['s'] })
})

describe('what a row of form 2 must have', () => {
  const required = (fields: Fields) =>
    Object.values(fields).flatMap(({ key, absent, optional }) => (absent || optional ? [] : [key]))
  const keys = (of: Readonly<Record<string, Fields>>) =>
    Object.fromEntries(Object.entries(of).map(([stage, fields]) => [stage, required(fields)]))

  test('is what it had to have when it was frozen: a field that is added has a default', () => {
    const frozen = JSON.parse(readFileSync('test/stores/golden/contract/required-of-form-2.json', 'utf8'))
    expect({ r: keys(lineFields), s: keys(restFields) }).toEqual(frozen)
  })
})
