import { describe, expect, test } from 'vitest'
import { signAmendment } from '../../../shared/domain/contract/amendment.ts'
import { confirmCancellation, openWish, requestCancellation } from '../../../shared/domain/contract/ending.ts'
import { nextTurn, takeTurn, turnBy } from '../../../shared/domain/contract/term.ts'
import { after, day, minutes, outcome, refusalOf, sha256, today } from '../given.ts'
import { accepted, deal, explained, liveAfter, requested, toSign } from './given.ts'
import {
  amendNonce,
  announced,
  changeSigned,
  leavingForGood,
  nextTerm,
  proposed,
  renewalProposed,
  renewalSigned,
  renewing,
  renewingStory,
  reoffered,
  toAgreeNext,
  wishing,
} from './given-course.ts'
import type { LiveContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const wishFor = (on: string) => ({ ...wishing, on: day(on) })
const toRead = [explained, reoffered, requested, accepted] as const
const withdrawn = { type: 'cancellation-withdrawn' } as const
const confirm = (contract: LiveContract, on: string) =>
  confirmCancellation(contract, { penaltyExTaxYen: 4_900 }, { today: day(on) })
const ask = (contract: LiveContract, on: string) =>
  requestCancellation(
    contract,
    { on: day(on), wordSha256: sha256('5'), ground: false },
    { penaltyExTaxYen: 0, mayCancelAnyTime: true },
    { today: day(on) },
  )

describe('a contract that renews itself, whose SME has asked to leave and not confirmed', () => {
  const undecided = liveAfter(...renewingStory, announced, wishFor('2029-10-14'))

  test('is not renewed over that wish: on the day it would be, it is held for a person, who sees the day asked for', () => {
    expect(turnBy(undecided, day('2029-10-14'))).toBeNull()
    expect(turnBy(undecided, day('2029-10-15'))).toBe('hold')
    expect(takeTurn(undecided, { turn: 'hold', today: day('2029-10-15'), renewed: null })).toEqual([
      { type: 'renewal-held', departsFrom: [], wishedOn: '2029-10-14' },
    ])
  })
  test('is held for a wish of any day of its term, even its first', () =>
    expect(nextTurn(liveAfter(...renewingStory, announced, wishFor('2026-10-01')))).toMatchObject({ turn: 'hold' }))

  const held = { type: 'renewal-held', departsFrom: [], wishedOn: day('2029-10-14') } as const
  test('leaves on its day, where it confirms now', () => {
    const stuck = liveAfter(...renewingStory, announced, wishFor('2029-10-14'), held)
    expect(nextTurn(stuck)).toBeNull()
    expect(confirm(stuck, '2029-10-28')).toMatchObject({
      ok: true,
      value: [{ type: 'contract-ended', on: '2029-10-14' }],
    })
    expect(outcome(confirm(stuck, '2029-10-29'))).toBe('wish-overtaken')
    // Asked anew, the term that nobody renewed is still the one it leaves.
    expect(outcome(ask(stuck, '2029-10-14'))).toBe('cancellation-requested')
  })
  test('goes on as was announced, where it stays', () => {
    const stays = liveAfter(...renewingStory, announced, wishFor('2029-10-14'), held, withdrawn)
    expect(stays.announced).toEqual({ answerBy: announced.answerBy, held: false })
    expect(nextTurn(stays)).toEqual({ turn: 'renew', on: '2029-10-15' })
  })
  test('is announced all the same', () =>
    expect(nextTurn(liveAfter(...renewingStory, wishFor('2029-10-14')))).toMatchObject({ turn: 'announce' }))
  test('that confirmed leaves, and is not held', () =>
    expect(nextTurn(liveAfter(...renewingStory, announced, wishFor('2029-10-14'), leavingForGood))).toEqual({
      turn: 'leave',
      on: '2029-10-15',
    }))
})

describe('a wish that a new term has overtaken', () => {
  const begun = (on: string) => liveAfter(...toAgreeNext, wishFor(on), { type: 'term-begun' })

  test('is for the day before the term’s first, or earlier; from the first day on it stands', () => {
    expect(refusalOf(confirm(begun('2029-10-14'), '2029-10-15'))).toEqual({
      kind: 'wish-overtaken',
      on: '2029-10-14',
      by: 'newTerm',
      since: '2029-10-15',
    })
    expect(outcome(confirm(begun('2029-10-15'), '2029-10-15'))).toBe('contract-ended')
  })
  test('is refused for its term, however long it lay', () =>
    expect(refusalOf(confirm(begun('2029-10-14'), '2029-12-31'))).toMatchObject({ by: 'newTerm' }))
  test('is asked anew, for a day of the present term', () => {
    expect(refusalOf(ask(begun('2029-10-14'), '2029-10-14'))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2029-10-14',
      notBefore: '2029-10-15',
    })
    expect(outcome(ask(begun('2029-10-14'), '2029-10-15'))).toBe('cancellation-requested')
  })
  test('does not hold the next renewal', () => {
    const renewed: ContractEvent = {
      type: 'contract-renewed',
      deal: { ...renewing, startOn: nextTerm.startOn, endOn: nextTerm.endOn, revision: 2 },
    }
    const again = { ...announced, endOn: nextTerm.endOn, answerBy: day('2030-09-14') }
    const story = (on: string) => liveAfter(...renewingStory, wishFor(on), announced, renewed, again)
    expect(openWish(story('2029-10-14'))).toBeNull()
    expect(nextTurn(story('2029-10-14'))).toMatchObject({ turn: 'renew' })
    expect(nextTurn(story('2029-10-15'))).toMatchObject({ turn: 'hold' })
  })
  test('in the first term is none, though it is for a day before the first of service', () => {
    const early = liveAfter(...toSign, wishFor('2026-10-01'))
    expect(deal.startOn > today).toBe(true)
    expect(openWish(early)).toEqual(early.leaving)
    expect(outcome(confirm(early, '2026-10-01'))).toBe('contract-ended')
  })
})

describe('an SME that signs after it asked to leave', () => {
  const sign = (contract: LiveContract, documentSha256: string) =>
    signAmendment(
      contract,
      { nonce: amendNonce, documentSha256, signatureSha256: sha256('8') },
      { breaches: [], changesContact: false, at: after(minutes(20)), today },
    )

  test('for another term stays: its wish is withdrawn by that signature, and on record as such', () => {
    const wished = liveAfter(...toSign, wishFor('2029-10-14'), renewalProposed, ...toRead)
    expect(sign(wished, nextTerm.documentSha256)).toEqual({ ok: true, value: [renewalSigned, withdrawn] })
    expect(
      liveAfter(...toSign, wishFor('2029-10-14'), renewalProposed, ...toRead, renewalSigned, withdrawn),
    ).toMatchObject({
      leaving: null,
      next: { deal: nextTerm },
    })
    const none = liveAfter(...toSign, renewalProposed, ...toRead)
    expect(sign(none, nextTerm.documentSha256)).toEqual({ ok: true, value: [renewalSigned] })
  })
  test('for a change within the term still wants to leave', () => {
    const wished = liveAfter(...toSign, wishing, proposed, ...toRead)
    expect(sign(wished, changeSigned.documentSha256)).toEqual({ ok: true, value: [changeSigned] })
  })
})
