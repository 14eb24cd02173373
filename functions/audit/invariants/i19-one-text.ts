import type { Invariant } from './invariant.ts'
import { same } from '../reading/hash.ts'
import { sealingsOf } from '../reading/sealings.ts'

/**
 * I19, as far as a table tells. What was sealed is what was agreed to: the list under the time stamp names the contract,
 * its event, and the hash of the very text the SME put its name to; and its files are those of the archive. That the
 * files in the vault bear those hashes, and the list the ledger's chain, is for the verifier of an evidence package.
 */
export const oneText: Invariant = {
  id: 'I19',
  says: { ja: '封印された文書は、合意された文面と同じ', en: 'what was sealed is what was agreed to' },
  check: (book, see) => {
    for (const { where, archive, sealing, answers, list } of sealingsOf(book)) {
      const { contractSeq, revision, documents, certificate } = sealing
      const named = answers && 'documentSha256' in answers.event ? answers.event.documentSha256 : undefined
      see(
        where,
        !list && 'has sealed a list that is not on record',
        !answers && `answers event ${contractSeq}, which is not there`,
        list &&
          (list['contractId'] !== archive.contractId || list['contractSeq'] !== contractSeq) &&
          'lists another event',
        list && named !== undefined && list['disclosureSha256'] !== named && 'lists another text than was signed',
        list && list['revision'] !== revision && 'lists another revision',
        list && !same(list['documents'], documents) && 'lists other files than it keeps',
        list && list['certificateSha256'] !== certificate.sha256 && 'lists another certificate',
      )
    }
  },
}
