import { contract, event, quiet, state, type Seed, type Tampering } from './tampering.ts'

const first = ({ book }: Tampering) => event(book, 'contract-attested', ({ stream }) => stream === quiet(book).id)

/** An event that owes something still, and one that owes nothing any more. */
const owing = ({ book }: Tampering) => event(book, 'contract-attested', ({ mark }) => mark.dp !== undefined)
const settled = ({ book }: Tampering) => event(book, 'takeover-settled', ({ mark }) => mark.dp === undefined)
const receiptOf = (tampering: Tampering) => {
  const entry = settled(tampering)
  return `${entry.where}#R#${entry.deliveries[0]?.id}`
}

const commandOf = ({ book }: Tampering, id: string) => {
  const found = book.commands.find((command) => command.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}

/** Seeded violations of I28, I29, I33 and I38: chains, states, deliveries and commands. */
export const ledgerSeeds: readonly Seed[] = [
  {
    invariant: 'I28',
    name: 'one character of an event is another',
    edit: (tampering) => {
      const { where, text } = event(tampering.book, 'reseller-approved')
      tampering.set(where, { e: text.replace('"request":"', '"request":"0') })
    },
  },
  {
    invariant: 'I28',
    name: 'an event in the middle is gone',
    also: ['I03', 'I04', 'I08', 'I29', 'I38'],
    edit: ({ book, drop }) => drop(event(book, 'reseller-approved').where),
  },
  {
    invariant: 'I28',
    name: 'two events have changed places',
    also: ['I04', 'I29', 'I53'],
    edit: ({ book, set }) => {
      const one = event(book, 'resale-authorized')
      const next = book.streams.get(one.stream)?.entries[one.seq]
      if (!next) throw new Error('nothing after it')
      set(one.where, { e: next.text, h: next.hash })
      set(next.where, { e: one.text, h: one.hash })
    },
  },
  {
    invariant: 'I28',
    name: 'a head stands at another link',
    edit: ({ book, set }) => set(quiet(book).where, { h: 'A'.repeat(43) }),
  },
  {
    invariant: 'I28',
    name: 'an event is written in another form, and its chain anew',
    edit: (tampering) => {
      const { where, text, stream } = first(tampering)
      tampering.set(where, { e: JSON.stringify(JSON.parse(text), null, 1) })
      tampering.rechain(stream)
    },
  },
  {
    invariant: 'I28',
    name: 'an event cannot be read',
    also: ['I04', 'I07', 'I29', 'I33', 'I38'],
    edit: (tampering) => tampering.set(first(tampering).where, { e: '{' }),
  },

  {
    invariant: 'I29',
    name: 'a state is gone, and its ledger stands alone',
    also: ['I51'],
    edit: ({ book, drop }) =>
      drop(state(book, 'member', ({ sub }) => !book.notices.some((notice) => notice.sub === sub)).where),
  },
  {
    invariant: 'I29',
    name: 'a ledger is gone, and its state stands alone',
    also: ['I04', 'I28', 'I38'],
    edit: ({ book, drop }) => {
      const { where, stream } = event(
        book,
        'member-named',
        ({ event: { membership } }) => membership.role === 'entityStaff',
      )
      if (book.streams.get(stream)?.entries.length === 1) drop(where)
    },
  },
  {
    invariant: 'I29',
    name: 'an event names another state as the one it led to',
    edit: (tampering) => tampering.forge(first(tampering), (body) => (body.after = '0'.repeat(64))),
  },
  {
    invariant: 'I29',
    name: 'the last event of a change names no state',
    edit: (tampering) => tampering.forge(event(tampering.book, 'reseller-approved'), (body) => (body.after = null)),
  },

  {
    invariant: 'I33',
    name: 'an event that owes something is not marked',
    edit: (tampering) => tampering.set(owing(tampering).where, { dp: undefined, ds: undefined }),
  },
  {
    invariant: 'I33',
    name: 'an event is marked for another relay shard',
    edit: (tampering) => tampering.set(owing(tampering).where, { dp: 'DUE#99' }),
  },
  {
    invariant: 'I33',
    name: 'an event that owes nothing any more is marked',
    edit: (tampering) => {
      const { where, at, stream } = settled(tampering)
      tampering.set(where, { dp: 'DUE#00', ds: `${at}#${stream}#000001` })
    },
  },
  {
    invariant: 'I33',
    name: 'a receipt is gone',
    also: ['I34'],
    edit: (tampering) => tampering.drop(receiptOf(tampering)),
  },
  {
    invariant: 'I33',
    name: 'a receipt of nothing that is owed',
    edit: (tampering) => {
      const { row, add } = tampering
      const where = receiptOf(tampering)
      add({ ...row(where), sk: `${row(where).sk.slice(0, -1)}x`, id: `${String(row(where)['id']).slice(0, -1)}x` })
    },
  },
  {
    invariant: 'I33',
    name: 'a letter was done, as if it were work',
    edit: (tampering) => tampering.set(receiptOf(tampering), { o: 'done' }),
  },
  {
    invariant: 'I33',
    name: 'an event does not say that it owes a letter, and a listing',
    also: ['I08'],
    edit: (tampering) => {
      tampering.forge(owing(tampering), (body) => (body.deliveries = []))
      tampering.set(owing(tampering).where, { dp: undefined, ds: undefined })
    },
  },
  {
    invariant: 'I33',
    name: 'an event owes a letter under another id',
    edit: (tampering) => tampering.forge(owing(tampering), (body) => (body.deliveries[0].id = '0'.repeat(24))),
  },

  {
    invariant: 'I38',
    name: 'a command is not on record',
    edit: (tampering) => tampering.drop(commandOf(tampering, owing(tampering).command).where),
  },
  {
    invariant: 'I38',
    name: 'a command is on record twice, under two keys',
    edit: (tampering) => {
      const { row } = commandOf(tampering, first(tampering).command)
      tampering.add({ ...row, pk: `${row.pk}0` })
    },
  },
  {
    invariant: 'I38',
    name: 'an event is of a command nobody gave',
    edit: (tampering) => tampering.forge(first(tampering), (body) => (body.command = '0'.repeat(32))),
  },
  {
    invariant: 'I38',
    name: 'a command is forgotten a day too soon',
    edit: (tampering) => {
      const { where, row } = commandOf(tampering, event(tampering.book, 'reseller-approved').command)
      tampering.set(where, { ttl: Number(row['ttl']) - 86_400 })
    },
  },
  {
    invariant: 'I38',
    name: 'an answer cannot be read',
    edit: (tampering) => {
      const { where } = commandOf(tampering, event(tampering.book, 'reseller-approved').command)
      tampering.set(where, { z: Uint8Array.of(1, 2, 3) })
    },
  },
  {
    invariant: 'I38',
    name: 'a command did something for another tenant',
    edit: (tampering) => {
      const ended = contract(tampering.book, ({ contract: one }) => one.stage === 'ended')
      const entry = tampering.book.streams.get(ended.id)?.entries.at(-1)
      if (entry) tampering.forge(entry, (body) => (body.actor.tenant = 'system'))
    },
  },
]
