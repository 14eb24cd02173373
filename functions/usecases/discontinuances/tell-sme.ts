import type { Answer } from '../../../shared/domain/command.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import { takeoverIn, tellSme as decideTelling } from '../../../shared/domain/contract/takeover.ts'
import type { ContractId, DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import { paperAt } from '../../ports/papers.ts'
import type { CommitRefusal } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../change.ts'
import { governingCheck } from '../contracts/act-on-contract.ts'
import { runCommand } from '../run-command.ts'
import { systemStamp } from '../system-stamp.ts'
import { contractView } from '../views/contract-view.ts'
import { caughtUp } from './catch-up.ts'
import type { Costs } from '../cost.ts'

type InCase = Result<
  { readonly read: ContractAsRead; readonly now: ReturnType<typeof caughtUp> },
  Refusal<'not-found' | 'wrong-stage'>
>

/** A contract inside a case of this implementing entity. */
export const takenOver = async (
  { contracts }: Pick<World, 'contracts'>,
  entityId: EntityId,
  discontinuanceId: DiscontinuanceId,
  contractId: ContractId,
  at: Instant,
): Promise<InCase> => inCase(await contracts.find(contractId), entityId, discontinuanceId, at)

/** The same of a contract that was read already. */
export const inCase = (
  read: ContractAsRead | undefined,
  entityId: EntityId,
  discontinuanceId: DiscontinuanceId,
  at: Instant,
): InCase => {
  const now = read && read.kept.state.deal.entityId === entityId ? caughtUp(read, at) : undefined
  const takeover = now && takeoverIn(discontinuanceId, now.state)
  if (!read || !takeover) return refuse({ kind: 'not-found', what: 'takeover' })
  const current = 'takeover' in now.state ? now.state.takeover : null
  // Settled long ago, and taken over from someone else since.
  if (takeover !== current) {
    return refuse({ kind: 'wrong-stage', what: 'takeover', stage: 'settled', needs: ['opened', 'told'] })
  }
  return done({ read, now })
}

/** Records that a person told the SME, and how. */
export const tellSme =
  (world: World): HandlerOf<Routes['tellSme']> =>
  async ({ params: { discontinuanceId, contractId }, body }, { who, at, stamp }) => {
    const found = await takenOver(world, who.entityId, discontinuanceId, contractId, at)
    if (!found.ok) return found
    const { read, now } = found.value
    const paper = paperAt(world.digest, 'told', read.kept.version + now.events.length, body)
    const decision = decideTelling(now.state, { by: body.by, toldSha256: paper.sha256 })
    if (!decision.ok) return decision
    const events = [...now.events, ...decision.value]
    const changed = change('contract', contractId, read.kept, events, at, { papers: [paper], name: read.name })
    return world.commits.commit({
      stamp,
      answer: contractView(changed.state as KeptContract, versionAfter(changed), read.name, read.gate),
      changes: [changed],
      checks: [governingCheck(read)],
    })
  }

/** The notice of a case went out by mail: that is on record too. Nothing to do where a person was quicker, or a later case is. */
export const tellByMail = async (
  world: World,
  contractId: ContractId,
  { deliveryId, discontinuanceId }: { readonly deliveryId: string; readonly discontinuanceId: DiscontinuanceId },
): Promise<void> => {
  const stamp = systemStamp('tell-by-mail', deliveryId, world.clock.now())
  const told = await runCommand(
    world.commits,
    stamp,
    async (): Promise<Answer<string, Refusal<'wrong-stage'> | CommitRefusal>> => {
      const read = await world.contracts.find(contractId)
      if (!read) throw new Error(`no ${contractId}`)
      const { state } = read.kept
      const takeover = state.stage === 'live' ? state.takeover : null
      if (takeover?.stage !== 'opened' || takeover.discontinuanceId !== discontinuanceId) return done('nothing to do')
      const decision = decideTelling(state, { by: 'mail', toldSha256: null })
      if (!decision.ok) return decision
      const changed = change('contract', contractId, read.kept, decision.value, stamp.at, { name: read.name })
      return world.commits.commit({ stamp, answer: 'told', changes: [changed], checks: [governingCheck(read)] })
    },
  )
  if (!told.ok) throw new Error(`${contractId} could not be noted as told: ${told.refusal.kind}`)
}

export const costs: Costs = {
  tellSme: { requests: 2, readUnits: 2, writeUnits: 13 },
}
