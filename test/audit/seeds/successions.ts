import { daysAfter } from '../../../shared/domain/plain-date.ts'
import { paperWith } from '../../../functions/audit/reading/looking-up.ts'
import type { Head } from '../../../functions/audit/reading/read-row.ts'
import { contract, event, state, type Seed, type Tampering } from './tampering.ts'

/** The contract in conflict, under an exception or under none yet. */
const inConflict = ({ book }: Tampering, excepted = false): Head =>
  contract(
    book,
    ({ contract: one }) =>
      one.stage === 'live' && one.conflict !== undefined && !one.conflict.exceptionId === !excepted,
  )

const guardOf = ({ contract: { deal } }: Head): string => `GUARD#place/${deal.serviceId}#${deal.smeId}|GUARD`

/** The event by which a conflict was over since the other contract had ended. */
const settled = ({ book }: Tampering) =>
  event(book, 'sme-conflict-settled', (one) => one.event.exceptionId === undefined)

/** Seeded violations of I01, I02 and I07: what SMEs that others succeeded leave of places and conflicts. */
export const successionSeeds: readonly Seed[] = [
  {
    invariant: 'I01',
    name: 'two contracts hold one place, and no conflict is listed',
    also: ['I02', 'I03'],
    edit: (tampering) => tampering.head(inConflict(tampering).where, 'conflict', () => undefined),
  },
  {
    invariant: 'I01',
    name: 'a conflict is settled while both live',
    also: ['I02', 'I29'],
    edit: (tampering) => {
      const { id, where } = inConflict(tampering)
      const passed = event(tampering.book, 'sme-succeeded', ({ stream }) => stream === id)
      tampering.append(passed, (body) => (body.event = { type: 'sme-conflict-settled' }))
      tampering.head(where, 'conflict', () => undefined)
    },
  },
  {
    invariant: 'I01',
    name: 'a conflict was settled a day before the other contract ended',
    also: ['I06', 'I38'],
    edit: (tampering) => {
      const early = (body: any) => (body.at = new Date(Date.parse(body.at) - 80_000_000).toISOString())
      tampering.forge(settled(tampering), early)
    },
  },
  {
    invariant: 'I01',
    name: 'a conflict is with a contract of another SME',
    also: ['I03'],
    edit: (tampering) => {
      const { where, contract: one } = inConflict(tampering)
      const other = contract(
        tampering.book,
        ({ contract: { stage, deal } }) =>
          stage === 'live' && deal.smeId !== one.deal.smeId && deal.serviceId === one.deal.serviceId,
      )
      tampering.head(where, 'conflict', (stored) => ({ ...stored, w: other.id.slice(4) }))
    },
  },
  {
    invariant: 'I02',
    name: 'the place under the number an SME had before is still held',
    edit: (tampering) => {
      const { event: passed, stream } = event(tampering.book, 'sme-succeeded')
      const { contract: one } = contract(tampering.book, ({ id }) => id === stream)
      const [former] = 'formerSmeIds' in one ? (one.formerSmeIds ?? []) : []
      tampering.add({ pk: `GUARD#place/${passed.deal.serviceId}#${former}`, sk: 'GUARD', t: 'guard', holder: stream })
    },
  },
  {
    invariant: 'I02',
    name: 'a contract in conflict took the place of the other',
    edit: (tampering) => {
      const one = inConflict(tampering)
      tampering.set(guardOf(one), { holder: one.id })
    },
  },
  {
    invariant: 'I02',
    name: 'a contract is left in conflict over a place that the other left when a third SME succeeded',
    also: ['I03'],
    edit: (tampering) => {
      const { book } = tampering
      const passed = event(
        book,
        'sme-succeeded',
        ({ stream, event: { conflictWith } }) =>
          conflictWith !== undefined &&
          book.heads.get(conflictWith)?.contract.stage === 'live' &&
          !('conflict' in (book.heads.get(stream)?.contract ?? {})),
      )
      const one = contract(book, ({ id }) => id === passed.stream)
      tampering.head(one.where, 'conflict', () => ({ w: passed.event.conflictWith?.slice(4) }))
      tampering.drop(guardOf(one))
    },
  },
  {
    invariant: 'I07',
    name: 'a contract stands beside another under an exception that nobody else approved',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const { contract: one } = inConflict(tampering, true)
      const id = one.stage === 'live' ? one.conflict?.exceptionId : undefined
      const asked = event(tampering.book, 'exception-asked', ({ stream }) => stream === id)
      const approved = event(tampering.book, 'exception-approved', ({ stream }) => stream === id)
      tampering.forge(approved, (body) => (body.event.approvedBy = asked.event.askedBy))
    },
  },
  {
    invariant: 'I07',
    name: 'a contract stands beside another under an exception for other SMEs',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const { contract: one } = inConflict(tampering, true)
      const id = one.stage === 'live' ? one.conflict?.exceptionId : undefined
      const asked = event(tampering.book, 'exception-asked', ({ stream }) => stream === id)
      tampering.forge(asked, (body) => (body.event.smeIds = ['7123456789012']))
    },
  },
]

const given = ({ book }: Tampering) => event(book, 'sme-identity-given')
const asked = (tampering: Tampering) =>
  event(tampering.book, 'sme-identity-asked', ({ stream }) => stream === given(tampering).stream)
const verification = (tampering: Tampering) => {
  const { stream, event: said } = given(tampering)
  const paper = paperWith(tampering.book, stream, said.verificationSha256)
  if (!paper) throw new Error('no verification')
  return paper
}

/** Seeded violations of I54: SMEs without 法人番号. */
export const identitySeeds: readonly Seed[] = [
  {
    invariant: 'I54',
    name: 'an id is given by the seller’s own person who asked for it',
    also: ['I03', 'I29', 'I38'],
    edit: (tampering) =>
      tampering.forge(given(tampering), (body) => {
        body.actor = asked(tampering).actor
        body.event.givenBy = body.actor.sub
      }),
  },
  {
    invariant: 'I54',
    name: 'an id is given by another than it says',
    also: ['I03', 'I29'],
    edit: (tampering) => tampering.forge(given(tampering), (body) => (body.event.givenBy = 'usr_another')),
  },
  {
    invariant: 'I54',
    name: 'an id is given without any paper',
    also: ['I03', 'I29'],
    edit: (tampering) => tampering.forge(given(tampering), (body) => (body.event.papers = [])),
  },
  {
    invariant: 'I54',
    name: 'an id is given before its papers were seen',
    also: ['I03', 'I29'],
    edit: (tampering) =>
      tampering.forge(given(tampering), (body) => (body.event.verifiedOn = daysAfter(body.event.verifiedOn, 1))),
  },
  {
    invariant: 'I54',
    name: 'an id is given that nobody is said to have verified',
    also: ['I07'],
    edit: (tampering) => {
      const paper = verification(tampering)
      const said = { ...JSON.parse(paper.text), verifiedBy: undefined }
      tampering.write(paper, JSON.stringify(said), { keepHash: true })
    },
  },
  {
    invariant: 'I54',
    name: 'a contract stands under an id that was only asked for',
    also: ['I03'],
    edit: (tampering) => {
      const of = contract(tampering.book, ({ contract: { deal } }) => deal.smeId.startsWith('sme_'))
      const { where } = state(tampering.book, 'smeIdentity', ({ smeId }) => smeId === of.contract.deal.smeId)
      tampering.text(where, 's', (s) => (s.stage = 'asked'))
    },
  },
  {
    invariant: 'I54',
    name: 'an id is succeeded by a company to which no contract passed',
    also: ['I03'],
    edit: (tampering) => {
      const { where } = state(tampering.book, 'smeIdentity', ({ stage }) => stage === 'succeeded')
      tampering.text(where, 's', (s) => (s.succeededBy = '7123456789012'))
    },
  },
]
