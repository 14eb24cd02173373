import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Entry, Stream } from '../reading/entries.ts'
import { digest } from '../reading/hash.ts'
import { kept, paperWith } from '../reading/looking-up.ts'
import type { Reference } from '../reading/contract-references.ts'
import { refersTo } from '../reading/references.ts'

/** Implementing entity that an aggregate is of, as it stands now. */
const entityOf = ({ now }: Stream): string => {
  if ('deal' in now) return now.deal.entityId
  return 'entityId' in now ? now.entityId : ''
}

const missing = (book: Book, stream: Stream, reference: Reference): string | undefined => {
  switch (reference.to) {
    case 'paper':
      return paperWith(book, reference.beside ?? stream.id, reference.sha256)
        ? undefined
        : `no paper ${reference.sha256}`
    case 'version': {
      const { serviceId, serviceVersion, edition, monitoringType } = reference.deal
      const service = kept(book, 'service', serviceId)
      const version = service?.versions.find(({ number }) => number === serviceVersion)
      const renewed = reference.renewed && service?.versions.some((one) => one.offeredFrom && one.edition === edition)
      const judged = renewed || version?.edition === edition
      const fits = judged && service?.monitoringType === monitoringType && version?.offeredFrom
      return fits ? undefined : `no offered version ${serviceVersion} of ${serviceId} under ${edition}`
    }
    default: {
      const state = kept(book, reference.to, reference.id)
      if (!state) return `no ${reference.to} ${reference.id}`
      const other = reference.of !== undefined && 'entityId' in state && state.entityId !== reference.of
      return other ? `${reference.id} is not of ${reference.of}` : undefined
    }
  }
}

/** Operations whose input is a book, in as many evidence documents as it takes. */
const books: ReadonlySet<string> = new Set(['importContracts', 'rehearseImport', 'moveContracts'])

/**
 * Finding on an operation whose input, named by one hash over the whole, is not in evidence documents of that very
 * hash.
 */
const wrongInput = (book: Book, { id }: Stream, { event }: Entry): string | undefined => {
  if (event.type !== 'operation-accepted') return undefined
  const inputs = (book.papers.get(id) ?? [])
    .filter(({ name }) => name.startsWith('input-'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ hash }) => hash)
  const sha256 = books.has(event.kind) ? digest(inputs) : inputs[0]
  return inputs.length > 0 && sha256 === event.inputSha256 ? undefined : 'its input is not on its papers'
}

/** Both ends of a reference must know of each other: a case and its reports, a reseller and its discontinuance. */
const wrongBack = (book: Book, { id, now }: Stream): readonly (string | undefined)[] => {
  if ('reports' in now) {
    return now.reports.map(({ submissionId, to }) => {
      const report = kept(book, 'submission', submissionId)
      return report && (report.discontinuanceId !== id || report.to !== to)
        ? `${submissionId} is of another case`
        : undefined
    })
  }
  if ('discontinued' in now && now.discontinued) {
    const about = kept(book, 'discontinuance', now.discontinued.discontinuanceId)
    return [
      about && (about.resellerId !== id || about.since !== now.discontinued.since)
        ? 'its case is of another'
        : undefined,
    ]
  }
  return []
}

/**
 * Evidence documents that are one text in parts: an operation's input and a case's list are named by one hash over all.
 */
const sealedTogether = /^(input|list)-/

/**
 * I07. Whatever an event names is there, and of the same implementing entity: parties, service and the very version,
 * the case of a takeover, the reports of a case, the registration body; and every evidence document lies beside the
 * same ledger, found by the SHA-256 the event bears. And there is no evidence document that no event names.
 */
export const references: Invariant = {
  id: 'I07',
  says: { ja: '参照の先が必ずある', en: 'every reference resolves' },
  check: (book, see) => {
    for (const stream of book.streams.values()) {
      const entityId = entityOf(stream)
      const papers = new Set<string>()
      for (const entry of stream.entries) {
        const named = refersTo(entry, entityId)
        for (const one of named) if (one.to === 'paper') papers.add(one.sha256)
        see(entry.where, ...named.map((one) => missing(book, stream, one)), wrongInput(book, stream, entry))
      }
      see(stream.where, ...wrongBack(book, stream))
      for (const { where, name, hash } of book.papers.get(stream.id) ?? []) {
        see(where, !sealedTogether.test(name) && !papers.has(String(hash)) && 'is a paper that no event names')
      }
    }
  },
}
