import * as z from 'zod'
import { exceptionGrounds } from '../../shared/domain/exception/exception.ts'
import { SubmissionContentView } from '../../shared/api/submissions/content.ts'
import type { DifficultyReport } from '../../shared/domain/submission/kinds/difficulty-report.ts'
import type { SubmissionContent } from '../../shared/domain/submission/kinds/kind.ts'
import { obligationCodes } from '../../shared/domain/discontinuance/obligation.ts'
import { day, sha256 } from './fields.ts'
import { paperForm } from './paper-form.ts'

/** Statement of a case or a concern: what has happened, in the words of whoever says so. */
export const statementForm = paperForm({ kind: 'statement', schema: z.strictObject({ statement: z.string() }) })

/** Reason a person gave for a step, and who: evidence documents from before that was kept name nobody. */
export const reasonForm = paperForm({
  kind: 'reason',
  schema: z.strictObject({ reason: z.string(), by: z.exactOptional(z.string()) }),
})

/** Word of a person on an obligation: the evidence that it is fulfilled, or the reason for which it is waived. */
export const obligationWordForm = paperForm({
  kind: 'obligation word',
  schema: z.strictObject({
    code: z.enum(obligationCodes),
    on: z.exactOptional(day),
    what: z.exactOptional(z.string()),
    reference: z.exactOptional(z.string().nullable()),
    documentSha256: z.exactOptional(sha256.nullable()),
    recordedBy: z.exactOptional(z.string()),
    reason: z.exactOptional(z.string()),
  }),
})

/** Ground of an exception, by its word and in words. */
export const exceptionGroundForm = paperForm({
  kind: 'exception ground',
  schema: z.strictObject({ ground: z.enum(exceptionGrounds).nullable(), groundInWords: z.string() }),
})

/** Evidence for an exception. */
export const exceptionEvidenceForm = paperForm({
  kind: 'exception evidence',
  schema: z.strictObject({ description: z.string(), documentSha256: sha256 }),
})

/** Ways in which the burden of an exception on the user is kept low. */
export const exceptionBurdenForm = paperForm({
  kind: 'exception burden',
  schema: z.strictObject({ burden: z.string() }),
})

/** Content of a submission: of a kind with a shape of its own, or item by item. */
export type SubmissionSays =
  | DifficultyReport
  | (SubmissionContent & { readonly items: readonly { readonly label: string; readonly says: readonly string[] }[] })

/** Content of a submission, as drafted or sent: what it says is what the API shows. */
export const submissionContentForm = paperForm({
  kind: 'submission content',
  schema: SubmissionContentView as z.ZodType as z.ZodType<SubmissionSays>,
})
