import type { Contract } from '../shapes/contract.ts'
import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Stream } from '../reading/entries.ts'
import { same } from '../reading/hash.ts'
import { concluded, paperWith, streamsOf } from '../reading/looking-up.ts'

const changing = new Set([
  'attestation-corrected',
  'amendment-signed',
  'contract-amended',
  'contract-renewed',
  'term-begun',
  'sme-succeeded',
])
const isMove = (event: ContractEvent): boolean =>
  event.type === 'takeover-settled' && event.settlement.startsWith('moved')
const isTakeover = ({ type }: ContractEvent): boolean => type.startsWith('takeover-')

/** Parts of a contract that a takeover leaves alone: whose it is and what it says. */
const untouched = (contract: Contract) => {
  const made = concluded(contract)
  if (!made) return contract
  const { deal, explanation, entry, signedOn, liveAt, confirmation, servedFrom, consents, lastRevision } = made
  return { deal, explanation, entry, signedOn, liveAt, confirmation, servedFrom, consents, lastRevision }
}

/** Parties to it, one after another, as the moves its SME agreed to have it. */
const partiesDue = ({ entries, states }: Stream<'contract'>): readonly string[] => {
  const first = states.map(concluded).find((one) => one !== undefined)
  const moves = entries.flatMap(({ event }) =>
    event.type === 'takeover-settled' && event.settlement.startsWith('moved') ? [event.holder] : [],
  )
  const parties = [first?.deal.seller ?? '', ...moves]
  return parties.filter((party, n) => party !== parties[n - 1])
}

/**
 * True where what a settlement names as the SME's word is one: an evidence document of its own, or the receipt of a
 * consent in advance that stood at that moment. That one is to a move to the implementing entity, from the seller it
 * was given under.
 */
const hasWord = (book: Book, { id, entries }: Stream<'contract'>, index: number): boolean => {
  const [event, before] = [entries[index]?.event, entries.slice(0, index).map((one) => one.event)]
  if (event?.type !== 'takeover-settled' || event.consentSha256 === null) return false
  const { consentSha256, settlement } = event
  if (!paperWith(book, id, consentSha256)) return false
  const consents = before.flatMap((one) =>
    one.type === 'consent-given' || one.type === 'consent-withdrawn' ? [one] : [],
  )
  if (!consents.some(({ receiptSha256 }) => receiptSha256 === consentSha256)) return true
  const last = consents.findLast(({ kind }) => kind === 'positionTransfer')
  const stands = last?.type === 'consent-given' && last.receiptSha256 === consentSha256
  return stands && settlement === 'movedToImplementingEntity' && !before.some(isMove)
}

/**
 * I17. A takeover changes who answers and who holds a contract, and nothing else: what the contract says, how it was
 * made and what its SME consented to are the same before and after, on its head too where nothing was agreed since; no
 * change is slipped in with it. Its counterparty changes only by a move, and a move, or an end by the SME, has the
 * SME's word on record (民法539条の2), in advance only where that still stood and names whom it moves to.
 */
export const takeoverChangesOnlyWho: Invariant = {
  id: 'I17',
  says: { ja: '引継ぎで変わるのは、責任を負う者だけ', en: 'a takeover changes only who answers' },
  check: (book, see) => {
    for (const stream of streamsOf(book, 'contract')) {
      const { id, entries, states } = stream
      if (!entries.some(({ event }) => isTakeover(event))) continue
      for (const [index, { where, event, command }] of entries.entries()) {
        if (!isTakeover(event)) continue
        const [before, after] = [states[index - 1], states[index]]
        const slipped = entries.find((one) => one.command === command && changing.has(one.event.type))
        const needsWord = event.type === 'takeover-settled' && event.settlement !== 'servedByImplementingEntity'
        see(
          where,
          before && after && !same(untouched(before), untouched(after)) && 'changes more than who answers',
          slipped && `comes with ${slipped.event.type}`,
          needsWord && !hasWord(book, stream, index) && `is settled as ${event.settlement} without the word of the SME`,
        )
      }
      const last = entries.findLastIndex(({ event }) => isTakeover(event))
      const since = entries.slice(last + 1).some(({ event }) => changing.has(event.type))
      const head = book.heads.get(id)
      const [before, now] = [states[last - 1], concluded(head?.contract)]
      if (!head || !before || !now) continue
      const parties = now.counterparty.map(({ party }) => party)
      see(
        head.where,
        !since && 'deal' in before && !same(before.deal, now.deal) && 'says other than before it was taken over',
        !same(parties, partiesDue(stream)) && `is with ${parties.join(', ')} without their having been moved to`,
      )
    }
  },
}
