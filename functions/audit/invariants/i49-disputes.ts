import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Stream } from '../reading/entries.ts'
import { saidIn, streamsOf } from '../reading/looking-up.ts'

const wayOf = { 'attestation-kept': 'kept', 'attestation-corrected': 'corrected' } as const

type Finding = readonly [where: string, ...what: readonly (string | false | undefined)[]]

/** Findings on the disputes of one contract, each with where it stands. */
const found = (book: Book, { id, entries }: Stream<'contract'>): readonly Finding[] => {
  let isOpen = false
  return entries.flatMap(({ where, event }): readonly Finding[] => {
    const wasOpen = isOpen
    switch (event.type) {
      case 'contract-attested':
        return [[where]]
      case 'attestation-disputed': {
        isOpen = true
        const said = saidIn(book, id, event.disputeSha256)
        return [
          [
            where,
            wasOpen && 'disputes again what nobody has answered',
            said && !said['what'] && 'disputes without a word',
          ],
        ]
      }
      case 'attestation-kept':
      case 'attestation-corrected': {
        isOpen = false
        const said = saidIn(book, id, event.answerSha256)
        const other = said && said['way'] !== wayOf[event.type]
        return [
          [
            where,
            !wasOpen && 'answers what nobody disputed, or what was answered',
            other && `tells the SME that it was ${String(said['way'])}`,
            said && !said['answer'] && 'tells the SME nothing',
          ],
        ]
      }
      case 'confirmation-asked':
      case 'attestation-confirmed':
        return [[where, wasOpen && 'goes on from a dispute that nobody has answered']]
      case 'amendment-signed':
      case 'contract-ended':
        isOpen = false
        return []
      default:
        return []
    }
  })
}

/**
 * I49. What an SME says against the record of its paper contract is answered by exactly one way: the record is kept or
 * corrected, and the SME told so in words, or the contract ends. Until then nobody asks it again.
 * Every paper contract is looked into.
 */
export const disputes: Invariant = {
  id: 'I49',
  says: {
    ja: '記録と違うという申出には、一つの答えがあり、ユーザーに知らされる',
    en: 'a dispute is answered by one way, and the SME told',
  },
  check: (book, see) => {
    for (const stream of streamsOf(book, 'contract'))
      for (const [where, ...what] of found(book, stream)) see(where, ...what)
  },
}
