import * as z from 'zod'
import { usualObligationDays, type ObligationCode } from '../../../../shared/domain/discontinuance/obligation.ts'
import { entityRoles, resellerRoles, rolesApart } from '../../../../shared/domain/people.ts'
import type { ExistingEntity } from '../../../../shared/domain/platform/entity.ts'
import { memberStages, type ExistingMember } from '../../../../shared/domain/platform/member.ts'
import type { ExistingRegistrationBody } from '../../../../shared/domain/platform/registration-body.ts'
import { at, exactly, hex, id, maybe, object, orElse } from './plain.ts'
import { statedLetterhead } from './letterhead.ts'
import { storedForm } from './stored-form.ts'
import { withoutNulls } from './upgrades/without-nulls.ts'
import { count, text, word } from './values.ts'

const days = object({
  tellSmes: orElse(count, usualObligationDays.tellSmes),
  reportToIpa: orElse(count, usualObligationDays.reportToIpa),
  reportToRegistrationBody: orElse(count, usualObligationDays.reportToRegistrationBody),
  notifyChange: orElse(count, usualObligationDays.notifyChange),
  continueInsurance: orElse(count, usualObligationDays.continueInsurance),
} satisfies Record<ObligationCode, unknown>)

/** Stored form of an implementing entity. */
export const entityForm = storedForm<ExistingEntity>({
  kind: 'entity',
  codec: exactly<ExistingEntity>()(
    object({
      stage: z.literal('kept'),
      entityId: id('ent'),
      name: text,
      corporateNumber: text,
      retentionYears: maybe(count),
      approvalWindowHours: maybe(count),
      obligationSettings: maybe(object({ days, notices: count, noticeSha256: hex })),
      letterheads: maybe(z.array(statedLetterhead)),
    }),
  ),
  upgrades: [withoutNulls],
})

/** Stored form of a registration body. */
export const registrationBodyForm = storedForm<ExistingRegistrationBody>({
  kind: 'registrationBody',
  codec: exactly<ExistingRegistrationBody>()(
    object({ stage: z.literal('kept'), registrationBodyId: id('rbd'), name: text }),
  ),
  upgrades: [withoutNulls],
})

/** Role of a person with its organization. */
export const membership = z.discriminatedUnion('role', [
  object({ role: z.enum(rolesApart) }),
  object({ role: z.enum(entityRoles), entityId: id('ent') }),
  object({ role: z.enum(resellerRoles), entityId: id('ent'), resellerId: id('rsl') }),
  object({ role: z.literal('registrationBody'), registrationBodyId: id('rbd') }),
])

/** Stored form of a person who may sign in. */
export const memberForm = storedForm<ExistingMember>({
  kind: 'member',
  codec: exactly<ExistingMember>()(
    object({
      stage: word(memberStages),
      sub: text,
      membership,
      since: maybe(at),
      erased: maybe(z.literal(true)),
    }),
  ),
  upgrades: [withoutNulls],
})
