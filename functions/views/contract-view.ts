import { numbersOf, shortNumberOf } from '../../shared/domain/short-number.ts'
import type * as z from 'zod'
import type { ContractLineView, ContractView, DocumentView } from '../../shared/api/views/contract.ts'
import { listedTerms, pickTerms, revisionTerms } from '../../shared/domain/contract/contract-terms.ts'
import { isGiven } from '../../shared/domain/contract/consent.ts'
import { penaltyDue } from '../../shared/domain/contract/ending.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import { explanationOnRecord } from '../../shared/domain/contract/explanation.ts'
import { contractText, feesWithTax } from '../../shared/domain/documents/contract-document.ts'
import { openLinkOf } from '../../shared/domain/contract/link.ts'
import { effectiveResponsibility } from '../../shared/domain/contract/responsibility.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import type { EntityId, PortfolioOwner, ResellerId } from '../../shared/domain/ids.ts'
import type { PortfolioGuard } from '../../shared/domain/reseller/guard.ts'
import type { ContractSummary } from '../ports/contracts.ts'
import { coverageView } from './coverage-view.ts'
import type { Interval, EndedContract, ExistingContract, LiveContract } from '../../shared/domain/contract/states.ts'

type Gate = Pick<PortfolioGuard, 'owner' | 'entityId' | 'discontinued'>

const resellerOf = (seller: PortfolioOwner, entityId: EntityId): ResellerId | null =>
  seller === entityId ? null : (seller as ResellerId)

const separateView = ({ functions, exceptionId }: ExistingContract['deal']) => {
  const leavesOut = serviceFunctions.filter((one) => !functions.includes(one))
  return leavesOut.length > 0 ? { leavesOut, exceptionId: exceptionId ?? null } : null
}

const track = (intervals: readonly Interval[]) => ({
  now: intervals.find(({ until }) => until === null)?.party ?? null,
  intervals: [...intervals],
})

const confirmedThrough = ({ confirmation, confirmedByVerified }: LiveContract | EndedContract) => {
  if (confirmation.stage !== 'confirmed') return {}
  return { confirmedThrough: confirmedByVerified ? ('verifiedContact' as const) : ('sellersContact' as const) }
}

const linkView = (contract: ExistingContract) => {
  const open = openLinkOf(contract)
  if (!open) return null
  const renewing = open.purpose === 'amend' && contract.stage === 'live' && contract.proposal?.kind === 'renewal'
  const { expiresAt, codesSent, passedAt } = open.link
  return { purpose: renewing ? ('renew' as const) : open.purpose, expiresAt, codesSent, passed: passedAt !== null }
}

const explanationView = (contract: ExistingContract) => {
  const explanation = explanationOnRecord(contract)
  return explanation && { ...explanation, items: [...explanation.items] }
}

/** A contract as it is shown: who answers for it is read through its governing portfolio guard, whatever is stored. */
export const contractView = (
  contract: ExistingContract,
  version: number,
  name: string,
  gate: Gate,
): z.input<typeof ContractView> => {
  const { deal } = contract
  const made = contract.stage === 'live' || contract.stage === 'ended' ? contract : null
  return {
    ...numbersOf(deal.contractId),
    version,
    stage: contract.stage,
    entityId: deal.entityId,
    resellerId: resellerOf(deal.seller, deal.entityId),
    edition: deal.edition,
    service: { serviceId: deal.serviceId, version: deal.serviceVersion, monitoringType: deal.monitoringType },
    sme: { smeId: deal.smeId, name, prefecture: deal.prefecture },
    terms: {
      initialFeeExTaxYen: deal.initialFeeExTaxYen,
      ...pickTerms(revisionTerms, deal),
      endOn: deal.endOn,
      renewal: deal.renewal,
    },
    separate: separateView(deal),
    document: { revision: deal.revision, sha256: deal.documentSha256 },
    explanation: explanationView(contract),
    link: linkView(contract),
    entry: made?.entry ?? null,
    signedOn: made?.signedOn ?? null,
    liveAt: made?.liveAt ?? null,
    remoteSupportConsent: made && isGiven(made.consents, 'remoteSupport'),
    confirmation: made?.confirmation.stage ?? null,
    ...(made ? confirmedThrough(made) : {}),
    awaiting: made?.confirmation.stage === 'awaiting' ? ['acknowledgements', 'secondFactor'] : [],
    responsibility: made && track(effectiveResponsibility(made.responsibility, gate)),
    counterparty: made && track(made.counterparty),
    smeConflict: conflictIn(made?.stage === 'live' ? (made.conflict ?? null) : null),
    takeover: made?.takeover
      ? {
          discontinuanceId: made.takeover.discontinuanceId,
          stage: made.takeover.stage,
          late: made.takeover.late,
          settlement: made.takeover.settlement,
          coverage: coverageView(made, made.takeover),
        }
      : null,
    ending: contract.stage === 'ended' ? { on: contract.endedOn, why: contract.ending } : null,
    voided: contract.stage === 'void' ? contract.reason : null,
    ...courseView(made, gate),
  }
}

/** Conflict of a contract with another of its SME, as it is shown. */
export const conflictIn = (conflict: { readonly exceptionId?: string } | null): 'open' | 'excepted' | null =>
  conflict && (conflict.exceptionId === undefined ? 'open' : 'excepted')

/** Course of a contract, with what is under way on it: nothing, before it is made. */
const courseView = (made: LiveContract | EndedContract | null, gate: Gate) => {
  const { proposal = null, next = null, announced = null, consents = [] } = made ?? {}
  return {
    consents: consents.map((one) => ({ ...one })),
    proposal: proposal && {
      kind: proposal.kind,
      revision: proposal.deal.revision,
      sha256: proposal.deal.documentSha256,
      changed: [...proposal.changed],
      explained: proposal.explanation !== null,
      offered: proposal.link !== null,
    },
    next: next && { revision: next.deal.revision, startOn: next.deal.startOn, endOn: next.deal.endOn },
    renewalAnnounced: announced && { ...announced },
    leaving: leavingView(made, gate),
  }
}

/**
 * The SME's wish to leave as people see it, at the price it has now; its words stay in their evidence document. Behind
 * the portfolio guard of a reseller that stopped the contract is being taken over, written down yet or not.
 */
export const leavingView = (made: LiveContract | EndedContract | null, gate?: Gate) => {
  const leaving = made?.leaving
  if (!leaving) return null
  const isBehind = made.stage === 'live' && gate?.discontinued && gate.owner === made.holder
  const penaltyExTaxYen = isBehind ? 0 : penaltyDue(made, leaving)
  return { on: leaving.on, penaltyExTaxYen, requestedAt: leaving.requestedAt, confirmed: leaving.confirmed }
}

/** The text of a revision, with the characters that may not be drawn as they are meant. */
export const documentView = (disclosure: Disclosure, sha256: string): z.input<typeof DocumentView> => ({
  shortNumber: shortNumberOf(disclosure.contractId),
  sha256,
  disclosure: disclosure as never,
  glyphNote: contractText(disclosure, sha256).glyphNote,
  fees: feesWithTax(disclosure),
})

/** A contract as a line of a list. */
export const contractLineView = (line: ContractSummary): z.input<typeof ContractLineView> => ({
  ...numbersOf(line.contractId),
  stage: line.stage,
  entry: line.entry,
  resellerId: line.seller.startsWith('rsl_') ? (line.seller as ResellerId) : null,
  service: { serviceId: line.serviceId, monitoringType: line.monitoringType },
  sme: { smeId: line.smeId, name: line.name, prefecture: line.prefecture },
  terms: {
    initialFeeExTaxYen: line.initialFeeExTaxYen,
    ...pickTerms(listedTerms, line),
    endOn: line.endOn,
  },
  signedOn: line.signedOn,
  endedOn: line.endedOn,
  takeover: line.takeover?.stage ?? null,
})
