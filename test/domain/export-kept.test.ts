import { describe, expect, test } from 'vitest'
import { instant } from '../../shared/domain/plain-date.ts'
import {
  clearExport,
  clearExportFrom,
  exportKeptThrough,
  type ExistingOperation,
} from '../../shared/domain/platform/operation.ts'
import { day, entityId, folded, kept } from './given.ts'

/** An export whose last part was made at a moment. */
const finished = (advancedAt: string, more: Partial<ExistingOperation> = {}): ExistingOperation => ({
  stage: 'finished',
  operationId: 'opr_01k6d2q0000000000000000009',
  entityId,
  owner: entityId,
  kind: 'exportHoldings',
  total: 2,
  acceptedAt: instant('2026-10-01T00:00:00.000Z'),
  advancedAt: instant(advancedAt),
  done: 2,
  accepted: 2,
  refused: 0,
  steps: 1,
  ...more,
})

describe('the files of an export', () => {
  test.each([
    ['2026-10-01T14:59:59.999Z', '2026-10-08'],
    ['2026-10-01T15:00:00.000Z', '2026-10-09'],
  ])('finished at %s lie ready through %s, seven days on in Japan', (at, through) =>
    expect(exportKeptThrough(finished(at))).toBe(through),
  )
  test('go the day after, and not on their last day', () => {
    const one = finished('2026-10-01T00:00:00.000Z')
    expect(clearExportFrom(one)).toBe('2026-10-09')
    expect(clearExport(one, day('2026-10-08'))).toEqual([])
    expect(clearExport(one, day('2026-10-09'))).toEqual([{ type: 'export-cleared', entityId, on: '2026-10-09' }])
    expect(clearExport(one, day('2027-01-01'))).toEqual([{ type: 'export-cleared', entityId, on: '2027-01-01' }])
  })
  test('go once, and it is known when', () => {
    const one = finished('2026-10-01T00:00:00.000Z')
    const cleared = kept(folded('operation', clearExport(one, day('2026-10-09')), one))
    expect(cleared).toEqual({ ...one, clearedOn: '2026-10-09' })
    expect(exportKeptThrough(cleared)).toBe('2026-10-08')
    expect(clearExportFrom(cleared)).toBeNull()
    expect(clearExport(cleared, day('2027-01-01'))).toEqual([])
  })
  test.each([
    ['an export that is not finished', { stage: 'running' }],
    ['what is no export', { kind: 'importContracts' }],
  ] as const)('are none of %s', (_, more) => {
    const one = finished('2026-10-01T00:00:00.000Z', more)
    expect(exportKeptThrough(one)).toBeNull()
    expect(clearExport(one, day('2027-01-01'))).toEqual([])
  })
})
