import { describe, expect, test } from 'vitest'
import { cancelContract, declineContract, signContract } from '../../../shared/domain/contract/conclude.ts'
import { after, breach, day, minutes, outcome, refusalOf, resellerId, sha256, today } from '../given.ts'
import {
  attested,
  concludedAfter,
  contractAfter,
  deal,
  explanation,
  liveAfter,
  nonce,
  signed,
  toOpen,
  toSign,
  toTakeOver,
} from './given.ts'

const at = after(minutes(10))
const good = { breaches: [], at, today }
const given = { nonce, documentSha256: deal.documentSha256, remoteSupportConsent: false, signatureSha256: sha256('2') }

describe('signing', () => {
  const ready = contractAfter(...toOpen)

  test('keeps the day, the text and the paper on who signed, and of the link nothing', () => {
    const { nonce: _, ...signature } = given
    expect(signContract(ready, given, good)).toEqual({
      ok: true,
      value: [{ type: 'contract-signed', signedOn: today, ...signature }],
    })
  })
  test('is of the very text that was shown', () =>
    expect(refusalOf(signContract(ready, { ...given, documentSha256: sha256('0') }, good))).toEqual({
      kind: 'document-changed',
    }))
  test.each([[[breach]], [[breach, breach]]])('is refused with every breach at once: %#', (breaches) => {
    expect(refusalOf(signContract(ready, given, { ...good, breaches }))).toEqual({
      kind: 'breaches-standard',
      breaches,
    })
  })
  test('through another link is refused, and says nothing of the text or the breaches', () => {
    const other = { ...given, nonce: 'another', documentSha256: sha256('0') }
    expect(refusalOf(signContract(ready, other, { ...good, breaches: [breach] }))).toEqual({ kind: 'link-not-usable' })
  })

  test('makes a live contract from that instant on, whatever its first day of service', () => {
    const live = liveAfter(...toSign)
    const from = after(minutes(5))
    const sold = [{ party: resellerId, from, until: null }]
    expect(live).toMatchObject({ deal, explanation, earlierTakeovers: [] })
    expect(live).toMatchObject({ entry: 'signed', signedOn: today, liveAt: from, confirmation: { stage: 'given' } })
    expect(live).toMatchObject({ responsibility: sold, counterparty: sold, holder: resellerId, takeover: null })
    expect(live.signedOn < live.deal.startOn).toBe(true)
  })

  test.each([true, false])('keeps whether remote support is consented to: %j', (remoteSupportConsent) =>
    expect(liveAfter(...toOpen, { ...signed, remoteSupportConsent })).toMatchObject({
      remoteSupportConsent,
    }),
  )
})

describe('declining', () => {
  const ready = contractAfter(...toOpen)

  test('makes the contract void, and says why', () => {
    const decision = declineContract(ready, nonce, at)
    expect(decision).toEqual({ ok: true, value: [{ type: 'contract-voided', reason: 'declined' }] })
    expect(contractAfter(...toOpen, ...(decision.ok ? decision.value : []))).toEqual({
      stage: 'void',
      deal,
      reason: 'declined',
    })
  })
})

describe('cancelling', () => {
  const live = liveAfter(...toSign)
  const cancel = (on: string, now: string) =>
    cancelContract(live, { on: day(on), wordSha256: sha256('5') }, { today: day(now) })

  test('is possible from the day of signing to today', () => {
    expect(outcome(cancel('2026-10-01', '2026-10-01'))).toBe('contract-ended')
    expect(outcome(cancel('2026-10-01', '2026-12-31'))).toBe('contract-ended')
    expect(outcome(cancel('2026-12-31', '2026-12-31'))).toBe('contract-ended')
  })
  test('is refused for the day before it was signed', () =>
    expect(refusalOf(cancel('2026-09-30', '2026-12-31'))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-09-30',
      notBefore: '2026-10-01',
    }))
  test('is refused for tomorrow', () =>
    expect(refusalOf(cancel('2027-01-01', '2026-12-31'))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-12-31',
      notBefore: '2027-01-01',
    }))

  test('of a paper contract is possible from the day on its paper, before it was known here', () => {
    const cancelPaper = (on: string) =>
      cancelContract(liveAfter(attested), { on: day(on), wordSha256: sha256('5') }, { today })
    expect(outcome(cancelPaper('2026-09-01'))).toBe('contract-ended')
    expect(refusalOf(cancelPaper('2026-08-31'))).toMatchObject({ kind: 'out-of-order', notBefore: '2026-09-01' })
  })
  test('keeps to the same days inside a takeover', () => {
    const cancelTaken = (on: string) =>
      cancelContract(liveAfter(...toTakeOver), { on: day(on), wordSha256: sha256('5') }, { today: day('2026-12-31') })
    expect(refusalOf(cancelTaken('2026-09-30'))).toMatchObject({ kind: 'out-of-order', notBefore: '2026-10-01' })
    expect(outcome(cancelTaken('2026-10-01'))).toBe('takeover-settled contract-ended')
    expect(outcome(cancelTaken('2026-12-31'))).toBe('takeover-settled contract-ended')
    expect(refusalOf(cancelTaken('2027-01-01'))).toMatchObject({ kind: 'out-of-order', given: '2026-12-31' })
  })
  test('keeps the day and the word of the SME', () =>
    expect(cancel('2026-10-02', '2026-12-31')).toEqual({
      ok: true,
      value: [{ type: 'contract-ended', on: '2026-10-02', ending: 'cancelledBySme', wordSha256: sha256('5') }],
    }))

  test('ends the contract and everyone in it at that instant', () => {
    const decision = cancel('2026-10-01', '2026-10-01')
    const contract = concludedAfter(...toSign, ...(decision.ok ? decision.value : []))
    const endedAt = after(minutes(6))
    expect(contract).toMatchObject({ stage: 'ended', endedAt, endedOn: '2026-10-01', ending: 'cancelledBySme' })
    expect(contract.responsibility).toEqual([{ party: resellerId, from: after(minutes(5)), until: endedAt }])
    expect(contract.counterparty).toEqual(contract.responsibility)
  })
})
