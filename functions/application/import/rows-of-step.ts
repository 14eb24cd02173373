import type { EntityId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { rowsOnPaper, type RowOfBook } from './book-rows.ts'
import { codesOf, importRow, type ImportRun } from './import-row.ts'
import type { Seller } from '../contracts/contract-access.ts'
import { sellingSideOfBook } from '../contracts/sellers-own-contact.ts'
import { resultsOf } from '../operations/results.ts'
import type { RowOutcome } from '../../papers/results.ts'
import { type ImportInput } from '../../papers/books.ts'

const lanes = 8

/** The selling side of a book: that of the implementing entity whose person sent it. */
const sideOf = (deps: Dependencies, { role, sub, tenant }: Actor) =>
  sellingSideOfBook(deps, { role, sub, entityId: tenant } as Seller)

/** Judges a whole book without recording anything of it. */
export const rehearse = async (
  deps: Dependencies,
  rows: readonly RowOfBook[],
  attestedBy: ImportInput['attestedBy'],
  actor: Actor,
): Promise<readonly RowOutcome[]> => {
  const [codes, sellingSide] = await Promise.all([codesOf(deps, actor.tenant as EntityId), sideOf(deps, actor)])
  return resultsFor({ deps, codes, sellingSide, attestedBy, actor, rehearses: true, taken: new Map() }, rows)
}

/** Context of a run, with the places that earlier steps took. */
export const runFrom = async (deps: Dependencies, { state }: Versioned<ExistingOperation>, actor: Actor) => {
  const { operationId, entityId, kind, steps } = state
  const [{ rows, attestedBy }, codes, sellingSide, before] = await Promise.all([
    rowsOnPaper(deps, operationId),
    codesOf(deps, entityId),
    sideOf(deps, actor),
    resultsOf(deps, operationId, 1, steps),
  ])
  const taken = new Map<string, RowOfBook>()
  for (const [index, { verdict }] of before.entries()) {
    const row = rows[index]
    if (row && verdict === 'accepted' && !taken.has(row.place)) taken.set(row.place, row)
  }
  return { deps, rows, codes, sellingSide, attestedBy, actor, rehearses: kind === 'rehearseImport', taken }
}

export const resultsFor = async (run: ImportRun, rows: readonly RowOfBook[]): Promise<readonly RowOutcome[]> => {
  const results = [...(await inLanes(rows, (row) => importRow(run, row)))]
  // Rows that got in each other's way, as late ones do on their case, are taken again, one by one.
  for (const [index, { refusal }] of results.entries()) {
    if (refusal?.kind === 'changed-meanwhile') results[index] = await importRow(run, rows[index] as RowOfBook)
  }
  return results
}

/**
 * Does a piece of work on each row, a few side by side, results in row order. Rows on one place share a lane, so that
 * the first of them in the book is the first to be done.
 */
const inLanes = async <Done>(
  rows: readonly RowOfBook[],
  work: (row: RowOfBook) => Promise<Done>,
): Promise<readonly Done[]> => {
  const waiting = [...Map.groupBy(rows.entries(), ([, { place }]) => place).values()]
  const results: Done[] = []
  const runner = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) {
      for (const [index, row] of queue) results[index] = await work(row)
    }
  }
  await Promise.all(Array.from({ length: lanes }, runner))
  return results
}
