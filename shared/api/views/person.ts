import * as z from 'zod'

/**
 * A person who did something, as views show one: the name and the company, where whoever asks may know them. `name` is
 * null only where nothing is known, or nothing may be; then the role beside it says enough.
 */
export const PersonShown = z.strictObject({
  sub: z.string(),
  name: z.string().nullable(),
  company: z.string().nullable(),
})
export type PersonShown = z.infer<typeof PersonShown>
