import { event, state, type Seed } from './tampering.ts'

/** Seeded violations around what comes before a takeover: restrictions, and the window of a proposal. */
export const triggerSeeds: readonly Seed[] = [
  {
    invariant: 'I08',
    name: 'a gate lets a restricted reseller sign',
    edit: ({ book, text }) => {
      const { id } = state(book, 'reseller', ({ stage }) => stage === 'restricted')
      for (const { where, says } of book.gates.values()) {
        if ((says as { owner?: string }).owner === id) text(where, 'g', (gate) => (gate.stage = 'open'))
      }
    },
  },
  {
    invariant: 'I08',
    name: 'a gate forgets when the restriction for a proposal is over',
    edit: ({ book, text }) => {
      for (const { where, says } of book.gates.values())
        if ((says as { restrictedUntil?: string }).restrictedUntil)
          text(where, 'g', (gate) => delete gate.restrictedUntil)
    },
  },
  {
    invariant: 'I08',
    name: 'a reseller is restricted for a proposal that was withdrawn',
    also: ['I03'],
    edit: ({ book, text }) => {
      const withdrawn = state(book, 'discontinuance', ({ stage }) => stage === 'withdrawn')
      const { where } = state(book, 'reseller', ({ restrictedFor }) => restrictedFor?.alone === true)
      text(where, 's', (reseller) => (reseller.restrictedFor.discontinuanceId = withdrawn.id))
    },
  },
  {
    invariant: 'I08',
    name: 'a proposal restricts nobody, and says that it does',
    also: ['I03'],
    edit: ({ book, text }) => {
      const { where } = state(book, 'reseller', ({ restrictedFor }) => restrictedFor?.alone === false)
      text(where, 's', (reseller) => delete reseller.restrictedFor)
    },
  },
  {
    invariant: 'I08',
    name: 'a lapsed case still keeps its reseller from another',
    edit: ({ book, set }) => {
      const { id, state: about } = state(book, 'discontinuance', ({ stage }) => stage === 'lapsed')
      set(`GUARD#case#${about.resellerId}|GUARD`, { holder: id })
    },
  },
  {
    invariant: 'I08',
    name: 'a proposal is not found when its time comes',
    edit: ({ book, set }) => {
      const { where } = state(book, 'discontinuance', ({ stage }) => stage === 'proposed')
      set(where, { dp: undefined, ds: undefined })
    },
  },
  {
    invariant: 'I08',
    name: 'the platform can raise a concern that is open already',
    edit: ({ book, drop }) => {
      const { state: concern } = state(book, 'concern', ({ cause, stage }) => stage === 'open' && cause.includes('P'))
      drop(`GUARD#concern/${concern.cause}#${concern.resellerId}|GUARD`)
    },
  },
  {
    invariant: 'I07',
    name: 'a concern was dismissed without a reason',
    edit: ({ book, drop }) => {
      const { stream } = event(book, 'concern-dismissed')
      drop(`LED#${stream}|P#dismissal-0002`)
    },
  },
  {
    invariant: 'I14',
    name: 'a proposal was approved when its window was over',
    also: ['I03', 'I29'],
    edit: ({ book, forge }) => {
      const { stream } = event(book, 'discontinuance-approved')
      const proposed = event(book, 'discontinuance-proposed', (one) => one.stream === stream)
      forge(proposed, (body) => (body.event.approveBy = body.at))
    },
  },
  {
    invariant: 'I14',
    name: 'a proposal lapsed before its window was over',
    also: ['I03', 'I29'],
    edit: ({ book, forge }) => {
      const { stream } = event(book, 'discontinuance-lapsed')
      const proposed = event(book, 'discontinuance-proposed', (one) => one.stream === stream)
      forge(proposed, (body) => (body.event.approveBy = '2027-01-01T00:00:00.000Z'))
    },
  },
]
