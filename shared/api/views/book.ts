import * as z from 'zod'
import { attentions, foundBy } from '../../domain/contract/book-entry.ts'
import { At, ResellerIdField, ServiceIdField } from '../fields.ts'
import { ListedContractView } from './contract.ts'

export const AttentionField = z.enum(attentions)

/** Line of a book: a contract as lists show it, when it last changed, and what of it wants attention. */
export const BookLineView = ListedContractView.extend({
  changedAt: At.nullable(),
  /** What wants attention, with the day or instant it goes by: a link's end, the last day before leaving, since when. */
  attention: z.array(z.strictObject({ reason: AttentionField, on: z.string() })),
})

/** A page of a book, which may go on in both directions. */
export const BookPageView = z.strictObject({
  items: z.array(BookLineView),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  unreadable: z.array(z.strictObject({ id: z.string().nullable() })).optional(),
})

const ByStage = z.strictObject({
  drafted: z.int(),
  offered: z.int(),
  live: z.int(),
  ended: z.int(),
  void: z.int(),
})

/** Numbers of contracts in a book as of an instant; changes of the last seconds may be missing. */
export const BookCountsView = z.strictObject({
  asOf: At,
  /** All that are or were in force or are prepared: without those that came to nothing. */
  total: z.int(),
  byStage: ByStage,
  byService: z.array(z.strictObject({ serviceId: ServiceIdField, byStage: ByStage })),
  /** An implementing entity's resellers, without those that have none; `null` are contracts it made itself. */
  byReseller: z.array(z.strictObject({ resellerId: ResellerIdField.nullable(), byStage: ByStage })).nullable(),
  byAttention: z.strictObject({ dispute: z.int(), unconfirmed: z.int(), link: z.int(), leaving: z.int() }),
  /** The last thirteen months, oldest first: contracts by the month signed, and by the month ended. */
  months: z.array(z.strictObject({ month: z.string(), new: z.int(), ended: z.int() })),
})

/** A contract that a search box found, and by what of it; `matched` is a name or number it does not show itself. */
export const FoundView = z.strictObject({
  contract: ListedContractView.omit({ untold: true, smeConflict: true, doubts: true }),
  why: z.enum(foundBy),
  matched: z.string().nullable(),
})
