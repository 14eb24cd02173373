import * as z from 'zod'
import { EntityNoticesKept } from '../../shared/api/entity-notices.ts'
import { discontinuanceGrounds } from '../../shared/domain/discontinuance/grounds.ts'
import { handoverCodes, handoverKeepers } from '../../shared/domain/reseller/handover.ts'
import { day, idOf, sha256 } from './fields.ts'
import { paperForm, type SaidIn } from './paper-form.ts'
import { exactly } from './exactly.ts'
import { type BodyOf } from './body-of.ts'

const named = z.strictObject({ mail: z.string(), name: z.string() })

/**
 * Invitation of a reseller: who is to be its first admin, by the subject, for a name may have to be erased. In form 1 it
 * had name and mail, which nobody can take out of it any more.
 */
export const invitationForm = paperForm({
  kind: 'invitation',
  schema: z.strictObject({
    admin: z.strictObject({
      sub: z.exactOptional(z.string()),
      mail: z.exactOptional(z.string()),
      name: z.exactOptional(z.string()),
    }),
  }),
  upgrades: [(said: unknown) => said],
})

/** Contact that a reseller stated. */
export const contactForm = paperForm({
  kind: 'contact',
  schema: exactly<Extract<BodyOf<'supplyRequirement'>, { readonly code: 'contact' }>>()(
    z.strictObject({ code: z.literal('contact'), name: z.string(), mail: z.string(), phone: z.string() }),
  ),
})

/** Reason for which a reseller was restricted or is so no longer, with the facts of a proposal behind it. */
export const restrictionForm = paperForm({
  kind: 'restriction',
  schema: z.strictObject({
    reason: z.string(),
    discontinuanceId: z.exactOptional(idOf('dsc')),
    ground: z.exactOptional(z.enum(discontinuanceGrounds)),
    occurredOn: z.exactOptional(day),
    concernId: z.exactOptional(idOf('cnc').nullable()),
    statementSha256: z.exactOptional(sha256),
  }),
})
export type Restriction = SaidIn<typeof restrictionForm>

/** Item of the handover: where it lies, and who said so. */
export const handoverForm = paperForm({
  kind: 'handover',
  schema: exactly<BodyOf<'supplyHandover'> & { readonly recordedBy: string }>()(
    z.strictObject({
      code: z.enum(handoverCodes),
      asOf: day,
      what: z.string(),
      keptBy: z.enum(handoverKeepers),
      documentSha256: sha256.nullable(),
      custodian: z.string().nullable(),
      recordedBy: z.string(),
    }),
  ),
})

/** Naming of a person who has its role elsewhere: how it is written to. */
export const namingForm = paperForm({ kind: 'naming', schema: named })

/** Addresses at which an implementing entity is told of what is overdue. */
export const noticesForm = paperForm({
  kind: 'notices',
  schema: EntityNoticesKept,
})
