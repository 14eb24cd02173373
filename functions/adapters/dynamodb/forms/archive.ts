import * as z from 'zod'
import { archiveStages, sealedKinds, type ExistingArchive } from '../../../../shared/domain/archive/archive.ts'
import { at, exactly, hex, id, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { count, day, text, word } from './values.ts'

const filed = { name: text, sha256: hex }
const sealing = object({
  contractSeq: count,
  revision: count,
  documents: z.array(object({ what: word(sealedKinds), ...filed })),
  listSha256: hex,
  stamp: object(filed),
  certificate: object(filed),
  sealedAt: at,
})

/** Stored form of what is kept of a contract as evidence. */
export const archiveForm = storedForm<ExistingArchive>({
  kind: 'archive',
  codec: exactly<ExistingArchive>()(
    object({
      stage: word(archiveStages),
      archiveId: id('arc'),
      contractId: id('ctr'),
      entityId: id('ent'),
      sealings: z.array(sealing),
      unprintable: z.array(count),
      keepUntil: orNull(day),
      holds: z.array(object({ number: count, placedAt: at })),
      holdsPlaced: count,
      disposedOn: orNull(day),
    }),
  ),
  upgrades: [withoutNulls],
})
