import { madeAt } from './made-at.ts'
import { withoutNulls } from './without-nulls.ts'

const usualWindowMs = 72 * 3_600_000

/** Proposals of 0.2.0 had no last instant for their approval. They are given the usual window, from when they were made. */
export const discontinuance1To2 = (stored: Readonly<Record<string, unknown>>): unknown =>
  withoutNulls({ approveBy: madeAt(stored['discontinuanceId'], usualWindowMs), ...stored })
