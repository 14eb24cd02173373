import type { Invariant } from './invariant.ts'
import type { Entry } from '../reading/entries.ts'
import { streamsOf } from '../reading/looking-up.ts'

/** The evidence documents that hold an SME's word, by the name they are kept under. */
const wordOf = ({ event }: Entry<'contract'>): { readonly sha256: string; readonly name: string } | undefined => {
  switch (event.type) {
    case 'contract-signed':
    case 'amendment-signed':
      return { sha256: event.signatureSha256, name: 'signature' }
    case 'attestation-confirmed':
      return { sha256: event.confirmationSha256, name: 'confirmation' }
    default:
      return undefined
  }
}

/** The text an event has signed, or puts in force signed on paper. */
const signedBy = ({ event }: Entry<'contract'>): string | undefined => {
  if (event.type === 'contract-signed' || event.type === 'amendment-signed') return event.documentSha256
  return event.type === 'contract-attested' ? event.deal.documentSha256 : undefined
}

/**
 * I25. Each text that was signed was signed exactly once, by its SME, and each has exactly one evidence document of
 * that signature, beside that event and under its number; what was attested is confirmed at most once. No contract
 * lives unsigned.
 */
export const oneSignature: Invariant = {
  id: 'I25',
  says: { ja: '署名された文面ごとに、署名はちょうど一つ', en: 'exactly one signature for each signed text' },
  check: (book, see) => {
    for (const { id, entries, now, where } of streamsOf(book, 'contract')) {
      const texts = new Set<string>()
      const words = new Set<string>()
      const papers = (book.papers.get(id) ?? []).filter(({ name }) => /^(signature|confirmation)-/.test(name))
      let concluded = 0
      for (const entry of entries) {
        const text = signedBy(entry)
        if (entry.event.type === 'contract-signed' || entry.event.type === 'contract-attested') concluded += 1
        const word = wordOf(entry)
        if (text === undefined && !word) continue
        const beside = word && papers.filter(({ hash }) => hash === word.sha256)
        const name = word && `${word.name}-${String(entry.lies.seq).padStart(4, '0')}`
        see(
          entry.where,
          text !== undefined && texts.has(text) && 'signs a text that was signed already',
          word && words.has(word.sha256) && 'has the same paper as another word',
          beside && beside.length !== 1 && `has ${beside.length} papers of its word`,
          beside?.length === 1 && beside[0]?.name !== name && `has its paper under ${beside[0]?.name}`,
        )
        if (text !== undefined) texts.add(text)
        if (word) words.add(word.sha256)
      }
      const confirmed = entries.filter(({ event }) => event.type === 'attestation-confirmed').length
      const made = now.stage === 'live' || now.stage === 'ended'
      see(
        where,
        concluded > 1 && `was signed or attested ${concluded} times`,
        made && concluded === 0 && 'lives, and nobody signed it',
        confirmed > 1 && `was confirmed ${confirmed} times`,
        papers.length > words.size && 'has a signature too many',
      )
    }
  },
}
