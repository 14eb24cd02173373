import * as z from 'zod'
import { At, ContractIdField, Day, Sha256, ShortNumberField } from '../fields.ts'
import { archiveStages, sealedKinds } from '../../domain/archive/archive.ts'
import { WrittenView } from './written.ts'

/** The name of a file in an archive: what it is, the number of the event it answers, and its kind. */
export const FileName = z
  .string()
  .max(40)
  .regex(/^(?:contract|certificate)-[0-9]{4,6}\.pdf$/)
  .meta({ description: '保管されている書面の名前' })

const File = { name: z.string(), sha256: Sha256 }

export const ArchiveView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  version: z.int(),
  /** `none` where nothing was sealed and nothing is held. */
  stage: z.enum(['none', ...archiveStages]),
  sealings: z.array(
    z.strictObject({
      contractSeq: z.int(),
      revision: z.int(),
      sealedAt: At,
      documents: z.array(z.strictObject({ what: z.enum(sealedKinds), ...File })),
      listSha256: Sha256,
      stamp: z.strictObject(File),
      certificate: z.strictObject({ sha256: Sha256 }),
    }),
  ),
  unprintable: z.array(z.int()),
  /** The last day it is kept; null while the contract has no end. */
  keepUntil: Day.nullable(),
  retentionYears: z.int(),
  holds: z.array(z.strictObject({ number: z.int(), placedAt: At })),
  disposedOn: Day.nullable(),
})

/** The same with why each hold was placed; null for a reseller, to whom the reason is not told. */
export const ArchiveInFullView = ArchiveView.extend({
  holds: z.array(z.strictObject({ number: z.int(), placedAt: At, reason: z.string().nullable() })),
  /** Reasons why holds were placed and lifted, and why it was disposed of; none for a reseller. */
  written: z.array(WrittenView),
})
