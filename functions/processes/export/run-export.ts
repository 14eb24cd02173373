import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import { dayInJapan, daysAfter } from '../../../shared/domain/plain-date.ts'
import { exportKeptDays, type KeptOperation } from '../../../shared/domain/platform/operation.ts'
import type { Archived, ArchivedText } from '../../ports/holdings.ts'
import { numbered } from '../../ports/papers.ts'
import type { Kept } from '../../ports/records.ts'
import { madeOnce } from '../../ports/vault.ts'
import type { World } from '../../ports/world.ts'
import { exportInputForm, exportPartForm } from '../../application/papers/exports.ts'
import { commitStep, runOperation } from '../operation/runner.ts'
import type { Walk } from './books.ts'
import { filesOf } from './export-files.ts'
import { collect } from './walk.ts'
import { type ExportPart, type Position, unitsOf } from '../../application/operations/export-parts.ts'

/** What one answer on AWS holds of a file is 6 MB, a third of it for its wrapping. */
const maxBytes = 4_400_000
/** Characters read into a part: as a zip, about a quarter of that in bytes; of files, two thirds. */
const usualCharacters = 6_000_000

/**
 * Walks through everything the owner has and puts it away part by part. Each part is in the vault before it is noted;
 * a walk that stopped in between finds it there and goes on from what it says. True when all is put away.
 */
export const runExport =
  (world: World, characters: number = usualCharacters) =>
  (entityId: EntityId, operationId: OperationId, mayGoOn: () => boolean): Promise<boolean> =>
    runOperation(world, entityId, operationId, mayGoOn, async (found) => {
      const { steps, owner } = found.state
      const { owners } = exportInputForm.read(await world.ledger.paper(operationId, numbered('input', 1)))
      const last = steps > 0 ? await partAt(world, operationId, steps) : undefined
      const from = last ? last.next : { unit: 0, after: null }
      if (from) await putAway(world, found, { entityId, owner, owners, operationId }, from, characters)
    })

const partAt = async ({ ledger }: World, operationId: OperationId, step: number): Promise<ExportPart> =>
  exportPartForm.read(await ledger.paper(operationId, numbered('results', step)))

const putAway = async (
  world: World,
  found: Kept<KeptOperation>,
  walk: Walk,
  from: Position,
  characters: number,
): Promise<void> => {
  const { operationId, steps } = found.state
  const part = steps + 1
  const name = `exports/${operationId}/${numbered('part', part)}.zip`
  const keepUntil = daysAfter(dayInJapan(world.clock.now()), exportKeptDays)
  const how = { contentType: 'application/zip', keepUntil }
  const bytes = await madeOnce(world.vault, name, how, () => packed(world, found.state, walk, from, characters))
  const { next, files, missing } = world.archive.manifestOf(bytes) as Manifest
  const noted: ExportPart = {
    part,
    name,
    bytes: bytes.length,
    sha256: world.bytesDigest(bytes),
    files: files.filter(isText),
    missing,
    next,
  }
  const units = (next?.unit ?? unitsOf(walk.owners)) - from.unit
  const step = { command: 'advance-export', results: noted, accepted: units, refused: 0, finishes: next === null }
  await commitStep(world, found, step)
}

/** What a part says of itself; the walk goes on from it. */
type Manifest = Pick<ExportPart, 'missing' | 'next'> & { readonly files: readonly Archived[] }

const isText = (file: Archived): file is ArchivedText => file.lines !== null

const packed = async (
  world: World,
  operation: KeptOperation,
  walk: Walk,
  from: Position,
  characters: number,
): Promise<Uint8Array> => {
  const { operationId, acceptedAt, steps } = operation
  const { rows, files, next } = await collect(world, walk, from, characters)
  const bytes = world.archive.pack(filesOf(world, rows, files), (archived) => ({
    format: 'musubi/export/1',
    operationId,
    owner: walk.owner,
    part: steps + 1,
    askedAt: acceptedAt,
    readAt: world.clock.now(),
    missing: files.filter((file) => file.bytes === null).length,
    next,
    files: archived,
  }))
  // Denser than text ever is: the same again in smaller parts.
  return bytes.length > maxBytes && rows.length + files.length > 1 && characters > 1
    ? packed(world, operation, walk, from, Math.floor(characters / 4))
    : bytes
}
