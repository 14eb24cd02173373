import type { Stamp } from '../../../shared/domain/command.ts'
import type * as z from 'zod'
import type { Call } from '../../../shared/api/call.ts'
import { problemOf, type Trouble } from '../../../shared/api/problem.ts'
import type { RowResult } from '../../../shared/api/routes/operations.ts'
import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { dayInJapan } from '../../../shared/domain/plain-date.ts'
import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import type { Seller } from '../contracts/act-on-contract.ts'
import { attest } from '../contracts/attest-contract.ts'
import { runCommand } from '../run-command.ts'
import { systemStamp } from '../system-stamp.ts'
import { readRow, rowNumberColumn, type BookRow, type Codes } from './contract-book.ts'
import { paperOfRow, rowsPerStep, type ImportInput } from './import-contracts.ts'

export type Result = z.input<typeof RowResult>
type Row = { readonly number: number; readonly row: BookRow }

const lanes = 8

/**
 * Works through an imported book, step by step, and can stop and begin again at any of them. Rows that meet on one
 * SME's place are taken in row order; all others side by side. True when the book is done.
 */
export const runImport =
  (world: World) =>
  async (operationId: OperationId, actor: Actor, mayGoOn: () => boolean): Promise<boolean> => {
    const codes = await codesOf(world, actor.tenant as EntityId)
    for (;;) {
      const found = await world.directory.operation(operationId)
      if (!found) throw new Error(`no ${operationId}`)
      const { stage, total, done } = found.state
      if (stage === 'finished') return true
      if (!mayGoOn()) return false
      if (done >= total) {
        await finish(world, found)
        continue
      }
      const { rows, attestedBy } = await rowsFrom(world, operationId, done, Math.min(rowsPerStep, total - done))
      const work = (row: Row) => importRow(world, row, codes, attestedBy, actor)
      const results = [...(await inLanes(rows, laneOf, work))]
      // Rows that got in each other's way, as late ones do on their case, are taken again, one by one.
      for (const [index, { problem }] of results.entries()) {
        if (problem?.kind === 'changed-meanwhile') results[index] = await work(rows[index] as Row)
      }
      await advance(world, found, results)
    }
  }

const codesOf = async ({ directory }: World, entityId: EntityId): Promise<Codes> => {
  const [resellers, services] = await Promise.all([directory.resellers(entityId), directory.services(entityId)])
  return {
    resellers: new Map(resellers.map(({ state: { code, resellerId, name } }) => [code, { resellerId, name }])),
    services: new Map(services.map(({ state: { code, serviceId } }) => [code, serviceId])),
  }
}

const rowsFrom = async ({ ledger }: World, operationId: OperationId, from: number, count: number) => {
  const papers = new Map<string, ImportInput>()
  const rows: Row[] = []
  for (let index = from; index < from + count; index += 1) {
    const { name, at } = paperOfRow(index)
    const paper = papers.get(name) ?? ((await ledger.paper(operationId, name)) as ImportInput)
    papers.set(name, paper)
    const row = paper.rows[at]
    if (!row) throw new Error(`${operationId} has no row ${index}`)
    const given = Number(row[rowNumberColumn])
    rows.push({ row, number: Number.isSafeInteger(given) && given > 0 ? given : index + 1 })
  }
  const [first] = papers.values()
  if (!first) throw new Error(`${operationId} has no rows`)
  return { rows, attestedBy: first.attestedBy }
}

/** Rows of one SME and service share a lane, so that the first of them in the book is the first to be done. */
const laneOf = ({ row }: Row): string => `${row['サービスコード']}/${row['法人番号']}`

/** Does a piece of work on each, those of one lane in order, a few lanes at a time; results in the order given. */
const inLanes = async <Item, Done>(
  items: readonly Item[],
  lane: (item: Item) => string,
  work: (item: Item) => Promise<Done>,
): Promise<readonly Done[]> => {
  const queues = new Map<string, number[]>()
  items.forEach((item, index) => queues.set(lane(item), [...(queues.get(lane(item)) ?? []), index]))
  const waiting = [...queues.values()]
  const results: Done[] = []
  const runner = async (): Promise<void> => {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) {
      for (const index of queue) results[index] = await work(items[index] as Item)
    }
  }
  await Promise.all(Array.from({ length: lanes }, runner))
  return results
}

/** One row, as the command it is: under its own content as key, so that the same row finds its first answer again. */
const importRow = async (
  world: World,
  { row, number }: Row,
  codes: Codes,
  attestedBy: ImportInput['attestedBy'],
  actor: Actor,
): Promise<Result> => {
  const name = row['会社名'] ?? ''
  const refused = (trouble: Trouble): Result => ({
    row: number,
    name,
    verdict: 'refused',
    contractId: null,
    replayed: false,
    problem: problemOf(trouble).body as never,
  })
  const given = readRow(row, codes, attestedBy)
  if (!given.ok) return refused({ kind: 'malformed', errors: given.refusal })

  const { [rowNumberColumn]: _, ...content } = row
  const key = world.digest(content)
  const at = world.clock.now()
  const stamp: Stamp = {
    tenant: actor.tenant,
    route: 'importRow',
    key,
    inputSha256: key,
    requestId: `import/${number}`,
    actor,
    at,
    dryRun: false,
    ifMatch: null,
  }
  const who = { role: actor.role, sub: actor.sub, entityId: actor.tenant } as Seller
  const call: Call<Seller> = { who, at, today: dayInJapan(at), requestId: stamp.requestId, stamp }
  const answer = await runCommand(world.commits, stamp, () => attest(world, given.value, call, true))
  if (!answer.ok) return refused(answer.refusal)
  return {
    row: number,
    name,
    verdict: 'accepted',
    problem: null,
    contractId: answer.value.contractId,
    replayed: answer.replayed ?? false,
  }
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

const finish = async (world: World, found: Kept<KeptOperation>): Promise<void> => {
  const { operationId } = found.state
  const now = world.clock.now()
  await world.commits.commit({
    stamp: systemStamp('finish-operation', operationId, now),
    answer: true,
    changes: [change('operation', operationId, found, [{ type: 'operation-finished' }], now)],
  })
}
