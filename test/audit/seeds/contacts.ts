import { daysAfter } from '../../../shared/domain/plain-date.ts'
import { event, type Seed } from './tampering.ts'

/** Seeded violations of I52: how the contact of an SME changes. */
export const contactSeeds: readonly Seed[] = [
  {
    invariant: 'I52',
    name: 'a contact is made by the one who proposed it',
    edit: (tampering) => {
      const made = event(tampering.book, 'contract-amended', ({ event: one }) => isOfTwo(one) && !one.unstopped)
      const proposed = event(tampering.book, 'contact-change-proposed', ({ stream }) => stream === made.stream)
      tampering.forge(made, (body) => (body.actor = proposed.actor))
    },
  },
  {
    invariant: 'I52',
    name: 'a contact that may be stopped is made by people',
    edit: (tampering) => {
      const made = event(tampering.book, 'contract-amended', ({ event: one }) => isOfTwo(one) && one.unstopped === true)
      tampering.forge(made, (body) => delete body.event.unstopped)
    },
  },
  {
    invariant: 'I52',
    name: 'a contact takes effect before its seven days are over',
    also: ['I29'],
    edit: (tampering) => {
      const made = event(tampering.book, 'contract-amended', ({ event: one }) => isOfTwo(one) && one.unstopped === true)
      const proposed = event(tampering.book, 'contact-change-proposed', ({ stream }) => stream === made.stream)
      tampering.forge(proposed, (body) => (body.event.waits.from = daysAfter(body.event.waits.from, 300)))
    },
  },
  {
    invariant: 'I52',
    name: 'an SME has no seven days to stop a change',
    also: ['I29'],
    edit: (tampering) => {
      const made = event(tampering.book, 'contract-amended', ({ event: one }) => isOfTwo(one) && one.unstopped === true)
      const proposed = event(tampering.book, 'contact-change-proposed', ({ stream }) => stream === made.stream)
      tampering.forge(proposed, (body) => (body.event.waits.from = daysAfter(body.event.waits.from, -1)))
    },
  },
  {
    invariant: 'I52',
    name: 'a change is stopped by somebody else than the SME',
    also: ['I38'],
    edit: (tampering) => {
      const stopped = event(tampering.book, 'contact-change-stopped')
      const proposed = event(tampering.book, 'contact-change-proposed', ({ stream }) => stream === stopped.stream)
      tampering.forge(stopped, (body) => (body.actor = proposed.actor))
    },
  },
]

const isOfTwo = (one: { readonly type: string; readonly contactChange?: number }): boolean =>
  one.contactChange !== undefined
