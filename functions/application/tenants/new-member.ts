import type { CommandMetadata } from '../../../shared/domain/command.ts'
import {
  noMember,
  tenantOfMember,
  type ExistingMember,
  type Member,
  type Membership,
} from '../../../shared/domain/platform/member.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import { reasonForm } from '../../papers/statements.ts'
import { fresh, type Change, type Commit, type Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../change.ts'
import { membershipsOf } from './memberships.ts'

export type Person = { readonly mail: string; readonly name: string; readonly reading?: string | undefined }

/** Person named, as whoever named it may know: the same for a person known elsewhere and for one known nowhere. */
export type Named = {
  readonly sub: string
  readonly change: Change
  readonly people: NonNullable<Commit<unknown>['people']>
}

type World = Pick<Dependencies, 'accounts' | 'commits' | 'directory' | 'digest' | 'people'>

/**
 * Invites a person into a tenant, and opens an account where there is none. The person itself accepts; until then naming
 * it again sends the invitation again. Whoever is a member of the tenant already is refused; whoever is one elsewhere is
 * invited under an alias, so that nobody but the person learns of the other membership: the answer is as for a new
 * person. A dry run opens nothing and writes to nobody.
 */
export const newMember = async (
  deps: World,
  person: Person,
  membership: Membership,
  metadata: CommandMetadata,
  reason?: string,
): Promise<Result<Named, Refusal<'already-exists' | 'no-longer-member'>>> => {
  const { accounts, directory, digest } = deps
  const { at, dryRun } = metadata
  // An invitation that went out cannot be called back.
  if (!dryRun && !(await deps.commits.isStillMember(metadata))) return refuse({ kind: 'no-longer-member' })
  const account = dryRun ? await accounts.find(person.mail) : await accounts.open(person)
  const { sub, before } = account ? await placeOf({ directory, digest }, account.sub, membership) : nowhere
  if (before && (before.state.stage === 'kept' || before.state.stage === 'suspended'))
    return refuse({ kind: 'already-exists', what: 'mail' })
  const from: Versioned<Member> = before ?? { state: noMember, ...fresh }
  const paper = reason === undefined ? undefined : paperAt(digest, 'reason', from.version, reasonForm.write({ reason }))
  const event = {
    type: 'member-named',
    sub,
    membership,
    invited: true,
    // The issuer of tokens writes to nobody who has an account and has used it.
    ...(account?.hasAccepted || (account && account.sub !== sub) ? { elsewhere: true as const } : {}),
    ...(paper ? { reasonSha256: paper.sha256 } : {}),
  } as const
  const { reading, ...named } = person
  return ok({
    sub: dryRun ? nowhere.sub : sub,
    change: change('member', sub, from, [event], at, { papers: paper ? [paper] : [] }),
    people: [
      { ...named, ...(reading === undefined ? {} : { reading }), sub, membership, account: account?.sub ?? sub },
    ],
  })
}

const nowhere = { sub: 'not-opened', before: undefined } as const

/** Subject under which a tenant knows an account, and what it knows of it: its own, or where another tenant has that an alias. */
const placeOf = async (
  { directory, digest }: Pick<Dependencies, 'directory' | 'digest'>,
  account: string,
  membership: Membership,
): Promise<{ readonly sub: string; readonly before: Versioned<ExistingMember> | undefined }> => {
  const own = await directory.member(account)
  const tenant = tenantOfMember(membership)
  if (!own || tenantOfMember(own.state.membership) === tenant) return { sub: account, before: own }
  const sub = aliasOf({ digest }, account, tenant)
  return { sub, before: await directory.member(sub) }
}

/** The member that the person of a mail address is as something, if it was named so and not removed. */
export const namedAlready = async (
  deps: Pick<Dependencies, 'accounts' | 'directory' | 'people'>,
  mail: string,
  asWhat: (membership: Membership) => boolean,
): Promise<ExistingMember | undefined> => {
  const account = await deps.accounts.find(mail)
  if (!account) return undefined
  const { all } = await membershipsOf(deps, account.sub)
  return all.map(({ state }) => state).find(({ stage, membership }) => stage !== 'removed' && asWhat(membership))
}

/**
 * Alias under which an organization knows a person who has its account's own subject elsewhere. It looks like any other,
 * is the same each time, and nobody signs in under it; from it the person's own cannot be told, nor from one organization's
 * another's.
 */
const aliasOf = ({ digest }: Pick<Dependencies, 'digest'>, sub: string, tenant: string): string => {
  const hex = digest({ sub, tenant })
  // An identifier that says of which kind it is (RFC 9562, version) goes on saying so.
  return sub.replaceAll(/[0-9a-f]/g, (sign, at: number) => (at === 14 || at === 15 ? sign : (hex[at] ?? sign)))
}
