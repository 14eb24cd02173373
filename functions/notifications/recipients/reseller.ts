import { eventOfType } from '../../../shared/domain/aggregates/event-of-type.ts'
import type { EntityId } from '../../../shared/domain/ids.ts'
import { noticeBounce } from '../../application/tenants/notice-concern.ts'
import { invitedAt, resellerAddress } from '../../application/tenants/reseller-address.ts'
import { resellerConcerned } from '../../application/tenants/reseller-concerned.ts'
import { restrictionPaper } from '../../application/tenants/restriction-paper.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Text } from '../templates/parts.ts'
import {
  discontinuedLetter,
  invitationLetter,
  restrictedLetter,
  restrictionLiftedLetter,
  restrictionStandsLetter,
} from '../templates/reseller-letters.ts'
import type { OwedTo, Resolve } from './recipient.ts'
import { restrictionForm } from '../../papers/resellers.ts'

/** A reseller is written to at the contact it stated last; an invitation goes to whoever is invited. */
export const toReseller: Resolve<'reseller'> = async (deps, owing, owed) => {
  const { stream, event, actor } = owing
  // An event that time wrote bears no tenant: it says itself whose reseller it is.
  const entityId = ('entityId' in event && event.entityId) || (actor.tenant as EntityId)
  const resellerId = await resellerConcerned(deps, entityId, stream)
  const [entity, reseller] = await Promise.all([
    deps.directory.entity(entityId),
    deps.directory.reseller(entityId, resellerId),
  ])
  if (!entity || !reseller) throw new Error(`no ${resellerId}`)
  const addressOf = owed.template === 'reseller-invited' ? invitedAt : resellerAddress
  const [to, text] = await Promise.all([
    addressOf(deps, resellerId),
    textOf(deps, owing, owed, [reseller.state.name, entity.state.name]),
  ])
  return {
    letter: to === undefined ? 'givenUp' : { to, ...text },
    after: async (outcome) => {
      if (outcome === 'bounced') await noticeBounce(deps, { entityId, resellerId }, owed.id, owed.template)
    },
  }
}

const textOf = async (
  deps: Dependencies,
  { stream, seq, at, event }: LedgerEvent,
  { template }: OwedTo<'reseller'>,
  names: readonly [reseller: string, entity: string],
): Promise<Text> => {
  switch (template) {
    case 'reseller-invited':
      return invitationLetter(...names, `${deps.places.site}/`)
    case 'reseller-restricted':
      return restrictedLetter(...names, at, await reasonOf(deps, stream, seq))
    case 'restriction-lifted':
      return 'stillRestricted' in event
        ? restrictionStandsLetter(...names, at, await reasonOf(deps, stream, seq))
        : restrictionLiftedLetter(...names, at, await reasonOf(deps, stream, seq))
    case 'reseller-discontinued':
      return discontinuedLetter(...names, eventOfType(event, 'discontinuance-approved').since)
  }
}

/** Reason a reseller was restricted, or is so no longer: in the evidence document beside that very event. */
const reasonOf = async ({ ledger }: Dependencies, stream: string, seq: number): Promise<string> => {
  const { reason } = restrictionForm.read(await ledger.paper(stream, numbered(restrictionPaper, seq)))
  return reason
}
