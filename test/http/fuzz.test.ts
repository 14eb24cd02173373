import { describe, expect, test } from 'vitest'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { lines, sceneIn, send, type Sample } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'
import { extent } from '../support/extent.ts'

/** Values that have broken something somewhere. */
const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  1e21,
  1e308,
  2 ** 53 + 2,
  '',
  ' ',
  '0',
  '-1',
  '１',
  'true',
  'x'.repeat(10_000),
  '甲'.repeat(1_000),
  '\u0000',
  '\u202e',
  '\u200b',
  '\ufeff',
  '👨‍👩‍👧',
  '葛󠄀',
  'e\u0301'.repeat(1_000),
  "' or 1=1 --",
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=cmd|calc',
  '../../etc/passwd',
  'a'.repeat(29) + '!',
  '2026-02-29',
  '9999-12-31',
  '0000-00-00',
  '2026-10-15T00:00:00Z',
  [],
  [[]],
  [null],
  Array.from({ length: 1_000 }, () => 'x'),
  {},
  { $gt: '' },
  { constructor: { prototype: { x: 1 } } },
]

/** Every place in a value, as a path. */
const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (typeof value !== 'object' || value === null) return [path]
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key])),
  ]
}

const replaced = (value: unknown, [head, ...rest]: readonly string[], by: unknown): unknown => {
  if (head === undefined) return by
  if (Array.isArray(value))
    return value.map((inner, index) => (String(index) === head ? replaced(inner, rest, by) : inner))
  return { ...(value as object), [head]: replaced((value as Record<string, unknown>)[head], rest, by) }
}

const scene = await sceneIn(await newHouse())

describe('whatever is sent in whichever place', () => {
  test('is answered at once and never with a failure of ours, and a dry run writes nothing', {
    timeout: 240_000,
  }, async () => {
    const before = await stateOf(scene.house.table)
    let sent = 0
    let reached = 0
    const broken: string[] = []
    let slowestMs = 0
    for (const [name, line] of lines) {
      const sample = scene.requests[name]
      if (sample.body === undefined) continue
      const [role] = line.who === 'anyone' ? (['sme'] as const) : line.who
      for (const [turn, place] of placesIn(sample.body).entries()) {
        for (const value of hostile.filter((_, n) => (n + turn) % extent(6, 1) === 0)) {
          const variant: Sample = { ...sample, body: replaced(sample.body, place, value) }
          const begun = performance.now()
          const { status, text } = await send(scene.askOf[role ?? 'sme'], line, variant, { dryRun: true })
          slowestMs = Math.max(slowestMs, performance.now() - begun)
          if (status >= 500) broken.push(`${name} ${place.join('.')} ${JSON.stringify(value)}: ${status} ${text}`)
          if (status !== 400) reached += 1
          sent += 1
        }
      }
    }
    expect(broken).toEqual([])
    expect(scene.house.defects).toEqual([])
    expect(slowestMs).toBeLessThan(2_000)
    expect(await stateOf(scene.house.table)).toBe(before)
    figure('hostile requests', sent)
    figure('hostile requests that reached a use case', reached)
    figure('slowest answer to a hostile request, ms', Math.round(slowestMs))
  })

  test('the same in queries and headers', async () => {
    const texts = hostile.filter(
      (value): value is string => typeof value === 'string' && !/[\u0000-\u001f\u007f-\uffff]/.test(value),
    )
    for (const text of texts) {
      for (const query of ['limit', 'cursor', 'stage', 'resellerId', 'serviceId', 'corporateNumber']) {
        const { status } = await scene.admin.get(`/v1/contracts?${query}=${encodeURIComponent(text)}`)
        expect(status, `${query}=${text}`).toBeLessThan(500)
      }
      for (const header of [
        'if-match',
        'idempotency-key',
        'content-type',
        'authorization',
        'accept',
        'x-forwarded-for',
      ]) {
        const { status } = await scene.admin.post(scene.requests.withdrawContract.path, undefined, {
          headers: { [header]: text },
        })
        expect(status, `${header}: ${text}`).toBeLessThan(500)
      }
    }
    expect(scene.house.defects).toEqual([])
  })
})
