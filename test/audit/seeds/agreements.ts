import { paperWith } from '../../../functions/audit/reading/looking-up.ts'
import { canonical, sha256 } from '../../../functions/audit/reading/hash.ts'
import { contract, event, type Seed, type Tampering } from './tampering.ts'
import { before, type Word } from './words.ts'

const nameOfHash = (type: Word) => (type === 'attestation-confirmed' ? 'confirmationSha256' : 'signatureSha256')

/** Rewrites the paper with an SME's word, and the event that names it. */
const reword = (tampering: Tampering, type: Word, edit: (word: any) => void): void => {
  const entry = event(tampering.book, type)
  const name = nameOfHash(type)
  const paper = paperWith(tampering.book, entry.stream, (entry.event as any)[name])
  if (!paper) throw new Error(`no paper of ${type}`)
  const word = JSON.parse(paper.text)
  edit(word)
  tampering.write(paper, canonical(word))
  tampering.forge(entry, (body) => (body.event[name] = sha256(canonical(word))))
}

/** A takeover that was settled in one way, with its entry. */
const settledAs = ({ book }: Tampering, settlement: string) =>
  event(book, 'takeover-settled', ({ event: one }) => one.settlement === settlement)
const headSettledAs = ({ book }: Tampering, settlement: string) =>
  contract(book, ({ contract: one }) => one.stage === 'live' && one.takeover?.settlement === settlement)

type After = {
  /** How often its SME gave and took back its consent to a transfer. */
  readonly words: number
  /** Whether the contract had been settled in another case before. */
  readonly again?: boolean
}

/** A takeover that was settled on a word of its own, with every receipt of its SME's consent to a transfer. */
const settledAfterConsent = ({ book }: Tampering, settlement: string, { words, again = false }: After) => {
  const eventsOf = (stream: string) => (book.streams.get(stream)?.entries ?? []).map((one) => one.event)
  const receiptsOf = (stream: string): readonly string[] =>
    eventsOf(stream).flatMap((one) =>
      (one.type === 'consent-given' || one.type === 'consent-withdrawn') && one.kind === 'positionTransfer'
        ? [one.receiptSha256]
        : [],
    )
  const entry = event(book, 'takeover-settled', ({ stream, event: one }) => {
    const receipts = receiptsOf(stream)
    const own = one.consentSha256 !== null && !receipts.includes(one.consentSha256)
    const first = eventsOf(stream).find(({ type }) => type === 'takeover-settled') === one
    return own && one.settlement === settlement && receipts.length === words && first !== again
  })
  return { entry, receipts: receiptsOf(entry.stream) }
}

/** Seeded violations of I17, I18 and I20: what was agreed to. */
export const agreementSeeds: readonly Seed[] = [
  {
    invariant: 'I17',
    name: 'a contract that was taken over has another fee on its head',
    also: ['I03', 'I05'],
    edit: (tampering) =>
      tampering.head(
        headSettledAs(tampering, 'movedToImplementingEntity').where,
        'monthlyFeeExTaxYen',
        (fee) => fee + 1,
      ),
  },
  {
    invariant: 'I17',
    name: 'a contract was moved without the word of its SME',
    also: ['I07'],
    edit: (tampering) =>
      tampering.forge(settledAs(tampering, 'movedToReseller'), (body) => (body.event.consentSha256 = null)),
  },
  {
    invariant: 'I17',
    name: 'a contract was moved by a consent in advance that its SME had taken back',
    also: ['I07'],
    edit: (tampering) => {
      const { entry, receipts } = settledAfterConsent(tampering, 'movedToImplementingEntity', { words: 2 })
      tampering.forge(entry, (body) => (body.event.consentSha256 = receipts[0]))
    },
  },
  {
    invariant: 'I17',
    name: 'a contract was moved by the receipt of taking a consent back',
    also: ['I07'],
    edit: (tampering) => {
      const { entry, receipts } = settledAfterConsent(tampering, 'movedToImplementingEntity', { words: 2 })
      tampering.forge(entry, (body) => (body.event.consentSha256 = receipts[1]))
    },
  },
  {
    invariant: 'I17',
    name: 'a contract was moved to a reseller by a consent in advance, which names none',
    also: ['I07'],
    edit: (tampering) => {
      const { entry, receipts } = settledAfterConsent(tampering, 'movedToReseller', { words: 1 })
      tampering.forge(entry, (body) => (body.event.consentSha256 = receipts[0]))
    },
  },
  {
    invariant: 'I17',
    name: 'a contract that had moved to a reseller moved on by the consent in advance, which names its seller',
    also: ['I07'],
    edit: (tampering) => {
      const { entry, receipts } = settledAfterConsent(tampering, 'movedToImplementingEntity', { words: 1, again: true })
      tampering.forge(entry, (body) => (body.event.consentSha256 = receipts[0]))
    },
  },
  {
    invariant: 'I17',
    name: 'a contract that is only served on has another counterparty on its head',
    also: ['I03', 'I15'],
    edit: (tampering) => {
      const { where, contract: one } = headSettledAs(tampering, 'servedByImplementingEntity')
      const from = 'counterparty' in one ? Date.parse(one.counterparty[0]?.from ?? '') : 0
      tampering.head(where, 'counterparty', () => [{ p: 'e', f: from, u: null }])
    },
  },
  {
    invariant: 'I17',
    name: 'a takeover brings a change of the contract with it',
    also: ['I03', 'I05', 'I07', 'I08', 'I29', 'I33'],
    edit: (tampering) => {
      const told = event(tampering.book, 'takeover-told', ({ stream, lies }) => {
        const entries = tampering.book.streams.get(stream)?.entries ?? []
        return entries.length === lies.seq
      })
      const now = tampering.book.streams.get(told.stream)?.now
      const deal = now && 'deal' in now ? now.deal : undefined
      tampering.append(told, (body) => {
        body.event = {
          type: 'contract-amended',
          deal: { ...deal, monthlyFeeExTaxYen: 1 },
          next: null,
          amendmentSha256: sha256(''),
        }
      })
    },
  },

  {
    invariant: 'I18',
    name: 'who signed has not acknowledged the penalty',
    edit: (tampering) =>
      reword(tampering, 'contract-signed', (word) => {
        word.acknowledged = word.acknowledged.filter((item: string) => item !== 'penalty')
      }),
  },
  {
    invariant: 'I18',
    name: 'who signed a change has acknowledged nothing',
    edit: (tampering) => reword(tampering, 'amendment-signed', (word) => (word.acknowledged = [])),
  },
  {
    invariant: 'I18',
    name: 'who confirmed has acknowledged one item twice and another not at all',
    edit: (tampering) =>
      reword(tampering, 'attestation-confirmed', (word) => (word.acknowledged[0] = word.acknowledged[1])),
  },

  {
    invariant: 'I20',
    name: 'the text before the revision was signed',
    also: ['I19'],
    edit: (tampering) => {
      const revised = before(tampering, 'contract-signed', 'contract-revised')
      const entries = tampering.book.streams.get(revised.stream)?.entries ?? []
      const [drafted, signed] = [entries[0], entries.find((one) => one.event.type === 'contract-signed')]
      if (signed)
        tampering.forge(signed, (body) => (body.event.documentSha256 = (drafted as any).event.deal.documentSha256))
    },
  },
  {
    invariant: 'I20',
    name: 'who signed a change signed the text it had',
    also: ['I19', 'I25'],
    edit: (tampering) => {
      const signed = event(tampering.book, 'contract-signed', ({ stream }) =>
        (tampering.book.streams.get(stream)?.entries ?? []).some((one) => one.event.type === 'amendment-signed'),
      )
      const changed = event(tampering.book, 'amendment-signed', ({ stream }) => stream === signed.stream)
      tampering.forge(changed, (body) => (body.event.documentSha256 = signed.event.documentSha256))
    },
  },
  {
    invariant: 'I20',
    name: 'the paper of a signature is about another text',
    also: ['I23'],
    edit: (tampering) => reword(tampering, 'contract-signed', (word) => (word.documentSha256 = '0'.repeat(64))),
  },
  {
    invariant: 'I20',
    name: 'the paper of a confirmation is about another text',
    also: ['I23'],
    edit: (tampering) => reword(tampering, 'attestation-confirmed', (word) => (word.documentSha256 = '0'.repeat(64))),
  },
]
