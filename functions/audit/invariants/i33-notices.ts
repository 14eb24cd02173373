import type { Book } from '../reading/book.ts'
import { tenantOf } from '../reading/looking-up.ts'
import type { Notice } from '../reading/told-rows.ts'
import type { Invariant } from './invariant.ts'

const dayMs = 24 * 60 * 60_000

const belongsTo = (book: Book, { sub, tenant }: Notice): boolean => {
  const state = book.states.get(sub)?.state
  return state !== undefined && 'membership' in state && tenantOf(state.membership) === tenant
}

/** True where the ledger of what a notice is about names the organization. */
const concerns = (book: Book, { about, tenant }: Notice): boolean =>
  book.streams.get(about)?.entries.some(({ text }) => text.includes(JSON.stringify(tenant))) ?? false

/** I33. A notice goes to members only, and only of an organization that the ledger of what it is about names. */
export const notices: Invariant = {
  id: 'I33',
  says: { ja: '通知は、関わりのある組織の人だけに届く', en: 'notices go to people of organizations concerned' },
  check: (book, see) => {
    for (const notice of book.notices)
      see(
        notice.where,
        !belongsTo(book, notice) && `tells ${notice.sub}, who is no member of ${notice.tenant}`,
        !concerns(book, notice) && `tells people of ${notice.tenant}, whom ${notice.about} does not concern`,
      )
  },
}

/** I33, for a house at rest. What stands in a digest has gone out on its day. */
export const digestsSent: Invariant = {
  id: 'I33',
  says: { ja: 'まとめは、その日のうちに送られている', en: 'digests went out on their day' },
  check: ({ notices: all, latest }, see) => {
    for (const { where, digestAt } of all)
      see(where, digestAt !== null && Date.parse(latest) - Date.parse(digestAt) > dayMs && `waits since ${digestAt}`)
  },
}
