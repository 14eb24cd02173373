import * as z from 'zod'
import { postalAddress } from './fields.ts'
import { letterhead } from './letterheads.ts'
import { paperForm } from './paper-form.ts'

/** Where a letter with a code goes, as it was printed. */
export const codeLetterForm = paperForm({
  kind: 'code letter',
  schema: z.strictObject({
    postalAddress: z.strictObject(postalAddress),
    /** Absent where the sender had stated none. */
    sender: z.exactOptional(letterhead),
  }),
})
