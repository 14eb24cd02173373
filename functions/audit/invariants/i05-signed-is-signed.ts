import type { Invariant } from './invariant.ts'
import type { Stream } from '../reading/entries.ts'
import { same } from '../reading/hash.ts'
import { streamsOf } from '../reading/looking-up.ts'
import { agreedAfter, type Agreed } from '../reading/revisions.ts'

const concluding = new Set(['contract-signed', 'contract-attested'])

/** Follows a contract's ledger: where it first says other than is agreed by then, and what is agreed in the end. */
const follow = (book: Parameters<Invariant['check']>[0], { entries, states }: Stream<'contract'>, from: number) => {
  const wrong: string[] = []
  const first = states[from]
  let agreed: Agreed | undefined = first && 'deal' in first ? { now: first.deal, next: null } : undefined
  for (const [index, { event, where }] of entries.entries()) {
    if (index <= from || !agreed) continue
    const changed = agreedAfter(book, states[index - 1] ?? { stage: 'none' }, event, agreed)
    agreed = changed.agreed
    const state = states[index]
    const drift = state && 'deal' in state && !same(state.deal, agreed.now)
    if (changed.wrong) wrong.push(`${where} ${changed.wrong}`)
    else if (drift) wrong.push(`${where} leaves it saying other than what was agreed`)
  }
  return { agreed, wrong: wrong[0] }
}

/**
 * I05. From signing or attesting on, what was agreed changes only in these ways: by an amendment the SME signed, and
 * then to the text that was proposed; by the beginning of a term it signed; by a change that no item of the disclosure
 * shows; by a renewal by itself, which changes nothing but the term. Parties and service never change, but for whom
 * the contract was moved to; each text is on record; and the head says what is agreed.
 */
export const signedIsSigned: Invariant = {
  id: 'I05',
  says: { ja: '署名された内容は、合意したとおりにしか変わらない', en: 'what was signed changes only as was agreed' },
  check: (book, see) => {
    for (const stream of streamsOf(book, 'contract')) {
      const at = stream.entries.findIndex(({ event }) => concluding.has(event.type))
      if (at < 0) continue
      const { agreed, wrong } = follow(book, stream, at)
      const head = book.heads.get(stream.id)
      see(
        stream.entries[at]?.where ?? stream.id,
        wrong,
        head && agreed && !same(head.contract.deal, agreed.now) && `${head.where} says other than what was agreed`,
      )
    }
  },
}
