import type * as z from 'zod'
import type { RedisclosureView } from '../../shared/api/views/redisclosure.ts'
import { daysUntil, type PlainDate } from '../../shared/domain/plain-date.ts'
import type { ExistingRedisclosure } from '../../shared/domain/redisclosure/redisclosure.ts'

/** A campaign as it stands on a day. */
export const redisclosureView = (
  state: ExistingRedisclosure,
  version: number,
  today: PlainDate,
): z.input<typeof RedisclosureView> => ({
  ...state,
  version,
  items: [...state.items],
  daysLeft: daysUntil(state.dueOn, today),
})
