import { contract, event, state, type Seed, type Tampering } from './tampering.ts'

const approved = ({ book }: Tampering) => state(book, 'separateContractException', ({ stage }) => stage === 'approved')
const underIt = (tampering: Tampering) =>
  contract(tampering.book, ({ contract: one }) => one.deal.exceptionId === approved(tampering).id)
const madeUnderIt = (tampering: Tampering) => {
  const entry = tampering.book.streams.get(underIt(tampering).id)?.entries[0]
  if (!entry) throw new Error('nothing was made under it')
  return entry
}

const campaign = ({ book }: Tampering) => state(book, 'redisclosure', ({ stage }) => stage === 'closed')

/** Seeded violations about campaigns of re-disclosure. */
export const redisclosureSeeds: readonly Seed[] = [
  {
    invariant: 'I08',
    name: 'a version can be disclosed anew a second time',
    edit: (tampering) => {
      const { serviceId, toVersion } = campaign(tampering).state
      tampering.drop(`GUARD#redisclosure/${serviceId}#${toVersion}|GUARD`)
    },
  },
  {
    invariant: 'I03',
    name: 'a campaign that is closed is open again',
    edit: (tampering) => tampering.text(campaign(tampering).where, 's', (s) => (s.stage = 'open')),
  },
  {
    invariant: 'I07',
    name: 'the note of whom a change was told is gone',
    edit: (tampering) => tampering.drop(`LED#${campaign(tampering).id}|P#note-0002`),
  },
]

/** Seeded violations about exceptions and the contracts made under them. */
export const exceptionSeeds: readonly Seed[] = [
  {
    invariant: 'I07',
    name: 'the exception a contract was made under is gone',
    also: ['I29'],
    edit: (tampering) => tampering.drop(approved(tampering).where),
  },
  {
    invariant: 'I07',
    name: 'the evidence of an exception is gone',
    edit: (tampering) => tampering.drop(`LED#${approved(tampering).id}|P#evidence-0001`),
  },
  {
    invariant: 'I03',
    name: 'an exception lasts longer than its ledger says',
    edit: (tampering) => tampering.text(approved(tampering).where, 's', (s) => (s.expiresOn = '2099-12-31')),
  },
  {
    invariant: 'I03',
    name: 'a head names another exception',
    also: ['I05'],
    edit: (tampering) => tampering.head(underIt(tampering).where, 'exceptionId', () => '0'.repeat(26)),
  },
  {
    invariant: 'I08',
    name: 'an exception lies under another key',
    edit: (tampering) => tampering.set(approved(tampering).where, { sk: `EXC#exc_${'0'.repeat(26)}` }),
  },
  {
    invariant: 'I07',
    name: 'a contract was made under an exception for another service',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const other = event(tampering.book, 'service-version-drafted', (entry) => entry.event.code === 'CMB').stream
      const asked = tampering.book.streams.get(approved(tampering).id)?.entries[0]
      if (asked) tampering.forge(asked, (body) => (body.event.serviceId = other))
    },
  },
  {
    invariant: 'I07',
    name: 'a contract was made after the last day of its exception',
    also: ['I03', 'I06', 'I08', 'I29'],
    edit: (tampering) => tampering.forge(madeUnderIt(tampering), (body) => (body.event.signedOn = '2027-04-01')),
  },
]
