import type { Book } from '../reading/book.ts'
import { keptAll, streamsOf, tenantOf } from '../reading/looking-up.ts'
import type { Membership } from '../shapes/platform.ts'
import type { Invariant } from './invariant.ts'

// Operators may have no row, and name IPA's people anew at any time.
const admins: ReadonlySet<string> = new Set(['entityAdmin', 'resellerAdmin', 'registrationBody'])

/** Attributes that say something of a person, as against its organization: nothing of it is left once it was erased. */
const ofAPerson = ['n', 'm', 'y', 'acc', 'seen', 'k', 'b']

const choices: ReadonlySet<unknown> = new Set(['immediate', 'digest', 'none'])

const choicesCanBeRead = (said: unknown): boolean => {
  try {
    const read: unknown = JSON.parse(String(said))
    return typeof read === 'object' && read !== null && Object.values(read).every((choice) => choices.has(choice))
  } catch {
    return false
  }
}

/** Admins that each organization has that ever had one, invited ones among them; and where one of them stands. */
const adminsOf = (book: Book): ReadonlyMap<string, { readonly now: number; readonly where: string }> => {
  const found = new Map<string, { now: number; where: string }>()
  const had = (membership: Membership, where: string, one: 0 | 1): void => {
    if (!admins.has(membership.role)) return
    const tenant = tenantOf(membership)
    const before = found.get(tenant) ?? { now: 0, where }
    found.set(tenant, { ...before, now: before.now + one })
  }
  for (const { where, state } of keptAll(book, 'member'))
    had(state.membership, where, state.stage === 'removed' || state.stage === 'suspended' ? 0 : 1)
  // Whoever is an admin no more was one by its ledger.
  for (const { where, states } of streamsOf(book, 'member'))
    for (const state of states) if (state.stage !== 'none') had(state.membership, where, 0)
  return found
}

/**
 * I51. A member acts in the role its row lets it, which is that of its state, and in none while it is suspended or removed;
 * every organization keeps an admin, acting or invited, since its first; personal data are kept of members alone and of
 * none that was erased, no address of a person stands in a ledger or a state, and how a person hears of what happens is
 * what one can choose.
 */
export const members: Invariant = {
  id: 'I51',
  says: {
    ja: 'メンバーは、いまの役割でだけ操作でき、組織には管理者がおり、削除した人の情報は残らない',
    en: 'members act in their present role, every organization has an admin, and nothing is left of whoever was erased',
  },
  check: (book, see) => {
    for (const { where, state, row } of keptAll(book, 'member')) {
      const { stage, membership } = state
      const acts = stage === 'invited' || stage === 'kept' ? membership.role : '-'
      // A row from before there was the attribute has none: its member was named and acts.
      const isOld = row['a'] === undefined && stage === 'kept'
      see(where, !isOld && row['a'] !== acts && `lets its member act as ${String(row['a'])}, which is ${acts}`)
    }
    for (const { now, where } of adminsOf(book).values())
      see(where, now === 0 && 'was of an organization that has no admin')
    const members = new Map(streamsOf(book, 'member').map((stream) => [stream.id, stream]))
    for (const [sub, { where, row }] of book.people) {
      const member = members.get(sub)
      see(
        where,
        !member && !book.states.has(sub) && 'is of nobody who was ever named',
        member && 'erased' in member.now && ofAPerson.some((name) => name in row) && 'bears a name after it was erased',
        'k' in row && !choicesCanBeRead(row['k']) && 'says of notices what nobody can choose',
      )
    }
    for (const { entries } of members.values())
      for (const { where, text } of entries) see(where, text.includes('@') && 'has an address of a person')
  },
}
