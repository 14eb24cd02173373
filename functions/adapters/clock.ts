import { instant } from '../../shared/domain/plain-date.ts'
import type { Clock } from '../ports/dependencies.ts'

export const systemClock: Clock = { now: () => instant(new Date().toISOString()) }

/** A clock that was set to a moment when it was made and runs on from there: for demonstrations and drills. */
export const clockSetTo = (moment: string): Clock => {
  const ahead = Date.parse(moment) - Date.now()
  return { now: () => instant(new Date(Date.now() + ahead).toISOString()) }
}
