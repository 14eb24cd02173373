import type * as z from 'zod'
import type { WrittenView } from '../../shared/api/views/written.ts'
import type { LedgerEvent, NamedPaper } from '../ports/ledger.ts'
import { partsOfName, type PaperContent } from '../ports/papers.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import type { NamesBySub } from '../ports/people.ts'
import type { Principal } from '../../shared/domain/people.ts'
import { peopleAmong, personShown } from './person-shown.ts'
import { asWritten } from '../papers/as-written.ts'

export type Written = z.input<typeof WrittenView>

/** Kinds of evidence documents that are shown, and the stretches of names in which they lie, each read in one request. */
export type Shown = {
  readonly documents: readonly string[]
  readonly between: readonly (readonly [first: string, last: string])[]
}

/**
 * What a document says, but for where an SME's word came from (that is evidence, and shown to the SME itself) and the
 * subject of whoever entered it, who is shown by name beside it.
 */
const wordsIn = (content: PaperContent, { sub }: LedgerEvent['actor']): Written['says'] => {
  const { from: _, ...says } = asWritten(content)
  return Object.fromEntries(Object.entries(says).filter(([, word]) => word !== sub))
}

/**
 * Words that people entered beside events, in order, as far as they are shown. A document belongs to the event that was
 * written with it: the first from its number on that names its hash. Later ones may name it again, as who judges a telling.
 */
export const writtenBeside = (
  events: readonly LedgerEvent[],
  papers: readonly NamedPaper[],
  documents: readonly string[],
  names: NamesBySub,
): readonly Written[] => {
  const said = events.map((one) => ({ ...one, text: JSON.stringify(one.event) }))
  return papers
    .flatMap(({ name, sha256, content }): readonly Written[] => {
      const { what, number } = partsOfName(name)
      const beside = documents.includes(what)
        ? said.find(({ seq, text }) => seq >= number && text.includes(`"${sha256}"`))
        : undefined
      if (!beside) return []
      const { seq, at, actor, event } = beside
      return [
        { seq, at, by: writerShown(actor, names), event: event.type, document: what, says: wordsIn(content, actor) },
      ]
    })
    .sort((one, other) => one.seq - other.seq)
}

/** Actor of an event as views show whoever entered something. */
export const writerShown = (actor: LedgerEvent['actor'], names: NamesBySub): Written['by'] => ({
  ...personShown(actor, names),
  role: actor.role,
})

/** The same, read from an aggregate's ledger: a request for its events, one for each stretch, and those for names. */
export const writtenIn = async (
  { ledger, people }: Pick<Dependencies, 'ledger' | 'people'>,
  who: Principal,
  stream: string,
  { documents, between }: Shown,
): Promise<readonly Written[]> => {
  const [events, ...papers] = await Promise.all([
    ledger.eventsOf(stream),
    ...between.map(([first, last]) => ledger.papersBetween(stream, first, last)),
  ])
  const names = await people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who)
  return writtenBeside(events, papers.flat(), documents, names)
}
