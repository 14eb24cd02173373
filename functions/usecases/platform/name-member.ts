import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { tenantOf } from '../../../shared/domain/people.ts'
import { inStageFor, tenantOfMember } from '../../../shared/domain/platform/member.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { membershipBeside } from '../../application/tenants/membership-beside.ts'
import { stillActs } from '../../application/tenants/still-acts.ts'
import { newMember } from '../../application/tenants/new-member.ts'
import { memberView } from '../../views/member-view.ts'
import type { ExistingMember } from '../../../shared/domain/platform/member.ts'

/** An admin names people of its own tenant; the operator names operators and IPA's officers. */
export const nameMember =
  (deps: Dependencies): HandlerOf<Routes['nameMember']> =>
  async ({ body: { role, ...person } }, { who, metadata }) => {
    const membership = membershipBeside(who, role)
    if (!membership)
      return refuse({ kind: 'does-not-fit', what: 'role', given: role, needs: 'a role of your own tenant' })
    const checks = await stillActs(deps, who)
    if (!checks.ok) return checks
    const member = await newMember(deps, person, membership, metadata)
    if (!member.ok) return member
    const { sub, change, people } = member.value
    return deps.commits.commit({ metadata, answer: { sub, role }, changes: [change], people, checks: checks.value })
  }

/** Sends an invitation again, to the address it went to. */
export const inviteMemberAgain =
  (deps: Dependencies): HandlerOf<Routes['inviteMemberAgain']> =>
  async ({ params: { sub } }, { who, metadata }) => {
    const found = await deps.directory.member(sub)
    if (!found || tenantOfMember(found.state.membership) !== tenantOf(who))
      return refuse({ kind: 'not-found', what: 'member' })
    const allowed = inStageFor('inviteAgain', found.state)
    if (!allowed.ok) return allowed
    const person = (await deps.people.onRecord([sub])).get(sub)
    if (!person || person.erased) return refuse({ kind: 'not-found', what: 'member' })
    const { mail, name, reading } = person
    const member = await newMember(deps, { mail, name, reading }, found.state.membership, metadata)
    if (!member.ok)
      return refuse({ kind: member.refusal.kind === 'no-longer-member' ? 'no-longer-member' : 'changed-meanwhile' })
    const { change: changed, people } = member.value
    const answer = memberView(changed.state as ExistingMember, versionAfter(changed), person)
    return deps.commits.commit({ metadata, answer, changes: [changed], people })
  }

/** Costs for a reseller's admin are one request, one read and two write units more: the reseller must still stand. */
export const costs: Costs = {
  nameMember: { requests: 3, readUnits: 2, writeUnits: 12 },
  inviteMemberAgain: { requests: 5, readUnits: 4, writeUnits: 11 },
}
