import * as z from 'zod'
import { kindsOfSubmission } from '../../domain/submission/kinds/index.ts'
import type { FormField } from '../../domain/submission/kinds/kind.ts'
import { Day, paragraphs, text } from '../fields.ts'

const valueOf = ({ is, most = 200, mayBeOpen }: FormField) => {
  const value: z.ZodType<string, string> = is === 'day' ? Day : is === 'text' ? text(most) : paragraphs(most)
  return mayBeOpen ? value.nullable() : value
}

/** The body that fills in the forms of some kinds: what one of them does not ask for may be left out. */
export const fillingIn = (
  forms: readonly (readonly FormField[])[],
): z.ZodType<Readonly<Record<string, string | null>>, Readonly<Record<string, string | null>>> =>
  z.strictObject(
    Object.fromEntries(
      forms.flat().map((field) => {
        const inEach = forms.every((form) => form.some(({ name }) => name === field.name))
        return [field.name, inEach ? valueOf(field) : z.optional(valueOf(field))]
      }),
    ),
  ) as never

/** Fields filled in before a submission is sent, whatever its kind. */
export const SubmissionForm = fillingIn(Object.values(kindsOfSubmission).map(({ form }) => form))
