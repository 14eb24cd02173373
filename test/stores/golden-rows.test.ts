import { describe, expect, test } from 'vitest'
import { figure } from '../support/figures.ts'
import { everyForm, goldenOf, layouts, type AnyForm } from './every-form.ts'

describe.each(layouts)('a row as %s stored it', (layout) => {
  const rows = goldenOf(layout)

  test.each(rows)('says as a %s what it said then', (kind, golden) => {
    const form = everyForm[kind] as AnyForm
    // What has been added since has a default; what was said then is said still.
    for (const { stored, says } of golden) expect(form.read(stored)).toMatchObject(says as object)
  })

  test.each(rows)('is a %s that is kept in the form of today when it is next written', (kind, golden) => {
    const form = everyForm[kind] as AnyForm
    for (const { stored } of golden) {
      const says = form.read(stored)
      expect(form.read(form.write(says))).toEqual(says)
    }
  })

  figure(
    `frozen rows of ${layout}`,
    rows.reduce((sum, [, golden]) => sum + golden.length, 0),
  )
})

test('every kind of row but the contract’s has frozen rows', () => {
  const frozen = new Set(layouts.flatMap((layout) => goldenOf(layout).map(([kind]) => kind)))
  expect(Object.keys(everyForm).filter((kind) => !frozen.has(kind))).toEqual([])
})
