import type { Answer } from '../../../shared/domain/command.ts'
import type { Call } from '../../../shared/api/call.ts'
import type { HandlerOf, UsualRefusal } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { ContractEvent, KeptContract } from '../../../shared/domain/contract/contract.ts'
import {
  explainContract as decideExplanation,
  offerContract as decideOffer,
  voidContract as decideVoid,
} from '../../../shared/domain/contract/prepare.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { later } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { Check, Paper } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../change.ts'
import { judgeConclusion, judgeContract, versionOnOffer } from '../judging.ts'
import { contractView } from '../views/contract-view.ts'
import { actable, governingCheck, type Seller } from './act-on-contract.ts'
import { gateChecks } from './draft-contract.ts'
import type { Costs } from '../cost.ts'

type Step = {
  readonly events: readonly ContractEvent[]
  readonly papers?: readonly Paper[]
  readonly checks?: readonly Check[]
}

/** Reads the contract, decides, and writes one step on it while its governing gate stands. */
const step = async <No>(
  world: World,
  contractId: ContractId,
  { who, at, stamp }: Call<Seller>,
  decide: (read: ContractAsRead) => Promise<Result<Step, No>> | Result<Step, No>,
): Promise<Answer<ReturnType<typeof contractView>, No | Refusal<'not-found' | 'wrong-stage' | UsualRefusal>>> => {
  const found = await actable(world.contracts, who, contractId)
  if (!found.ok) return found
  const { kept, name, gate } = found.value
  const decision = await decide(found.value)
  if (!decision.ok) return decision
  const { events, papers = [], checks = [governingCheck(found.value)] } = decision.value
  const changed = change('contract', contractId, kept, events, at, { papers, name })
  return world.commits.commit({
    stamp,
    answer: contractView(changed.state as KeptContract, versionAfter(changed), name, gate),
    changes: [changed],
    checks,
  })
}

/** Records who explained the conditions, how and when. */
export const explainContract =
  (world: World): HandlerOf<Routes['explainContract']> =>
  ({ params: { contractId }, body: { by, ...explanation } }, call) =>
    step(world, contractId, call, ({ kept }) => {
      const paper = paperAt(world.digest, 'explanation', kept.version, { by, ...explanation })
      const decision = decideExplanation(kept.state, { explanation, explanationSha256: paper.sha256 }, call)
      return decision.ok ? done({ events: decision.value, papers: [paper] }) : decision
    })

const usualValidDays = 14
const dayMs = 86_400_000

/** Sends the signing link: everything but the SME's own acts is judged now, so that no one opens a link in vain. */
export const offerContract =
  (world: World): HandlerOf<Routes['offerContract']> =>
  ({ params: { contractId }, body: { validDays = usualValidDays } }, call) =>
    step(
      world,
      contractId,
      call,
      async (read): Promise<Result<Step, Refusal<'does-not-fit' | 'wrong-stage' | 'breaches-standard'>>> => {
        const { state } = read.kept
        const { deal } = state
        const ground = await world.contracts.ground(contractId, deal)
        if (!ground) throw new Error(`${contractId} lost its ground`)
        const version = versionOnOffer(ground.serviceGate, call.today)
        if (!version.ok) return version
        if (version.value.number !== deal.serviceVersion) {
          // The text names a version that is no longer offered: it has to be revised first.
          return refuse({
            kind: 'does-not-fit',
            what: 'service.version',
            given: String(deal.serviceVersion),
            needs: `version ${version.value.number}; revise the draft`,
          })
        }
        const explanation = state.stage === 'drafted' ? state.explanation : null
        const breaches = [
          ...judgeContract(deal, ground, { day: call.today }),
          ...judgeConclusion(deal.edition, { explanation, signedOn: call.today }),
        ]
        const expiresAt = later(call.at, validDays * dayMs)
        const decision = decideOffer(state, { nonce: world.ids.nonce(), expiresAt }, { breaches })
        return decision.ok ? done({ events: decision.value, checks: gateChecks(contractId, ground) }) : decision
      },
    )

/** Takes back a draft or an open offer; an open link dies with it. */
export const withdrawContract =
  (world: World): HandlerOf<Routes['withdrawContract']> =>
  ({ params: { contractId } }, call) =>
    step(world, contractId, call, ({ kept }) => {
      const decision = decideVoid(kept.state, 'withdrawn')
      return decision.ok ? done({ events: decision.value }) : decision
    })

export const costs: Costs = {
  explainContract: { requests: 2, readUnits: 2, writeUnits: 10 },
  offerContract: { requests: 3, readUnits: 5, writeUnits: 12 },
  withdrawContract: { requests: 2, readUnits: 2, writeUnits: 9 },
}
