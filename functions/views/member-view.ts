import type { InputOf } from '../../shared/api/route.ts'
import type { Routes } from '../../shared/api/routes/index.ts'
import type { ExistingMember, MemberEvent, MemberStage } from '../../shared/domain/platform/member.ts'
import { erasedName, type NamesBySub, type PersonOnRecord } from '../ports/people.ts'
import type { LedgerEvent } from '../ports/ledger.ts'
import { personShown } from './person-shown.ts'

/** Stage as people are shown it. */
type StageShown = NonNullable<InputOf<Routes['listMembers']>['query']['stage']>
const shown: Readonly<Record<MemberStage, StageShown>> = {
  invited: 'invited',
  kept: 'active',
  suspended: 'suspended',
  removed: 'removed',
}
export const stageShown = ({ stage }: Pick<ExistingMember, 'stage'>): StageShown => shown[stage]

/** A member, as the admins of its organization see it. */
export const memberView = (member: ExistingMember, version: number, person: PersonOnRecord | undefined) => {
  const known = person && !person.erased ? person : undefined
  return {
    sub: member.sub,
    role: member.membership.role,
    stage: stageShown(member),
    name: known?.name ?? (member.erased ? erasedName : null),
    reading: known?.reading ?? null,
    mail: known?.mail ?? null,
    mailBounced: known?.mailBounced ?? null,
    since: member.since ?? null,
    lastSeenOn: known?.seenOn ?? null,
    erased: member.erased ?? false,
    version,
  }
}

/** What happened to a member, by its ledger, with the reasons and the names of whoever did it. */
export const memberHistory = (
  events: readonly LedgerEvent[],
  reasons: ReadonlyMap<string, string>,
  names: NamesBySub,
) =>
  events.map(({ at, actor, event: said }) => {
    const event = said as MemberEvent
    const reason = 'reasonSha256' in event && event.reasonSha256 ? reasons.get(event.reasonSha256) : undefined
    return {
      at,
      what: event.type,
      by: personShown(actor, names),
      byRole: actor.role,
      role: 'membership' in event ? event.membership.role : null,
      reason: reason ?? null,
    }
  })
