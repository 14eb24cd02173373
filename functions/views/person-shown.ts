import type { PersonShown } from '../../shared/api/views/person.ts'
import type { Actor } from '../../shared/domain/people.ts'
import type { NamesBySub } from '../ports/people.ts'

/** The platform itself, where it acted and no person did. */
export const systemName = 'システム'

/** The subjects among some actors that are people's: those whose names can be asked for. */
export const peopleAmong = (actors: readonly Pick<Actor, 'role' | 'sub'>[]): readonly string[] =>
  actors.flatMap(({ role, sub }) => (role === 'system' || role === 'sme' ? [] : [sub]))

/** Person as views show one, known by the subject alone; by names that `people.namesOf` gave. */
export const personBySub = (sub: string, names: NamesBySub): PersonShown => ({
  sub,
  ...(names.get(sub) ?? { name: null, company: null }),
})

/** Actor as views show one, by names that `people.namesOf` gave: of an SME nothing, for it has no account. */
export const personShown = ({ role, sub }: Pick<Actor, 'role' | 'sub'>, names: NamesBySub): PersonShown => {
  if (role === 'system') return { sub: 'system', name: systemName, company: null }
  return personBySub(sub, names)
}
