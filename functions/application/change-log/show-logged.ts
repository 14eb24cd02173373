import type { Dependencies } from '../../ports/dependencies.ts'
import type { NamedPaper } from '../../ports/ledger.ts'
import { changesBy, saidBy, type Change } from '../../views/change-log/changes.ts'
import { loggedView, namedIn, type Shown } from '../../views/change-log/logged-view.ts'
import { paperOf, whyOf, type PaperRef } from '../../views/change-log/why-shown.ts'
import { peopleAmong } from '../../views/person-shown.ts'
import { audienceOf, entityKnownTo, mayName, withheldFrom, type Reader } from './details-for.ts'
import type { Logged } from './read-logged.ts'

const changesOf = ({ event, states }: Logged, who: Reader): readonly Change[] =>
  states ? changesBy(event, states.before, states.after, audienceOf(who)) : saidBy(event, audienceOf(who))

const keyOf = ({ stream, name }: PaperRef): string => `${stream} ${name}`

const papersOf = async (
  { changeLog }: Pick<Dependencies, 'changeLog'>,
  refs: readonly PaperRef[],
): Promise<ReadonlyMap<string, NamedPaper>> => {
  const asked = [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()]
  const papers = asked.length > 0 ? await changeLog.papers(asked) : []
  return new Map(asked.flatMap((ref, index) => (papers[index] ? [[keyOf(ref), papers[index]] as const] : [])))
}

/**
 * Events as whoever reads may see them: who, on what, before and after, and why. Whatever the ledgers, four requests to
 * a hundred events: who holds their contracts (for a reseller), the words beside them, names of people and of things.
 */
export const showLogged = async (
  deps: Pick<Dependencies, 'changeLog' | 'contracts' | 'directory' | 'people'>,
  who: Reader,
  logged: readonly Logged[],
): Promise<readonly Shown[]> => {
  const withheld = await withheldFrom(
    deps,
    who,
    logged.map(({ event }) => event),
  )
  const audience = audienceOf(who)
  const seen = logged.map((one) => {
    const isSeen = !withheld.has(one.event)
    return {
      ...one,
      isSeen,
      changes: isSeen ? changesOf(one, who) : [],
      paper: isSeen ? paperOf(one.event, audience) : null,
    }
  })
  const named = namedIn(seen.flatMap(({ changes }) => changes))
  const members = logged.flatMap(({ event }) => (event.kind === 'member' ? [event.stream] : []))
  const persons = named.filter(({ what }) => what === 'person').map(({ id }) => id)
  const things = named.filter((one) => one.what !== 'person' && mayName(who, one)).map(({ id }) => id)
  const [papers, people, names] = await Promise.all([
    papersOf(
      deps,
      seen.flatMap(({ paper }) => paper ?? []),
    ),
    deps.people.namesOf([...peopleAmong(logged.map(({ event }) => event.actor)), ...members, ...persons], who),
    deps.directory.namesOf(entityKnownTo(who), things),
  ])
  return seen.map(({ event, states, name, isSeen, changes, paper }) =>
    loggedView(
      event,
      {
        name,
        details: !isSeen ? 'withheld' : states ? 'whole' : 'eventOnly',
        changes,
        why: isSeen ? whyOf(event, audience, paper ? papers.get(keyOf(paper)) : undefined) : null,
      },
      { people, things: names },
    ),
  )
}
