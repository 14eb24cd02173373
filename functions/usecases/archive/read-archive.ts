import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ArchiveId } from '../../../shared/domain/ids.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { archiveView } from '../../views/archive-view.ts'
import { filesOf, inVault, trueBytes } from '../../application/archive/files.ts'
import { archiveSeen } from '../../application/archive/archive-seen.ts'

export const getArchive =
  (deps: Dependencies): HandlerOf<Routes['getArchive']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await archiveSeen(deps, who, contractId)
    if (!found.ok) return found
    const { archiveId, kept, retention, years } = found.value
    const view = archiveView(contractId, kept.state, kept.version, retention, years)
    const tells = !('resellerId' in who) && view.holds.length > 0
    const reasons = tells ? await reasonsOf(deps, archiveId) : new Map<number, string>()
    return ok({ ...view, holds: view.holds.map((hold) => ({ ...hold, reason: reasons.get(hold.number) ?? null })) })
  }

/** Reasons for which the holds were placed, by number. */
const reasonsOf = async ({ ledger }: Dependencies, archiveId: ArchiveId): Promise<ReadonlyMap<number, string>> => {
  const placed = (await ledger.eventsOf(archiveId)).flatMap(({ seq, event }) =>
    event.type === 'hold-placed' ? [{ seq, number: event.number }] : [],
  )
  const told = placed.map(async ({ seq, number }) => {
    const paper = (await ledger.paper(archiveId, numbered('hold', seq))) as { readonly reason: string }
    return [number, paper.reason] as const
  })
  return new Map(await Promise.all(told))
}

/** A sealed document as it lies in the vault. Bytes that are not what the ledger says are a defect, and never given out. */
export const downloadSealed =
  (deps: Dependencies): HandlerOf<Routes['downloadSealed']> =>
  async ({ params: { contractId, name } }, { who }) => {
    const found = await archiveSeen(deps, who, contractId)
    if (!found.ok) return found
    const { archiveId, kept } = found.value
    const filed = kept.state.stage === 'kept' ? filesOf(kept.state).find((one) => one.name === name) : undefined
    if (!filed) return refuse({ kind: 'not-found', what: 'document' })
    return ok(await trueBytes(deps, inVault(archiveId, name), filed.sha256))
  }

/** An archive that nothing holds; holds cost one request for the ledger, and one each for its reason. */
export const costs: Costs = {
  getArchive: { requests: 3, readUnits: 4, writeUnits: 0 },
  downloadSealed: { requests: 3, readUnits: 4, writeUnits: 0 },
}
