import * as z from 'zod'
import { PersonShown } from './person.ts'
import {
  leastObligationDays,
  mostObligationDays,
  obligationCodes,
  obligationMetBy,
  obligationStages,
} from '../../domain/discontinuance/obligation.ts'
import { EntityNoticesView } from '../entity-notices.ts'
import { At, Day, DiscontinuanceIdField, ResellerIdField, Sha256 } from '../fields.ts'
import { WordsView } from './judgement.ts'

export const ObligationCodeField = z.enum(obligationCodes).meta({ description: '義務の種類' })

export const ObligationView = z.strictObject({
  code: ObligationCodeField,
  what: WordsView,
  clause: z.string(),
  stage: z.enum(obligationStages),
  /** The last day in time, counted in business days from the instant. */
  dueOn: Day,
  escalatedAt: At.nullable(),
  /** Instant at which the letter that said so was known not to have arrived: whoever sees this hears of it first. */
  unheardAt: At.nullable(),
  met: z.strictObject({ at: At, by: z.enum(obligationMetBy), evidenceSha256: Sha256.nullable() }).nullable(),
  waived: z.strictObject({ at: At, reasonSha256: Sha256 }).nullable(),
  ourReading: WordsView,
})

const named = {
  /** Person who sees to it. */
  owner: PersonShown,
  waived: z.strictObject({ at: At, by: PersonShown, reasonSha256: Sha256 }).nullable(),
}

/** An obligation where its case is read: how a person says it was fulfilled, or why it was let go; null where nobody said. */
export const ObligationInCaseView = ObligationView.extend({
  ...named,
  words: z
    .strictObject({ what: z.string(), reference: z.string().nullable(), recordedBy: PersonShown.nullable() })
    .nullable(),
})

/** An obligation in a list over all cases. */
export const ObligationLineView = ObligationView.extend({
  ...named,
  discontinuanceId: DiscontinuanceIdField,
  resellerId: ResellerIdField,
})

export const BusinessDays = z.int().min(leastObligationDays).max(mostObligationDays)

/** Settings of by when obligations are owed, and where letters about overdue ones go. */
export const ObligationSettingsView = z.strictObject({
  version: z.int(),
  ...EntityNoticesView.shape,
  obligations: z.array(
    z.strictObject({
      code: ObligationCodeField,
      what: WordsView,
      clause: z.string(),
      businessDays: BusinessDays,
      /** Number that counts where nothing is set: ours, as is how we read the clause. */
      usualBusinessDays: BusinessDays,
      ourReading: WordsView,
    }),
  ),
})
