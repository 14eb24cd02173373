import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { ContractId, OperationId, PortfolioOwner } from '../../../shared/domain/ids.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { ArchivedText } from '../../ports/holdings.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { operationOf, ownerOf } from '../operations/read-operations.ts'
import { stillActs } from '../resellers/still-acts.ts'
import { operationView } from '../views/directory-views.ts'
import type { Costs } from '../cost.ts'
import { unitsOf } from './walk.ts'
import { acceptOperation, onePaper } from '../operations/accept-operation.ts'

/** What an export works from: whose books it walks. Fixed when it is asked for, so that it can stop and go on. */
export type ExportInput = { readonly owners: readonly PortfolioOwner[] }

/** Where a walk stands: in the things beside contracts (0), or in a shard of a book, and after which row. */
export type Position = {
  readonly unit: number
  readonly after: string | null
  /** How many files of that row's contract are out; absent where all of them are. */
  readonly inside?: { readonly contractId: ContractId; readonly files: number }
}

/** A part as its step notes it, and where the next one goes on; null after the last. */
export type ExportPart = {
  readonly part: number
  /** Its name in the vault. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Its tables and lists. The files of contracts stand in one of these lists, and in the part's manifest. */
  readonly files: readonly ArchivedText[]
  /** How many files of contracts could not be taken out of the vault as the ledger has them. */
  readonly missing: number
  readonly next: Position | null
}

/** Starts an export. What is written while it runs may be in it or not; each contract is whole as it was read. */
export const exportHoldings =
  (world: World): HandlerOf<Routes['exportHoldings']> =>
  async (_, { who, at, stamp }) => {
    const owner = ownerOf(who)
    const acts = await stillActs(world, who)
    if (!acts.ok) return acts
    const resellers = owner === who.entityId ? await world.directory.resellers(who.entityId) : []
    const input: ExportInput = { owners: [owner, ...resellers.map(({ state }) => state.resellerId)] }
    const asked = { entityId: who.entityId, owner, kind: 'exportHoldings', total: unitsOf(input.owners) } as const
    return world.commits.commit({
      stamp,
      ...acceptOperation(world, asked, onePaper(world, input), at),
      checks: acts.value,
    })
  }

/** The parts of an export so far. */
export const partsOf = async (
  { ledger }: Pick<World, 'ledger'>,
  operationId: OperationId,
  steps: number,
): Promise<readonly ExportPart[]> => {
  const names = Array.from({ length: steps }, (_, index) => numbered('results', index + 1))
  return names.length > 0 ? ((await ledger.papers(operationId, names)) as readonly ExportPart[]) : []
}

export const getExport =
  (world: World): HandlerOf<Routes['getExport']> =>
  async ({ params: { operationId } }, { who }) => {
    const found = await operationOf(world, who, operationId, ['exportHoldings'])
    if (!found.ok) return found
    const parts = await partsOf(world, operationId, found.value.steps)
    return done({
      ...operationView(found.value),
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
  (world: World): HandlerOf<Routes['downloadExportPart']> =>
  async ({ params: { operationId, part } }, { who }) => {
    const found = await operationOf(world, who, operationId, ['exportHoldings'])
    if (!found.ok) return found
    if (part > found.value.steps) return refuse({ kind: 'not-found', what: 'part' })
    // A part holds contracts that may have gone to another since.
    const acts = await stillActs(world, who)
    if (!acts.ok) return acts
    const { name } = (await world.ledger.paper(operationId, numbered('results', part))) as ExportPart
    const body = found.value.clearedOn ? undefined : await world.vault.get(name)
    return body
      ? done({ type: 'application/zip', body })
      : refuse({ kind: 'wrong-stage', what: 'export', stage: 'cleared', needs: ['running', 'finished'] })
  }

export const costs: Costs = {
  exportHoldings: { requests: 2, readUnits: 1, writeUnits: 9 },
  getExport: { requests: 2, readUnits: 2, writeUnits: 0 },
  downloadExportPart: { requests: 2, readUnits: 2, writeUnits: 0 },
}
