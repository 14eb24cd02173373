import { describe, expect, test } from 'vitest'
import { declineContract, signContract } from '../../../shared/domain/contract/conclude.ts'
import { after, breach, minutes, refusalOf, resellerId, sha256, today } from '../given.ts'
import { contractAfter, deal, explanation, liveAfter, nonce, signed, toOpen, toSign } from './given.ts'

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
    expect(liveAfter(...toOpen, { ...signed, remoteSupportConsent }).consents).toEqual(
      remoteSupportConsent ? [{ kind: 'remoteSupport', stage: 'given', at: after(minutes(5)) }] : [],
    ),
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
