import * as z from 'zod'
import { submissionKinds } from '../../domain/submission/kinds/index.ts'
import { submissionStages } from '../../domain/discontinuance/states.ts'
import { At, DiscontinuanceIdField, EntityIdField, ServiceIdField, Sha256, SubmissionIdField } from '../fields.ts'
import { SubmissionContentView } from '../submissions/content.ts'
import { Addressee } from './discontinuance.ts'
import { WordsView } from './judgement.ts'
import { WriterView } from './written.ts'

export const SubmissionKindField = z.enum(submissionKinds)

export const SubmissionView = z.strictObject({
  submissionId: SubmissionIdField,
  version: z.int(),
  kind: SubmissionKindField,
  /** Name of its kind. */
  name: WordsView,
  stage: z.enum(submissionStages),
  entityId: EntityIdField,
  /** The case or the service it is about; null where its kind is about none. */
  discontinuanceId: DiscontinuanceIdField.nullable(),
  serviceId: ServiceIdField.nullable(),
  to: Addressee,
  contentSha256: Sha256,
  sentAt: At.nullable(),
  answeredAt: At.nullable(),
})

/** One field of the form of a submission, with what was filled in last. */
const FormFieldView = z.strictObject({
  name: z.string(),
  label: WordsView,
  is: z.enum(['text', 'paragraphs', 'day']),
  mayBeOpen: z.boolean(),
  says: z.string().nullable(),
})

const SubmissionAnswerView = z.strictObject({
  at: At,
  by: WriterView,
  receiptNumber: z.string().nullable(),
  reason: z.string().nullable(),
})

export const SubmissionWithContentView = SubmissionView.extend({
  content: SubmissionContentView,
  /** Fields that people fill in before it is sent. */
  form: z.array(FormFieldView),
  /** Person who sent it, the last time; null while nobody did. */
  sentBy: WriterView.nullable(),
  /** Answers of its addressee so far, in order: a receipt number, or the reason why it was returned. */
  answers: z.array(SubmissionAnswerView),
})
