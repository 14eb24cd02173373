import type { Answer } from '../../../shared/domain/command.ts'
import { tellSme as decideTelling } from '../../../shared/domain/contract/takeover.ts'
import type { ContractId, DiscontinuanceId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { CommitRefusal } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'

/** The notice of a case went out by mail: that is on record too. Nothing to do where a person was quicker, or a later case is. */
export const tellByMail = async (
  deps: Dependencies,
  contractId: ContractId,
  { deliveryId, discontinuanceId }: { readonly deliveryId: string; readonly discontinuanceId: DiscontinuanceId },
): Promise<void> => {
  const metadata = systemMetadata('tell-by-mail', deliveryId, deps.clock.now())
  const told = await runCommand(
    deps.commits,
    metadata,
    async (): Promise<Answer<string, Refusal<'wrong-stage'> | CommitRefusal>> => {
      const read = await deps.contracts.find(contractId)
      if (!read) throw new Error(`no ${contractId}`)
      const { state } = read.kept
      const takeover = state.stage === 'live' ? state.takeover : null
      if (takeover?.stage !== 'opened' || takeover.discontinuanceId !== discontinuanceId) return ok('nothing to do')
      const decision = decideTelling(state, { by: 'mail', toldSha256: null })
      if (!decision.ok) return decision
      const changed = change('contract', contractId, read.kept, decision.value, metadata.at, { name: read.name })
      return deps.commits.commit({ metadata, answer: 'told', changes: [changed], checks: [governingGuardCheck(read)] })
    },
  )
  if (!told.ok) throw new Error(`${contractId} could not be noted as told: ${told.refusal.kind}`)
}
