import { settleConflict } from '../../../shared/domain/contract/succession.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { groundOfLive, liveChecks } from '../../application/contracts/revisions.ts'
import { contractForDecision, stepChange } from '../../application/contracts/step.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { smeSlot } from '../../ports/unique-keys.ts'

/**
 * A contract has ended, and its SME's place is free: a contract that stood in conflict over that place takes it, the one
 * made first where there are several. What nobody can take, since somebody was quicker, stays listed. Idempotent.
 */
export const settleConflicts = async (deps: Dependencies, ended: ContractId): Promise<void> => {
  const read = await deps.contracts.find(ended)
  if (!read || read.kept.state.stage !== 'ended') return
  const { entityId, serviceId, smeId } = read.kept.state.deal
  const { items } = await deps.contracts.listOfSme(entityId, smeId)
  const waiting = items
    .filter((line) => line.stage === 'live' && line.serviceId === serviceId)
    .filter(({ conflict }) => conflict !== null && conflict.exceptionId === undefined)
    .map(({ contractId }) => contractId)
    .sort()
  for (const contractId of waiting) if (await takePlace(deps, contractId)) return
}

/** Lets a contract take the place. False where the place is taken, or the contract stands in no conflict any more. */
const takePlace = async (deps: Dependencies, contractId: ContractId): Promise<boolean> => {
  const at = deps.clock.now()
  const before = await deps.contracts.find(contractId)
  if (!before) return false
  const metadata = systemMetadata('settle-sme-conflict', `${contractId}/${before.kept.version}`, at)
  const landed = await runCommand(deps.commits, metadata, async () => {
    const read = await deps.contracts.find(contractId)
    const now = read && contractForDecision(read, at)
    if (!read || !now || now.state.stage !== 'live') return refuse({ kind: 'changed-meanwhile' as const })
    const ground = await groundOfLive(deps, now.state, { exceptionId: null })
    const decision = settleConflict(now.state, { slotHeldBy: ground.slotHeldBy, exceptionId: null })
    if (!decision.ok) return refuse({ kind: 'changed-meanwhile' as const })
    const { serviceId, smeId } = now.state.deal
    const step = {
      events: decision.value,
      checks: liveChecks(read, ground),
      claims: [smeSlot(serviceId, smeId, contractId)],
    }
    const { changed: _, ...commit } = await stepChange(deps, now, step, at)
    return deps.commits.commit({ metadata, answer: null, ...commit })
  })
  return landed.ok
}
