import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { writtenIn, type Shown, type Written } from '../../views/written.ts'
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
    const written = 'resellerId' in who || view.stage === 'none' ? [] : await writtenIn(deps, who, archiveId, ofArchive)
    const reasons = reasonsIn(written)
    return ok({
      ...view,
      holds: view.holds.map((hold) => ({ ...hold, reason: reasons.get(hold.number) ?? null })),
      written: [...written],
    })
  }

const ofArchive: Shown = {
  documents: ['hold', 'lift', 'disposal'],
  between: [
    ['disposal-', 'hold-~'],
    ['lift-', 'lift-~'],
  ],
}

/** Reasons for which the holds were placed, by number: they are counted from one, in the order they were placed. */
const reasonsIn = (written: readonly Written[]): ReadonlyMap<number, string> =>
  new Map(
    written
      .filter(({ event }) => event === 'hold-placed')
      .map(({ says: { reason } }, index) => [index + 1, typeof reason === 'string' ? reason : '']),
  )

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

/** The ledger of an archive and the reasons beside it are read too: three requests, whatever there are of them. */
export const costs: Costs = {
  getArchive: { requests: 6, readUnits: 7, writeUnits: 0 },
  downloadSealed: { requests: 3, readUnits: 4, writeUnits: 0 },
}
