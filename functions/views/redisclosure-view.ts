import type * as z from 'zod'
import type { ListedRedisclosureView, RedisclosureView } from '../../shared/api/views/redisclosure.ts'
import { daysUntil, type PlainDate } from '../../shared/domain/plain-date.ts'
import type { ExistingRedisclosure } from '../../shared/domain/redisclosure/redisclosure.ts'
import type { NamesBySub } from '../ports/people.ts'
import { personBySub } from './person-shown.ts'

/** A campaign as it stands on a day. */
export const redisclosureView = (
  state: ExistingRedisclosure,
  version: number,
  today: PlainDate,
): z.input<typeof RedisclosureView> => {
  const { openedBy: _, ...shown } = state
  return { ...shown, version, items: [...state.items], daysLeft: daysUntil(state.dueOn, today) }
}

/** The same with who opened it. */
export const listedRedisclosureView = (
  state: ExistingRedisclosure,
  version: number,
  today: PlainDate,
  names: NamesBySub,
): z.input<typeof ListedRedisclosureView> => ({
  ...redisclosureView(state, version, today),
  openedBy: personBySub(state.openedBy, names),
})
