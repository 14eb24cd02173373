import type { Invariant, See } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Entry } from '../reading/entries.ts'
import { keptAll, streamsOf } from '../reading/looking-up.ts'

/** An event that owes a delivery, found by the delivery's id. */
const owingIn = (book: Book): ReadonlyMap<string, Entry> =>
  new Map(
    [...book.streams.values()].flatMap(({ entries }) =>
      entries.flatMap((one) => one.deliveries.map(({ id }) => [id, one] as const)),
    ),
  )

/** The cases of whoever sold what is void because its seller stopped. */
const casesBehind = (book: Book, { stream, event }: Entry): readonly string[] => {
  if (event.type !== 'contract-voided' || event.reason !== 'sellerDiscontinued') return []
  const contract = book.heads.get(stream)?.contract
  return keptAll(book, 'discontinuance').flatMap(({ id, state }) =>
    state.resellerId === contract?.deal.seller ? [id] : [],
  )
}

/** Everything an event speaks of by id, beside the ledger it stands in. */
const spokenOf = (book: Book, entry: Entry): readonly unknown[] => {
  const { stream } = entry
  const event = entry.event as Readonly<Record<string, unknown>>
  const archive = book.states.get(stream)?.state
  return [
    stream,
    ...['discontinuanceId', 'contractId', 'operationId', 'resellerId'].map((name) => event[name]),
    ...casesBehind(book, entry),
    archive && 'sealings' in archive ? archive.contractId : undefined,
  ]
}

/** True of a letter of the takeover in which a later event of the same contract stands. */
const isOfTakeover = (book: Book, letter: Entry, later: Entry): boolean => {
  const { entries = [] } = book.streams.get(later.stream) ?? {}
  const opened = entries.findLast(({ event, lies }) => event.type === 'takeover-opened' && lies.seq < later.lies.seq)
  return (
    letter.stream === later.stream && letter.lies.seq >= (opened?.lies.seq ?? 1) && letter.lies.seq < later.lies.seq
  )
}

const ofLetters = new Set(['tell-by-mail', 'note-bounce'])

/** Findings on a step of the platform's own: it is done to what it is named for, a thing it wrote to or its letter. */
const wrongName = (
  book: Book,
  [route, key]: readonly [string, string],
  did: readonly Entry[],
  owing: ReadonlyMap<string, Entry>,
) => {
  const [subject = ''] = key.split('/')
  const letter = owing.get(subject)
  const stray = did.find(({ actor }) => actor.sub !== route)
  const ofContract = did.find(({ kind }) => kind === 'contract')
  const named = letter
    ? !ofLetters.has(route) || (ofContract !== undefined && isOfTakeover(book, letter, ofContract))
    : did.every((one) => spokenOf(book, one).includes(subject))
  return [
    stray && `did ${stray.event.type}, which is of ${stray.actor.sub}`,
    !named && `is named for ${subject}, and did something else`,
  ]
}

/** Checks that what a command does to a ledger it does at once, and never comes back to it. */
const lookAtStretches = (book: Book, see: See): void => {
  for (const { entries } of book.streams.values()) {
    const over = new Set<string>()
    for (const [index, { where, command }] of entries.entries()) {
      const before = entries[index - 1]?.command
      if (before !== undefined && before !== command) over.add(before)
      see(where, over.has(command) && 'is of a command that was done with this ledger before')
    }
  }
}

/** Checks that what is made of an event is made once: the seal of a signature, the word that a day has passed. */
const lookAtMakings = (book: Book, see: See): void => {
  for (const { where, state } of keptAll(book, 'archive')) {
    const made = [...state.sealings.map(({ contractSeq }) => contractSeq), ...state.unprintable]
    see(where, new Set(made).size !== made.length && 'has sealed the same signature twice')
  }
  for (const { entries } of streamsOf(book, 'reseller')) {
    let last = ''
    for (const { event, where } of entries) {
      if (event.type !== 'requirements-found-past-due') continue
      see(where, event.dueOn <= last && `finds ${event.dueOn} past due again`)
      last = event.dueOn
    }
  }
}

/**
 * I36. Whatever comes twice or out of order has no second effect. A command writes to a ledger in one go and never again,
 * also once its record is no longer kept. What the platform does by itself is named by what it does and to what, and the
 * name is true: a letter tells only within the takeover it is of, a bounce is of such a letter. Of each signature there is
 * one seal, and of each day one word that it has passed. (That a delivery has one outcome is in its key, and I33; that
 * of two listings the later stands is I08, that a notice comes back once is I33, that an escalation is one is I37.)
 */
export const doneOnce: Invariant = {
  id: 'I36',
  says: {
    ja: '同じことが二度行われず、名指した相手にだけ行われている',
    en: 'nothing is done twice, or to another than it names',
  },
  check: (book, see) => {
    lookAtStretches(book, see)
    lookAtMakings(book, see)
    const owing = owingIn(book)
    const did = Map.groupBy(
      [...book.streams.values()].flatMap(({ entries }) => entries),
      ({ command }) => command,
    )
    for (const { where, row, id } of book.commands) {
      const [, route, key] = /^CMD#system#([^#]+)#(.+)$/.exec(row.pk) ?? []
      const entries = did.get(id)
      if (route !== undefined && key !== undefined && entries)
        see(where, ...wrongName(book, [route, key], entries, owing))
    }
  },
}
