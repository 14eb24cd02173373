import { hex, object } from './plain.ts'
import { count, day } from './values.ts'

/** Letterhead as a state keeps it: from when it counts, and where it is said. */
export const statedLetterhead = object({ from: day, sha256: hex, paper: count })
