import { withoutNulls } from './without-nulls.ts'

const keys = ['e', 'm', 'n', 'd', 'a', 'i', 'f', 't', 's', 'o', 'h', 'c', 'b', 'u', 'x', 'p'] as const

const stages = new Map<unknown, string>([
  [0, 'live'],
  [1, 'ended'],
])

/** The first form was a list in a fixed order: 1 for a contract that has ended, and the entity's id with its prefix. */
export const findable1To2 = (stored: readonly unknown[]): unknown => {
  const named: Record<string, unknown> = Object.fromEntries(keys.map((key, place) => [key, stored[place] ?? null]))
  const { e: entityId, s: stage } = named
  const e = typeof entityId === 'string' ? entityId.replace(/^ent_/, '') : entityId
  return withoutNulls({ ...named, e, s: stages.get(stage) ?? stage })
}
