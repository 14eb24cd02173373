import { describe, expect, test } from 'vitest'
import {
  confirmAttestation,
  declineContract,
  disputeAttestation,
  signContract,
} from '../../../shared/domain/contract/conclude.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { after, breach, minutes, outcome, refusalOf, sha256, today } from '../given.ts'
import { accepted, attested, contractAfter, deal, expiresAt, nonce, refusedCode, requested, toOffer } from './given.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

type Door = { readonly nonce: string; readonly at: Instant }
type Act = {
  readonly sent: readonly ContractEvent[]
  readonly does: string
  readonly act: (contract: ExistingContract, door: Door) => Parameters<typeof outcome>[0]
}

const text = { documentSha256: deal.documentSha256, remoteSupportConsent: true, signatureSha256: sha256('2') }
const word = { documentSha256: deal.documentSha256, confirmationSha256: sha256('6') }
const judged = { breaches: [], today }

/** What an SME may do once it entered the code: `sent` is the story up to the link. */
const acts: Record<string, Act> = {
  signing: {
    sent: toOffer,
    does: 'contract-signed',
    act: (contract, { nonce: through, at }) => signContract(contract, { ...text, nonce: through }, { ...judged, at }),
  },
  declining: {
    sent: toOffer,
    does: 'contract-voided',
    act: (contract, { nonce: through, at }) => declineContract(contract, through, at),
  },
  confirming: {
    sent: [attested],
    does: 'attestation-confirmed',
    act: (contract, { nonce: through, at }) =>
      confirmAttestation(contract, { ...word, nonce: through }, { ...judged, at }),
  },
  disputing: {
    sent: [attested],
    does: 'attestation-disputed',
    act: (contract, { nonce: through, at }) =>
      disputeAttestation(contract, { nonce: through, disputeSha256: sha256('7') }, at),
  },
}
const at = after(minutes(10))
const notUsable = { kind: 'link-not-usable' }
const wrong = (n: number): readonly ContractEvent[] => Array.from({ length: n }, () => refusedCode)

describe.each(Object.entries(acts))('%s', (_, { sent, does, act: actThrough }) => {
  const act = (contract: ExistingContract, door: Partial<Door> = {}) => actThrough(contract, { nonce, at, ...door })
  const entered = contractAfter(...sent, requested, accepted)

  test('is possible until the millisecond before the link expires', () => {
    expect(outcome(act(entered, { at: after(-1, expiresAt) }))).toBe(does)
    expect(refusalOf(act(entered, { at: expiresAt }))).toEqual(notUsable)
    expect(refusalOf(act(entered, { at: after(1, expiresAt) }))).toEqual(notUsable)
  })
  test('is possible through this link alone', () => {
    expect(refusalOf(act(entered, { nonce: 'another' }))).toEqual(notUsable)
    expect(refusalOf(act(entered, { nonce: '' }))).toEqual(notUsable)
  })
  test('waits for a code to be asked for and entered', () => {
    expect(refusalOf(act(contractAfter(...sent)))).toEqual(notUsable)
    expect(refusalOf(act(contractAfter(...sent, requested)))).toEqual(notUsable)
    expect(refusalOf(act(contractAfter(...sent, requested, refusedCode)))).toEqual(notUsable)
  })
  test('is possible after four wrong codes and a right one, and not after a fifth wrong one', () => {
    expect(outcome(act(contractAfter(...sent, requested, ...wrong(4), accepted)))).toBe(does)
    expect(refusalOf(act(contractAfter(...sent, requested, ...wrong(4), accepted, refusedCode)))).toEqual(notUsable)
  })
  test('waits for the newest code, where another was asked for', () => {
    expect(refusalOf(act(contractAfter(...sent, requested, accepted, requested)))).toEqual(notUsable)
    expect(outcome(act(contractAfter(...sent, requested, accepted, requested, accepted)))).toBe(does)
  })
})

describe('what is said first, where several things are wrong', () => {
  const other = { ...text, documentSha256: sha256('0') }
  const bad = { breaches: [breach], at, today }

  test.each([
    ['the stage', contractAfter(...toOffer.slice(0, 2)), { ...other, nonce: 'another' }, 'wrong-stage'],
    ['then the link', contractAfter(...toOffer, requested), { ...other, nonce }, 'link-not-usable'],
    ['then the text', contractAfter(...toOffer, requested, accepted), { ...other, nonce }, 'document-changed'],
    ['then the breaches', contractAfter(...toOffer, requested, accepted), { ...text, nonce }, 'breaches-standard'],
  ])('to who signs: %s', (_, contract, signature, kind) =>
    expect(refusalOf(signContract(contract, signature, bad))).toMatchObject({ kind }),
  )

  const changed = { ...word, documentSha256: sha256('0') }
  test.each([
    ['the stage', contractAfter(...toOffer), { ...changed, nonce: 'another' }, 'wrong-stage'],
    ['then the link', contractAfter(attested, requested), { ...changed, nonce }, 'link-not-usable'],
    ['then the text', contractAfter(attested, requested, accepted), { ...changed, nonce }, 'document-changed'],
    ['then the breaches', contractAfter(attested, requested, accepted), { ...word, nonce }, 'breaches-standard'],
  ])('to who confirms: %s', (_, contract, given, kind) =>
    expect(refusalOf(confirmAttestation(contract, given, bad))).toMatchObject({ kind }),
  )
})
