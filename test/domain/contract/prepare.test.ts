import { describe, expect, test } from 'vitest'
import {
  draftContract,
  explainContract,
  offerContract,
  reviseContract,
  voidContract,
} from '../../../shared/domain/contract/prepare.ts'
import { breach, day, outcome, refusalOf, sha256, today } from '../given.ts'
import {
  contractAfter,
  deal,
  drafted,
  expiresAt,
  explained,
  explanation,
  nonce,
  revised,
  toOffer,
  toOpen,
  toSign,
} from './given.ts'

const good = { breaches: [] }
const bad = { breaches: [breach, { ...breach, clause: '第2章1.(6)' }] }
const everyBreach = { kind: 'breaches-standard', ...bad }

describe('drafting', () => {
  test('keeps the deal', () =>
    expect(draftContract(deal, good)).toEqual({ ok: true, value: [{ type: 'contract-drafted', deal }] }))
  test('is refused with every breach at once', () => expect(refusalOf(draftContract(deal, bad))).toEqual(everyBreach))
})

describe('revising', () => {
  test('keeps the new deal, of a draft and of an offer', () => {
    const kept = { ok: true, value: [{ type: 'contract-revised', deal: revised }] }
    expect(reviseContract(contractAfter(drafted, explained), revised, { ...good, readsTheSame: false })).toEqual(kept)
    expect(reviseContract(contractAfter(...toOpen), revised, { ...good, readsTheSame: false })).toEqual(kept)
  })
  test('is refused with every breach at once', () =>
    expect(refusalOf(reviseContract(contractAfter(drafted), revised, { ...bad, readsTheSame: false }))).toEqual(
      everyBreach,
    ))

  test('kills the open link and asks for the explanation again', () =>
    expect(contractAfter(...toOpen, { type: 'contract-revised', deal: revised })).toEqual({
      stage: 'drafted',
      deal: revised,
      explanation: null,
    }))
})

describe('explaining', () => {
  const explain = (on: string) =>
    explainContract(
      contractAfter(drafted),
      { explanation: { ...explanation, on: day(on) }, explanationSha256: sha256('1') },
      { today },
    )

  test('keeps how, when and which items, and the paper on who did it', () =>
    expect(explain('2026-10-01')).toEqual({
      ok: true,
      value: [{ type: 'contract-explained', explanation, explanationSha256: sha256('1') }],
    }))
  test('today or before is possible', () => {
    expect(outcome(explain('2026-10-01'))).toBe('contract-explained')
    expect(outcome(explain('2026-09-01'))).toBe('contract-explained')
  })
  test('no one explains tomorrow', () =>
    expect(refusalOf(explain('2026-10-02'))).toEqual({
      kind: 'out-of-order',
      what: 'explanation.on',
      given: '2026-10-01',
      notBefore: '2026-10-02',
    }))
  test('again takes the place of what was on record', () => {
    const later = { ...explanation, method: 'written' } as const
    const again = contractAfter(drafted, explained, { ...explained, explanation: later })
    expect(again).toMatchObject({ stage: 'drafted', explanation: later })
  })
})

describe('offering', () => {
  test('keeps the link and until when it is open', () =>
    expect(offerContract(contractAfter(drafted, explained), { nonce, expiresAt }, good)).toEqual({
      ok: true,
      value: [{ type: 'contract-offered', nonce, expiresAt }],
    }))
  test('opens a link that has seen nothing yet', () =>
    expect(contractAfter(...toOffer)).toEqual({
      stage: 'offered',
      deal,
      explanation,
      link: { nonce, expiresAt, codesSent: 0, codeSentAt: null, wrongCodes: 0, passedAt: null },
    }))
  test('is refused with every breach at once', () =>
    expect(refusalOf(offerContract(contractAfter(drafted), { nonce, expiresAt }, bad))).toEqual(everyBreach))
})

describe('voiding', () => {
  test.each(['withdrawn', 'sellerDiscontinued'] as const)('keeps that it was %s', (reason) => {
    const decision = voidContract(contractAfter(...toOffer), reason)
    expect(decision).toEqual({ ok: true, value: [{ type: 'contract-voided', reason }] })
    expect(contractAfter(...toOffer, ...(decision.ok ? decision.value : []))).toEqual({ stage: 'void', deal, reason })
  })
})

describe('a contract that is signed', () => {
  const live = contractAfter(...toSign)

  test('is told apart before anything is judged', () => {
    expect(refusalOf(reviseContract(live, revised, { ...bad, readsTheSame: false }))).toMatchObject({
      kind: 'wrong-stage',
      stage: 'live',
    })
    expect(refusalOf(offerContract(live, { nonce, expiresAt }, bad))).toMatchObject({ kind: 'wrong-stage' })
    const tomorrow = { explanation: { ...explanation, on: day('2026-10-02') }, explanationSha256: sha256('1') }
    expect(refusalOf(explainContract(live, tomorrow, { today }))).toMatchObject({ kind: 'wrong-stage' })
  })
})
