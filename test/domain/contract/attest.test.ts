import { describe, expect, test } from 'vitest'
import { attestContract, confirmAttestation, disputeAttestation } from '../../../shared/domain/contract/conclude.ts'
import { startOfDayInJapan } from '../../../shared/domain/plain-date.ts'
import { after, breach, day, minutes, refusalOf, resellerId, sha256, today } from '../given.ts'
import {
  accepted,
  attestation,
  attested,
  attestedWithoutLink,
  confirmed,
  contractAfter,
  deal,
  disputed,
  expiresAt,
  explanation,
  liveAfter,
  nonce,
  requested,
} from './given.ts'

const at = after(minutes(10))
const good = { breaches: [], at }
const ready = contractAfter(attested, requested, accepted)

describe('attesting', () => {
  test('what was signed today or before is possible, and is kept as it was given', () => {
    const kept = { ok: true, value: [{ type: 'contract-attested', ...attestation }] }
    expect(attestContract(attestation, { breaches: [], today: attestation.signedOn })).toEqual(kept)
    expect(attestContract(attestation, { breaches: [], today })).toEqual(kept)
  })
  test('what will be signed tomorrow is refused, whatever its text', () =>
    expect(refusalOf(attestContract(attestation, { breaches: [breach], today: day('2026-08-31') }))).toEqual({
      kind: 'out-of-order',
      what: 'signedOn',
      given: '2026-08-31',
      notBefore: '2026-09-01',
    }))
  test('is refused with every breach at once', () =>
    expect(refusalOf(attestContract(attestation, { breaches: [breach], today }))).toEqual({
      kind: 'breaches-standard',
      breaches: [breach],
    }))

  test('makes a contract that is live from the day it was signed, and known from now', () => {
    const live = liveAfter(attested)
    const sold = [{ party: resellerId, from: startOfDayInJapan(attestation.signedOn), until: null }]
    expect(live).toMatchObject({ deal, consents: [], earlierTakeovers: [] })
    expect(live).toMatchObject({ entry: 'attested', signedOn: '2026-09-01', explanation, liveAt: after(0) })
    expect(live).toMatchObject({ responsibility: sold, counterparty: sold, holder: resellerId, takeover: null })
  })
  test('awaits the SME, through a link where there is one', () => {
    expect(liveAfter(attested).confirmation).toEqual({
      stage: 'awaiting',
      link: { nonce, expiresAt, codesSent: 0, codeSentAt: null, wrongCodes: 0, passedAt: null },
    })
    expect(liveAfter(attestedWithoutLink).confirmation).toEqual({ stage: 'awaiting', link: null })
  })
})

describe('confirming', () => {
  const word = { nonce, documentSha256: deal.documentSha256, confirmationSha256: sha256('6') }

  test('keeps the paper on what was acknowledged', () =>
    expect(confirmAttestation(ready, word, good)).toEqual({
      ok: true,
      value: [{ type: 'attestation-confirmed', confirmationSha256: sha256('6') }],
    }))
  test('is of the very text that was shown', () =>
    expect(refusalOf(confirmAttestation(ready, { ...word, documentSha256: sha256('0') }, good))).toEqual({
      kind: 'document-changed',
    }))
  test('is refused with every breach at once', () =>
    expect(refusalOf(confirmAttestation(ready, word, { ...good, breaches: [breach] }))).toEqual({
      kind: 'breaches-standard',
      breaches: [breach],
    }))
  test('is kept with its instant', () =>
    expect(liveAfter(attested, requested, accepted, confirmed).confirmation).toEqual({
      stage: 'confirmed',
      at: after(minutes(3)),
    }))
})

describe('disputing', () => {
  test('keeps the words of the SME', () =>
    expect(disputeAttestation(ready, { nonce, disputeSha256: sha256('7') }, at)).toEqual({
      ok: true,
      value: [{ type: 'attestation-disputed', disputeSha256: sha256('7') }],
    }))
  test('a dispute leaves the contract live and served', () => {
    const contract = liveAfter(attested, requested, accepted, disputed)
    expect(contract.confirmation).toEqual({ stage: 'disputed', at: after(minutes(3)) })
    expect(contract.responsibility).toEqual(liveAfter(attested).responsibility)
  })
})
