import type { Entry } from '../../../functions/audit/reading/entries.ts'
import { sha256 } from '../../../functions/audit/reading/hash.ts'
import { streamsOf } from '../../../functions/audit/reading/looking-up.ts'
import { event, state, type Seed, type Tampering } from './tampering.ts'

/** Gives a command another name, on its record and in everything it did. */
const rename = (tampering: Tampering, { command }: Entry, pk: string): void => {
  const { book } = tampering
  const record = book.commands.find(({ id }) => id === command)
  if (!record) throw new Error(`no command ${command}`)
  const id = sha256(pk).slice(0, 32)
  tampering.add({ ...record.row, pk, c: id })
  tampering.drop(record.where)
  for (const { entries } of book.streams.values())
    for (const one of entries) if (one.command === command) tampering.forge(one, (body) => (body.command = id))
}

const byNotice = ({ id }: Entry['deliveries'][number]): string => `CMD#system#tell-by-mail#${id}`

/**
 * A contract that was taken over twice, was told by mail the second time, and had a notice the first time: one that told
 * nobody, or told at the instant itself, so that its record cannot be of another moment than what it did.
 */
const toldAgain = ({ book }: Tampering) => {
  const momentOf = new Map(book.commands.map(({ row }) => [row.pk, row['at']]))
  for (const { entries } of streamsOf(book, 'contract')) {
    const opened = entries.filter((one) => one.event.type === 'takeover-opened')
    const [first, second] = opened
    const told = entries.find(
      (one) => one.lies.seq > (second?.lies.seq ?? Infinity) && one.actor.sub === 'tell-by-mail',
    )
    const [notice] = first?.deliveries ?? []
    if (told && notice && (momentOf.get(byNotice(notice)) ?? first?.at) === first?.at) return { told, notice }
  }
  throw new Error('nobody was told by mail twice')
}

/** The last event of a contract's ledger, of a command that did nothing else, well after the first. */
const lastAlone = ({ book }: Tampering) => {
  const did = new Map<string, number>()
  for (const { entries } of book.streams.values())
    for (const { command } of entries) did.set(command, (did.get(command) ?? 0) + 1)
  for (const { entries } of streamsOf(book, 'contract')) {
    const [first, last] = [entries[0], entries.at(-1)]
    if (first && last && entries.length > 3 && did.get(last.command) === 1) return { first, last }
  }
  throw new Error('no contract had something happen to it alone at last')
}

/** Seeded violations of I36: what comes twice, or out of order, and has an effect again. */
export const repeatSeeds: readonly Seed[] = [
  {
    invariant: 'I36',
    name: 'an SME is told by the notice of an earlier takeover, which came again',
    edit: (tampering) => {
      const { told, notice } = toldAgain(tampering)
      rename(tampering, told, byNotice(notice))
    },
  },
  {
    invariant: 'I36',
    name: 'a list was frozen in a step that is named for another case',
    edit: (tampering) => {
      const frozen = event(tampering.book, 'list-frozen')
      const { id } = state(tampering.book, 'discontinuance', ({ stage }) => stage === 'withdrawn')
      rename(tampering, frozen, `CMD#system#freeze-list#${id}`)
    },
  },
  {
    invariant: 'I36',
    name: 'a step of the platform did what another step does',
    edit: (tampering) => {
      const reached = event(tampering.book, 'list-reached')
      tampering.forge(reached, (body) => (body.actor.sub = 'freeze-list'))
    },
  },
  {
    invariant: 'I36',
    name: 'a command came back to a ledger, and wrote to it again',
    also: ['I38'],
    edit: (tampering) => {
      const { first, last } = lastAlone(tampering)
      tampering.forge(last, (body) => (body.command = first.command))
    },
  },
  {
    invariant: 'I36',
    name: 'a signature was sealed twice',
    also: ['I03'],
    edit: (tampering) => {
      const { where } = state(tampering.book, 'archive', ({ sealings }) => sealings.length === 1)
      tampering.text(where, 's', (one) => one.sealings.push(one.sealings[0]))
    },
  },
]
