import type { KeptArchive, Sealing } from '../shapes/papers.ts'
import type { Book } from './book.ts'
import { keptAll, paperWith, streamsOf } from './looking-up.ts'
import type { Entry, Stream } from './entries.ts'

/** Sealing as its archive has it, with the event it answers and the list that was stamped. */
export type Sealed = {
  readonly where: string
  readonly archive: KeptArchive
  readonly sealing: Sealing
  readonly stream: Stream<'contract'> | undefined
  readonly answers: Entry<'contract'> | undefined
  readonly list: Readonly<Record<string, unknown>> | undefined
}

/** Every sealing of a dump. */
export const sealingsOf = (book: Book): readonly Sealed[] => {
  const contracts = new Map(streamsOf(book, 'contract').map((stream) => [stream.id, stream]))
  return keptAll(book, 'archive').flatMap(({ where, id, state: archive }) =>
    archive.sealings.map((sealing) => {
      const stream = contracts.get(archive.contractId)
      const paper = paperWith(book, id, sealing.listSha256)
      return {
        where,
        archive,
        sealing,
        stream,
        answers: stream?.entries.find(({ seq }) => seq === sealing.contractSeq),
        list: paper && (JSON.parse(paper.text) as Record<string, unknown>),
      }
    }),
  )
}

/** The events of contracts that owed a sealing and have its receipt, with the archive of each. */
export const sealedByNow = (book: Book) => {
  const received = new Set(book.receipts.map(({ where }) => where))
  const archives = new Map(keptAll(book, 'archive').map(({ state }) => [state.contractId as string, state]))
  return streamsOf(book, 'contract').flatMap(({ id, entries }) =>
    entries
      .filter(({ where, deliveries }) =>
        deliveries.some((owed) => owed.template === 'seal-contract' && received.has(`${where}#R#${owed.id}`)),
      )
      .map((entry) => ({ entry, archive: archives.get(id) })),
  )
}
