import * as z from 'zod'
import { At, Day, DisclosureItem, OperationIdField, Sha256 } from '../fields.ts'

/** Findings in a form of paper, item by item. */
export const FormFindingsView = z.strictObject({
  readOn: Day,
  stated: z.array(DisclosureItem),
  notStated: z.array(DisclosureItem),
  /** Items nobody has looked for yet. */
  unread: z.array(DisclosureItem),
})

/** One reading of the form a contract was signed on. */
export const FormReadingView = FormFindingsView.extend({
  formSha256: Sha256,
  formName: z.string(),
  readBy: z.strictObject({ name: z.string(), title: z.string() }),
  recordedAt: At,
  /** The work by which it was put on record, with every other contract that was signed on the form. */
  operationId: OperationIdField,
  /** True of the newest, which counts. */
  newest: z.boolean(),
})
