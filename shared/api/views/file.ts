import * as z from 'zod'
import { fileScanners, fileStages } from '../../domain/file/file.ts'
import { fileKinds, filePurposes } from '../../domain/file/purposes.ts'
import { At, Day, FileIdField, FileObjectField, Sha256 } from '../fields.ts'
import { PersonShown } from './person.ts'

const Content = {
  fileId: FileIdField,
  purpose: z.enum(filePurposes),
  /** Number of a document with versions. */
  number: z.int().nullable(),
  kind: z.enum(fileKinds),
  bytes: z.int(),
  sha256: Sha256,
}

/** Where a file stands after a step. */
export const FileDone = z.strictObject({
  ...Content,
  of: FileObjectField,
  stage: z.enum(fileStages),
  /** The last instant of it in quarantine. */
  until: At,
  effectiveOn: Day.nullable(),
  version: z.int(),
})

/** A signed request by which the bytes are sent. */
export const UploadLinkView = z.strictObject({
  method: z.literal('PUT'),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  until: At,
})

/** A file with its name, and who did what with it. */
export const FileView = FileDone.extend({
  purposeName: z.strictObject({ ja: z.string(), en: z.string() }),
  name: z.string(),
  broughtBy: z.string(),
  begunAt: At,
  begunBy: PersonShown,
  scannedBy: z.enum(fileScanners).nullable(),
  checkedAt: At.nullable(),
  acceptedAt: At.nullable(),
  acceptedBy: PersonShown.nullable(),
  approvedBy: PersonShown.nullable(),
  /** True for the version that counts today. */
  inForce: z.boolean(),
})

/** Files of a thing, as they stand in its view; those that cannot be read are named. */
export const FilesView = z.strictObject({
  items: z.array(FileView),
  unreadable: z.array(z.strictObject({ id: z.string().nullable() })).optional(),
})

/** A file alone, with the reason for which it was declined. */
export const FileInFullView = FileView.extend({ reason: z.string().nullable() })

/** A signed address from which a file is saved. */
export const DownloadLinkView = z.strictObject({ fileName: z.string(), url: z.string(), until: At, sha256: Sha256 })

/** A document in force, as the SME sees it. */
export const OwnFileView = z.strictObject({
  ...Content,
  purposeName: z.strictObject({ ja: z.string(), en: z.string() }),
  name: z.string(),
  effectiveOn: Day,
})
