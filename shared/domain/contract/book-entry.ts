import type { ContractId, EntityId, Holder, PortfolioOwner, ServiceId } from '../ids.ts'
import { dayInJapan, type Instant, type PlainDate } from '../plain-date.ts'
import { shortNumberOf } from '../short-number.ts'
import { disputedAt } from './dispute.ts'
import type { ExistingContract } from './states.ts'
import type { Sme } from './terms.ts'

/** Orders in which a book is read: by last change, day of signing, last day of the term, or the SME's name. */
export const bookSorts = ['changed', 'signed', 'end', 'firm'] as const
export type BookSort = (typeof bookSorts)[number]

/**
 * Reasons for which a contract wants a person's attention: its SME disputes the record, or has not confirmed it; a link
 * to sign is open; an SME's wish to leave is not confirmed.
 */
export const attentions = ['dispute', 'unconfirmed', 'link', 'leaving'] as const
export type Attention = (typeof attentions)[number]

/** What a word of a search may be found in: a number people say, 法人番号, a name now or before, ふりがな, who signs. */
export const foundBy = [
  'shortNumber',
  'corporateNumber',
  'formerCorporateNumber',
  'name',
  'formerName',
  'reading',
  'signatory',
] as const
export type FoundBy = (typeof foundBy)[number]

/** What a contract is listed, counted and looked for by, whatever its stage. */
export type BookEntry = {
  readonly contractId: ContractId
  readonly entityId: EntityId
  /** Whoever has it in its book: while it is prepared, its seller. */
  readonly holder: Holder | PortfolioOwner
  readonly stage: ExistingContract['stage']
  readonly serviceId: ServiceId
  readonly keys: Readonly<Record<BookSort, string>>
  readonly attention: Readonly<Partial<Record<Attention, Instant | PlainDate>>>
  readonly signedOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly words: readonly { readonly by: FoundBy; readonly text: string }[]
}

/** Reasons for which a contract wants attention now, each with the day or the instant it goes by. */
export const attentionOf = (contract: ExistingContract): BookEntry['attention'] => {
  if (contract.stage === 'offered') return { link: contract.link.expiresAt }
  if (contract.stage !== 'live') return {}
  const { confirmation, leaving, liveAt } = contract
  const dispute = disputedAt(contract)
  return {
    ...(dispute ? { dispute } : {}),
    ...(confirmation.stage === 'awaiting' ? { unconfirmed: dayInJapan(liveAt) } : {}),
    ...(leaving && !leaving.confirmed ? { leaving: leaving.on } : {}),
  }
}

/** Above everything a key begins with: what has no day yet is the newest. */
const none = '~'

const yearsOf = (contract: ExistingContract) =>
  contract.stage === 'live' || contract.stage === 'ended'
    ? {
        signedOn: contract.signedOn,
        endedOn: contract.stage === 'ended' ? contract.endedOn : null,
        formerSmeIds: contract.formerSmeIds ?? [],
        holder: contract.holder,
      }
    : { signedOn: null, endedOn: null, formerSmeIds: [], holder: contract.deal.seller }

/** The SME as an entry needs it: from the text in force, with the names it went by before. */
export type SmeOfEntry = Pick<Sme, 'name' | 'reading' | 'signatory'> & { readonly formerNames: readonly string[] }

/** Entry of a contract in the books of whoever reads it. `firmKey` folds a name as searches do. */
export const bookEntryOf = (
  contract: ExistingContract,
  sme: SmeOfEntry,
  changedAt: Instant,
  firmKey: (name: string) => string,
): BookEntry => {
  const { deal, stage } = contract
  const { contractId, entityId, serviceId, smeId, endOn } = deal
  const { signedOn, endedOn, formerSmeIds, holder } = yearsOf(contract)
  const { name, reading, signatory, formerNames } = sme
  const words: BookEntry['words'] = [
    { by: 'shortNumber', text: shortNumberOf(contractId) },
    { by: 'corporateNumber', text: smeId },
    { by: 'name', text: name },
    ...(signatory ? [{ by: 'signatory' as const, text: signatory.name }] : []),
    ...(reading === undefined ? [] : [{ by: 'reading' as const, text: reading }]),
    ...formerNames.map((text) => ({ by: 'formerName' as const, text })),
    ...formerSmeIds.map((text) => ({ by: 'formerCorporateNumber' as const, text })),
  ]
  const firm = firmKey(reading ?? name)
  return {
    contractId,
    entityId,
    holder,
    stage,
    serviceId,
    keys: { changed: changedAt, signed: signedOn ?? none, end: endedOn ?? endOn, firm: firm || none },
    attention: attentionOf(contract),
    signedOn,
    endedOn,
    words,
  }
}
