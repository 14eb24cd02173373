import { settleConflict } from '../../../shared/domain/contract/succession.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import type { ContractId, SmeId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { groundOfLive, liveChecks } from '../../application/contracts/revisions.ts'
import { contractForDecision, stepChange } from '../../application/contracts/step.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { smeSlot } from '../../ports/unique-keys.ts'

/**
 * A contract has left an SME's place: it has ended, or its SME was succeeded by another. A contract that stood in conflict
 * over a place it left takes that, the one made first where there are several, and those under an exception after the
 * others. So does this contract itself where its new SME's place became free meanwhile. What nobody can take, since
 * somebody was quicker, stays listed. Idempotent.
 */
export const settleConflicts = async (deps: Dependencies, left: ContractId): Promise<void> => {
  const read = await deps.contracts.find(left)
  const state = read?.kept.state
  if (state?.stage !== 'live' && state?.stage !== 'ended') return
  for (const smeId of new Set([...(state.formerSmeIds ?? []), state.deal.smeId]))
    await fillPlace(deps, state.deal, smeId)
}

/** Lets the first of those who stand in conflict over an SME's place have it, where it is free. */
const fillPlace = async (
  deps: Dependencies,
  { entityId, serviceId }: Pick<ContractRevision, 'entityId' | 'serviceId'>,
  smeId: SmeId,
): Promise<void> => {
  const { items } = await deps.contracts.listOfSme(entityId, smeId)
  const inConflict = items
    .filter((line) => line.stage === 'live' && line.serviceId === serviceId && line.conflict !== null)
    .sort((one, other) => (one.contractId < other.contractId ? -1 : 1))
  const excepted = ({ conflict }: (typeof inConflict)[number]): boolean => conflict?.exceptionId !== undefined
  for (const { contractId } of [...inConflict.filter((one) => !excepted(one)), ...inConflict.filter(excepted)])
    if (await takePlace(deps, contractId)) return
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
