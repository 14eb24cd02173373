import type { ResellerId } from '../../../shared/domain/ids.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { contactForm, invitationForm } from '../../papers/resellers.ts'

type Readers = Pick<Dependencies, 'ledger' | 'people'>

/** Mail address at which a reseller's first admin was invited; undefined where it was erased. */
export const invitedAt = async ({ ledger, people }: Readers, resellerId: ResellerId): Promise<string | undefined> => {
  const { admin } = invitationForm.read(await ledger.paper(resellerId, 'invitation-0001'))
  const { mail, sub } = admin
  if (mail !== undefined || sub === undefined) return mail
  const person = (await people.onRecord([sub])).get(sub)
  return person?.erased === false ? person.mail : undefined
}

/**
 * Mail address of a reseller: the contact it stated last. Until it states one, that is whoever was invited, who may
 * have left by the time a letter of weight is due; undefined where that person was erased.
 */
export const resellerAddress = async (deps: Readers, resellerId: ResellerId): Promise<string | undefined> => {
  const stated = (await deps.ledger.eventsOf(resellerId)).findLast(
    ({ event }) => event.type === 'requirement-met' && event.code === 'contact',
  )
  if (!stated) return invitedAt(deps, resellerId)
  const contact = contactForm.read(await deps.ledger.paper(resellerId, numbered('contact', stated.seq)))
  return contact.mail
}
