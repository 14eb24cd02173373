import { numbered } from '../../ports/papers.ts'
import { namingForm } from '../../papers/resellers.ts'
import { invitedElsewhereLetter, namedElsewhereLetter } from '../templates/person-letters.ts'
import type { Resolve } from './recipient.ts'

/**
 * A person who was invited and has an account already, which nobody but the person may know; or, before invitations could
 * be accepted, who could not follow. Whoever was erased meanwhile is written to no more.
 */
export const toPerson: Resolve<'person'> = async ({ ledger, people, places }, { stream, seq }, { template }) => {
  if (template === 'named-elsewhere') {
    const { mail, name } = namingForm.read(await ledger.paper(stream, numbered('naming', seq)))
    return { letter: { to: mail, ...namedElsewhereLetter(name) } }
  }
  const person = (await people.onRecord([stream])).get(stream)
  if (!person || person.erased) return { letter: 'overtaken' }
  return { letter: { to: person.mail, ...invitedElsewhereLetter(person.name, places.site) } }
}
