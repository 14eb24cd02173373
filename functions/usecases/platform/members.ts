import type { Answer } from '../../../shared/domain/command.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf, OutputOf, WhoOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { tenantOf, type Principal } from '../../../shared/domain/people.ts'
import {
  inStageFor,
  isAdmin,
  tenantOfMember,
  type ExistingMember,
  type MemberAct,
  type MemberEvent,
} from '../../../shared/domain/platform/member.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import { reasonForm } from '../../papers/statements.ts'
import type { Check, Commit, Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { adminsBeside } from '../../application/tenants/admins.ts'
import { membershipBeside } from '../../application/tenants/membership-beside.ts'
import { membershipsOf } from '../../application/tenants/memberships.ts'
import { memberView } from '../../views/member-view.ts'

type Admin = WhoOf<Routes['suspendMember']>
type Found = Versioned<ExistingMember>
type View = OutputOf<Routes['suspendMember']>
type Done = Promise<Answer<View, Refusal<'not-found' | 'wrong-stage' | 'does-not-fit' | 'last-admin' | UsualRefusal>>>

/** The member of that subject, if it is of the organization of whoever asks. */
export const memberBeside = async (
  { directory }: Pick<Dependencies, 'directory'>,
  who: Principal,
  sub: string,
): Promise<Found | undefined> => {
  const found = await directory.member(sub)
  return found && tenantOfMember(found.state.membership) === tenantOf(who) ? found : undefined
}

/**
 * What keeps an organization from losing its last admin. Another's membership an admin ends while being one itself, which
 * its command checks; who ends its own needs another that acts and still does when the command lands.
 */
const anotherAdmin = async (
  deps: Dependencies,
  who: Principal,
  { state }: Found,
): Promise<Result<readonly Check[], Refusal<'last-admin'>>> => {
  if (!isAdmin(state.membership.role) || state.sub !== who.sub) return ok([])
  const others = await adminsBeside(deps, state.membership, {
    only: (one) => one.state.stage === 'kept' && one.state.sub !== state.sub,
    first: true,
  })
  const [other] = others
  if (!other) return refuse({ kind: 'last-admin' })
  return ok([{ state: 'member', id: other.state.sub, entityId: null, version: other.version }])
}

type Does = {
  readonly act: MemberAct
  readonly takesAway: boolean
  readonly event: (found: Found, reasonSha256: string) => MemberEvent
  readonly beside?: (found: Found) => Pick<Commit<unknown>, 'erases'>
}

/** Reads a member, decides, writes it with its reason, and tells the accounts of whoever may not act any more. */
const act = async (
  deps: Dependencies,
  { sub, reason }: { readonly sub: string; readonly reason: string },
  { who, at, metadata }: RequestContext<Admin>,
  does: Does,
): Done => {
  const found = await memberBeside(deps, who, sub)
  if (!found) return refuse({ kind: 'not-found', what: 'member' })
  const allowed = inStageFor(does.act, found.state)
  if (!allowed.ok) return allowed
  const checks = does.takesAway ? await anotherAdmin(deps, who, found) : ok([])
  if (!checks.ok) return checks
  const paper = paperAt(deps.digest, 'reason', found.version, reasonForm.write({ reason }))
  const changed = change('member', sub, found, [does.event(found, paper.sha256)], at, { papers: [paper] })
  const member = changed.state as ExistingMember
  const person = (await deps.people.onRecord([sub])).get(sub)
  const beside = does.beside?.(found) ?? {}
  const answer = memberView(member, versionAfter(changed), beside.erases ? { erased: true, sub } : person)
  const done = await deps.commits.commit({ metadata, answer, changes: [changed], checks: checks.value, ...beside })
  if (!done.ok || metadata.dryRun || !does.takesAway || does.act === 'changeRole') return done
  await endSessions(deps, person?.erased === false ? person.account : sub)
  return done
}

/** Signs an account out, and closes it where no membership of it stands any more. */
const endSessions = async (deps: Dependencies, account: string): Promise<void> => {
  const { all } = await membershipsOf(deps, account)
  await deps.accounts.signOut(account)
  if (all.every(({ state }) => state.stage === 'removed')) await deps.accounts.disable(account)
}

export const suspendMember =
  (deps: Dependencies): HandlerOf<Routes['suspendMember']> =>
  async ({ params: { sub }, body: { reason } }, call) =>
    (await act(deps, { sub, reason }, call, {
      act: 'suspend',
      takesAway: true,
      event: (_, reasonSha256) => ({ type: 'member-suspended', reasonSha256 }),
    })) as Awaited<ReturnType<HandlerOf<Routes['suspendMember']>>>

export const reinstateMember =
  (deps: Dependencies): HandlerOf<Routes['reinstateMember']> =>
  async ({ params: { sub }, body: { reason } }, call) =>
    (await act(deps, { sub, reason }, call, {
      act: 'reinstate',
      takesAway: false,
      event: (_, reasonSha256) => ({ type: 'member-reinstated', reasonSha256 }),
    })) as Awaited<ReturnType<HandlerOf<Routes['reinstateMember']>>>

export const removeMember =
  (deps: Dependencies): HandlerOf<Routes['removeMember']> =>
  async ({ params: { sub }, body: { reason } }, call) =>
    (await act(deps, { sub, reason }, call, {
      act: 'remove',
      takesAway: true,
      event: (_, reasonSha256) => ({ type: 'member-removed', reasonSha256 }),
    })) as Awaited<ReturnType<HandlerOf<Routes['removeMember']>>>

/** Blanks the personal data of a removed member. Ledgers bear the subject only, so no hash changes. */
export const eraseMember =
  (deps: Dependencies): HandlerOf<Routes['eraseMember']> =>
  async ({ params: { sub }, body: { reason } }, call) =>
    (await act(deps, { sub, reason }, call, {
      act: 'erase',
      takesAway: false,
      event: (_, reasonSha256) => ({ type: 'member-erased', reasonSha256 }),
      beside: ({ state: { membership } }) => ({ erases: [{ sub, membership }] }),
    })) as Awaited<ReturnType<HandlerOf<Routes['eraseMember']>>>

export const changeMemberRole =
  (deps: Dependencies): HandlerOf<Routes['changeMemberRole']> =>
  async ({ params: { sub }, body: { reason, role } }, call) => {
    const membership = membershipBeside(call.who, role)
    const fits = membership && tenantOfMember(membership) === tenantOf(call.who)
    // Whoever is not there has no role that could fit.
    if (!fits && !(await memberBeside(deps, call.who, sub))) return refuse({ kind: 'not-found', what: 'member' })
    if (!fits) return refuse({ kind: 'does-not-fit', what: 'role', given: role, needs: 'a role of your own tenant' })
    return act(deps, { sub, reason }, call, {
      act: 'changeRole',
      takesAway: !isAdmin(role),
      event: (_, reasonSha256) => ({ type: 'member-role-changed', membership, reasonSha256 }),
    })
  }

/** Costs of ending another's membership; one's own takes a look for another admin more. */
export const costs: Costs = {
  changeMemberRole: { requests: 3, readUnits: 2, writeUnits: 11 },
  suspendMember: { requests: 5, readUnits: 4, writeUnits: 11 },
  reinstateMember: { requests: 3, readUnits: 2, writeUnits: 11 },
  removeMember: { requests: 5, readUnits: 5, writeUnits: 11 },
  eraseMember: { requests: 3, readUnits: 2, writeUnits: 13 },
}
