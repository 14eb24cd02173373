import { object, orNull } from './plain.ts'
import { day } from './values.ts'

/** From a day on, until a last one if there is one. */
export const period = object({ from: day, until: orNull(day) })
