import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { readsTheSame } from '../../../shared/domain/contract/differences.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import {
  draftContract as decideDraft,
  reviseContract as decideRevision,
} from '../../../shared/domain/contract/prepare.ts'
import { cannotBePrinted } from '../../../shared/domain/documents/undrawable-text.ts'
import { unfitToSign } from '../../../shared/domain/contract/term-bounds.ts'
import { shardOf, type EntityId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Check } from '../../ports/records.ts'
import type { About, Ground } from '../../ports/contracts.ts'
import type { World } from '../../ports/world.ts'
import { beginning, change, versionAfter } from '../change.ts'
import { cannotName, exceptionCheck } from '../exceptions/named-exception.ts'
import { judgeContract, versionOnOffer } from '../judging.ts'
import { contractView } from '../views/contract-view.ts'
import { actable, governingCheck, ownPortfolio } from './act-on-contract.ts'
import { compile } from './compile.ts'
import { refusedFor } from './standing-contract.ts'
import { ownNumber } from './own-number.ts'
import type { Costs } from '../cost.ts'

/**
 * The two gates a contract is made on must stand as they were read, and so must the exception it names. Where it is
 * concluded, no fence may stand before its seller's portfolio either.
 */
export const gateChecks = (
  contractId: Parameters<typeof shardOf>[0],
  { gate, serviceGate, exception }: Ground,
  how: { readonly signs?: true } = {},
): readonly Check[] => {
  const shard = shardOf(contractId)
  return [
    { gate: 'portfolio', owner: gate.owner, shard, epoch: gate.epoch, ...how },
    { gate: 'service', serviceId: serviceGate.serviceId, shard, epoch: serviceGate.epoch },
    ...exceptionCheck({ exception }),
  ]
}

/** What a contract that is given is about. */
export const aboutGiven = (
  {
    sme,
    terms,
    exceptionId,
  }: Pick<InputOf<Routes['attestContract']>['body'], 'terms' | 'exceptionId'> & {
    readonly sme: { readonly corporateNumber: string }
  },
  entityId: EntityId,
): About => ({
  serviceId: terms.serviceId,
  smeId: sme.corporateNumber,
  entityId,
  ...(exceptionId ? { exceptionId } : {}),
})

/** A draft in the seller's own portfolio, with the disclosure compiled from the version on offer today. */
export const draftContract =
  (world: World): HandlerOf<Routes['draftContract']> =>
  async ({ body }, { who, at, today, stamp }) => {
    const contractId = world.ids.contractIn(ownPortfolio(who))
    const ground = await world.contracts.ground(contractId, aboutGiven(body, who.entityId))
    if (ground?.serviceGate.entityId !== who.entityId) return refuse({ kind: 'not-found', what: 'service' })
    const cannot = ownNumber(body, ground.gate) ?? cannotName(body, ground, ownPortfolio(who))
    if (cannot) return cannot
    const version = versionOnOffer(ground.serviceGate, today)
    if (!version.ok) return version

    const { deal, document, name } = await compile(world, contractId, 1, body, ground, version.value)
    const unfit = unfitToSign(deal, today) ?? cannotBePrinted(document.content as Disclosure)
    if (unfit) return refuse(unfit)
    const decision = decideDraft(deal, { breaches: judgeContract(deal, ground, { day: today, anew: true }) })
    if (!decision.ok)
      return refusedFor(world, who, decision.refusal, ground, { deal, text: document.content as Disclosure })
    const changed = beginning('contract', contractId, decision.value, at, { papers: [document], name })
    return world.commits.commit({
      stamp,
      answer: contractView(changed.state as KeptContract, versionAfter(changed), name, ground.gate),
      changes: [changed],
      checks: gateChecks(contractId, ground),
    })
  }

/** The next revision of a draft, compiled anew under the version on offer today. */
export const reviseContract =
  (world: World): HandlerOf<Routes['reviseContract']> =>
  async ({ params: { contractId }, body }, { who, at, today, stamp }) => {
    const found = await actable(world.contracts, who, contractId)
    if (!found.ok) return found
    const { kept } = found.value
    const ground = await world.contracts.ground(contractId, aboutGiven(body, who.entityId))
    if (ground?.serviceGate.entityId !== who.entityId) return refuse({ kind: 'not-found', what: 'service' })
    const cannot = ownNumber(body, ground.gate) ?? cannotName(body, ground, ownPortfolio(who))
    if (cannot) return cannot
    const version = versionOnOffer(ground.serviceGate, today)
    if (!version.ok) return version

    const revision = kept.state.deal.revision + 1
    const { deal, document, name } = await compile(world, contractId, revision, body, ground, version.value)
    const unfit = unfitToSign(deal, today) ?? cannotBePrinted(document.content as Disclosure)
    if (unfit) return refuse(unfit)
    const before = await world.contracts.document(contractId, kept.state.deal.revision)
    const decision = decideRevision(kept.state, deal, {
      readsTheSame: readsTheSame(before, document.content as Disclosure),
      breaches: judgeContract(deal, ground, { day: today, anew: true }),
    })
    if (!decision.ok && decision.refusal.kind === 'breaches-standard')
      return refusedFor(world, who, decision.refusal, ground, { deal, text: document.content as Disclosure })
    if (!decision.ok) return decision
    const changed = change('contract', contractId, kept, decision.value, at, { papers: [document], name })
    return world.commits.commit({
      stamp,
      answer: contractView(changed.state as KeptContract, versionAfter(changed), name, ground.gate),
      changes: [changed],
      checks: [governingCheck(found.value), ...gateChecks(contractId, ground).slice(1)],
    })
  }

export const costs: Costs = {
  draftContract: { requests: 2, readUnits: 3, writeUnits: 20 },
  reviseContract: { requests: 4, readUnits: 6, writeUnits: 21 },
}
