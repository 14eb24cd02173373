import { describe, expect, test } from 'vitest'
import {
  annulContract,
  endingOf,
  terminateContract,
  terminationGrounds,
} from '../../../shared/domain/contract/ending.ts'
import { day, entityId, outcome, refusalOf, sha256, today } from '../given.ts'
import { contractAfter, drafted, liveAfter, settled, told, toSign, toTakeOver } from './given.ts'
import { toWish } from './given-course.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'

const live = liveAfter(...toSign)
const word = { wordSha256: sha256('5') }

describe('termination for cause', () => {
  const warned = { on: day('2026-10-10'), mendBy: day('2026-10-24') }
  type Given = Partial<Parameters<typeof terminateContract>[1]> & { readonly now?: string }
  const terminate = ({ now = '2026-12-31', ...more }: Given, contract: ExistingContract = live) =>
    terminateContract(
      contract,
      { ground: 'nonPayment', on: day('2026-10-25'), warned, ...word, ...more },
      { today: day(now) },
    )

  test.each(['nonPayment', 'breach'] as const)('%s needs a warning, and a later day to mend it by', (ground) => {
    const unwarned = {
      kind: 'incomplete',
      what: 'warning',
      missing: [
        {
          code: 'warning',
          suppliedBy: 'implementingEntity',
          why: { ja: expect.stringContaining('民法541条'), en: expect.stringContaining('art. 541') },
        },
      ],
    }
    expect(refusalOf(terminate({ ground, warned: null }))).toEqual(unwarned)
    expect(refusalOf(terminate({ ground, warned: { ...warned, mendBy: warned.on } }))).toEqual(unwarned)
    expect(outcome(terminate({ ground, warned: { ...warned, mendBy: day('2026-10-11') } }))).toBe('contract-ended')
  })
  test('is too early on the day it could still be mended by, and possible on the next', () => {
    expect(refusalOf(terminate({ on: day('2026-10-24') }))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-10-24',
      notBefore: '2026-10-24',
    })
    expect(outcome(terminate({ on: day('2026-10-25') }))).toBe('contract-ended')
  })
  test.each(terminationGrounds.filter((ground) => ground !== 'nonPayment' && ground !== 'breach'))(
    '%s needs no warning, and waits for none',
    (ground) => {
      expect(outcome(terminate({ ground, warned: null, on: day('2026-12-31') }))).toBe('contract-ended')
      const past = outcome(terminate({ ground, on: day('2026-10-24') }))
      expect(past).toBe(ground === 'agreed' ? 'out-of-order' : 'contract-ended')
    },
  )
  test('is of a day from the signing to today', () => {
    const agreed = { ground: 'insolvency', warned: null } as const
    expect(outcome(terminate({ ...agreed, on: day('2026-10-01') }))).toBe('contract-ended')
    expect(refusalOf(terminate({ ...agreed, on: day('2026-09-30') }))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-09-30',
      notBefore: '2026-10-01',
    })
    expect(outcome(terminate({ ...agreed, on: day('2026-12-31') }))).toBe('contract-ended')
    expect(refusalOf(terminate({ ...agreed, on: day('2027-01-01') }))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-12-31',
      notBefore: '2027-01-01',
    })
  })
  test('keeps the ground in its paper, and asks no penalty of who wanted to leave', () =>
    expect(terminate({}, liveAfter(...toWish))).toEqual({
      ok: true,
      value: [{ type: 'contract-ended', on: '2026-10-25', ending: 'terminated', ...word, penaltyExTaxYen: 0 }],
    }))
  test('is refused while a takeover is open, and possible once it is settled', () => {
    const open = { kind: 'wrong-stage', what: 'takeover', needs: ['settled'] }
    expect(refusalOf(terminate({}, liveAfter(...toTakeOver)))).toEqual({ ...open, stage: 'opened' })
    expect(refusalOf(terminate({}, liveAfter(...toTakeOver, told)))).toEqual({ ...open, stage: 'told' })
    const served = liveAfter(...toTakeOver, told, settled('servedByImplementingEntity', entityId))
    expect(outcome(terminate({}, served))).toBe('contract-ended')
  })
})

describe('annulment', () => {
  test('is of today, with its ground in a paper', () =>
    expect(annulContract(live, word.wordSha256, { today: day('2027-01-05') })).toEqual({
      ok: true,
      value: [{ type: 'contract-ended', on: '2027-01-05', ending: 'annulled', ...word, penaltyExTaxYen: 0 }],
    }))
  test('is refused while a takeover is open, and of what does not live', () => {
    expect(refusalOf(annulContract(liveAfter(...toTakeOver), word.wordSha256, { today }))).toMatchObject({
      what: 'takeover',
      stage: 'opened',
    })
    expect(refusalOf(annulContract(contractAfter(drafted), word.wordSha256, { today }))).toMatchObject({
      what: 'contract',
      stage: 'drafted',
    })
  })
})

test('who ends a contract that nobody asked to leave owes nothing for it', () =>
  expect(endingOf(live, { on: today, ending: 'cancelledBySme', ...word })).toEqual([
    { type: 'contract-ended', on: today, ending: 'cancelledBySme', ...word, penaltyExTaxYen: 0 },
  ]))
