import type { ServiceFacts } from './facts.ts'

/**
 * Kinds of change as people judged it: something that leaves the requirements as they are, or something that touches
 * them.
 */
export const changeKinds = ['general', 'requirement'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** The facts that differ between two versions, by name, in the order of the facts. */
export const changedFacts = (before: ServiceFacts, after: ServiceFacts): readonly (keyof ServiceFacts)[] =>
  (Object.keys(after) as (keyof ServiceFacts)[]).filter(
    (name) => JSON.stringify(sorted(before[name])) !== JSON.stringify(sorted(after[name])),
  )

/** The same value with the keys of its objects in order, so that two spellings of one thing compare equal. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
