import type { Invariant, See } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { same } from '../reading/hash.ts'
import { concluded, kept, streamsOf } from '../reading/looking-up.ts'
import { takeoverCourseOf, type Backward, type TakeoverCourse } from '../reading/takeover-course.ts'

/** Findings on a head that says otherwise than the events of its takeovers. */
const wrongHead = (book: Book, id: string, course: TakeoverCourse) => {
  const made = concluded(book.heads.get(id)?.contract)
  if (!made) return ['was taken over, and is no contract']
  const { takeover, earlierTakeovers, responsibility, counterparty } = made
  const all = takeover ? [...earlierTakeovers, takeover] : earlierTakeovers
  return [
    !same(all, course.takeovers) && 'tells its takeovers otherwise than its events',
    !same(responsibility, course.responsibility) && 'is answered for by others, or from when, than its events say',
    !same(counterparty, course.counterparty) && 'is with others, or from when, than its events say',
  ]
}

const nameOf = ({ of, as, command }: Pick<Backward, 'of' | 'as' | 'command'>, contractId: string): string =>
  `${of} ${as} ${command} ${as === 'takeover-set-back' ? contractId : ''}`

/** Checks that a step backward in a contract and its case's knowledge of it are one transaction, in both directions. */
const lookAtSetbacks = (book: Book, backwards: ReadonlyMap<string, string>, see: See): void => {
  const known = new Set<string>()
  for (const { id, entries } of streamsOf(book, 'discontinuance')) {
    for (const { event, where, command } of entries) {
      if (event.type !== 'takeover-set-back' && event.type !== 'late-contract-joined') continue
      const name = nameOf({ of: id, as: event.type, command }, 'contractId' in event ? event.contractId : '')
      known.add(name)
      see(where, !backwards.has(name) && 'is set back by what did not happen to the contract it names')
    }
  }
  for (const [name, where] of backwards)
    see(where, !known.has(name) && 'goes backward, and its case does not know of it')
}

/** A case that says that every SME was told has none that is still to be told. */
const lookAtTelling = (book: Book, untold: ReadonlyMap<string, string>, see: See): void => {
  for (const { id, now, where } of streamsOf(book, 'discontinuance')) {
    const state = now.stage === 'none' ? undefined : kept(book, 'discontinuance', id)
    const met = state?.obligations?.find(({ code }) => code === 'tellSmes')?.met
    if (met) see(where, untold.has(id) && `says that all were told, and ${untold.get(id)} is not`)
  }
}

/**
 * I15. A takeover is what its events make of it, folded here by nobody else's rules: opened from the instant on, told, and
 * only then settled; untold by a letter that came back; over without having been told only where the SME ended. Settled
 * means that the implementing entity serves on, or that an interval of whom it moved to begins at that very event, or
 * that the contract ended in the same transaction on the SME's word. What is lost is lost from the earliest moment stated
 * to the moment it was found again. The head says the same: every takeover, every interval, every gap. What goes backward
 * is known to the case at once, and a case that says all were told has nobody left to tell. (That an obligation past its
 * day was escalated is I37; that a case adds up and closes with nothing open is I14.)
 */
export const takeovers: Invariant = {
  id: 'I15',
  says: { ja: '引継ぎの状態は、出来事の記録のとおり', en: 'a takeover is what its events make of it' },
  check: (book, see) => {
    const leaverOf = (id: string) => kept(book, 'discontinuance', id as `dsc_${string}`)?.resellerId
    const backwards = new Map<string, string>()
    const untold = new Map<string, string>()
    for (const stream of streamsOf(book, 'contract')) {
      const { id, entries, where } = stream
      if (!entries.some(({ event }) => event.type.startsWith('takeover-'))) continue
      const course = takeoverCourseOf(stream, leaverOf)
      see(where, !course && 'was taken over, and never concluded')
      if (!course) continue
      for (const one of course.wrong) see(one.where, one.what)
      for (const one of course.backwards) backwards.set(nameOf(one, id), one.where)
      for (const one of course.untoldIn) untold.set(one, id)
      see(book.heads.get(id)?.where ?? where, ...wrongHead(book, id, course))
    }
    lookAtSetbacks(book, backwards, see)
    lookAtTelling(book, untold, see)
  },
}
