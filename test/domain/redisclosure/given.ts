import type { RedisclosureEvent } from '../../../shared/domain/redisclosure/redisclosure.ts'
import { day, entityId, redisclosureId, serviceId } from '../given.ts'

/** Version 2 of a service has other devices and another insurance; three contracts stand under version 1. */
export const opening = {
  redisclosureId,
  entityId,
  serviceId,
  toVersion: 2,
  items: ['devices', 'insurance'],
  dueOn: day('2026-10-31'),
  contracts: 3,
  openedBy: 'staff',
} as const
export const redisclosureOpened = { type: 'redisclosure-opened', ...opening } as const satisfies RedisclosureEvent
export const redisclosureClosed = { type: 'redisclosure-closed' } as const satisfies RedisclosureEvent
