import * as z from 'zod'
import { fileScanners, fileStages, type ExistingFile, type FileObjectId } from '../../../../shared/domain/file/file.ts'
import { fileKinds, filePurposes } from '../../../../shared/domain/file/purposes.ts'
import { at, exactly, hex, id, idOfEither, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { count, day, text, word } from './values.ts'

const objectId = z.string().regex(/^(?:rsl|svc|ctr|sbm)_[0-9a-z]+$/) as unknown as z.ZodType<FileObjectId>

/** Stored form of a file that somebody brings. */
export const fileForm = storedForm<ExistingFile>({
  kind: 'file',
  codec: exactly<ExistingFile>()(
    object({
      stage: word(fileStages),
      fileId: id('fil'),
      entityId: id('ent'),
      broughtBy: idOfEither('ent', 'rsl'),
      of: objectId,
      purpose: word(filePurposes),
      number: orNull(count),
      kind: word(fileKinds),
      bytes: count,
      sha256: hex,
      nameSha256: hex,
      begunBy: text,
      begunAt: at,
      until: at,
      scannedBy: orNull(word(fileScanners)),
      checkedAt: orNull(at),
      acceptedBy: orNull(text),
      acceptedAt: orNull(at),
      approvedBy: orNull(text),
      effectiveOn: orNull(day),
    }),
  ),
  upgrades: [],
})
