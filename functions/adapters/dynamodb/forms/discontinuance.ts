import * as z from 'zod'
import { concernCauses, concernStages, type ExistingConcern } from '../../../../shared/domain/discontinuance/concern.ts'
import { discontinuanceGrounds } from '../../../../shared/domain/discontinuance/grounds.ts'
import { obligationCodes, obligationMetBy } from '../../../../shared/domain/discontinuance/obligation.ts'
import { at, exactly, hex, id, maybe, object, orNull } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { discontinuance1To2 } from './upgrades/discontinuance-1-to-2.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { count, day, text, word } from './values.ts'
import {
  discontinuanceStages,
  proposalRestrictions,
  type Addressee,
  type ExistingDiscontinuance,
} from '../../../../shared/domain/discontinuance/states.ts'

/** IPA, or a registration body by its id. */
export const addressee = z.string().regex(/^(?:ipa|rbd_[0-9a-z]+)$/) as unknown as z.ZodType<Addressee>
const obligation = object({
  code: word(obligationCodes),
  owner: text,
  dueOn: day,
  escalatedAt: orNull(at),
  unheardAt: maybe(at),
  met: orNull(object({ at, by: word(obligationMetBy), evidenceSha256: orNull(hex) })),
  waived: orNull(object({ at, by: text, reasonSha256: hex })),
})

/** Stored form of the case of a reseller that cannot continue. */
export const discontinuanceForm = storedForm<ExistingDiscontinuance>({
  kind: 'discontinuance',
  codec: exactly<ExistingDiscontinuance>()(
    object({
      stage: word(discontinuanceStages),
      discontinuanceId: id('dsc'),
      entityId: id('ent'),
      resellerId: id('rsl'),
      ground: word(discontinuanceGrounds),
      occurredOn: day,
      knownOn: maybe(day),
      concernId: maybe(id('cnc')),
      statementSha256: hex,
      proposedBy: text,
      restriction: maybe(word(proposalRestrictions)),
      approveBy: at,
      since: orNull(at),
      reports: z.array(object({ submissionId: id('sbm'), to: addressee })),
      list: orNull(object({ contracts: count, voided: count, sha256: hex })),
      reached: z.boolean(),
      late: count,
      obligations: maybe(z.array(obligation)),
      setbacks: maybe(count),
      tallyAskedAt: maybe(at),
    }),
  ),
  upgrades: [discontinuance1To2],
})

/** Stored form of a concern about a reseller. */
export const concernForm = storedForm<ExistingConcern>({
  kind: 'concern',
  codec: exactly<ExistingConcern>()(
    object({
      stage: word(concernStages),
      concernId: id('cnc'),
      entityId: id('ent'),
      resellerId: id('rsl'),
      cause: word(concernCauses),
      ground: orNull(word(discontinuanceGrounds)),
      statementSha256: hex,
      raisedAt: at,
      decidedAt: orNull(at),
      discontinuanceId: orNull(id('dsc')),
    }),
  ),
  upgrades: [withoutNulls],
})
