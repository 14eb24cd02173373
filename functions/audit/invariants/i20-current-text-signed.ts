import type { Invariant } from './invariant.ts'
import { agreementsOf } from '../reading/agreements.ts'

/**
 * I20. What was agreed to is the revision that was current at that moment: of a contract the text offered, of a change
 * the text proposed, of a confirmation the text in force. The event names it, and so does the evidence document of the
 * SME's word.
 */
export const currentTextSigned: Invariant = {
  id: 'I20',
  says: { ja: '署名された文面は、そのときの最新のもの', en: 'the text signed is the current one' },
  check: (book, see) => {
    for (const { entry, deal, names, word } of agreementsOf(book)) {
      see(
        entry.where,
        names !== deal.documentSha256 && `is of ${String(names)}, and ${deal.documentSha256} was current`,
        word !== undefined && word.documentSha256 !== names && `has the word of the SME on another text`,
      )
    }
  },
}
