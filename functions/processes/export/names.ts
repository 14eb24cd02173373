import type { HeldRow } from '../../ports/holdings.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** Places of a state at which a person stands, by the kind of its row. */
const places: Readonly<Record<string, readonly string[]>> = {
  discontinuance: ['proposedBy'],
  separateContractException: ['askedBy', 'approvedBy'],
  redisclosure: ['openedBy'],
  smeIdentity: ['askedBy', 'givenBy'],
  member: ['sub'],
}

const peopleIn = ({ kind, says }: HeldRow): Readonly<Record<string, string>> => {
  const state = says['state'] as Readonly<Record<string, unknown>> | undefined
  return Object.fromEntries(
    (places[kind] ?? []).flatMap((place) => {
      const sub = state?.[place]
      return typeof sub === 'string' ? [[place, sub]] : []
    }),
  )
}

/** Name that a row has for the person at a place of its state; undefined where none is known. */
export const nameIn = ({ says }: HeldRow, place: string): string | undefined =>
  (says['names'] as Readonly<Record<string, string>> | undefined)?.[place]

/** People whose names are asked for at once. */
const atOnce = 1_000

/** Rows with the names of the people that their states name by subject, beside the state: two requests a thousand people. */
export const withNames = async (
  { people }: Pick<Dependencies, 'people'>,
  rows: readonly HeldRow[],
): Promise<readonly HeldRow[]> => {
  const subs = [...new Set(rows.flatMap((row) => Object.values(peopleIn(row))))]
  const names = new Map<string, string>()
  for (let first = 0; first < subs.length; first += atOnce)
    for (const [sub, { name }] of await people.namesOf(subs.slice(first, first + atOnce)))
      if (name !== null) names.set(sub, name)
  return rows.map((row) => {
    const named = Object.entries(peopleIn(row)).flatMap(([place, sub]) => {
      const name = names.get(sub)
      return name === undefined ? [] : [[place, name] as const]
    })
    return named.length === 0 ? row : { ...row, says: { ...row.says, names: Object.fromEntries(named) } }
  })
}
