import { concluded } from '../reading/looking-up.ts'
import { contract, event, state, type Seed, type Tampering } from './tampering.ts'

const [intervals, earlierTakeover] = [12, 4]

const moved = ({ book }: Tampering) =>
  contract(book, ({ contract: one }) => one.stage === 'live' && one.takeover?.settlement === 'movedToReseller')

/** A telling by mail, after which that takeover was settled. */
const toldAndSettled = ({ book }: Tampering) =>
  event(book, 'takeover-told', ({ stream, seq, event: { by } }) => {
    const next = book.streams
      .get(stream)
      ?.entries.find((one) => one.seq > seq && one.event.type.startsWith('takeover-'))
    return by === 'mail' && next?.event.type === 'takeover-settled' && next.event.settlement !== 'endedBySme'
  })

/** Seeded violations of I15: what becomes of one takeover. */
export const takeoverSeeds: readonly Seed[] = [
  {
    invariant: 'I15',
    name: 'a time without service is told a second shorter than it was',
    also: ['I03'],
    edit: (tampering) => {
      const { where } = contract(tampering.book, ({ contract: one }) =>
        (concluded(one)?.earlierTakeovers ?? []).some(({ coverage }) => coverage.gaps.length > 0),
      )
      tampering.text(where, 'r', (r) => {
        const earlier = r.at(-1)[earlierTakeover]
        const [letters, gap = ''] = earlier.at(-1).split('.')
        const [from = '', until = ''] = gap.split('-')
        earlier[earlier.length - 1] = `${letters}.${from}-${(Number.parseInt(until, 36) - 1_000).toString(36)}`
      })
    },
  },
  {
    invariant: 'I15',
    name: 'whom a contract moved to answers a millisecond after it was settled',
    also: ['I03'],
    edit: (tampering) =>
      tampering.text(moved(tampering).where, 's', (s) => {
        s[intervals].at(-2)[2] += 1
        s[intervals].at(-1)[1] += 1
      }),
  },
  {
    invariant: 'I15',
    name: 'a takeover is settled, and nobody had told its SME',
    also: ['I03', 'I29', 'I33'],
    edit: (tampering) =>
      tampering.forge(toldAndSettled(tampering), (body) => {
        body.event = { type: 'takeover-notice-sent-again', addressSha256: null }
      }),
  },
  {
    invariant: 'I15',
    name: 'a contract that an SME ended in its takeover ended on nobody’s word',
    edit: (tampering) => {
      const ended = event(tampering.book, 'contract-ended', ({ event: { ending } }) => ending === 'endedInTakeover')
      tampering.forge(ended, (body) => (body.event.wordSha256 = null))
    },
  },
  {
    invariant: 'I15',
    name: 'a case is set back by another contract than the one that lost something',
    edit: (tampering) => {
      const setBack = event(tampering.book, 'takeover-set-back')
      tampering.forge(setBack, (body) => (body.event.contractId = moved(tampering).id))
    },
  },
  {
    invariant: 'I15',
    name: 'a contract joined late, and its case does not know of it',
    also: ['I03', 'I14', 'I29', 'I33'],
    edit: (tampering) => {
      const joined = event(tampering.book, 'late-contract-joined')
      tampering.forge(joined, (body) => (body.event = { type: 'tally-asked', entityId: body.actor.tenant }))
    },
  },
  {
    invariant: 'I15',
    name: 'a case says that all were told, and one is not',
    also: ['I29', 'I33'],
    edit: (tampering) => {
      const { id } = state(tampering.book, 'discontinuance', (one) => one.stage === 'takingOver' && one.reached)
      const escalated = event(
        tampering.book,
        'obligation-escalated',
        (one) => one.stream === id && one.event.code === 'tellSmes',
      )
      tampering.forge(escalated, (body) => {
        body.event = { type: 'obligation-fulfilled', code: 'tellSmes', by: 'platform', evidenceSha256: null }
        body.deliveries = []
      })
      tampering.text(tampering.book.states.get(id)?.where ?? id, 's', (s) => {
        const telling = s.obligations.find((one: { code: string }) => one.code === 'tellSmes')
        Object.assign(telling, {
          escalatedAt: null,
          met: { at: escalated.at, by: 'platform', evidenceSha256: null },
        })
      })
    },
  },
]
