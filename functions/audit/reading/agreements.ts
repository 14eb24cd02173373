import type { Contract, LiveContract } from '../shapes/contract.ts'
import type { Explanation } from '../shapes/contract-acts.ts'
import type { Disclosure } from '../shapes/disclosure.ts'
import type { Link } from '../shapes/contract-parts.ts'
import type { Book } from './book.ts'
import type { Entry, Stream } from './entries.ts'
import { saidIn, streamsOf } from './looking-up.ts'
import type { Deal } from '../shapes/deal.ts'

/** Purpose of an SME's own word: to sign, to sign a change, to confirm what was attested. */
type AgreementKind = 'sign' | 'amend' | 'confirm'

/** Agreement of an SME to one text with its own word: where, what the text says, and by which link. */
export type Agreement = {
  readonly stream: Stream<'contract'>
  readonly index: number
  readonly entry: Entry<'contract'>
  readonly kind: AgreementKind
  /** Contract revision that was agreed to, with how it was explained. */
  readonly deal: Deal
  readonly explanation: Explanation | null
  readonly link: Link | null
  /** The hash of the text as the event names it; of a confirmation, as its evidence document does. */
  readonly names: unknown
  /** The evidence document with the SME's word: who signed, which text, which items. */
  readonly word: { readonly documentSha256?: unknown; readonly acknowledged?: unknown } | undefined
}

/** Text agreed to where an SME's word meets a contract; where nothing was offered, the contract as it stands. */
const textAt = (before: Contract | undefined, kind: AgreementKind) => {
  if (!before || before.stage === 'none') return undefined
  const { deal } = before
  const unasked = { deal, explanation: null, link: null }
  if (kind === 'sign') return before.stage === 'offered' ? before : unasked
  if (before.stage !== 'live') return unasked
  if (kind === 'amend') return before.proposal ?? unasked
  const { explanation, confirmation } = before
  return { deal, explanation, link: confirmation.stage === 'awaiting' ? confirmation.link : null }
}

const agreementsIn = (book: Book, stream: Stream<'contract'>): readonly Agreement[] =>
  stream.entries.flatMap((entry, index): readonly Agreement[] => {
    const { event } = entry
    const agreed = (kind: AgreementKind, sha256: string, named: string | null): readonly Agreement[] => {
      const text = textAt(stream.states[index - 1], kind)
      if (!text) return []
      const word = saidIn(book, stream.id, sha256)
      const { deal, explanation, link } = text
      return [{ stream, index, entry, kind, deal, explanation, link, names: named ?? word?.documentSha256, word }]
    }
    switch (event.type) {
      case 'contract-signed':
        return agreed('sign', event.signatureSha256, event.documentSha256)
      case 'amendment-signed':
        return agreed('amend', event.signatureSha256, event.documentSha256)
      case 'attestation-confirmed':
        return agreed('confirm', event.confirmationSha256, null)
      default:
        return []
    }
  })

/** Every text of the book that an SME agreed to with its own word. */
export const agreementsOf = (book: Book): readonly Agreement[] =>
  streamsOf(book, 'contract').flatMap((stream) => agreementsIn(book, stream))

/** The text of a revision, from its evidence document. */
export const documentOf = (book: Book, { contractId, documentSha256 }: Deal): Disclosure | undefined =>
  saidIn(book, contractId, documentSha256) as Disclosure | undefined

/** Party to a live contract beside its SME. */
export const counterpartyOf = ({ counterparty }: LiveContract) => counterparty.at(-1)?.party
