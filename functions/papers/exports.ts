import * as z from 'zod'
import { notReadable } from '../ports/stored-forms.ts'
import { count, idOf, owners } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'

/** Input of an export: whose portfolios it walks. Fixed when it is asked for, so that it can stop and go on. */
export const exportInputForm = paperForm({ kind: 'export input', schema: z.strictObject({ owners }) })

/** Cursor of a walk: in the things beside contracts (0), or in a shard of a portfolio, and after which row. */
const position = z.strictObject({
  unit: count,
  after: z.string().nullable(),
  /** Number of files of that row's contract that are out; absent where all of them are. */
  inside: z.exactOptional(z.strictObject({ contractId: idOf('ctr'), files: count })),
})

/** A part as its step notes it, and where the next one goes on; null after the last. */
export const exportPartForm = paperForm({
  kind: 'export part',
  schema: z.strictObject({
    part: z.int().min(1),
    /** Name of the part in the vault. */
    name: z.string(),
    bytes: count,
    sha256: z.string(),
    /** Tables and lists of the part. The files of contracts stand in one of these lists, and in the part's manifest. */
    files: z.array(z.strictObject({ name: z.string(), lines: count, bytes: count, sha256: z.string() })).readonly(),
    /** Number of files of contracts that could not be taken out of the vault as the ledger has them. */
    missing: count,
    next: position.nullable(),
  }),
})

/** Manifest of a part as the part itself has it: what a step that stopped in between goes on from. */
const partManifest = z.object({
  files: z
    .array(z.strictObject({ name: z.string(), lines: count.nullable(), bytes: count, sha256: z.string() }))
    .readonly(),
  missing: count,
  next: position.nullable(),
})

/** Reads the manifest of a part. Throws NewerForm or UnreadableRow where it is not as it is written here. */
export const readPartManifest = (manifest: unknown): z.output<typeof partManifest> => {
  const read = partManifest.safeParse(manifest, { reportInput: true })
  if (read.success) return read.data
  throw notReadable({ kind: 'manifest of an export part', form: 1 }, read.error.issues, z.prettifyError(read.error))
}
export type ExportPart = SaidIn<typeof exportPartForm>
export type Position = z.output<typeof position>
