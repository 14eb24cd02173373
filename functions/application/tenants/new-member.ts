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
import { fresh, type Change, type Commit, type Versioned, type EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../change.ts'
import { namingForm } from '../../papers/resellers.ts'

export type Person = { readonly mail: string; readonly name: string }

/** Person named, as whoever named it may know: the same for a person known elsewhere and for one known nowhere. */
export type Named = {
  readonly sub: string
  readonly change: Change
  readonly people: NonNullable<Commit<unknown>['people']>
}

/**
 * Opens an account and gives it a role. The person accepts by signing in; until then naming it again sends the invitation
 * again, and whoever names it last is whose invitation it can accept. A person who has accepted has one role and keeps
 * it: its own organization, and the operator, are told so. Nobody else is: the answer is as for a new person, and
 * the person itself is written that it was named and cannot follow. A dry run opens nothing and writes to nobody.
 */
export const newMember = async (
  deps: Pick<Dependencies, 'accounts' | 'commits' | 'directory' | 'digest'>,
  person: Person,
  membership: Membership,
  metadata: CommandMetadata,
): Promise<Result<Named, Refusal<'already-exists' | 'no-longer-member'>>> => {
  const { at, dryRun, actor } = metadata
  const { accounts, directory } = deps
  // An invitation that went out cannot be called back.
  if (!dryRun && !(await deps.commits.isStillMember(metadata))) return refuse({ kind: 'no-longer-member' })
  const account = dryRun ? await accounts.find(person.mail) : await accounts.open(person)
  const held = account && (await directory.member(account.sub))
  const named = (
    sub: string,
    from: Versioned<Member> = { state: noMember, ...fresh },
    beside: readonly EvidenceDocument[] = [],
  ) => {
    const [naming] = beside
    const event = { type: 'member-named' as const, sub, membership }
    const events = [naming ? { ...event, elsewhereSha256: naming.sha256 } : event]
    return ok({
      sub: dryRun ? 'not-opened' : sub,
      change: change('member', sub, from, events, at, { papers: beside }),
      people: [{ ...person, sub, membership, account: account?.sub ?? sub }],
    })
  }
  if (!account) return named('not-opened')
  if (!held || !account.hasAccepted) return named(account.sub, held)
  if (actor.role === 'operator' || tenantOfMember(held.state.membership) === actor.tenant)
    return refuse({ kind: 'already-exists', what: 'mail' })
  const alias = aliasOf(deps, account.sub, tenantOfMember(membership))
  const before = await directory.member(alias)
  return named(alias, before, [paperAt(deps.digest, 'naming', before?.version ?? 0, namingForm.write(person))])
}

/** The person of a mail address, if it was invited, may still accept, and would be what it was invited for. */
export const stillInvited = async (
  { accounts, directory }: Pick<Dependencies, 'accounts' | 'directory'>,
  mail: string,
  asWhat: (membership: Membership) => boolean,
): Promise<ExistingMember | undefined> => {
  const account = await accounts.find(mail)
  if (!account || account.hasAccepted) return undefined
  const state = (await directory.member(account.sub))?.state
  return state && asWhat(state.membership) ? state : undefined
}

/**
 * Alias under which an organization knows a person it named who has its role elsewhere. It looks like any other, is the
 * same each time, and nobody signs in under it; from it the person's own cannot be told, nor from one organization's
 * another's.
 */
const aliasOf = ({ digest }: Pick<Dependencies, 'digest'>, sub: string, tenant: string): string => {
  const hex = digest({ sub, tenant })
  // An identifier that says of which kind it is (RFC 9562, version) goes on saying so.
  return sub.replaceAll(/[0-9a-f]/g, (sign, at: number) => (at === 14 || at === 15 ? sign : (hex[at] ?? sign)))
}
