import * as z from 'zod'

/** The settings of a server on this machine. All have a default. */
export const LocalEnv = z.object({
  MUSUBI_DATA: z.string().min(1).default('.data'),
  MUSUBI_PORT: z.coerce.number().int().min(0).max(65_535).default(8787),
  /** A moment to set the clock to, such as 2026-10-01T09:00:00+09:00. */
  MUSUBI_CLOCK: z.iso.datetime({ offset: true }).optional(),
  DYNAMODB_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
})
export type LocalEnv = z.infer<typeof LocalEnv>
