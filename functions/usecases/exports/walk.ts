import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import {
  archiveOf,
  shardCount,
  type ContractId,
  type EntityId,
  type OperationId,
  type PortfolioOwner,
} from '../../../shared/domain/ids.ts'
import type { HeldRow } from '../../ports/holdings.ts'
import type { World } from '../../ports/world.ts'
import type { Position } from './export-holdings.ts'

export type Walk = {
  readonly entityId: EntityId
  /** For whom: the implementing entity, which has everything, or a reseller, which has what it holds. */
  readonly owner: PortfolioOwner
  readonly owners: readonly PortfolioOwner[]
  readonly operationId: OperationId
}

/** Ledgers read side by side. */
const atOnce = 16

/** A thing or a contract with all that belongs to it, and where the walk stands after it. */
type Found = { readonly rows: readonly HeldRow[]; readonly at: Position }

/**
 * Reads on from a position until there is enough for a part. Ends between one thing and the next, never inside one.
 * `next` is where to go on; null at the end of everything.
 */
export const collect = async (
  world: World,
  walk: Walk,
  from: Position,
  characters: number,
): Promise<{ readonly rows: readonly HeldRow[]; readonly next: Position | null }> => {
  const rows: HeldRow[] = []
  let read = 0
  for await (const found of everything(world, walk, from)) {
    rows.push(...found.rows)
    read += found.rows.reduce((sum, row) => sum + JSON.stringify(row.says).length, 0)
    if (read >= characters) return { rows, next: found.at }
  }
  return { rows, next: null }
}

const everything = async function* (world: World, walk: Walk, from: Position): AsyncGenerator<Found> {
  if (from.unit === 0) yield* things(world, walk, from.after)
  const units = walk.owners.flatMap((owner) => Array.from({ length: shardCount }, (_, shard) => ({ owner, shard })))
  for (const [index, { owner, shard }] of units.entries()) {
    const unit = index + 1
    if (unit < from.unit) continue
    yield* contracts(world, walk, owner, shard, unit, unit === from.unit ? from.after : null)
  }
}

const isForReseller = ({ entityId, owner }: Walk): boolean => owner !== entityId

/** Everything that is no contract, with its ledger: for a reseller, itself and its people. */
const things = async function* (world: World, walk: Walk, after: string | null): AsyncGenerator<Found> {
  const [beside, members] = await Promise.all([
    world.holdings.things(walk.entityId),
    world.holdings.members(walk.entityId),
  ])
  const own = isForReseller(walk)
    ? [...beside.filter(({ stream }) => stream === walk.owner), ...members.filter((row) => isOf(row, walk.owner))]
    : [...beside, ...members]
  const sorted = own
    // The export itself is still being written.
    .filter(({ key, stream }) => (after === null || key > after) && stream !== walk.operationId)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const thing of sorted) {
    const gates = thing.kind === 'service' ? await world.holdings.serviceGates(thing.stream ?? '') : []
    const ledger = thing.stream === null || isForReseller(walk) ? [] : await world.holdings.ledger(thing.stream)
    yield { rows: [thing, ...gates, ...ledger], at: { unit: 0, after: thing.key } }
  }
}

const isOf = ({ says }: HeldRow, owner: PortfolioOwner): boolean => {
  const { membership } = says['state'] as { readonly membership: { readonly resellerId?: string } }
  return membership.resellerId === owner
}

/** A shard of a book: its gate and pointers, and each contract with its ledger and papers. */
const contracts = async function* (
  world: World,
  walk: Walk,
  owner: PortfolioOwner,
  shard: number,
  unit: number,
  from: string | null,
): AsyncGenerator<Found> {
  let after = from
  do {
    const page = await world.holdings.shard(owner, shard, { after })
    for (let first = 0; first < page.items.length; first += atOnce) {
      const some = page.items.slice(first, first + atOnce)
      const read = await Promise.all(
        some.map((row) => (isForReseller(walk) ? heldBy(world, walk, row) : whole(world, row))),
      )
      for (const [index, row] of some.entries()) {
        yield { rows: read[index] ?? [], at: { unit, after: row.key.slice(row.key.indexOf('|') + 1) } }
      }
    }
    after = page.next
  } while (after !== null)
}

const whole = async ({ holdings }: World, row: HeldRow): Promise<readonly HeldRow[]> => {
  if (row.stream === null) return [row]
  const ledger = await holdings.ledger(row.stream)
  if (row.kind !== 'head') return [row, ...ledger]
  const archiveId = archiveOf(row.stream as ContractId)
  const [archive] = await holdings.archive(archiveId)
  return [row, ...ledger, ...(archive ? [archive, ...(await holdings.ledger(archiveId))] : [])]
}

/** What a reseller may have of a row of its own book: a contract it holds, wherever that was made, and its document. */
const heldBy = async (world: World, { owner }: Walk, row: HeldRow): Promise<readonly HeldRow[]> => {
  const head = row.kind === 'pointer' ? await headOf(world, row) : row.kind === 'head' ? row : undefined
  const state = head?.says['state'] as KeptContract | undefined
  if (!head || !state) return []
  const holder = state.stage === 'live' || state.stage === 'ended' ? state.holder : state.deal.seller
  if (holder !== owner) return []
  const papers = await world.holdings.ledger(head.stream ?? '')
  return [head, ...papers.filter(({ kind, says }) => kind === 'paper' && says['h'] === state.deal.documentSha256)]
}

const headOf = async ({ contracts: kept }: World, { key }: HeldRow): Promise<HeldRow | undefined> => {
  const contractId = key.slice(key.indexOf('|P#') + 3) as ContractId
  const read = await kept.find(contractId)
  return read && { kind: 'head', key, stream: contractId, says: { ...read.kept, name: read.name } }
}
