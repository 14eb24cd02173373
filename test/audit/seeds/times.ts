import { event, quiet, type Seed } from './tampering.ts'

/** Seeded violations of I06: moments and days. */
export const timeSeeds: readonly Seed[] = [
  {
    invariant: 'I06',
    name: 'an event is of a moment before the one before it',
    also: ['I38'],
    edit: ({ book, forge }) => {
      forge(event(book, 'reseller-approved'), (body) => (body.at = '2026-09-30T00:00:00.000Z'))
    },
  },
  {
    invariant: 'I06',
    name: 'a moment is written in another form',
    also: ['I38'],
    edit: ({ book, forge }) =>
      forge(event(book, 'reseller-approved'), (body) => (body.at = body.at.replace('Z', '+00:00'))),
  },
  {
    invariant: 'I06',
    name: 'the conditions were explained the day after the signature',
    also: ['I03', 'I29'],
    edit: ({ book, forge }) => {
      const attested = event(book, 'contract-attested', ({ stream }) => stream === quiet(book).id)
      forge(attested, (body) => {
        const [next] = new Date(Date.parse(body.event.signedOn) + 86_400_000).toISOString().split('T')
        body.event.explanation.on = next
      })
    },
  },
  {
    invariant: 'I06',
    name: 'a signature is of a day that has not come',
    also: ['I03', 'I08', 'I29'],
    edit: ({ book, forge }) => forge(event(book, 'contract-signed'), (body) => (body.event.signedOn = '2027-01-01')),
  },
  {
    invariant: 'I06',
    name: 'a change was signed on another day than it was',
    edit: ({ book, forge }) => forge(event(book, 'amendment-signed'), (body) => (body.event.signedOn = '2026-09-30')),
  },
  {
    invariant: 'I06',
    name: 'a contract ended before it was signed',
    also: ['I03', 'I08', 'I29'],
    edit: ({ book, forge }) => forge(event(book, 'contract-ended'), (body) => (body.event.on = '2020-01-01')),
  },
  {
    invariant: 'I06',
    name: 'a renewal can be answered after the last day of the term',
    also: ['I29'],
    edit: ({ book, forge }) => forge(event(book, 'renewal-announced'), (body) => (body.event.answerBy = '2199-01-01')),
  },
  {
    invariant: 'I06',
    name: 'a head bears another moment than its last event',
    edit: ({ book, set }) => set(quiet(book).where, { u: Date.parse('2026-10-01T00:00:00.001Z') }),
  },
]
