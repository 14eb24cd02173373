import { dayInJapan, isPlainDate } from '../reading/fields/days.ts'
import type { Contract } from '../shapes/contract.ts'
import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Invariant } from './invariant.ts'
import type { Entry, Stream } from '../reading/entries.ts'
import { concluded, streamsOf } from '../reading/looking-up.ts'

const isMoment = (at: unknown): at is string =>
  typeof at === 'string' && !Number.isNaN(Date.parse(at)) && new Date(at).toISOString() === at

/** The days a contract's event speaks of. */
const daysIn = (event: ContractEvent): readonly (readonly [what: string, on: string])[] => {
  switch (event.type) {
    case 'contract-explained':
      return [['explained', event.explanation.on]]
    case 'contract-signed':
    case 'amendment-signed':
      return [['signed', event.signedOn]]
    case 'contract-attested':
      return [
        ['explained', event.explanation.on],
        ['signed', event.signedOn],
      ]
    case 'contract-ended':
      return [['ended', event.on]]
    default:
      return []
  }
}

const notYet = ({ kind, event, at }: Entry): string | undefined => {
  if (kind !== 'contract' || !isMoment(at)) return undefined
  const today = dayInJapan(at)
  const late = daysIn(event as ContractEvent).find(([, day]) => !isPlainDate(day) || day > today)
  if (late) return `says ${late[0]} on ${late[1]}, on ${today}`
  const signs = event.type === 'contract-signed' || event.type === 'amendment-signed'
  return signs && event.signedOn !== today ? `says signed on ${event.signedOn}, on ${today}` : undefined
}

/** A term has its days in order, does not end before the signature, and is answered for within itself. */
const termOf = (event: ContractEvent, before: Contract | undefined): string | undefined => {
  if (event.type === 'renewal-announced')
    return event.answerBy > event.endOn ? `can be answered until ${event.answerBy}, after ${event.endOn}` : undefined
  const signedOn = event.type === 'contract-attested' ? event.signedOn : before && concluded(before)?.signedOn
  if (!('deal' in event)) return undefined
  const { startOn, endOn } = event.deal
  if (endOn < startOn) return `has a term from ${startOn} until ${endOn}`
  return signedOn && endOn < signedOn ? `has a term until ${endOn}, signed on ${signedOn}` : undefined
}

/** The day a text was explained must not be after the day it was signed; the end not before. */
const daysOfContract = ({ entries, states, now }: Stream<'contract'>): readonly (string | undefined)[] => {
  const made = concluded(now)
  const ended = made?.stage === 'ended' && made.endedOn < made.signedOn
  return [
    ended ? `ended on ${made.endedOn}, signed on ${made.signedOn}` : undefined,
    ...entries.map(({ event }, index) => {
      const explained = explainedBefore(event, states[index - 1])
      return explained && explained.on > explained.signedOn
        ? `was explained on ${explained.on}, signed on ${explained.signedOn}`
        : undefined
    }),
    ...entries.map(({ event }, index) => termOf(event, states[index - 1])),
  ]
}

const explainedBefore = (event: ContractEvent, before: Contract | undefined) => {
  switch (event.type) {
    case 'contract-attested':
      return { on: event.explanation.on, signedOn: event.signedOn }
    case 'contract-signed':
      return before?.stage === 'offered' ? { on: before.explanation.on, signedOn: event.signedOn } : undefined
    case 'amendment-signed': {
      const explanation = before?.stage === 'live' ? before.proposal?.explanation : undefined
      return explanation ? { on: explanation.on, signedOn: event.signedOn } : undefined
    }
    default:
      return undefined
  }
}

/** A change is proposed, explained, offered, entered and signed, in this order of moments. */
const steps = ['amendment-proposed', 'contract-explained', 'contract-offered', 'signing-code-accepted']

const momentsOf = ({ entries }: Stream<'contract'>, signed: number): string | undefined => {
  let until = entries[signed]
  let place = signed
  for (const type of steps.toReversed()) {
    place = entries.findLastIndex(({ event }, index) => index < place && event.type === type)
    const step = entries[place]
    if (!step) return `was signed without ${type}`
    if (until && step.at > until.at) return `has ${type} at ${step.at}, after ${until.event.type} at ${until.at}`
    until = step
  }
  return undefined
}

/**
 * I06. Along a ledger time never goes back, to the millisecond, and a state row bears the moment of the last event.
 * Nobody explains after the signature, ends before it, or records a day that has not come: explanation ≤ signature ≤
 * end ≤ the day in Japan the event is of; no term ends before the signature, and its renewal is answered within it. Of a
 * change: proposed ≤ explained ≤ offered ≤ code accepted ≤ signed.
 */
export const times: Invariant = {
  id: 'I06',
  says: { ja: '時刻はさかのぼらず、日付の順序が正しい', en: 'time never goes back, days are in order' },
  check: (book, see) => {
    const { heads, states, streams } = book
    for (const { id, where, row } of [...heads.values(), ...states.values()]) {
      const last = streams.get(id)?.entries.at(-1)?.at
      see(where, last !== undefined && row['u'] !== Date.parse(last) && `does not stand at ${last}`)
    }
    for (const stream of streams.values()) {
      for (const [index, entry] of stream.entries.entries()) {
        const before = stream.entries[index - 1]
        see(
          entry.where,
          !isMoment(entry.at) && `${String(entry.at)} is no moment`,
          before !== undefined && entry.at < before.at && `is of ${entry.at}, after one of ${before.at}`,
          notYet(entry),
        )
      }
    }
    for (const stream of streamsOf(book, 'contract')) {
      see(stream.where, ...daysOfContract(stream))
      for (const [index, { event, where }] of stream.entries.entries())
        if (event.type === 'amendment-signed') see(where, momentsOf(stream, index))
    }
  },
}
