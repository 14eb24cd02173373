import { event, type Tampering } from './tampering.ts'

/** The events in which an SME gives its word. */
export type Word = 'contract-signed' | 'amendment-signed' | 'attestation-confirmed'

/** An earlier event of the same ledger. */
export const before = ({ book }: Tampering, type: Word, earlier: string) => {
  const { stream, lies } = event(book, type, ({ stream: id }) =>
    (book.streams.get(id)?.entries ?? []).some((one) => one.event.type === earlier),
  )
  const found = book.streams
    .get(stream)
    ?.entries.findLast((one) => one.event.type === earlier && one.lies.seq < lies.seq)
  if (!found) throw new Error(`no ${earlier} before ${type}`)
  return found
}
