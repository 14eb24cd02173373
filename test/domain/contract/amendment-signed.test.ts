import { describe, expect, test } from 'vitest'
import {
  declineAmendment,
  offerAmendment,
  signAmendment,
  withdrawAmendment,
} from '../../../shared/domain/contract/amendment.ts'
import { newLink, openLinkOf } from '../../../shared/domain/contract/link.ts'
import { after, breach, minutes, outcome, refusalOf, sha256, today } from '../given.ts'
import {
  accepted,
  attested,
  deal,
  expiresAt,
  explained,
  explanation,
  liveAfter,
  nonce,
  opened,
  requested,
  toSign,
} from './given.ts'
import {
  amendNonce,
  announced,
  changeSigned,
  dearer,
  nextTerm,
  ownLinkSent,
  proposed,
  renewalProposed,
  renewalSigned,
  renewingStory,
  reoffered,
  toAgreeNext,
  toEnterAgain,
  toExplainAgain,
  toOfferAgain,
  toPropose,
  toSignAgain,
} from './given-course.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const live = liveAfter(...toSign)
const at = after(minutes(30))

describe('offering what would change', () => {
  const ready = liveAfter(...toExplainAgain)
  const sent = { nonce: amendNonce, expiresAt }

  test('opens a link for it, and for nothing else', () => {
    expect(offerAmendment(ready, sent, { breaches: [] })).toEqual({ ok: true, value: [reoffered] })
    expect(openLinkOf(liveAfter(...toOfferAgain))).toEqual({ purpose: 'amend', link: newLink(amendNonce, expiresAt) })
  })
  test('is refused with every breach at once', () =>
    expect(refusalOf(offerAmendment(ready, sent, { breaches: [breach] }))).toEqual({
      kind: 'breaches-standard',
      breaches: [breach],
    }))
  test('needs a proposal', () =>
    expect(refusalOf(offerAmendment(live, sent, { breaches: [breach] }))).toMatchObject({ what: 'amendment' }))
  test('kills the link to confirm and the link to the own page, and theirs kill it', () => {
    const change = [proposed, explained, reoffered] as const
    expect(openLinkOf(liveAfter(...toSign, ownLinkSent, ...change))).toMatchObject({ purpose: 'amend' })
    const paper = liveAfter(attested, ...change)
    expect(openLinkOf(paper)).toMatchObject({ purpose: 'amend' })
    expect(paper.confirmation).toEqual({ stage: 'awaiting', link: null })
    const page = liveAfter(...toOfferAgain, ownLinkSent)
    expect(openLinkOf(page)).toMatchObject({ purpose: 'own' })
    expect(page.proposal?.link).toBeNull()
    const asked = liveAfter(attested, ...change, { type: 'confirmation-asked', nonce: 'again', expiresAt })
    expect(openLinkOf(asked)).toMatchObject({ purpose: 'confirm', link: { nonce: 'again' } })
    expect(asked.proposal?.link).toBeNull()
  })
})

describe('signing what would change', () => {
  const entered = liveAfter(...toEnterAgain)
  type Given = {
    readonly nonce?: string
    readonly documentSha256?: string
    readonly breaches?: readonly (typeof breach)[]
  }
  const sign = (contract: ExistingContract, given: Given = {}, when = at) =>
    signAmendment(
      contract,
      {
        nonce: given.nonce ?? amendNonce,
        documentSha256: given.documentSha256 ?? dearer.documentSha256,
        signatureSha256: sha256('8'),
      },
      { breaches: given.breaches ?? [], changesContact: false, at: when, today },
    )
  const notUsable = { kind: 'link-not-usable' }

  test('keeps the day, the text and the paper on who signed', () =>
    expect(sign(entered)).toEqual({ ok: true, value: [changeSigned] }))
  test('puts the new text in force, under its own explanation', () =>
    expect(liveAfter(...toSignAgain)).toEqual({ ...live, deal: dearer, lastRevision: 2, proposal: null }))
  test('of a renewal leaves the text in force until its first day', () =>
    expect(liveAfter(...toAgreeNext)).toEqual({
      ...live,
      lastRevision: 2,
      proposal: null,
      next: { deal: nextTerm, explanation },
    }))
  test('of an amendment, a renewal that was announced of the text before is announced anew', () => {
    const story = [...renewingStory, announced, proposed, explained, reoffered, requested, accepted, changeSigned]
    expect(liveAfter(...story).announced).toBeNull()
    const renewal = [renewalProposed, explained, reoffered, requested, accepted, renewalSigned]
    expect(liveAfter(...renewingStory, announced, ...renewal).announced).not.toBeNull()
  })
  test.each([
    ['nobody had confirmed', []],
    ['somebody had disputed', [requested, accepted, { type: 'attestation-disputed', disputeSha256: sha256('7') }]],
  ] as const)('stands for a paper contract that %s', (_, before) => {
    const signed = [proposed, explained, reoffered, requested, accepted, changeSigned]
    const { confirmation } = liveAfter(attested, ...(before as readonly ContractEvent[]), ...signed)
    expect(confirmation).toEqual({ stage: 'confirmed', at: after(minutes(6 + before.length)) })
  })
  test('is possible until the millisecond before the link expires', () => {
    expect(outcome(sign(entered, {}, after(-1, expiresAt)))).toBe('amendment-signed')
    expect(refusalOf(sign(entered, {}, expiresAt))).toEqual(notUsable)
  })
  test('waits for the code', () => expect(refusalOf(sign(liveAfter(...toOfferAgain, requested)))).toEqual(notUsable))
  test.each([
    ['the nonce the contract was signed by', nonce],
    ['a foreign nonce', 'another'],
    ['no nonce', ''],
  ])('by %s is refused', (_, through) => expect(refusalOf(sign(entered, { nonce: through }))).toEqual(notUsable))
  test('by a link for something else is refused, even a passed one', () => {
    const page = liveAfter(...toOfferAgain, { ...ownLinkSent, nonce: amendNonce }, requested, accepted)
    expect(openLinkOf(page)).toMatchObject({ purpose: 'own', link: { nonce: amendNonce } })
    expect(refusalOf(sign(page))).toEqual(notUsable)
    const asked = { type: 'confirmation-asked', nonce: amendNonce, expiresAt } as const
    const confirming = liveAfter(attested, proposed, explained, reoffered, asked, requested, accepted)
    expect(refusalOf(sign(confirming))).toEqual(notUsable)
  })
  test('is of the very text that was shown: not of the one in force, nor of one proposed before', () => {
    expect(refusalOf(sign(entered, { documentSha256: deal.documentSha256 }))).toEqual({ kind: 'document-changed' })
    const again = { ...proposed, deal: { ...dearer, revision: 3, documentSha256: sha256('a') } }
    const newer = liveAfter(...toEnterAgain, again, explained, reoffered, requested, accepted)
    expect(refusalOf(sign(newer))).toEqual({ kind: 'document-changed' })
  })
  test('is refused with every breach at once, after everything else', () => {
    expect(refusalOf(sign(entered, { breaches: [breach] }))).toEqual({ kind: 'breaches-standard', breaches: [breach] })
    expect(refusalOf(sign(entered, { breaches: [breach], documentSha256: sha256('0') }))).toMatchObject({
      kind: 'document-changed',
    })
    expect(refusalOf(sign(entered, { breaches: [breach], nonce: '' }))).toEqual(notUsable)
  })
  test('is nothing where a takeover opened meanwhile: what the reseller was proposing went with it', () => {
    const taken = liveAfter(...toEnterAgain, opened)
    expect(taken.proposal).toBeNull()
    expect(openLinkOf(taken)).toBeNull()
    expect(refusalOf(sign(taken))).toEqual({
      kind: 'wrong-stage',
      what: 'amendment',
      stage: 'none',
      needs: ['proposed'],
    })
  })
  test('takes in nothing that was not explained', () => {
    const unexplained = liveAfter(...toPropose, reoffered, requested, accepted)
    expect(liveAfter(...toPropose, reoffered, requested, accepted, changeSigned)).toEqual(unexplained)
  })
})

describe('saying no', () => {
  test('the seller takes a proposal back at any time, and what was agreed stays', () => {
    for (const story of [toPropose, toExplainAgain, toOfferAgain, toEnterAgain]) {
      const decision = withdrawAmendment(liveAfter(...story))
      expect(decision).toEqual({ ok: true, value: [{ type: 'amendment-withdrawn', reason: 'withdrawn' }] })
      const events = decision.ok ? decision.value : []
      expect(liveAfter(...story, ...events)).toEqual({ ...live, lastRevision: 2 })
    }
    expect(refusalOf(withdrawAmendment(live))).toMatchObject({ what: 'amendment', stage: 'none' })
  })
  test('the SME declines behind its own link and code', () => {
    const declined = { ok: true, value: [{ type: 'amendment-withdrawn', reason: 'declined' }] }
    expect(declineAmendment(liveAfter(...toEnterAgain), amendNonce, at)).toEqual(declined)
    expect(outcome(declineAmendment(liveAfter(...toOfferAgain), amendNonce, at))).toBe('link-not-usable')
    expect(outcome(declineAmendment(liveAfter(...toEnterAgain), nonce, at))).toBe('link-not-usable')
    expect(outcome(declineAmendment(liveAfter(...toEnterAgain), amendNonce, expiresAt))).toBe('link-not-usable')
    expect(refusalOf(declineAmendment(live, amendNonce, at))).toMatchObject({ what: 'amendment', stage: 'none' })
  })
})
