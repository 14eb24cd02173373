import type { Contract, LiveContract } from '../shapes/contract.ts'
import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Coverage, Interval } from '../shapes/contract-parts.ts'
import type { Instant } from '../shapes/ids.ts'
import { sentLink, withLink } from './links.ts'
import { named, reached, through } from './reached.ts'

type Of<Type extends ContractEvent['type']> = Extract<ContractEvent, { type: Type }>

/** Ends what is open; an interval never ends before it began. */
const ended = (line: readonly Interval[], at: Instant): readonly Interval[] =>
  line.map((one) => (one.until === null ? { ...one, until: one.from > at ? one.from : at } : one))

/** Another answers from an instant on. */
const handed = (line: readonly Interval[], party: Interval['party'], at: Instant): readonly Interval[] => {
  const last = line.at(-1)
  if (last && last.until === null && last.party === party) return line
  const from = last && last.from > at ? last.from : at
  return [...ended(line, from), { party, from, until: null }]
}

/** Times in which something was lost, in order, each by itself. */
const merged = (gaps: Coverage['gaps']): Coverage['gaps'] => {
  const all: Coverage['gaps'][number][] = []
  for (const gap of gaps.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = all.at(-1)
    if (last && gap.from <= last.until)
      all.splice(-1, 1, { ...last, until: gap.until > last.until ? gap.until : last.until })
    else all.push(gap)
  }
  return all
}

const found = (
  coverage: Coverage,
  { facet, finding, statedAt }: Omit<Of<'takeover-coverage-noted'>, 'type' | 'evidenceSha256' | 'operationId'>,
): Coverage => {
  const now = coverage[facet]
  const lostAt = now.stage === 'lost' ? now.since : undefined
  if (finding === 'lost')
    return {
      ...coverage,
      [facet]: { stage: 'lost', since: lostAt !== undefined && lostAt < statedAt ? lostAt : statedAt },
    }
  const gap = lostAt === undefined ? [] : [{ from: lostAt, until: statedAt < lostAt ? lostAt : statedAt }]
  return {
    ...coverage,
    [facet]: { stage: 'confirmed' },
    gaps: gap.length > 0 ? merged([...coverage.gaps, ...gap]) : coverage.gaps,
  }
}

const opened = (contract: LiveContract, { discontinuanceId, since, late }: Of<'takeover-opened'>): LiveContract => {
  const unknown = { stage: 'unknown' } as const
  const coverage = { monitoring: unknown, contact: unknown, insurance: unknown, gaps: [] }
  const before = contract.takeover === null ? [] : [contract.takeover]
  return {
    ...contract,
    proposal: null,
    responsibility: handed(contract.responsibility, contract.deal.entityId, since),
    takeover: { discontinuanceId, since, stage: 'opened', late, settlement: null, coverage },
    earlierTakeovers: [...contract.earlierTakeovers, ...before],
  }
}

const settled = (contract: LiveContract, { settlement, holder }: Of<'takeover-settled'>, at: Instant): LiveContract => {
  const { takeover, responsibility, counterparty } = contract
  if (takeover === null) return contract
  const moves = settlement.startsWith('movedTo')
  return {
    ...contract,
    holder,
    takeover: { ...takeover, stage: 'settled', settlement },
    responsibility: settlement === 'endedBySme' ? responsibility : handed(responsibility, holder, at),
    counterparty: moves ? handed(counterparty, holder, at) : counterparty,
  }
}

const bounced = (contract: LiveContract, { untold }: Of<'takeover-notice-bounced'>): LiveContract => {
  const { takeover } = contract
  if (takeover === null || !untold) return contract
  const { stage, coverage } = takeover
  const contact = coverage.contact.stage === 'confirmed' ? ({ stage: 'unknown' } as const) : coverage.contact
  return {
    ...contract,
    takeover: { ...takeover, stage: stage === 'settled' ? 'settled' : 'opened', coverage: { ...coverage, contact } },
  }
}

const covered = (contract: LiveContract, finding: Parameters<typeof found>[1], stage?: 'told'): LiveContract => {
  const { takeover } = contract
  if (takeover === null) return contract
  return {
    ...contract,
    takeover: { ...takeover, ...(stage ? { stage } : {}), coverage: found(takeover.coverage, finding) },
  }
}

const amended = (contract: LiveContract, event: Of<'contract-amended'>): LiveContract => {
  const kept = event.contactBefore === undefined ? contract : withLink({ ...reached(contract), contactVerified: true })
  return {
    ...kept,
    deal: event.deal,
    proposal: null,
    next: contract.next === null ? null : { ...contract.next, deal: event.next ?? contract.next.deal },
    lastRevision: (event.next ?? event.deal).revision,
  }
}

const succeeded = (contract: LiveContract, event: Of<'sme-succeeded'>): LiveContract => {
  const { conflict: _, contactVerified: __, ...kept } = reached(contract)
  return {
    ...kept,
    deal: event.deal,
    proposal: null,
    next: contract.next === null ? null : { ...contract.next, deal: event.next ?? contract.next.deal },
    lastRevision: (event.next ?? event.deal).revision,
    formerSmeIds: [...(contract.formerSmeIds ?? []), contract.deal.smeId],
    ...(event.conflictWith === undefined ? {} : { conflict: { with: event.conflictWith } }),
  }
}

const amendmentSigned = (contract: LiveContract, at: Instant): LiveContract => {
  const { proposal, confirmation } = contract
  if (!proposal?.explanation) return contract
  const { kind, deal, explanation } = proposal
  const stands = confirmation.stage === 'given' ? confirmation : ({ stage: 'confirmed', at } as const)
  const signed = { ...contract, confirmation: stands, proposal: null }
  return kind === 'renewal'
    ? { ...signed, next: { deal, explanation } }
    : { ...signed, deal, explanation, announced: null }
}

/** An SME whose dispute was answered is asked again, by the one link that opens. */
const askedAnew = (contract: LiveContract, event: Of<'attestation-kept' | 'attestation-corrected'>): LiveContract =>
  withLink({ ...contract, confirmation: { stage: 'awaiting', link: null } }, ['confirm', sentLink(event)])

const over = (contract: LiveContract, { on, ending }: Of<'contract-ended'>, at: Instant): Contract => ({
  ...withLink(reached(contract)),
  stage: 'ended',
  endedAt: at,
  endedOn: on,
  ending,
  responsibility: ended(contract.responsibility, at),
  counterparty: ended(contract.counterparty, at),
  proposal: null,
  next: null,
  announced: null,
  leaving: null,
})

const kinds = ['remoteSupport', 'positionTransfer', 'foreignPersonalData']

const consented = (
  contract: LiveContract,
  { type, kind }: Of<'consent-given' | 'consent-withdrawn'>,
  at: Instant,
): LiveContract => {
  const now = { kind, stage: type === 'consent-given' ? 'given' : 'withdrawn', at } as const
  const consents = [...contract.consents.filter((one) => one.kind !== kind), now]
  return {
    ...contract,
    consents: consents.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind)),
  }
}

/** Folds an event into a live contract; events that only are on record leave it as it is. */
export const foldLive = (contract: LiveContract, event: ContractEvent, at: Instant): Contract => {
  const { deal, announced, leaving, next } = contract
  switch (event.type) {
    case 'attestation-confirmed':
    case 'attestation-disputed':
      if (event.type === 'attestation-disputed') return { ...contract, confirmation: { stage: 'disputed', at } }
      return { ...through(contract), confirmation: { stage: 'confirmed', at } }
    case 'attestation-kept':
      return askedAnew(contract, event)
    case 'attestation-corrected':
      return {
        ...askedAnew(contract, event),
        deal: event.deal,
        lastRevision: event.deal.revision,
        proposal: null,
        announced: null,
      }
    case 'confirmation-asked':
      return withLink(contract, ['confirm', sentLink(event)])
    case 'takeover-opened':
      return opened(contract, event)
    case 'takeover-told':
      return covered(contract, { facet: 'contact', finding: 'confirmed', statedAt: at }, 'told')
    case 'takeover-notice-bounced':
      return bounced(contract, event)
    case 'takeover-coverage-noted':
      return covered(contract, event)
    case 'takeover-settled':
      return settled(contract, event, at)
    case 'contract-ended':
      return over(contract, event, at)
    case 'sme-succeeded':
      return succeeded(contract, event)
    case 'sme-conflict-settled': {
      const { conflict, ...rest } = contract
      if (conflict === undefined || event.exceptionId === undefined) return rest
      return { ...rest, conflict: { with: conflict.with, exceptionId: event.exceptionId } }
    }
    case 'cancellation-requested': {
      const { on, penaltyExTaxYen, wordSha256 } = event
      return { ...contract, leaving: { on, penaltyExTaxYen, wordSha256, requestedAt: at, confirmed: false } }
    }
    case 'cancellation-withdrawn':
      return { ...contract, leaving: null, announced: announced === null ? null : { ...announced, held: false } }
    case 'cancellation-confirmed':
      return leaving === null ? contract : { ...contract, leaving: { ...leaving, confirmed: true }, proposal: null }
    case 'consent-given':
    case 'consent-withdrawn':
      return consented(contract, event, at)
    case 'amendment-proposed': {
      const { kind, deal: proposed, changed } = event
      const proposal = { kind, deal: proposed, changed, explanation: null, link: null }
      return { ...contract, proposal, lastRevision: proposed.revision }
    }
    case 'amendment-withdrawn':
      return { ...contract, proposal: null }
    case 'contract-amended':
      return amended(contract, event)
    case 'amendment-signed':
      return amendmentSigned(event.contactBefore === undefined ? through(contract) : named(through(contract)), at)
    case 'renewal-announced':
      return { ...contract, announced: { answerBy: event.answerBy, held: false } }
    case 'renewal-held':
      return { ...contract, announced: { answerBy: announced === null ? deal.endOn : announced.answerBy, held: true } }
    case 'contract-renewed':
      return { ...contract, deal: event.deal, proposal: null, lastRevision: event.deal.revision, announced: null }
    case 'term-begun':
      return next === null ? contract : { ...contract, ...next, proposal: null, next: null, announced: null }
    default:
      return contract
  }
}
