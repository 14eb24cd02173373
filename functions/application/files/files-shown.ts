import type * as z from 'zod'
import type { FilesView } from '../../../shared/api/views/file.ts'
import { inForceOn, type ExistingFile, type FileObjectId } from '../../../shared/domain/file/file.ts'
import { filePurposes } from '../../../shared/domain/file/purposes.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { fileNameForm } from '../../papers/files.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { numbered } from '../../ports/papers.ts'
import { fileView, peopleOf } from '../../views/file-view.ts'
import type { Seller } from '../contracts/contract-access.ts'
import { unreadableFor } from '../unreadable-for.ts'
import { isFor } from './file-access.ts'

/** Name of a file, as whoever brought it gave it: it lies in an evidence document. */
export const fileNameOf = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  { fileId }: Pick<ExistingFile, 'fileId'>,
): Promise<string> => fileNameForm.read(await ledger.paper(fileId, numbered('name', 1))).name

/** The versions that count on a day among the files of one thing. */
export const inForceAmong = (files: readonly ExistingFile[], today: PlainDate): ReadonlySet<string> =>
  new Set(filePurposes.flatMap((purpose) => inForceOn(files, purpose, today)?.fileId ?? []))

/**
 * Files of a thing that someone may see, as far as they are for that person's eyes: a request for the list, one for its
 * rows, one for the name of each, and those for people's names. Of a thing without files it is one.
 */
export const filesShown = async (
  deps: Dependencies,
  who: Seller,
  of: FileObjectId,
  today: PlainDate,
  only: (file: ExistingFile) => boolean = () => true,
): Promise<z.input<typeof FilesView>> => {
  const { items, unreadable } = await deps.directory.filesOf(of)
  const all = items.filter(({ state }) => isFor(who, state))
  const inForce = inForceAmong(
    all.map(({ state }) => state),
    today,
  )
  const shown = all.filter(({ state }) => only(state))
  const subs = shown.flatMap(({ state }) => peopleOf(state))
  const names = subs.length > 0 ? await deps.people.namesOf(subs, who) : new Map<string, never>()
  const views = await Promise.all(
    shown.map(async ({ state, version }) =>
      fileView(state, version, { name: await fileNameOf(deps, state), names, inForce: inForce.has(state.fileId) }),
    ),
  )
  return { items: views, unreadable: unreadableFor(who, unreadable) }
}
