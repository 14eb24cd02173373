import { describe, expect, test } from 'vitest'
import {
  confirmCancellation,
  requestCancellation,
  wishStandsForDays,
  withdrawCancellation,
} from '../../../shared/domain/contract/ending.ts'
import { instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { after, day, entityId, minutes, outcome, refusalOf, resellerId, sha256, today } from '../given.ts'
import {
  attested,
  concludedAfter,
  contractAfter,
  drafted,
  leave,
  liveAfter,
  settled,
  told,
  toSign,
  toTakeOver,
} from './given.ts'
import {
  leavingForGood,
  proposed,
  renamed,
  renewalProposed,
  toAgreeNext,
  toLeave,
  toWish,
  wishing,
} from './given-course.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'

const live = liveAfter(...toSign)
const word = { wordSha256: sha256('5') }

describe('asking to leave', () => {
  const terms = { penaltyExTaxYen: 4_900, mayCancelAnyTime: true }
  type Asked = {
    readonly ground?: boolean
    readonly contract?: ExistingContract
    readonly mayCancelAnyTime?: boolean
    readonly now?: PlainDate
    readonly earlierDecided?: boolean
  }
  const ask = (
    on: string,
    { ground = false, contract = live, now = today, earlierDecided = false, ...more }: Asked = {},
  ) =>
    requestCancellation(
      contract,
      { on: day(on), ...word, ground },
      { ...terms, ...more },
      { today: now, earlierDecided },
    )

  test('is possible from the day of signing to the last day of the term', () => {
    expect(outcome(ask('2026-10-01'))).toBe('cancellation-requested')
    expect(outcome(ask('2029-10-14'))).toBe('cancellation-requested')
    expect(refusalOf(ask('2026-09-30'))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-09-30',
      notBefore: '2026-10-01',
    })
    expect(refusalOf(ask('2029-10-15'))).toEqual({
      kind: 'does-not-fit',
      what: 'on',
      given: '2029-10-15',
      needs: 'no day after 2029-10-14',
    })
  })
  test('of a paper contract is possible from the day on its paper where that was decided, before it was known here', () => {
    const decided = { contract: liveAfter(attested), earlierDecided: true }
    expect(outcome(ask('2026-09-01', decided))).toBe('cancellation-requested')
    expect(refusalOf(ask('2026-08-31', decided))).toMatchObject({ notBefore: '2026-09-01' })
  })
  test('keeps the day, the word and the price that was named, and ends nothing', () => {
    expect(ask('2026-12-31')).toEqual({ ok: true, value: [wishing] })
    expect(liveAfter(...toWish)).toEqual({
      ...live,
      leaving: {
        on: '2026-12-31',
        penaltyExTaxYen: 4_900,
        requestedAt: after(minutes(6)),
        confirmed: false,
        ...word,
      },
    })
  })
  test('needs a ground where the terms do not let the SME leave at any time, until the day before the last', () => {
    const bound = { mayCancelAnyTime: false }
    const noGround = { kind: 'does-not-fit', what: 'ground', given: '', needs: 'a ground in law or in the terms' }
    expect(refusalOf(ask('2029-10-13', bound))).toEqual(noGround)
    expect(outcome(ask('2029-10-13', { ...bound, ground: true }))).toBe('cancellation-requested')
    expect(outcome(ask('2029-10-14', bound))).toBe('cancellation-requested')
  })
  test('needs no ground and costs nothing while a takeover is open, told or not', () => {
    for (const contract of [liveAfter(...toTakeOver), liveAfter(...toTakeOver, told)]) {
      expect(ask('2026-12-31', { contract, mayCancelAnyTime: false })).toEqual({
        ok: true,
        value: [{ ...wishing, penaltyExTaxYen: 0 }],
      })
    }
  })
  test('costs again, and needs a ground again, once the takeover is settled', () => {
    const contract = liveAfter(...toTakeOver, told, settled('servedByImplementingEntity', entityId))
    expect(refusalOf(ask('2026-12-31', { contract, mayCancelAnyTime: false }))).toMatchObject({ what: 'ground' })
    expect(ask('2026-12-31', { contract })).toEqual({ ok: true, value: [wishing] })
  })
  test('asked again, the later wish stands, and is to be confirmed again', () => {
    const again = { ...wishing, on: day('2027-03-31'), penaltyExTaxYen: 0 }
    expect(liveAfter(...toLeave, again).leaving).toMatchObject({
      on: '2027-03-31',
      penaltyExTaxYen: 0,
      confirmed: false,
    })
  })
  test('is nothing for a contract that does not live', () =>
    expect(refusalOf(ask('2026-12-31', { contract: contractAfter(drafted) }))).toEqual({
      kind: 'wrong-stage',
      what: 'contract',
      stage: 'drafted',
      needs: ['live'],
    }))
})

describe('confirming', () => {
  const wished = liveAfter(...toWish)
  const confirm = (contract: ExistingContract, penaltyExTaxYen: number, on: string) =>
    confirmCancellation(contract, { penaltyExTaxYen }, { today: day(on) })

  test.each([4_899, 4_901, 0])('at %i yen, where 4,900 were named, is refused', (yen) =>
    expect(refusalOf(confirm(wished, yen, '2026-10-01'))).toEqual({
      kind: 'does-not-fit',
      what: 'penaltyExTaxYen',
      given: String(yen),
      needs: '4900',
    }),
  )
  test('before the last day of service leaves the contract live, for good', () => {
    expect(confirm(wished, 4_900, '2026-12-30')).toEqual({ ok: true, value: [leavingForGood] })
    expect(liveAfter(...toLeave)).toEqual({ ...wished, leaving: { ...wished.leaving, confirmed: true } })
  })
  test.each(['2026-12-31', '2027-01-14'])('on %s, its day having come, ends it at once and at that price', (on) =>
    expect(confirm(wished, 4_900, on)).toEqual({
      ok: true,
      value: [{ type: 'contract-ended', on: '2026-12-31', ending: 'cancelledBySme', ...word, penaltyExTaxYen: 4_900 }],
    }),
  )
  test('is possible for fourteen days after the day that was asked for, and then is asked anew', () => {
    expect(wishStandsForDays).toBe(14)
    expect(refusalOf(confirm(wished, 4_900, '2027-01-15'))).toEqual({
      kind: 'wish-overtaken',
      on: '2026-12-31',
      by: 'time',
      since: '2027-01-15',
    })
  })
  test('of a day that had passed is possible for fourteen days after it was asked, as days are in Japan', () => {
    const late = liveAfter(...toSign, { ...wishing, on: today })
    const asked = {
      ...late,
      leaving: late.leaving && { ...late.leaving, requestedAt: instant('2026-10-19T15:00:00.000Z') },
    }
    expect(outcome(confirm(asked, 4_900, '2026-11-03'))).toBe('contract-ended')
    expect(refusalOf(confirm(asked, 4_900, '2026-11-04'))).toMatchObject({ by: 'time', since: '2026-11-04' })
  })
  test('is done once', () =>
    expect(refusalOf(confirm(liveAfter(...toLeave), 4_900, '2026-12-31'))).toEqual({
      kind: 'wrong-stage',
      what: 'cancellation',
      stage: 'confirmed',
      needs: ['requested'],
    }))
  test('needs a wish', () =>
    expect(refusalOf(confirm(live, 0, '2026-12-31'))).toEqual({
      kind: 'wrong-stage',
      what: 'cancellation',
      stage: 'none',
      needs: ['requested'],
    }))
  test('inside a takeover that opened meanwhile costs nothing, and settles that too', () => {
    const taken = liveAfter(...toWish, {
      type: 'takeover-opened',
      discontinuanceId: 'dsc_x',
      since: after(minutes(7)),
      late: false,
    } as never)
    expect(refusalOf(confirm(taken, 4_900, '2026-12-31'))).toMatchObject({ what: 'penaltyExTaxYen', needs: '0' })
    expect(confirm(taken, 0, '2026-12-30')).toEqual({ ok: true, value: [{ ...leavingForGood, penaltyExTaxYen: 0 }] })
    expect(confirm(taken, 0, '2026-12-31')).toEqual({
      ok: true,
      value: [
        {
          type: 'takeover-settled',
          settlement: 'endedBySme',
          holder: resellerId,
          consentSha256: word.wordSha256,
        },
        { type: 'contract-ended', on: '2026-12-31', ending: 'endedInTakeover', ...word, penaltyExTaxYen: 0 },
      ],
    })
  })
  test('of a day that the term no longer has, since a change was signed, is refused: it is asked for anew', () => {
    const shorter = (endOn: string) => ({ ...renamed, endOn: day(endOn) })
    const amended = (endOn: string) =>
      liveAfter(...toWish, { type: 'contract-amended', deal: shorter(endOn), next: null, amendmentSha256: sha256('c') })
    expect(refusalOf(confirm(amended('2026-12-30'), 4_900, '2026-10-01'))).toEqual({
      kind: 'does-not-fit',
      what: 'on',
      given: '2026-12-31',
      needs: 'no day after 2026-12-30',
    })
    expect(outcome(confirm(amended('2026-12-31'), 4_900, '2026-10-01'))).toBe('cancellation-confirmed')
  })
  test('ends what was still being proposed; what was agreed for the next term goes only with the contract', () => {
    expect(liveAfter(...toSign, proposed, wishing, leavingForGood).proposal).toBeNull()
    expect(liveAfter(...toAgreeNext, wishing, leavingForGood).next).not.toBeNull()
  })
  test('ends the contract and everyone in it at that instant, and leaves nothing under way', () => {
    const decision = leave(liveAfter(...toAgreeNext, renewalProposed), { on: today })
    const ended = concludedAfter(...toAgreeNext, renewalProposed, ...(decision.ok ? decision.value : []))
    const endedAt = after(minutes(14))
    expect(ended).toMatchObject({ stage: 'ended', endedAt, endedOn: today, ending: 'cancelledBySme' })
    expect(ended).toMatchObject({ proposal: null, next: null, announced: null, leaving: null, ownLink: null })
    expect(ended.responsibility).toEqual([{ party: resellerId, from: after(minutes(5)), until: endedAt }])
    expect(ended.counterparty).toEqual(ended.responsibility)
  })
})

describe('staying after all', () => {
  test('is possible as long as the contract stands, confirmed or not', () => {
    for (const story of [toWish, toLeave]) {
      expect(withdrawCancellation(liveAfter(...story))).toEqual({
        ok: true,
        value: [{ type: 'cancellation-withdrawn' }],
      })
      expect(liveAfter(...story, { type: 'cancellation-withdrawn' })).toEqual(live)
    }
  })
  test('is nothing where nobody wanted to leave', () => {
    expect(refusalOf(withdrawCancellation(live))).toMatchObject({ what: 'cancellation', stage: 'none' })
    expect(refusalOf(withdrawCancellation(contractAfter(drafted)))).toMatchObject({ what: 'contract' })
  })
})
