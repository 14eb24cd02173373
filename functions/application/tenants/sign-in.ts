import { tenantOfMember, type ExistingMember, type Membership } from '../../../shared/domain/platform/member.ts'
import { dayInJapan } from '../../../shared/domain/plain-date.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../change.ts'
import { membershipsOf } from './memberships.ts'

/** Person who signs in, as the issuer of tokens knows it. */
export type SigningIn = {
  readonly account: string
  readonly groups: readonly string[]
  readonly name?: string
  readonly mail?: string
}

/** What a person's token says beside the account: the membership, and its subject where that is not the account's. */
export type TokenClaims = Membership & { readonly member?: string }

type World = Pick<Dependencies, 'clock' | 'commits' | 'directory' | 'people'>

/**
 * Claims of the token of a person who signs in: of the membership it chose, or of the first that stands. The one
 * invitation of an account that has no other membership is accepted by signing in; any other is accepted by choosing it.
 * Undefined for whoever is a member of nothing. Whoever is in the pool's group of operators is one, so that the first
 * operator needs no other to name it. Three requests, and one more where an invitation is accepted.
 */
export const signIn =
  (deps: World) =>
  async ({ account, groups, ...known }: SigningIn): Promise<TokenClaims | undefined> => {
    const { all, current } = await membershipsOf(deps, account)
    if (!current) return groups.includes('operators') ? { role: 'operator' } : undefined
    const { sub, stage, membership } = current.state
    const others = all.filter(({ state }) => state.sub !== sub && state.stage !== 'removed')
    if (stage === 'invited' && others.length === 0) await accept(deps, current)
    await deps.people.noteSignIn({ sub, membership, account, ...known }, dayInJapan(deps.clock.now()))
    return sub === account ? membership : { ...membership, member: sub }
  }

/** Accepts an invitation, once: whoever was quicker did the same. */
const accept = async (
  { clock, commits }: Pick<Dependencies, 'clock' | 'commits'>,
  found: Versioned<ExistingMember>,
): Promise<void> => {
  const { sub, membership } = found.state
  const at = clock.now()
  const tenant = tenantOfMember(membership)
  await commits.commit({
    metadata: {
      tenant,
      route: 'acceptInvitation',
      key: `${sub} ${found.version}`,
      inputSha256: '',
      requestId: `sign-in/${sub}`,
      actor: { role: membership.role, sub, tenant },
      at,
      dryRun: false,
      ifMatch: null,
    },
    answer: null,
    changes: [change('member', sub, found, [{ type: 'member-accepted' }], at)],
  })
}
