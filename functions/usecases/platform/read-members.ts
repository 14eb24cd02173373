import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { tenantOf, type Principal } from '../../../shared/domain/people.ts'
import { mayAct, tenantOfMember, type MemberEvent, type Membership } from '../../../shared/domain/platform/member.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { reasonForm } from '../../papers/statements.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { membershipsOf } from '../../application/tenants/memberships.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { memberHistory, memberView, stageShown } from '../../views/member-view.ts'
import { peopleAmong } from '../../views/person-shown.ts'
import { memberBeside } from './members.ts'

const membershipOf = (who: Principal): Membership => {
  const { sub: _, account: __, ...membership } = who as Extract<Principal, { account?: string }>
  return membership
}

/** Whoever asks, with the organizations the account belongs to. */
export const readMe =
  (deps: Dependencies): HandlerOf<Routes['readMe']> =>
  async (_, { who }) => {
    const { all } = await membershipsOf(deps, who.account ?? who.sub)
    const standing = all.map(({ state }) => state).filter(mayAct)
    const [names, people] = await Promise.all([
      deps.people.namesOf([who.sub, ...standing.map(({ sub }) => sub)]),
      deps.people.onRecord([who.sub]),
    ])
    const person = people.get(who.sub)
    const known = person && !person.erased ? person : undefined
    const { name, company } = names.get(who.sub) ?? { name: null, company: null }
    return ok({
      sub: who.sub,
      role: who.role,
      tenant: tenantOf(who),
      name,
      company,
      mail: known?.mail ?? null,
      mailBounced: known?.mailBounced ?? null,
      memberships: standing.map((member) => ({
        sub: member.sub,
        role: member.membership.role,
        stage: stageShown(member),
        tenant: tenantOfMember(member.membership),
        company: names.get(member.sub)?.company ?? null,
        current: member.sub === who.sub,
      })),
    })
  }

/** The choice takes effect with the next token. Choosing an invitation accepts it. */
export const chooseMembership =
  (deps: Dependencies): HandlerOf<Routes['chooseMembership']> =>
  async ({ body: { sub } }, { who, at, metadata }) => {
    const account = who.account ?? who.sub
    const { all } = await membershipsOf(deps, account)
    const found = all.find(({ state }) => state.sub === sub)
    if (!found) return refuse({ kind: 'not-found', what: 'membership' })
    const { stage, membership } = found.state
    if (!mayAct(found.state)) return refuse({ kind: 'wrong-stage', what: 'member', stage, needs: ['invited', 'kept'] })
    const names = await deps.people.namesOf([sub])
    return deps.commits.commit({
      metadata,
      answer: {
        sub,
        role: membership.role,
        stage: 'active',
        tenant: tenantOfMember(membership),
        company: names.get(sub)?.company ?? null,
        current: true,
      },
      changes: stage === 'invited' ? [change('member', sub, found, [{ type: 'member-accepted' }], at)] : [],
      chooses: { account, member: sub },
    })
  }

export const listMembers =
  ({ directory, people, cursors }: Dependencies): HandlerOf<Routes['listMembers']> =>
  async ({ query: { limit = 50, cursor, role, stage } }, { who }) => {
    const scope = `members/${tenantOf(who)}`
    const after = cursor === undefined ? null : await cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await directory.membersBeside(membershipOf(who), { limit, after })
    const asked = page.items.filter(
      ({ state }) =>
        (role === undefined || state.membership.role === role) && (stage === undefined || stageShown(state) === stage),
    )
    const known = await people.onRecord(asked.map(({ state }) => state.sub))
    return ok({
      items: asked.map(({ state, version }) => memberView(state, version, known.get(state.sub))),
      unreadable: unreadableFor(who, page.unreadable),
      nextCursor: page.next && (await cursors.seal(scope, page.next)),
    })
  }

export const getMember =
  (deps: Dependencies): HandlerOf<Routes['getMember']> =>
  async ({ params: { sub } }, { who }) => {
    const found = await memberBeside(deps, who, sub)
    if (!found) return refuse({ kind: 'not-found', what: 'member' })
    const { ledger, people } = deps
    const [events, papers] = await Promise.all([ledger.eventsOf(sub), ledger.papersBetween(sub, 'reason-', 'reason-~')])
    const reasons = new Map(papers.map(({ sha256, content }) => [sha256, reasonForm.read(content).reason]))
    const names = await people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who)
    const person = (await people.onRecord([sub])).get(sub)
    return ok({
      ...memberView(found.state, found.version, person),
      history: memberHistory(
        events.map((one) => ({ ...one, event: one.event as MemberEvent })),
        reasons,
        names,
      ),
    })
  }

export const costs: Costs = {
  readMe: { requests: 5, readUnits: 5, writeUnits: 0 },
  chooseMembership: { requests: 5, readUnits: 5, writeUnits: 11 },
  listMembers: { requests: 3, readUnits: 5.5, writeUnits: 0 },
  getMember: { requests: 6, readUnits: 7, writeUnits: 0 },
}
