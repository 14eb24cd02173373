import { dayInJapan, daysAfter } from '../reading/fields/days.ts'
import type { Book } from '../reading/book.ts'
import type { Entry, Stream } from '../reading/entries.ts'
import { saidIn, streamsOf } from '../reading/looking-up.ts'
import type { Invariant } from './invariant.ts'

type Proposed = { readonly entry: Entry; readonly from: string | null }
type Deal = { readonly revision: number; readonly documentSha256: string }
type Finding = readonly [where: string, ...what: readonly (string | false | undefined)[]]

/** Days for which a change can be stopped where the SME is reached. */
const daysToStop = 7

/** Where the text of a revision says that its SME is reached; undefined where the text is not there, which I07 tells. */
const reachedBy = (book: Book, stream: string, { documentSha256 }: Deal): string | undefined => {
  const sme = saidIn(book, stream, documentSha256)?.['sme'] as Readonly<Record<string, unknown>> | undefined
  return sme && JSON.stringify([sme['signatory'], sme['noticeContact']])
}

/** Text that is in force after an event; undefined where it brings none, or one that the SME itself signs. */
const broughtBy = ({ event }: Entry): Deal | undefined => {
  switch (event.type) {
    case 'contract-attested':
    case 'contract-amended':
    case 'contract-renewed':
    case 'attestation-corrected':
    case 'sme-succeeded':
      return event.deal
    default:
      return undefined
  }
}

/** Findings on a change that was made without the SME's signature: it waited and was not stopped, or two people made it. */
const onMade = (entry: Entry, change: Proposed | undefined): Finding => {
  const { event, at, actor, where } = entry
  if (event.type !== 'contract-amended' || !change) return [where, 'changes a contact that nobody proposed']
  const { from } = change
  const asProposed = event.contactChange === change.entry.lies.seq
  return [
    where,
    !asProposed && `makes the change that ${event.contactChange} proposed, and ${change.entry.lies.seq} waits`,
    event.unstopped && from === null && 'waited for nobody to stop it, who was not told',
    event.unstopped && from !== null && dayInJapan(at) < from && `takes effect before ${from}`,
    event.unstopped && actor.role !== 'system' && `is made by ${actor.role} in place of the calendar`,
    !event.unstopped && from !== null && 'is made by people while the SME may stop it',
    !event.unstopped && actor.sub === change.entry.actor.sub && 'is made by the one who proposed it',
  ]
}

/** Findings on the contact of one contract, each with where it stands. */
const found = (book: Book, { id, entries }: Stream<'contract'>): readonly Finding[] => {
  let waiting: Proposed | undefined
  let reached: string | undefined
  const findings: Finding[] = []
  for (const entry of entries as readonly Entry[]) {
    const { event, at, where, actor } = entry
    const made = event.type === 'contract-amended' && event.contactChange !== undefined
    if (made) findings.push(onMade(entry, waiting))
    switch (event.type) {
      case 'contact-change-proposed': {
        const from = event.waits?.from ?? null
        waiting = { entry, from }
        const early = from !== null && from < daysAfter(dayInJapan(at), daysToStop + 1)
        findings.push([where, early && `waits until ${from} alone`])
        break
      }
      case 'contact-change-unheard':
        findings.push([where, !waiting?.from && 'was heard of, or never told'])
        if (waiting) waiting = { ...waiting, from: null }
        break
      case 'contact-change-stopped':
        findings.push([
          where,
          !waiting?.from && 'stops what does not wait',
          actor.role !== 'sme' && 'is no word of the SME',
        ])
        waiting = undefined
        break
      case 'contact-change-withdrawn':
      case 'sme-succeeded':
        waiting = undefined
        break
      case 'contract-amended':
      case 'amendment-signed':
        if (event.contactBefore !== undefined) waiting = undefined
        break
      default:
    }
    // What the SME signs says for itself where it is reached, and what follows is held to that.
    if (event.type === 'amendment-signed' || event.type === 'term-begun') reached = undefined
    const deal = broughtBy(entry)
    const now = deal && reachedBy(book, id, deal)
    const moved =
      !made && event.type !== 'sme-succeeded' && reached !== undefined && now !== undefined && now !== reached
    if (deal) findings.push([where, moved && 'brings another contact that nobody signed or proposed'])
    reached = now ?? reached
  }
  return findings
}

/**
 * I52. Where an SME is reached changes only by its own signature; or it was told where it was reached, had seven whole days
 * and did not stop it; or two people of the implementing entity made it. Until then no text names another contact, and links
 * and codes go by the text in force. Every contract is looked into.
 */
export const contacts: Invariant = {
  id: 'I52',
  says: {
    ja: '連絡先は、本人の署名、止められなかった7日、又は二名の決定によってだけ変わる',
    en: 'a contact changes by signature, seven days unstopped, or two people',
  },
  check: (book, see) => {
    for (const stream of streamsOf(book, 'contract'))
      for (const [where, ...what] of found(book, stream)) see(where, ...what)
  },
}
