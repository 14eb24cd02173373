import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { exportInputForm, exportPartForm } from '../../papers/exports.ts'
import { stillActs } from '../../application/tenants/still-acts.ts'
import { operationView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import { acceptOperation, onePaper } from '../../application/operations/accept-operation.ts'
import { askerOf, operationOf, ownerOf } from '../../application/operations/operation-of.ts'
import { partsOf, unitsOf } from '../../application/operations/export-parts.ts'
import { readWhole } from '../../application/read-whole.ts'

/** Starts an export. What is written while it runs may be in it or not; each contract is whole as it was read. */
export const exportHoldings =
  (deps: Dependencies): HandlerOf<Routes['exportHoldings']> =>
  async (_, { who, at, metadata }) => {
    const owner = ownerOf(who)
    const acts = await stillActs(deps, who)
    if (!acts.ok) return acts
    const resellers = owner === who.entityId ? readWhole(await deps.directory.resellers(who.entityId)) : []
    const owners = [owner, ...resellers.map(({ state }) => state.resellerId)]
    const asked = { entityId: who.entityId, owner, kind: 'exportHoldings', total: unitsOf(owners) } as const
    return deps.commits.commit({
      metadata,
      ...acceptOperation(deps, asked, onePaper(deps, exportInputForm.write({ owners })), at),
      checks: acts.value,
    })
  }

export const getExport =
  (deps: Dependencies): HandlerOf<Routes['getExport']> =>
  async ({ params: { operationId } }, { who }) => {
    const found = await operationOf(deps, who, operationId, ['exportHoldings'])
    if (!found.ok) return found
    const [parts, askedBy] = await Promise.all([
      partsOf(deps, operationId, found.value.steps),
      askerOf(deps, who, operationId),
    ])
    return ok({
      ...operationView(found.value),
      askedBy,
      parts: parts.map(({ part, bytes, sha256, files, missing }) => ({
        part,
        bytes,
        sha256,
        files: [...files],
        missing,
      })),
    })
  }

export const downloadExportPart =
  (deps: Dependencies): HandlerOf<Routes['downloadExportPart']> =>
  async ({ params: { operationId, part } }, { who }) => {
    const found = await operationOf(deps, who, operationId, ['exportHoldings'])
    if (!found.ok) return found
    if (part > found.value.steps) return refuse({ kind: 'not-found', what: 'part' })
    // A part holds contracts that may have gone to another since.
    const acts = await stillActs(deps, who)
    if (!acts.ok) return acts
    const { name } = exportPartForm.read(await deps.ledger.paper(operationId, numbered('results', part)))
    const body = found.value.clearedOn ? undefined : await deps.vault.get(name)
    return body
      ? ok({ type: 'application/zip', body })
      : refuse({ kind: 'wrong-stage', what: 'export', stage: 'cleared', needs: ['running', 'finished'] })
  }

export const costs: Costs = {
  exportHoldings: { requests: 2, readUnits: 1, writeUnits: 12 },
  getExport: { requests: 5, readUnits: 5, writeUnits: 0 },
  downloadExportPart: { requests: 2, readUnits: 2, writeUnits: 0 },
}
