import type { Entry } from '../reading/entries.ts'
import { streamsOf } from '../reading/looking-up.ts'
import type { Invariant } from './invariant.ts'

const aheadMs = 3 * 86_400_000

/** The link an event sends to be answered by, signed or confirmed; null where it sends none. */
const linkIn = ({ event }: Entry<'contract'>): string | null => {
  switch (event.type) {
    case 'contract-attested':
      return event.confirmBy?.nonce ?? null
    case 'contract-offered':
    case 'confirmation-asked':
    case 'attestation-kept':
    case 'attestation-corrected':
      return event.nonce
    default:
      return null
  }
}

/** Moments at which the links of a contract run out, or ran out before a code by letter was asked for. */
const expiriesIn = (entries: readonly Entry<'contract'>[]): ReadonlySet<number> =>
  new Set(
    entries.flatMap(({ event }) =>
      [
        'expiresAt' in event ? event.expiresAt : null,
        event.type === 'contract-attested' ? event.confirmBy?.expiresAt : null,
      ].flatMap((at) => (typeof at === 'string' ? [Date.parse(at)] : [])),
    ),
  )

/**
 * I33. An SME is reminded once of a link, and of none whose letter came back before; whatever is put down to be reminded
 * of is a link of its contract, for three days before it runs out.
 */
export const reminders: Invariant = {
  id: 'I33',
  says: {
    ja: '返事のないリンクのお知らせは、一つのリンクにつき一度だけ',
    en: 'an SME is reminded once of a link it has not answered by',
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
          'is of a link that its contract never sent to be answered by',
        !expiriesIn(entries).has(Date.parse(on) + aheadMs) &&
          'comes at another moment than three days before it runs out',
      )
    }
  },
}
