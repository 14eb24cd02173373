import { numbered } from '../../ports/papers.ts'
import type { Person } from '../../application/tenants/new-member.ts'
import { namedElsewhereLetter } from '../templates/person-letters.ts'
import type { Resolve } from './recipient.ts'

/** A person who was named by an organization while it has its role in another: only it may know both. */
export const toPerson: Resolve<'person'> = async ({ ledger }, { stream, seq }) => {
  const { mail, name } = (await ledger.paper(stream, numbered('naming', seq))) as Person
  return { letter: { to: mail, ...namedElsewhereLetter(name) } }
}
