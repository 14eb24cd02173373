import type { Filed } from '../../../shared/domain/archive/archive.ts'
import { archiveOf, type ContractId } from '../../../shared/domain/ids.ts'
import type { HeldRow } from '../../ports/holdings.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { filesOf, inVault } from '../../application/archive/files.ts'
import { atOnce, contractIn, placeIn, type BookShard, type Walk } from './books.ts'
import type { Position } from '../../papers/exports.ts'

/** A file that lies in the vault for a contract. */
type FoundFile = Filed & { readonly contractId: ContractId }
/** The same with its bytes; null where the vault has none, or others than the ledger says. */
export type FileRead = FoundFile & {
  readonly bytes: Uint8Array | null
  readonly lies: 'true' | 'missing' | 'otherwise'
}

/** A thing or a contract with all that belongs to it, or a file, and where the walk stands after it. */
export type Found = { readonly rows: readonly HeldRow[]; readonly file?: FoundFile; readonly at: Position }
type FoundAndRead = Omit<Found, 'file'> & { readonly file?: FileRead }

/** Files read ahead of where the walk stands. */
const filesAhead = 8

/** The files of every contract of a shard, one by one. A walk can stop inside a contract: its files only grow in number. */
export const filesIn = async function* (
  deps: Dependencies,
  walk: Walk,
  { owner, shard, unit }: BookShard,
  { after: from, inside }: Position,
): AsyncGenerator<Found> {
  if (inside) yield* left(await filesFor(deps, inside.contractId), { unit, after: from }, inside.files)
  let after = from
  do {
    const page = await deps.holdings.shard(owner, shard, { after })
    for (let first = 0; first < page.items.length; first += atOnce) {
      const some = page.items.slice(first, first + atOnce)
      const read = await Promise.all(
        some.map(async (row) => {
          const contractId = await contractIn(deps, walk, row)
          return contractId ? filesFor(deps, contractId) : []
        }),
      )
      for (const [index, row] of some.entries()) yield* left(read[index] ?? [], { unit, after: placeIn(row) }, 0)
    }
    after = page.next
  } while (after !== null)
}

const filesFor = async ({ directory }: Dependencies, contractId: ContractId): Promise<readonly FoundFile[]> => {
  const archive = await directory.archive(archiveOf(contractId))
  return archive?.state.stage === 'kept' ? filesOf(archive.state).map((file) => ({ ...file, contractId })) : []
}

/** A contract's files but the first few, each with where the walk stands after it. */
const left = function* (
  files: readonly FoundFile[],
  at: Pick<Position, 'unit' | 'after'>,
  but: number,
): Generator<Found> {
  for (const [index, file] of files.entries()) {
    if (index < but) continue
    const isLast = index + 1 === files.length
    const inside = { contractId: file.contractId, files: index + 1 }
    yield { rows: [], file, at: isLast ? at : { ...at, inside } }
  }
}

/** Reads what is found, a few files ahead, so that no file waits for the one before it. */
export const withFilesRead = async function* (
  deps: Dependencies,
  found: AsyncIterable<Found>,
): AsyncGenerator<FoundAndRead> {
  const ahead: Promise<FoundAndRead>[] = []
  for await (const { file, ...one } of found) {
    if (!file) {
      yield one
      continue
    }
    const reading = fileRead(deps, file).then((read) => ({ ...one, file: read }))
    // Reading whose turn does not come before the part is full: nobody asks what became of it.
    reading.catch(() => undefined)
    const first = ahead.push(reading) >= filesAhead ? ahead.shift() : undefined
    if (first) yield await first
  }
  for (const reading of ahead) yield await reading
}

/** Reads a file. A spoilt one must not keep a tenant from all the others: it is named, and left out. */
const fileRead = async ({ vault, bytesDigest }: Dependencies, file: FoundFile): Promise<FileRead> => {
  const bytes = await vault.get(inVault(archiveOf(file.contractId), file.name))
  if (!bytes) return { ...file, bytes: null, lies: 'missing' }
  return bytesDigest(bytes) === file.sha256
    ? { ...file, bytes, lies: 'true' }
    : { ...file, bytes: null, lies: 'otherwise' }
}
