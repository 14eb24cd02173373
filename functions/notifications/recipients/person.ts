import { numbered } from '../../ports/papers.ts'
import { namedElsewhereLetter } from '../templates/person-letters.ts'
import type { Resolve } from './recipient.ts'
import { namingForm } from '../../papers/resellers.ts'

/** A person who was named by an organization while it has its role in another: only it may know both. */
export const toPerson: Resolve<'person'> = async ({ ledger }, { stream, seq }) => {
  const { mail, name } = namingForm.read(await ledger.paper(stream, numbered('naming', seq)))
  return { letter: { to: mail, ...namedElsewhereLetter(name) } }
}
