import * as z from 'zod'

const found = z.int().min(0).default(0)

/** Result of a walk through a table as it is kept until the next one. One that an earlier version began lacks what was added since. */
export const Upgraded = z.strictObject({
  /** Cursor at which the next walk goes on; null where this one came to the end. */
  after: z.record(z.string(), z.unknown()).nullable(),
  /** Rows by kind and form as they stand now. Those of an earlier form than the current one are what is left. */
  rows: z.record(z.string(), z.int()),
  upgraded: found,
  /** Contracts that were made before numbers were there, and can be found by theirs now; in a count, those that cannot yet. */
  numbered: found,
  /** Events from before there were change logs that stand in one now; in a count, those that do not yet. */
  logged: found,
  /** Changed by somebody else in the same moment, and left alone: they are counted in the form they were read in. */
  overtaken: found,
  /** Rows that cannot be read, being of a newer form or damaged. They are left as they are. */
  unread: found,
  /** The first few of them, and why. */
  examples: z
    .array(z.strictObject({ where: z.string(), why: z.string() }))
    .readonly()
    .default([]),
})
export type Upgraded = Readonly<z.output<typeof Upgraded>>
