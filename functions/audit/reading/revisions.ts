import type { Contract, LiveContract } from '../shapes/contract.ts'
import type { ContractEvent } from '../shapes/contract-events.ts'
import { daysAfter } from './fields/days.ts'
import { counterpartyOf, documentOf } from './agreements.ts'
import type { Book } from './book.ts'
import { same } from './hash.ts'
import type { Deal } from '../shapes/deal.ts'

/** Agreement on a contract: the text in force, and the one that waits for its first day. */
export type Agreed = { readonly now: Deal; readonly next: Deal | null }
type Changed = { readonly agreed: Agreed; readonly wrong?: string | undefined }

/** Parties, service and contract are the same in every text; only whom the SME was moved to may sell from then on. */
const otherContract = (now: Deal, then: Deal, contract: LiveContract): string | undefined => {
  const fixed = ['contractId', 'entityId', 'smeId', 'serviceId', 'monitoringType'] as const
  const other = fixed.find((name) => now[name] !== then[name])
  if (other) return `is of another ${other}`
  const sells = then.seller === now.seller || then.seller === counterpartyOf(contract)
  return sells ? undefined : `names ${then.seller} as its seller`
}

/** The items of the disclosure that read differently in two texts; undefined where one is not on record. */
const changedItems = (book: Book, now: Deal, then: Deal): readonly string[] | undefined => {
  const [before, after] = [documentOf(book, now), documentOf(book, then)]
  if (!before || !after) return undefined
  const linesIn = ({ items }: typeof before, code: string) => items.find((item) => item.code === code)?.lines ?? []
  const codes = new Set([...before.items, ...after.items].map(({ code }) => code as string))
  return [...codes].filter((code) => !same(linesIn(before, code), linesIn(after, code)))
}

/** Fields an automatic renewal keeps: all but the term, edition, seller, initial fee, and a text's number and hash. */
const renewed = ({ startOn, endOn, revision, documentSha256, edition, seller, initialFeeExTaxYen, ...deal }: Deal) =>
  deal

const wrongRenewal = (book: Book, now: Deal, then: Deal): string | undefined => {
  if (!same(renewed(now), renewed(then))) return 'renews under other conditions'
  if (then.startOn !== daysAfter(now.endOn, 1)) return `begins on ${then.startOn}, after ${now.endOn}`
  const items = changedItems(book, now, then)
  if (then.initialFeeExTaxYen !== 0) return 'asks for the initial fee again'
  const other = items?.find((code) => code !== 'term' && code !== 'initialFee')
  return items ? other && `renews with another ${other}` : 'renews by a text that is not on record'
}

const wrongAmendment = (book: Book, now: Deal, then: Deal): string | undefined => {
  const items = changedItems(book, now, then)
  if (!items) return 'changes to a text that is not on record'
  return items[0] && `changes ${items[0]}, and nobody signed it`
}

/** Fields a succession keeps: all but who the SME is and where, and a text's number and hash. */
const succeeding = ({ smeId: _, prefecture: __, revision: ___, documentSha256: ____, ...deal }: Deal) => deal

const wrongSuccession = (book: Book, now: Deal, then: Deal): string | undefined =>
  same(succeeding(now), succeeding(then)) ? wrongAmendment(book, now, then) : 'passes on under other conditions'

/** Finding on the next term: it goes along with a change that no item shows, and says the same there too. */
const wrongNext = (book: Book, before: Agreed, after: Agreed): string | undefined => {
  if (!before.next) return after.next ? 'agrees on a next term by itself' : undefined
  if (!after.next) {
    const [was, is] = [before.now, after.now].map((deal) => documentOf(book, deal)?.sme)
    return same(was, is) ? undefined : 'leaves the next term behind'
  }
  const { revision: _, documentSha256: __, prefecture: ___, ...fixed } = before.next
  const { revision, documentSha256, prefecture, ...kept } = after.next
  return same(fixed, kept) ? wrongAmendment(book, before.next, after.next) : 'changes what is agreed for the next term'
}

/** The agreement after an event, and what is wrong with how it came about. Other events leave it as it is. */
export const agreedAfter = (book: Book, before: Contract, event: ContractEvent, agreed: Agreed): Changed => {
  if (before.stage !== 'live') return { agreed }
  const { now, next } = agreed
  switch (event.type) {
    case 'amendment-signed': {
      const { proposal } = before
      if (!proposal) return { agreed, wrong: 'signs what was not proposed' }
      const wrong = otherContract(now, proposal.deal, before)
      return {
        wrong: wrong ?? (documentOf(book, proposal.deal) ? undefined : 'is of a text that is not on record'),
        agreed: proposal.kind === 'renewal' ? { now, next: proposal.deal } : { now: proposal.deal, next },
      }
    }
    case 'term-begun':
      return next ? { agreed: { now: next, next: null } } : { agreed, wrong: 'begins a term nobody signed' }
    case 'contract-amended':
      return {
        agreed: { now: event.deal, next: event.next ?? next },
        wrong:
          otherContract(now, event.deal, before) ??
          wrongAmendment(book, now, event.deal) ??
          wrongNext(book, { now, next }, { now: event.deal, next: event.next }),
      }
    case 'attestation-corrected':
      return {
        agreed: { now: event.deal, next },
        wrong:
          otherContract(now, event.deal, before) ??
          (documentOf(book, event.deal) ? undefined : 'corrects to a text that is not on record'),
      }
    case 'sme-succeeded':
      return {
        agreed: { now: event.deal, next: event.next ?? next },
        wrong:
          wrongSuccession(book, now, event.deal) ??
          (next && event.next ? wrongSuccession(book, next, event.next) : undefined),
      }
    case 'contract-renewed':
      return {
        agreed: { now: event.deal, next },
        wrong: otherContract(now, event.deal, before) ?? wrongRenewal(book, now, event.deal),
      }
    case 'amendment-proposed':
      return { agreed }
    default:
      return { agreed, wrong: 'deal' in event && !same(event.deal, now) ? 'changes what was agreed' : undefined }
  }
}
