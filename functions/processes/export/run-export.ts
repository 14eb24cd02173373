import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import { dayInJapan, daysAfter } from '../../../shared/domain/plain-date.ts'
import { exportKeptDays, type ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import type { Archived, ArchivedText } from '../../ports/holdings.ts'
import { numbered } from '../../ports/papers.ts'
import type { Versioned } from '../../ports/records.ts'
import { madeOnce } from '../../ports/vault.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import {
  exportInputForm,
  exportPartForm,
  readPartManifest,
  type ExportPart,
  type Position,
} from '../../papers/exports.ts'
import { commitStep, runOperation } from '../operation/runner.ts'
import type { Walk } from './books.ts'
import { filesOf } from './export-files.ts'
import { withNames } from './names.ts'
import { collect } from './walk.ts'
import { unitsOf } from '../../application/operations/export-parts.ts'

/** Number of bytes of a file that one answer holds: on AWS an answer is 6 MB, a third of it for its wrapping. */
const maxBytes = 4_400_000
/** Characters read into a part: as a zip, about a quarter of that in bytes; of files, two thirds. */
const usualCharacters = 6_000_000

/**
 * Walks through everything the owner has and puts it away part by part. Each part is in the vault before it is noted;
 * a walk that stopped in between finds it there and goes on from what it says. True when all is put away.
 */
export const runExport =
  (deps: Dependencies, characters: number = usualCharacters) =>
  (entityId: EntityId, operationId: OperationId, mayGoOn: () => boolean): Promise<boolean> =>
    runOperation(deps, entityId, operationId, mayGoOn, async (found) => {
      const { steps, owner } = found.state
      const { owners } = exportInputForm.read(await deps.ledger.paper(operationId, numbered('input', 1)))
      const last = steps > 0 ? await partAt(deps, operationId, steps) : undefined
      const from = last ? last.next : { unit: 0, after: null }
      if (from) await putAway(deps, found, { entityId, owner, owners, operationId }, from, characters)
    })

const partAt = async ({ ledger }: Dependencies, operationId: OperationId, step: number): Promise<ExportPart> =>
  exportPartForm.read(await ledger.paper(operationId, numbered('results', step)))

const putAway = async (
  deps: Dependencies,
  found: Versioned<ExistingOperation>,
  walk: Walk,
  from: Position,
  characters: number,
): Promise<void> => {
  const { operationId, steps } = found.state
  const part = steps + 1
  const name = `exports/${operationId}/${numbered('part', part)}.zip`
  const keepUntil = daysAfter(dayInJapan(deps.clock.now()), exportKeptDays)
  const how = { contentType: 'application/zip', keepUntil }
  const bytes = await madeOnce(deps.vault, name, how, () => packed(deps, found.state, walk, from, characters))
  const { next, files, missing } = readPartManifest(deps.archive.manifestOf(bytes))
  const noted: ExportPart = {
    part,
    name,
    bytes: bytes.length,
    sha256: deps.bytesDigest(bytes),
    files: files.filter(isText),
    missing,
    next,
  }
  const units = (next?.unit ?? unitsOf(walk.owners)) - from.unit
  const step = {
    command: 'advance-export',
    results: exportPartForm.write(noted),
    accepted: units,
    refused: 0,
    finishes: next === null,
  }
  await commitStep(deps, found, step)
}

const isText = (file: Archived): file is ArchivedText => file.lines !== null

const packed = async (
  deps: Dependencies,
  operation: ExistingOperation,
  walk: Walk,
  from: Position,
  characters: number,
): Promise<Uint8Array> => {
  const { operationId, acceptedAt, steps } = operation
  const { rows, files, next } = await collect(deps, walk, from, characters)
  const bytes = deps.archive.pack(filesOf(deps, await withNames(deps, rows), files), (archived) => ({
    format: 'musubi/export/1',
    operationId,
    owner: walk.owner,
    part: steps + 1,
    askedAt: acceptedAt,
    readAt: deps.clock.now(),
    missing: files.filter((file) => file.bytes === null).length,
    next,
    files: archived,
  }))
  // Denser than text ever is: the same again in smaller parts.
  return bytes.length > maxBytes && rows.length + files.length > 1 && characters > 1
    ? packed(deps, operation, walk, from, Math.floor(characters / 4))
    : bytes
}
