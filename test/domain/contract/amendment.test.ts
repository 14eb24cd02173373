import { describe, expect, test } from 'vitest'
import { explainAmendment, proposeAmendment } from '../../../shared/domain/contract/amendment.ts'
import { proposalKinds } from '../../../shared/domain/contract/contract-words.ts'
import { openLink, openLinkOf } from '../../../shared/domain/contract/link.ts'
import {
  after,
  breach,
  contractOf,
  day,
  entityId,
  minutes,
  otherServiceId,
  outcome,
  refusalOf,
  sha256,
  today,
} from '../given.ts'
import {
  contractAfter,
  deal,
  drafted,
  explained,
  explanation,
  liveAfter,
  opened,
  settled,
  told,
  toSign,
} from './given.ts'
import {
  amendNonce,
  dearer,
  nextTerm,
  proposed,
  renamed,
  toAgreeNext,
  toEnterAgain,
  toLeave,
  toPropose,
  toWish,
} from './given-course.ts'
import type { ContractRevision, ExistingContract } from '../../../shared/domain/contract/states.ts'

const live = liveAfter(...toSign)
const agreed = liveAfter(...toAgreeNext)
const at = after(minutes(30))
const proposalSha256 = sha256('c')

describe('proposing', () => {
  type Given = {
    readonly kind?: 'amendment' | 'renewal'
    readonly contract?: ExistingContract
    readonly changed?: readonly 'monthlyFee'[]
    readonly firstDay?: string
    readonly breaches?: readonly (typeof breach)[]
    readonly changesContact?: boolean
    readonly forNext?: Parameters<typeof proposeAmendment>[2]['forNext']
  }
  const noNext = { deal: null, touched: [] }
  const propose = (
    to: ContractRevision,
    { kind = 'amendment', contract = live, changed = ['monthlyFee'], ...more }: Given = {},
  ) =>
    proposeAmendment(
      contract,
      { kind, deal: to, changed, changesContact: more.changesContact ?? false, proposalSha256 },
      { breaches: more.breaches ?? [], firstDay: day(more.firstDay ?? deal.startOn), forNext: more.forNext ?? noNext },
    )

  test('is of an amendment or of a renewal', () => expect(proposalKinds).toEqual(['amendment', 'renewal']))
  test('keeps the new text and what reads differently beside the one in force', () => {
    expect(propose(dearer)).toEqual({ ok: true, value: [proposed] })
    expect(liveAfter(...toPropose)).toEqual({
      ...live,
      lastRevision: 2,
      proposal: { kind: 'amendment', deal: dearer, changed: ['monthlyFee'], explanation: null, link: null },
    })
  })
  test('what no item shows is in force at once', () => {
    const amended = { type: 'contract-amended', deal: renamed, next: null, amendmentSha256: proposalSha256 } as const
    expect(propose(renamed, { changed: [] })).toEqual({ ok: true, value: [amended] })
    expect(liveAfter(...toSign, amended)).toEqual({ ...live, deal: renamed, lastRevision: 2 })
  })
  test('who signs and where the SME is reached is never in force at once, though no item shows it', () => {
    const proposing = { type: 'amendment-proposed', kind: 'amendment', deal: renamed, changed: [], proposalSha256 }
    expect(propose(renamed, { changed: [], changesContact: true })).toEqual({ ok: true, value: [proposing] })
  })
  test('what no item shows is in force for the agreed next term too', () => {
    const [now, then] = [
      { ...renamed, revision: 3 },
      { ...nextTerm, revision: 4, documentSha256: sha256('a') },
    ]
    const decision = propose(now, { contract: agreed, changed: [], forNext: { deal: then, touched: [] } })
    const amended = { type: 'contract-amended', deal: now, next: then, amendmentSha256: proposalSha256 } as const
    expect(decision).toEqual({ ok: true, value: [amended] })
    expect(liveAfter(...toAgreeNext, amended)).toEqual({
      ...agreed,
      deal: now,
      next: { ...agreed.next, deal: then },
      lastRevision: 4,
    })
    // Where it has nothing to follow, the next term stays as it was agreed.
    const alone = { ...amended, next: null }
    expect(liveAfter(...toAgreeNext, alone)).toEqual({ ...agreed, deal: now, lastRevision: 3 })
  })
  test('what the agreed next term would not have is refused, and says which term and what', () => {
    const forNext = { deal: null, touched: ['monthlyFee', 'sme'] } as const
    expect(refusalOf(propose(dearer, { contract: agreed, forNext, breaches: [breach] }))).toEqual({
      kind: 'next-term-agreed',
      revision: 2,
      startOn: '2029-10-15',
      endOn: '2030-10-14',
      touches: ['monthlyFee', 'sme'],
    })
    expect(outcome(propose(dearer, { contract: agreed }))).toBe('amendment-proposed')
    const again = { ...nextTerm, revision: 3 }
    const anew = { contract: agreed, forNext, kind: 'renewal', firstDay: '2029-10-15' } as const
    expect(outcome(propose(again, anew))).toBe('amendment-proposed')
  })
  test('a renewal is signed even where no item changes', () =>
    expect(outcome(propose(nextTerm, { kind: 'renewal', changed: [], firstDay: '2029-10-15' }))).toBe(
      'amendment-proposed',
    ))
  test.each([
    ['smeId', '7123456789012'],
    ['serviceId', otherServiceId],
    ['contractId', contractOf(9)],
  ] as const)('another %s is another contract, whatever else is wrong', (name, value) =>
    expect(refusalOf(propose({ ...dearer, [name]: value }, { breaches: [breach] }))).toEqual({
      kind: 'does-not-fit',
      what: name,
      given: value,
      needs: deal[name],
    }),
  )
  test.each([
    ['amendment', '2026-10-14', '2026-10-15'],
    ['amendment', '2026-10-16', '2026-10-15'],
    ['renewal', '2029-10-14', '2029-10-15'],
    ['renewal', '2029-10-16', '2029-10-15'],
  ] as const)('of an %s that begins on %s, where %s is due, is refused', (kind, startOn, firstDay) => {
    const to = { ...nextTerm, startOn: day(startOn) }
    expect(refusalOf(propose(to, { kind, firstDay }))).toEqual({
      kind: 'does-not-fit',
      what: 'terms.startOn',
      given: startOn,
      needs: firstDay,
    })
    expect(outcome(propose({ ...to, startOn: day(firstDay) }, { kind, firstDay }))).toBe('amendment-proposed')
  })
  test('is refused with every breach at once', () =>
    expect(refusalOf(propose(dearer, { breaches: [breach, breach] }))).toEqual({
      kind: 'breaches-standard',
      breaches: [breach, breach],
    }))
  test('an amendment leaves the last day alone once the next term is agreed; the rest may change', () => {
    const contract = liveAfter(...toAgreeNext)
    for (const endOn of ['2029-10-13', '2029-10-15'])
      expect(refusalOf(propose({ ...dearer, endOn: day(endOn) }, { contract }))).toEqual({
        kind: 'does-not-fit',
        what: 'terms.endOn',
        given: endOn,
        needs: '2029-10-14',
      })
    expect(outcome(propose(dearer, { contract }))).toBe('amendment-proposed')
    expect(outcome(propose({ ...dearer, endOn: day('2029-10-13') }))).toBe('amendment-proposed')
    const renewal = { ...nextTerm, endOn: day('2031-10-14') }
    expect(outcome(propose(renewal, { contract, kind: 'renewal', firstDay: '2029-10-15' }))).toBe('amendment-proposed')
  })
  test('again replaces the proposal before, and its link is dead', () => {
    const again = liveAfter(...toEnterAgain, { ...proposed, deal: { ...dearer, revision: 3 } })
    expect(again.proposal).toMatchObject({ deal: { revision: 3 }, explanation: null, link: null })
    expect(again.lastRevision).toBe(3)
    expect(openLinkOf(again)).toBeNull()
    expect(openLink(again, amendNonce, at).ok).toBe(false)
  })
  test('is refused of who leaves for good, and possible while that is only a wish', () => {
    expect(refusalOf(propose(dearer, { contract: liveAfter(...toLeave) }))).toEqual({
      kind: 'wrong-stage',
      what: 'cancellation',
      stage: 'confirmed',
      needs: ['none', 'requested'],
    })
    expect(outcome(propose(dearer, { contract: liveAfter(...toWish) }))).toBe('amendment-proposed')
  })
  test('is refused while a takeover is open, and possible once it is settled', () => {
    const refused = { kind: 'wrong-stage', what: 'takeover', needs: ['settled'] }
    expect(refusalOf(propose(dearer, { contract: liveAfter(...toSign, opened) }))).toEqual({
      ...refused,
      stage: 'opened',
    })
    expect(refusalOf(propose(dearer, { contract: liveAfter(...toSign, opened, told) }))).toEqual({
      ...refused,
      stage: 'told',
    })
    const served = liveAfter(...toSign, opened, told, settled('servedByImplementingEntity', entityId))
    expect(outcome(propose(dearer, { contract: served }))).toBe('amendment-proposed')
  })
})

describe('explaining what would change', () => {
  const explain = (on: string, contract: ExistingContract = liveAfter(...toPropose)) =>
    explainAmendment(
      contract,
      { explanation: { ...explanation, on: day(on) }, explanationSha256: sha256('1') },
      { today },
    )

  test('is possible today, and not for tomorrow', () => {
    expect(explain(today)).toEqual({ ok: true, value: [explained] })
    expect(refusalOf(explain('2026-10-02'))).toEqual({
      kind: 'out-of-order',
      what: 'explanation.on',
      given: today,
      notBefore: '2026-10-02',
    })
  })
  test('says of a paper contract that its items are listed, which the paper need not have (E6)', () => {
    const contract = liveAfter(...toPropose)
    expect(explain(today, { ...contract, entry: 'attested' })).toEqual({
      ok: true,
      value: [{ ...explained, explanation: { ...explained.explanation, listed: true } }],
    })
  })
  test('is kept with the proposal; how the text in force was explained stays', () => {
    const written = { ...explained, explanation: { ...explanation, method: 'written' } } as const
    const contract = liveAfter(...toPropose, written)
    expect(contract.proposal?.explanation).toEqual(written.explanation)
    expect(contract.explanation).toEqual(explanation)
  })
  test('needs a proposal', () => {
    expect(refusalOf(explain(today, live))).toEqual({
      kind: 'wrong-stage',
      what: 'amendment',
      stage: 'none',
      needs: ['proposed'],
    })
    expect(refusalOf(explain(today, contractAfter(drafted)))).toMatchObject({ what: 'contract', needs: ['live'] })
  })
})
