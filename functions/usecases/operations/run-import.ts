import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { isThrough, type KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { systemStamp } from '../system-stamp.ts'
import { bookOf, type ImportInput, type RowOfBook } from './book-rows.ts'
import { codesOf, importRow, type Result, type Run } from './import-row.ts'
import { resultsOf } from './results.ts'

const lanes = 8
/** Rows are done so many at a time: one step, one paper of results. */
export const rowsPerStep = 50

/**
 * Works through an imported book, step by step, and can stop and begin again at any of them. Rows that meet on one
 * SME's place are taken in row order; all others side by side. A rehearsal judges them and records none. True when the
 * book is done.
 */
export const runImport =
  (world: World) =>
  async (operationId: OperationId, actor: Actor, mayGoOn: () => boolean): Promise<boolean> => {
    const entityId = actor.tenant as EntityId
    let run: (Run & { readonly rows: readonly RowOfBook[] }) | undefined
    for (;;) {
      const found = await world.directory.operation(entityId, operationId)
      if (!found) throw new Error(`no ${operationId}`)
      const { stage, done } = found.state
      if (stage === 'finished') return true
      if (!mayGoOn()) return false
      if (isThrough(found.state)) {
        await finish(world, found)
        continue
      }
      run ??= await runFrom(world, found, actor)
      await advance(world, found, await resultsFor(run, run.rows.slice(done, done + rowsPerStep)))
    }
  }

/** Judges a whole book without recording anything of it. */
export const rehearse = async (
  world: World,
  rows: readonly RowOfBook[],
  attestedBy: ImportInput['attestedBy'],
  actor: Actor,
): Promise<readonly Result[]> => {
  const codes = await codesOf(world, actor.tenant as EntityId)
  return resultsFor({ world, codes, attestedBy, actor, rehearses: true, taken: new Map() }, rows)
}

/** What a run works with, the places known that earlier steps took. */
const runFrom = async (world: World, { state }: Kept<KeptOperation>, actor: Actor) => {
  const { operationId, entityId, kind, steps } = state
  const [{ rows, attestedBy }, codes, before] = await Promise.all([
    bookOf(world, operationId),
    codesOf(world, entityId),
    resultsOf(world, operationId, 1, steps),
  ])
  const taken = new Map<string, RowOfBook>()
  for (const [index, { verdict }] of before.entries()) {
    const row = rows[index]
    if (row && verdict === 'accepted' && !taken.has(row.place)) taken.set(row.place, row)
  }
  return { world, rows, codes, attestedBy, actor, rehearses: kind === 'rehearseImport', taken }
}

const resultsFor = async (run: Run, rows: readonly RowOfBook[]): Promise<readonly Result[]> => {
  const results = [...(await inLanes(rows, (row) => importRow(run, row)))]
  // Rows that got in each other's way, as late ones do on their case, are taken again, one by one.
  for (const [index, { problem }] of results.entries()) {
    if (problem?.kind === 'changed-meanwhile') results[index] = await importRow(run, rows[index] as RowOfBook)
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

const advance = async (world: World, found: Kept<KeptOperation>, results: readonly Result[]): Promise<void> => {
  const { operationId, steps } = found.state
  const paper = { name: numbered('results', steps + 1), content: results, sha256: world.digest(results) }
  const accepted = results.filter(({ verdict }) => verdict === 'accepted').length
  const event = {
    type: 'operation-advanced' as const,
    accepted,
    refused: results.length - accepted,
    resultsSha256: paper.sha256,
  }
  const now = world.clock.now()
  // Where another worker noted the same step first, its results stand; they say the same.
  await world.commits.commit({
    stamp: systemStamp('advance-import', `${operationId}/${steps + 1}`, now),
    answer: steps + 1,
    changes: [change('operation', operationId, found, [event], now, { papers: [paper] })],
  })
}

export const finish = async (world: World, found: Kept<KeptOperation>): Promise<void> => {
  const { operationId } = found.state
  const now = world.clock.now()
  await world.commits.commit({
    stamp: systemStamp('finish-operation', operationId, now),
    answer: true,
    changes: [change('operation', operationId, found, [{ type: 'operation-finished' }], now)],
  })
}
