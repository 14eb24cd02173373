import type { ResellerId } from '../../../shared/domain/ids.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { contactForm, invitationForm } from '../../papers/resellers.ts'

/** Mail address at which a reseller's first admin was invited. */
export const invitedAt = async ({ ledger }: Pick<Dependencies, 'ledger'>, resellerId: ResellerId): Promise<string> => {
  const { admin } = invitationForm.read(await ledger.paper(resellerId, 'invitation-0001'))
  return admin.mail
}

/**
 * Mail address of a reseller: the contact it stated last. Until it states one, that is whoever was invited, who may
 * have left by the time a letter of weight is due.
 */
export const resellerAddress = async (deps: Pick<Dependencies, 'ledger'>, resellerId: ResellerId): Promise<string> => {
  const stated = (await deps.ledger.eventsOf(resellerId)).findLast(
    ({ event }) => event.type === 'requirement-met' && event.code === 'contact',
  )
  if (!stated) return invitedAt(deps, resellerId)
  const contact = contactForm.read(await deps.ledger.paper(resellerId, numbered('contact', stated.seq)))
  return contact.mail
}
