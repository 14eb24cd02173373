import * as z from 'zod'
import type { ExplanationGiven } from '../../shared/api/explanation.ts'
import { explanationMethods } from '../../shared/domain/contract/contract-words.ts'
import { paperEndings } from '../../shared/domain/contract/paper-end.ts'
import { count, day, disclosureItems, person, sha256 } from './fields.ts'
import { exactly } from './exactly.ts'
import { paperForm, type SaidIn } from './paper-form.ts'
import type { BodyOf } from './body-of.ts'

/** Whoever explained the conditions. */
const explainer = z.strictObject({ name: z.string(), title: z.string().optional() })

/** Explanation of the conditions before a text is signed: who explained what, how and when. */
export const explanationForm = paperForm({
  kind: 'explanation',
  schema: exactly<z.output<typeof ExplanationGiven>>()(
    z.strictObject({ by: explainer, method: z.enum(explanationMethods), on: day, items: disclosureItems }),
  ),
})

/** Attestation of a contract that was signed on paper. */
export const attestationForm = paperForm({
  kind: 'attestation',
  schema: z.strictObject({
    attestedBy: person,
    /** SHA-256 of the scan. Evidence documents from before it was asked have none. */
    scanSha256: z.exactOptional(sha256.nullable()),
    explainedBy: explainer.nullable(),
    /** The first term, where a later one is put on record. */
    firstTerm: z.exactOptional(z.strictObject({ startOn: day, termMonths: count })),
    ended: z.exactOptional(z.strictObject({ on: day, why: z.enum(paperEndings) })),
  }),
})

/** Answer to a dispute by whom the record was kept or corrected. */
export const disputeAnswerForm = paperForm({
  kind: 'dispute answer',
  schema: z.strictObject({ way: z.enum(['kept', 'corrected']), answer: z.string() }),
})
export type DisputeAnswer = SaidIn<typeof disputeAnswerForm>

/** Annulment of a contract that never stood; `answer` is to an SME that disputed it. */
export const annulmentForm = paperForm({
  kind: 'annulment',
  schema: exactly<BodyOf<'annulContract'>>()(
    z.strictObject({ words: z.string(), by: z.string(), answer: z.string().optional() }),
  ),
})
