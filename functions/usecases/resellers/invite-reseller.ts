import type { HandlerOf, InputOf, OutputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Answer, CommandMetadata } from '../../../shared/domain/command.ts'
import type { EntityId, ResellerId } from '../../../shared/domain/ids.ts'
import { daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import { gateOfReseller } from '../../../shared/domain/reseller/guard.ts'
import { resellerCode } from '../../ports/unique-keys.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning } from '../../application/change.ts'
import { namedAlready, newMember } from '../../application/tenants/new-member.ts'
import { resellerView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { invitationForm } from '../../papers/resellers.ts'

const daysToMeetRequirements = 30

/** Invites a reseller and its first admin. Its portfolio is there at once, closed until it is approved. */
export const inviteReseller =
  (deps: Dependencies): HandlerOf<Routes['inviteReseller']> =>
  async (
    { body: { code, name, prefecture, admin, requirementsDueOn } },
    { who: { entityId }, at, today, metadata },
  ) => {
    const resellerId = deps.ids.fresh('rsl')
    const claim = resellerCode(entityId, code, resellerId)
    const holder = await deps.commits.holderOf(claim)
    if (holder)
      return inviteAgain(deps, holder as ResellerId, { name, prefecture, admin }, { entityId, today, metadata })
    const entity = await entityOf(deps, entityId)
    const member = await newMember(deps, admin, { role: 'resellerAdmin', entityId, resellerId }, metadata)
    if (!member.ok) return member

    const dueOn = requirementsDueOn ?? daysAfter(today, daysToMeetRequirements)
    const paper = paperAt(deps.digest, 'invitation', 0, invitationForm.write({ admin: { sub: member.value.sub } }))
    const changed = beginning(
      'reseller',
      resellerId,
      [
        {
          type: 'reseller-invited',
          resellerId,
          entityId,
          code,
          name,
          prefecture,
          dueOn,
          invitationSha256: paper.sha256,
        },
      ],
      at,
      { papers: [paper] },
    )
    const reseller = changed.state as ExistingReseller
    return deps.commits.commit({
      metadata,
      answer: { ...resellerView(reseller, 1, today), admin: { sub: member.value.sub, role: 'resellerAdmin' } },
      changes: [changed, member.value.change],
      people: member.value.people,
      claims: [claim],
      gates: [gateOfReseller(reseller, entity, 1)],
    })
  }

type Again = Pick<InputOf<Routes['inviteReseller']>['body'], 'name' | 'prefecture' | 'admin'>

/** Sends the same invitation again, while nobody has accepted it. Under its code, whatever differs is another reseller. */
const inviteAgain = async (
  deps: Dependencies,
  resellerId: ResellerId,
  { name, prefecture, admin }: Again,
  {
    entityId,
    today,
    metadata,
  }: { readonly entityId: EntityId; readonly today: PlainDate; readonly metadata: CommandMetadata },
): Promise<Answer<OutputOf<Routes['inviteReseller']>, Refusal<'already-exists' | UsualRefusal>>> => {
  const taken = refuse({ kind: 'already-exists', what: 'code' } as const)
  const found = await deps.directory.reseller(entityId, resellerId)
  if (!found) throw new Error(`no ${resellerId}`)
  const { state, version } = found
  const { admin: before } = invitationForm.read(await deps.ledger.paper(resellerId, 'invitation-0001'))
  const isSame = state.name === name && state.prefecture === prefecture
  if (state.stage !== 'invited' || !isSame || (before.mail !== undefined && before.mail !== admin.mail)) return taken
  const isItsAdmin = (held: Membership) => held.role === 'resellerAdmin' && held.resellerId === resellerId
  const again = await namedAlready(deps, admin.mail, isItsAdmin)
  if (again?.stage !== 'invited' || (before.sub !== undefined && before.sub !== again.sub)) return taken
  const member = await newMember(deps, admin, again.membership, metadata)
  if (!member.ok) return taken
  const { sub, change, people } = member.value
  return deps.commits.commit({
    metadata,
    answer: { ...resellerView(state, version, today), admin: { sub, role: 'resellerAdmin' } },
    changes: [change],
    people,
    checks: [{ state: 'reseller', id: resellerId, entityId, version }],
  })
}

export const costs: Costs = {
  inviteReseller: { requests: 5, readUnits: 4, writeUnits: 59 },
}
