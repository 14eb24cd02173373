import type { Head } from '../../../functions/audit/reading/read-row.ts'
import { at, contract, event, quiet, state, type Seed, type Tampering } from './tampering.ts'

/** A contract of the reseller that stopped last, which is still to be settled. */
const inTakeover = ({ book }: Tampering): Head =>
  contract(book, ({ contract: one }) => one.stage === 'live' && one.takeover?.stage === 'told')

const ended = ({ book }: Tampering): Head => contract(book, ({ contract: one }) => one.stage === 'ended')

const closedCase = ({ book }: Tampering) => state(book, 'discontinuance', ({ stage }) => stage === 'closed')
const openCase = ({ book }: Tampering) =>
  state(book, 'discontinuance', ({ stage, reached }) => stage === 'takingOver' && reached)

const listPaper = ({ book }: Tampering, id: string) => {
  const paper = book.papers.get(id)?.find(({ name }) => name === 'list-0001')
  if (!paper) throw new Error(`${id} has no list`)
  return paper
}

/** A shard of the closed case in which contracts lay. */
const passedShard = ({ book }: Tampering) => {
  const found = [...book.checkpoints.values()].flat().find(({ passed }) => passed > 0)
  if (!found) throw new Error('no shard was passed')
  return found
}

/** Rewrites the list of the closed case, hash and all. */
const relist = (tampering: Tampering, edit: (lines: any[]) => void): void => {
  const paper = listPaper(tampering, closedCase(tampering).id)
  const lines = JSON.parse(paper.text)
  edit(lines)
  tampering.write(paper, JSON.stringify(lines))
}

/** Seeded violations of I09 to I14: who answers, from when to when, and what becomes of a reseller that stops. */
export const responsibilitySeeds: readonly Seed[] = [
  {
    invariant: 'I09',
    name: 'two intervals are open',
    also: ['I03', 'I10', 'I15'],
    edit: (tampering) => tampering.answers(inTakeover(tampering), (all) => (at(all, 0).u = null)),
  },
  {
    invariant: 'I09',
    name: 'nobody answers for a live contract',
    also: ['I03', 'I10'],
    edit: ({ book, answers }) => answers(quiet(book), (all) => (at(all, 0).u = at(all, 0).f + 1)),
  },
  {
    invariant: 'I09',
    name: 'a reseller that stopped answers again',
    also: ['I03', 'I15'],
    edit: (tampering) => {
      const head = inTakeover(tampering)
      const { contract: one } = head
      tampering.answers(head, (all) => (at(all, -1).p = 'holder' in one ? one.holder : ''))
    },
  },
  {
    invariant: 'I09',
    name: 'a reseller that stopped answers one millisecond too long',
    also: ['I03', 'I15'],
    edit: (tampering) =>
      tampering.answers(inTakeover(tampering), (all) => {
        at(all, -2).u += 1
        at(all, -1).f += 1
      }),
  },

  {
    invariant: 'I10',
    name: 'a gap of a millisecond',
    also: ['I03', 'I15'],
    edit: (tampering) => tampering.answers(inTakeover(tampering), (all) => (at(all, -2).u -= 1)),
  },
  {
    invariant: 'I10',
    name: 'an overlap of a millisecond',
    also: ['I03', 'I15'],
    edit: (tampering) => tampering.answers(inTakeover(tampering), (all) => (at(all, -1).f -= 1)),
  },
  {
    invariant: 'I10',
    name: 'responsibility begins after the signature',
    also: ['I03'],
    edit: ({ book, answers }) => answers(quiet(book), (all) => (at(all, 0).f += 1)),
  },
  {
    invariant: 'I10',
    name: 'an ended contract is answered for on and on',
    also: ['I03'],
    edit: (tampering) => tampering.answers(ended(tampering), (all) => (at(all, -1).u = null)),
  },

  {
    invariant: 'I12',
    name: 'a line of the frozen list is gone',
    edit: (tampering) => relist(tampering, (lines) => lines.pop()),
  },
  {
    invariant: 'I12',
    name: 'the frozen list is in another order',
    edit: (tampering) => relist(tampering, (lines) => lines.reverse()),
  },
  {
    invariant: 'I12',
    name: 'a contract that was never the reseller’s is on the list',
    edit: (tampering) => {
      const { id, contract: one } = quiet(tampering.book)
      relist(tampering, (lines) => (lines[0] = [id, one.deal.documentSha256]))
    },
  },
  {
    invariant: 'I12',
    name: 'a listed contract counts as late',
    also: ['I03', 'I14', 'I15', 'I29'],
    edit: (tampering) => {
      const { state: about, id } = closedCase(tampering)
      const opened = event(
        tampering.book,
        'takeover-opened',
        (entry) => entry.event.discontinuanceId === id && !entry.event.late && entry.event.since === about.since,
      )
      tampering.forge(opened, (body) => (body.event.late = true))
    },
  },
  {
    invariant: 'I12',
    name: 'a takeover is not of the instant of its case',
    also: ['I03', 'I15', 'I29'],
    edit: (tampering) => {
      const { id } = openCase(tampering)
      const opened = event(tampering.book, 'takeover-opened', (entry) => entry.event.discontinuanceId === id)
      tampering.forge(opened, (body) => (body.event.since = '2026-10-01T00:00:00.000Z'))
    },
  },

  {
    invariant: 'I13',
    name: 'one of a stopped reseller’s people acts after the instant',
    also: ['I36', 'I38', 'I53'],
    edit: (tampering) => {
      const { state: about } = openCase(tampering)
      const after = event(tampering.book, 'takeover-told', ({ at }) => at > about.since)
      const actor = { role: 'resellerStaff', sub: 'someone', tenant: about.resellerId }
      tampering.forge(after, (body) => (body.actor = actor))
    },
  },
  {
    invariant: 'I13',
    name: 'an SME signs through a stopped reseller',
    also: ['I03', 'I06', 'I15', 'I29', 'I38'],
    edit: (tampering) => {
      const { state: about } = closedCase(tampering)
      const signed = event(tampering.book, 'contract-signed', ({ stream }) => {
        const head = tampering.book.heads.get(stream)
        return head?.contract.deal.seller === about.resellerId
      })
      tampering.forge(signed, (body) => (body.at = new Date(Date.parse(about.since) + 86_400_000).toISOString()))
    },
  },
  {
    invariant: 'I13',
    name: 'a reseller had stopped before it last did something',
    also: ['I03', 'I09', 'I16'],
    edit: (tampering) => {
      const { state: about } = openCase(tampering)
      const { where } = state(tampering.book, 'reseller', ({ resellerId }) => resellerId === about.resellerId)
      tampering.text(where, 's', (s) => (s.discontinued.since = '2026-10-01T00:00:00.000Z'))
    },
  },

  {
    invariant: 'I14',
    name: 'a checkpoint runs ahead of what is done',
    edit: (tampering) => {
      const { where, passed } = passedShard(tampering)
      tampering.set(where, { n: passed + 1 })
    },
  },
  {
    invariant: 'I14',
    name: 'a shard was left in the middle, and the case says it is reached',
    edit: (tampering) => tampering.set(passedShard(tampering).where, { a: '{}' }),
  },
  {
    invariant: 'I14',
    name: 'a checkpoint is of no case',
    edit: (tampering) => tampering.add({ pk: 'RUN#dsc_01k6d2q0000000000000000001', sk: 'S#00', t: 'checkpoint', n: 1 }),
  },
  {
    invariant: 'I14',
    name: 'a checkpoint is gone',
    edit: (tampering) => tampering.drop(passedShard(tampering).where),
  },
  {
    invariant: 'I14',
    name: 'a case is closed though a report was sent back',
    also: ['I03'],
    edit: (tampering) => {
      const { submissionId } = closedCase(tampering).state.reports[0]
      const { where } = state(tampering.book, 'submission', (one) => one.submissionId === submissionId)
      tampering.text(where, 's', (s) => (s.stage = 'returned'))
    },
  },
  {
    invariant: 'I14',
    name: 'a case is closed with takeovers open',
    also: ['I03'],
    edit: (tampering) => tampering.text(openCase(tampering).where, 's', (s) => (s.stage = 'closed')),
  },
  {
    invariant: 'I14',
    name: 'a case is closed though nobody knows whether one of its users is insured',
    also: ['I03', 'I15'],
    edit: (tampering) => {
      const { discontinuanceId } = closedCase(tampering).state
      const { where } = contract(
        tampering.book,
        ({ contract: one }) => one.stage === 'live' && one.takeover?.discontinuanceId === discontinuanceId,
      )
      tampering.head(where, 'takenOver', (taken) => ({ ...taken, c: { m: 'c', c: 'c' } }))
    },
  },
  {
    invariant: 'I14',
    name: 'a case counts one late contract less',
    also: ['I03'],
    edit: (tampering) => tampering.text(closedCase(tampering).where, 's', (s) => (s.late -= 1)),
  },
  {
    invariant: 'I14',
    name: 'a draft of a stopped reseller was left open',
    also: ['I03'],
    edit: (tampering) => {
      const { state: about } = closedCase(tampering)
      const { where } = contract(
        tampering.book,
        ({ contract: one }) => one.stage === 'void' && one.deal.seller === about.resellerId,
      )
      tampering.head(where, 'stage', () => 'drafted')
      tampering.head(where, 'reason', () => undefined)
    },
  },
]
