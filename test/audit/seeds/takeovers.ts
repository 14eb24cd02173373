import { concluded } from '../../../functions/audit/reading/looking-up.ts'
import { at, contract, event, state, type Seed, type Tampering } from './tampering.ts'

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
      tampering.head(where, 'earlierTakeovers', (earlier) => {
        earlier.find(({ c }: any) => c.g).c.g[0].u -= 1_000
        return earlier
      })
    },
  },
  {
    invariant: 'I15',
    name: 'whom a contract moved to answers a millisecond after it was settled',
    also: ['I03'],
    edit: (tampering) =>
      tampering.answers(moved(tampering), (all) => {
        at(all, -2).u += 1
        at(all, -1).f += 1
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
