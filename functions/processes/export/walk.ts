import { archiveOf, shardCount, type ContractId, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { HeldRow } from '../../ports/holdings.ts'
import type { PaperContent } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { atOnce, headHeld, isForReseller, placeIn, type BookShard, type Walk } from './books.ts'
import { spokenIn } from '../../views/who-spoke.ts'
import { filesIn, withFilesRead, type FileRead, type Found } from './walk-files.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { Position } from '../../papers/exports.ts'

type Collected = {
  readonly rows: readonly HeldRow[]
  readonly files: readonly FileRead[]
  /** Position at which to go on; null at the end of everything. */
  readonly next: Position | null
}

/** Characters of text whose place a byte of the vault takes in a part: it hardly packs any more. */
const charactersPerByte = 1.5

/** Reads on from a position until there is enough for a part. Ends between one thing or file and the next. */
export const collect = async (
  deps: Dependencies,
  walk: Walk,
  from: Position,
  characters: number,
): Promise<Collected> => {
  const rows: HeldRow[] = []
  const files: FileRead[] = []
  let read = 0
  for await (const found of withFilesRead(deps, everything(deps, walk, from))) {
    rows.push(...found.rows)
    read += found.rows.reduce((sum, row) => sum + JSON.stringify(row.says).length, 0)
    if (found.file) {
      files.push(found.file)
      read += (found.file.bytes?.length ?? 0) * charactersPerByte
    }
    if (read >= characters) return { rows, files, next: found.at }
  }
  return { rows, files, next: null }
}

/** First the rows of everything, then the files of contracts: so the tables people read are in the first parts. */
const everything = async function* (deps: Dependencies, walk: Walk, from: Position): AsyncGenerator<Found> {
  if (from.unit === 0) yield* things(deps, walk, from.after)
  const shards = walk.owners.flatMap((owner) => Array.from({ length: shardCount }, (_, shard) => ({ owner, shard })))
  for (const [index, { owner, shard }] of [...shards, ...shards].entries()) {
    const unit = index + 1
    if (unit < from.unit) continue
    const since = unit === from.unit ? from : { unit, after: null }
    const within = { owner, shard, unit }
    if (unit <= shards.length) yield* contracts(deps, walk, within, since.after)
    else yield* filesIn(deps, walk, within, since)
  }
}

/** Things other than contracts, each with its ledger: for a reseller, itself and its people. */
const things = async function* (deps: Dependencies, walk: Walk, after: string | null): AsyncGenerator<Found> {
  const [beside, members] = await Promise.all([
    deps.holdings.things(walk.entityId),
    deps.holdings.members(walk.entityId),
  ])
  const own = isForReseller(walk)
    ? [...beside.filter(({ stream }) => stream === walk.owner), ...members.filter((row) => isOf(row, walk.owner))]
    : [...beside, ...members]
  const sorted = own
    // The export itself is still being written.
    .filter(({ key, stream }) => (after === null || key > after) && stream !== walk.operationId)
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  for (const thing of sorted) {
    const gates = thing.kind === 'service' ? await deps.holdings.serviceGates(thing.stream ?? '') : []
    const ledger = thing.stream === null || isForReseller(walk) ? [] : await deps.holdings.ledger(thing.stream)
    yield { rows: [thing, ...gates, ...ledger], at: { unit: 0, after: thing.key } }
  }
}

const isOf = ({ says }: HeldRow, owner: PortfolioOwner): boolean => {
  const { membership } = says['state'] as { readonly membership: { readonly resellerId?: string } }
  return membership.resellerId === owner
}

/** A shard of a portfolio: its guard and pointers, and each contract with its ledger and evidence documents. */
const contracts = async function* (
  deps: Dependencies,
  walk: Walk,
  { owner, shard, unit }: BookShard,
  from: string | null,
): AsyncGenerator<Found> {
  let after = from
  do {
    const page = await deps.holdings.shard(owner, shard, { after })
    for (let first = 0; first < page.items.length; first += atOnce) {
      const some = page.items.slice(first, first + atOnce)
      const read = await Promise.all(
        some.map((row) => (isForReseller(walk) ? heldBy(deps, walk, row) : whole(deps, row))),
      )
      for (const [index, row] of some.entries()) {
        yield { rows: read[index] ?? [], at: { unit, after: placeIn(row) } }
      }
    }
    after = page.next
  } while (after !== null)
}

const whole = async ({ holdings }: Dependencies, row: HeldRow): Promise<readonly HeldRow[]> => {
  if (row.stream === null) return [row]
  const ledger = await holdings.ledger(row.stream)
  if (row.kind !== 'head') return [row, ...ledger]
  const head = withPeople(row, ledger)
  const archiveId = archiveOf(row.stream as ContractId)
  const [archive] = await holdings.archive(archiveId)
  return [head, ...ledger, ...(archive ? [archive, ...(await holdings.ledger(archiveId))] : [])]
}

/** A contract with whom its text names as who signs, and who last spoke, as its evidence documents have them. */
const withPeople = (head: HeldRow, ledger: readonly HeldRow[]): HeldRow => {
  const papers = ledger.flatMap(({ kind, key, says: { h, content } }) =>
    kind === 'paper'
      ? [{ name: key.slice(key.indexOf('|P#') + 3), sha256: String(h), content: content as PaperContent }]
      : [],
  )
  const { addressee, signer } = spokenIn(papers, (head.says['state'] as ExistingContract).deal)
  return { ...head, says: { ...head.says, addressee, signer } }
}

/** Rows that a reseller may have for one of its own portfolio: a contract it holds, and its document. */
const heldBy = async (deps: Dependencies, walk: Walk, row: HeldRow): Promise<readonly HeldRow[]> => {
  const head = await headHeld(deps, walk, row)
  if (!head) return []
  const { deal } = head.says['state'] as ExistingContract
  const papers = await deps.holdings.ledger(head.stream ?? '')
  return [
    withPeople(head, papers),
    ...papers.filter(({ kind, says }) => kind === 'paper' && says['h'] === deal.documentSha256),
  ]
}
