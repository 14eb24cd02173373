import { serviceFunctions } from '../reading/fields/word-lists.ts'
import { dayInJapan } from '../reading/fields/days.ts'
import type { Stream } from '../reading/entries.ts'
import type { Contract } from '../shapes/contract.ts'
import type { KeptException } from '../shapes/papers.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { concluded, streamsOf } from '../reading/looking-up.ts'

/** State of the exception by its own ledger, whatever its row says. */
const exceptionIn = ({ streams }: Book, id: string): KeptException | undefined => {
  const now = streams.get(id)?.now as KeptException | { readonly stage: 'none' } | undefined
  return now && now.stage !== 'none' && 'leavesOut' in now ? now : undefined
}

const wrong = (book: Book, contract: Contract): string | undefined => {
  const made = concluded(contract)
  if (!made || made.deal.exceptionId === undefined) return undefined
  const { deal, signedOn } = made
  const exception = exceptionIn(book, made.deal.exceptionId)
  if (!exception) return undefined
  const left = serviceFunctions.filter((one) => !deal.functions.includes(one as never))
  if (exception.approvedBy === null || exception.approvedBy === exception.askedBy) return 'nobody else approved'
  if (exception.serviceId !== deal.serviceId || exception.seller !== deal.seller) return 'of another service or seller'
  if (![deal.smeId, ...(made.formerSmeIds ?? [])].some((one) => exception.smeIds.includes(one))) return 'for other SMEs'
  if (String(exception.leavesOut) !== String(left)) return 'for other functions'
  return exception.expiresOn < signedOn ? 'that had expired' : undefined
}

/** What is wrong with the exception under which a contract stands beside the one its SME had already. */
const wrongBeside = (book: Book, { entries, now }: Stream<'contract'>): string | undefined => {
  const made = concluded(now)
  const id = made && 'conflict' in made ? made.conflict?.exceptionId : undefined
  const exception = id === undefined ? undefined : exceptionIn(book, id)
  if (!made || !exception) return undefined
  const settled = entries.findLast(({ event }) => event.type === 'sme-conflict-settled')
  if (exception.approvedBy === null || exception.approvedBy === exception.askedBy) return 'nobody else approved'
  if (exception.serviceId !== made.deal.serviceId || exception.seller !== made.deal.seller)
    return 'of another service or seller'
  if (!exception.smeIds.includes(made.deal.smeId)) return 'for other SMEs'
  return settled && exception.expiresOn < dayInJapan(settled.at) ? 'that had expired' : undefined
}

/**
 * I07. A separate contract stands under an exception that a second person approved: for its service, seller, SME and
 * the very functions it leaves out, and not expired on its day (第2章1.(6)); and so does one that stands beside another since its SME succeeded.
 */
export const exceptions: Invariant = {
  id: 'I07',
  says: { ja: '個別契約には、それぞれの例外の承認がある', en: 'every separate contract under an exception of its own' },
  check: (book, see) => {
    for (const stream of streamsOf(book, 'contract')) {
      const [how, beside] = [wrong(book, stream.now), wrongBeside(book, stream)]
      see(
        stream.where,
        how && `stands under an exception ${how}`,
        beside && `stands beside another contract under an exception ${beside}`,
      )
    }
  },
}
