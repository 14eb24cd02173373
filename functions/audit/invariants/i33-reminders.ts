import type { Entry } from '../reading/entries.ts'
import { streamsOf } from '../reading/looking-up.ts'
import type { Invariant } from './invariant.ts'

const aheadMs = 3 * 86_400_000

/** The link an event sends to be signed by; null where it sends none. */
const linkIn = ({ event }: Entry<'contract'>): string | null => (event.type === 'contract-offered' ? event.nonce : null)

/** Moments at which the links of a contract run out, or ran out before a code by letter was asked for. */
const expiriesIn = (entries: readonly Entry<'contract'>[]): ReadonlySet<number> =>
  new Set(
    entries.flatMap(({ event }) =>
      'expiresAt' in event && typeof event.expiresAt === 'string' ? [Date.parse(event.expiresAt)] : [],
    ),
  )

/**
 * I33. An SME is reminded once of a link, and of none whose letter came back before; whatever is put down to be reminded
 * of is a link of its contract, for three days before it runs out.
 */
export const reminders: Invariant = {
  id: 'I33',
  says: {
    ja: '署名のないリンクのお知らせは、一つのリンクにつき一度だけ',
    en: 'an SME is reminded once of a link it has not signed with',
  },
  check: (book, see) => {
    const contracts = streamsOf(book, 'contract')
    for (const { entries } of contracts) {
      const done = new Set<string>()
      for (const { where, event } of entries) {
        if (event.type !== 'link-reminded' && event.type !== 'link-bounced') continue
        see(
          where,
          event.type === 'link-reminded' && done.has(event.link) && 'reminds of a link again, or of one that came back',
        )
        done.add(event.link)
      }
    }
    const byId = new Map(contracts.map((stream) => [stream.id, stream.entries]))
    for (const { where, contractId, nonce, on } of book.reminders) {
      const entries = byId.get(contractId) ?? []
      see(
        where,
        !entries.some((entry) => linkIn(entry) === nonce) &&
          'is of a link that its contract never sent to be signed by',
        !expiriesIn(entries).has(Date.parse(on) + aheadMs) &&
          'comes at another moment than three days before it runs out',
      )
    }
  },
}
