import { event, type Seed, type Tampering } from './tampering.ts'

const member = ({ book }: Tampering, role: string) => {
  const found = [...book.states.values()].find(
    ({ kind, state }) => kind === 'member' && 'membership' in state && state.membership.role === role,
  )
  if (!found) throw new Error(`no member that is ${role}`)
  return found
}

const personOf = ({ book }: Tampering) => {
  const [first] = book.people.values()
  if (!first) throw new Error('no person')
  return first
}

const personErased = ({ book }: Tampering) => {
  const found = book.people.get(event(book, 'member-erased').stream)
  if (!found) throw new Error('nobody was erased')
  return found
}

/** Seeded violations of I51: members, and their personal data. */
export const memberSeeds: readonly Seed[] = [
  {
    invariant: 'I51',
    name: 'a member’s row lets it act in another role',
    edit: (tampering) => tampering.set(member(tampering, 'entityStaff').where, { a: 'entityAdmin' }),
  },
  {
    invariant: 'I51',
    name: 'a member that acts is held back',
    edit: (tampering) => tampering.set(member(tampering, 'entityStaff').where, { a: '-' }),
  },
  {
    invariant: 'I51',
    name: 'personal data are of nobody who was ever named',
    edit: (tampering) => {
      const { where, row } = personOf(tampering)
      tampering.drop(where)
      tampering.add({ ...row, pk: 'PER#usr_nobody' })
    },
  },
  {
    invariant: 'I51',
    name: 'a person hears of something in a way that nobody can choose',
    edit: (tampering) => tampering.set(personOf(tampering).where, { k: '{"signature":"by telephone"}' }),
  },
  {
    invariant: 'I51',
    name: 'the only admin of an organization is suspended',
    also: ['I03'],
    edit: (tampering) => {
      const { where } = member(tampering, 'registrationBody')
      tampering.set(where, { a: '-' })
      tampering.text(where, 's', (s) => (s.stage = 'suspended'))
    },
  },
  {
    invariant: 'I51',
    name: 'the only admin of an organization is none any more',
    also: ['I03'],
    edit: (tampering) => {
      const { where } = member(tampering, 'resellerAdmin')
      tampering.set(where, { a: 'resellerStaff' })
      tampering.text(where, 's', (s) => (s.membership.role = 'resellerStaff'))
    },
  },
  {
    invariant: 'I51',
    name: 'personal data bear a name after they were erased',
    edit: (tampering) => tampering.set(personErased(tampering).where, { n: '架空 花子' }),
  },
  {
    invariant: 'I51',
    name: 'personal data bear an address after they were erased',
    edit: (tampering) => tampering.set(personErased(tampering).where, { m: 'hanako@entity.example.jp' }),
  },
  {
    invariant: 'I51',
    name: 'a member’s ledger has the address of a person',
    edit: (tampering) =>
      tampering.forge(event(tampering.book, 'member-erased'), (body) => (body.request = 'hanako@entity.example.jp')),
  },
]
