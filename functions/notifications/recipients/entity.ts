import { eventOfType } from '../../../shared/domain/aggregates/event-of-type.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { entityOf, noticeAddressOf } from '../../application/tenants/entity.ts'
import { resellerConcerned } from '../../application/tenants/reseller-concerned.ts'
import type { Outcome } from '../../ports/ledger.ts'
import { noteUnheard } from '../bounces/note-unheard.ts'
import { overdueLetter, restrictionAskedLetter } from '../templates/entity-letters.ts'
import type { Resolve } from './recipient.ts'

/** An event that the calendar wrote bears no tenant: it says itself whose case it is. */
export const toEntity: Resolve<'entity'> = async (deps, { stream, event }, owed) => {
  const about = eventOfType(event, 'obligation-escalated', 'discontinuance-proposed')
  const { entityId } = about
  const [entity, resellerId] = await Promise.all([entityOf(deps, entityId), resellerConcerned(deps, entityId, stream)])
  const [to, reseller] = await Promise.all([
    noticeAddressOf(deps, entity, owed.by),
    deps.directory.reseller(entityId, resellerId),
  ])
  const url = `${deps.places.site}/`
  const after = async (outcome: Outcome): Promise<void> => {
    // An alarm by mail that nobody hears stands on the obligation itself.
    if (owed.by === 'mail' && outcome !== 'accepted')
      await noteUnheard(deps, stream as DiscontinuanceId, event, owed.id)
  }
  if (!to || !reseller) return { letter: 'givenUp', after }
  const text =
    about.type === 'obligation-escalated'
      ? overdueLetter(entity.name, reseller.state.name, { code: about.code, dueOn: about.dueOn, url })
      : restrictionAskedLetter(entity.name, reseller.state.name, about, url)
  return { letter: { to, ...text }, after }
}
