import type { InputOf, HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import {
  explainAmendment as decideExplanation,
  offerAmendment as decideOffer,
  proposalOf,
  proposeAmendment as decideProposal,
  withdrawAmendment as decideWithdrawal,
  type Proposal,
} from '../../../shared/domain/contract/amendment.ts'
import type { Deal, LiveContract } from '../../../shared/domain/contract/contract.ts'
import { differencesBetween, samePartiesIn } from '../../../shared/domain/contract/differences.ts'
import { disclosureItemCodes } from '../../../shared/domain/contract/disclosure-items.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { shardOf } from '../../../shared/domain/ids.ts'
import { daysAfter, later, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Breach, Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { OfferedVersion } from '../../../shared/domain/service/gate.ts'
import { editionOfLaterOccasion } from '../../../shared/standard/index.ts'
import type { Ground } from '../../ports/contracts.ts'
import { paperAt } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { judgeConclusion, judgeContract, versionOnOffer } from '../judging.ts'
import { seen } from './act-on-contract.ts'
import { compile } from './compile.ts'
import { gateChecks } from './draft-contract.ts'
import { step, type Step } from './step.ts'
import type { Costs } from '../cost.ts'

const dayMs = 86_400_000
const usualValidDays = 14

/** Who is the SME's counterparty now: whom a new revision names as its seller. */
export const counterpartyOf = ({ counterparty, deal }: LiveContract): Deal['seller'] =>
  counterparty.at(-1)?.party ?? deal.seller

/** What a new revision of a live contract is judged against: the gate of its counterparty, and its own place. */
export const groundOfLive = async ({ contracts }: World, contract: LiveContract): Promise<Ground> => {
  const { deal } = contract
  const ground = await contracts.ground(deal.contractId, deal)
  const seller = counterpartyOf(contract)
  const gate = ground?.gate.owner === seller ? ground.gate : await contracts.gate(seller, shardOf(deal.contractId))
  if (!ground || !gate) throw new Error(`${deal.contractId} lost its ground`)
  return { ...ground, gate }
}

type Occasion = 'amendment' | 'renewal'

/** The version of the service a later occasion of a contract is made under, with the edition that judges it. */
export const versionFor = (
  occasion: Occasion,
  { serviceVersion, edition }: Deal,
  { serviceGate }: Ground,
  wanted: 'asSigned' | 'onOffer',
  today: PlainDate,
): Result<OfferedVersion, Refusal<'does-not-fit'>> => {
  const onOffer = versionOnOffer(serviceGate, today)
  if (!onOffer.ok) return onOffer
  const asSigned = { ...onOffer.value, number: serviceVersion, edition }
  if (occasion === 'amendment' && (wanted === 'asSigned' || onOffer.value.number === serviceVersion))
    return done({
      ...asSigned,
      edition: editionOfLaterOccasion(occasion, { signedUnder: asSigned, onOffer: onOffer.value }),
    })
  return done(onOffer.value)
}

/** What the edition objects to in a new revision, on the day it is proposed or signed. */
export const judgeRevision = (deal: Deal, ground: Ground, today: PlainDate): readonly Breach[] =>
  judgeContract(deal, { ...ground, placeHeldBy: deal.contractId }, { day: today })

type Given = InputOf<Routes['proposeAmendment']>['body']

/** Proposes a new revision of a live contract, with its text compiled beside the one in force. */
export const proposeAmendment =
  (world: World): HandlerOf<Routes['proposeAmendment']> =>
  ({ params: { contractId }, body }, call) =>
    step(world, contractId, call, async ({ state, version }): Promise<Result<Step, Refused>> => {
      const { kind, reason, askedBy, version: wanted, ...given } = body
      if (state.stage !== 'live') return wrongStageOf(state.stage)
      const { deal: now } = state
      const same = fits(now, given)
      if (same) return refuse(same)
      const ground = await groundOfLive(world, state)
      const on = versionFor(kind, now, ground, wanted, call.today)
      if (!on.ok) return on

      const revision = state.lastRevision + 1
      const { deal, document } = await compile(world, contractId, revision, given, ground, on.value)
      const before = await world.contracts.document(contractId, now.revision)
      const after = document.content as Disclosure
      const differences = differencesBetween(before, after).map(({ code }) => code)
      const changed = samePartiesIn(before, after) ? differences : disclosureItemCodes
      const paper = paperAt(world.digest, 'proposal', version, { reason, askedBy, changed })
      const decision = decideProposal(
        state,
        { kind, deal, changed, proposalSha256: paper.sha256 },
        {
          breaches: judgeRevision(deal, ground, call.today),
          firstDay: kind === 'renewal' ? daysAfter(now.endOn, 1) : now.startOn,
        },
      )
      return decision.ok
        ? done({
            events: decision.value,
            papers: [document, paper],
            checks: gateChecks(contractId, ground),
          })
        : decision
    })

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'breaches-standard'>

const wrongStageOf = (stage: string) =>
  refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'contract', stage, needs: ['live'] })

const fits = (now: Deal, { sme, terms }: Pick<Given, 'sme' | 'terms'>): Refusal<'does-not-fit'> | undefined => {
  if (sme.corporateNumber !== now.smeId)
    return { kind: 'does-not-fit', what: 'sme.corporateNumber', given: sme.corporateNumber, needs: now.smeId }
  if (terms.serviceId !== now.serviceId)
    return { kind: 'does-not-fit', what: 'terms.serviceId', given: terms.serviceId, needs: now.serviceId }
  return undefined
}

/** Records how the new conditions were explained. */
export const explainAmendment =
  (world: World): HandlerOf<Routes['explainAmendment']> =>
  ({ params: { contractId }, body: { by, ...explanation } }, call) =>
    step(world, contractId, call, ({ state, version }) => {
      const paper = paperAt(world.digest, 'explanation', version, { by, ...explanation })
      const decision = decideExplanation(state, { explanation, explanationSha256: paper.sha256 }, call)
      return decision.ok ? done({ events: decision.value, papers: [paper] }) : decision
    })

/** Everything that would refuse the signature of a proposal today. */
export const objections = async (
  world: World,
  state: LiveContract,
  { deal, explanation }: Proposal,
  today: PlainDate,
): Promise<{ readonly breaches: readonly Breach[]; readonly ground: Ground }> => {
  const ground = await groundOfLive(world, state)
  return {
    ground,
    breaches: [
      ...judgeRevision(deal, ground, today),
      ...judgeConclusion(deal.edition, { explanation, signedOn: today }),
    ],
  }
}

/** Sends the SME the link to read what would change, and to sign it. */
export const offerAmendment =
  (world: World): HandlerOf<Routes['offerAmendment']> =>
  ({ params: { contractId }, body: { validDays = usualValidDays } }, call) =>
    step(world, contractId, call, async ({ state }): Promise<Result<Step, Refused>> => {
      const proposal = proposalOf(state)
      if (!proposal.ok) return proposal
      const live = state as LiveContract
      const { breaches, ground } = await objections(world, live, proposal.value, call.today)
      const sent = { nonce: world.ids.nonce(), expiresAt: later(call.at, validDays * dayMs) }
      const decision = decideOffer(state, sent, { breaches })
      return decision.ok ? done({ events: decision.value, checks: gateChecks(contractId, ground) }) : decision
    })

export const withdrawAmendment =
  (world: World): HandlerOf<Routes['withdrawAmendment']> =>
  ({ params: { contractId } }, call) =>
    step(world, contractId, call, ({ state }) => {
      const decision = decideWithdrawal(state)
      return decision.ok ? done({ events: decision.value }) : decision
    })

/** What would change, item by item. */
export const differencesOf = async (
  { contracts }: World,
  { deal }: LiveContract,
  { kind, deal: proposed }: Pick<Proposal, 'kind' | 'deal'>,
) => {
  const [before, after] = await Promise.all([
    contracts.document(deal.contractId, deal.revision),
    contracts.document(deal.contractId, proposed.revision),
  ])
  return {
    contractId: deal.contractId,
    kind,
    revisionBefore: deal.revision,
    revisionAfter: proposed.revision,
    sha256Before: deal.documentSha256,
    sha256After: proposed.documentSha256,
    differences: differencesBetween(before, after).map((one) => ({
      ...one,
      before: [...one.before],
      after: [...one.after],
    })),
  }
}

export const getDifferences =
  (world: World): HandlerOf<Routes['getDifferences']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await seen(world.contracts, who, contractId)
    if (!found.ok) return found
    const { state } = found.value.kept
    const proposal = proposalOf(state)
    return proposal.ok ? done(await differencesOf(world, state as LiveContract, proposal.value)) : proposal
  }

export const costs: Costs = {
  proposeAmendment: { requests: 4, readUnits: 6, writeUnits: 20 },
  explainAmendment: { requests: 2, readUnits: 2, writeUnits: 10 },
  offerAmendment: { requests: 3, readUnits: 5, writeUnits: 12 },
  withdrawAmendment: { requests: 2, readUnits: 2, writeUnits: 9 },
  getDifferences: { requests: 3, readUnits: 4, writeUnits: 0 },
}
