import { numberOf } from '../../../functions/audit/reading/ids.ts'
import { shardOf } from '../../../shared/domain/ids.ts'
import { shardPartition } from '../../../functions/audit/reading/looking-up.ts'
import { contract, event, quiet, state, type Seed, type Tampering } from './tampering.ts'

const documentOf = ({ book }: Tampering) => {
  const { id, contract: one } = quiet(book)
  const paper = book.papers.get(id)?.find(({ hash }) => hash === one.deal.documentSha256)
  if (!paper) throw new Error(`${id} has no document`)
  return paper
}

/** A reseller that sells, and one of its gates, over a contract that nobody has. */
const gateOf = ({ book }: Tampering, stage: string) => {
  const { id } = state(book, 'reseller', (one) => one.stage === stage)
  return { id, where: `${shardPartition(id as `rsl_${string}`, 7)}|GATE` }
}

/** A contract that is held by another than its seller, and the pointer to it. */
const movedOf = ({ book }: Tampering) => {
  const moved = contract(book, ({ contract: one }) => one.stage === 'live' && one.holder !== one.deal.seller)
  const { holder } = moved.contract as { holder: `rsl_${string}` }
  return { moved, pointer: { pk: shardPartition(holder, shardOf(moved.id)), sk: `P#${moved.id}` } }
}

/** An export that is finished and has its files. */
const lyingReady = ({ book }: Tampering) =>
  state(book, 'operation', ({ kind, stage, clearedOn }) => {
    return kind === 'exportHoldings' && stage === 'finished' && !clearedOn
  })

/** Seeded violations of I07 and I08: what rows name, and what follows from other rows. */
export const rowSeeds: readonly Seed[] = [
  {
    invariant: 'I07',
    name: 'a registration body is gone',
    also: ['I29'],
    edit: ({ book, drop }) => {
      const { registration } = event(book, 'service-registered').event
      drop(book.states.get(registration.registrationBodyId)?.where ?? '')
    },
  },
  {
    invariant: 'I07',
    name: 'a document is gone',
    edit: (tampering) => tampering.drop(documentOf(tampering).where),
  },
  {
    invariant: 'I07',
    name: 'a document reads otherwise under the old hash',
    edit: (tampering) => {
      const paper = documentOf(tampering)
      tampering.write(paper, paper.text.replace(/"monthlyFeeExTaxYen":\d+/, '"monthlyFeeExTaxYen":1'), {
        keepHash: true,
      })
    },
  },
  {
    invariant: 'I07',
    name: 'a document reads otherwise under a new hash',
    edit: (tampering) => {
      const paper = documentOf(tampering)
      tampering.write(paper, paper.text.replace(/"monthlyFeeExTaxYen":\d+/, '"monthlyFeeExTaxYen":1'))
    },
  },
  {
    invariant: 'I07',
    name: 'a document is kept with spaces its hash is not of',
    edit: (tampering) => {
      const paper = documentOf(tampering)
      tampering.write(paper, JSON.stringify(JSON.parse(paper.text), null, 1), { keepHash: true })
    },
  },
  {
    invariant: 'I07',
    name: 'a case’s report is gone',
    also: ['I29', 'I14'],
    edit: ({ book, drop }) => {
      const { state: closed } = state(book, 'discontinuance', ({ stage }) => stage === 'closed')
      drop(book.states.get(closed.reports[0].submissionId)?.where ?? '')
    },
  },
  {
    invariant: 'I07',
    name: 'a paper and its hash are written anew',
    edit: (tampering) => {
      const { stream } = event(tampering.book, 'contract-ended', (entry) => entry.event.ending === 'cancelledBySme')
      const word = tampering.book.papers.get(stream)?.find(({ name }) => name.startsWith('cancellation-'))
      if (!word) throw new Error(`${stream} was not cancelled`)
      tampering.write(word, word.text.replace('移転のため', '料金が高い'))
    },
  },
  {
    invariant: 'I07',
    name: 'an operation has lost a part of its input',
    edit: ({ book, drop }) => drop(`LED#${state(book, 'operation').id}|P#input-0001`),
  },

  {
    invariant: 'I08',
    name: 'a portfolio has fifteen gates',
    edit: (tampering) => tampering.drop(gateOf(tampering, 'invited').where),
  },
  {
    invariant: 'I08',
    name: 'a gate is of an epoch that has not been',
    edit: (tampering) => {
      const { where } = gateOf(tampering, 'active')
      tampering.set(where, { epoch: Number(tampering.row(where)['epoch']) + 50 })
    },
  },
  {
    invariant: 'I08',
    name: 'a gate is of an epoch it has outlived',
    edit: (tampering) => tampering.set(gateOf(tampering, 'active').where, { epoch: 1 }),
  },
  {
    invariant: 'I08',
    name: 'one gate of a stopped reseller is open again',
    edit: (tampering) => {
      const { id } = state(tampering.book, 'reseller', (one) => one.stage === 'discontinued')
      const shards = Array.from({ length: 16 }, (_, shard) => shard)
      const held = new Set(
        [...tampering.book.heads.values()].flatMap(({ id: contractId, contract: one }) =>
          one.stage === 'live' && one.holder === id ? [shardOf(contractId)] : [],
        ),
      )
      const free = shards.find((shard) => !held.has(shard)) ?? 0
      tampering.text(`${shardPartition(id as `rsl_${string}`, free)}|GATE`, 'g', (g) => {
        g.stage = 'open'
        g.discontinued = null
      })
    },
  },
  {
    invariant: 'I08',
    name: 'a fence is left where no case is proposed',
    edit: (tampering) => {
      const { id } = state(tampering.book, 'discontinuance', ({ stage }) => stage === 'withdrawn')
      tampering.set(gateOf(tampering, 'active').where, { fence: id })
    },
  },
  {
    invariant: 'I08',
    name: 'a service gate offers another version',
    edit: ({ book, text }) => {
      const { stream } = event(book, 'service-version-published')
      text(`SG#${stream}#03|GATE`, 'g', (g) => (g.offered[0].number = 2))
    },
  },
  {
    invariant: 'I08',
    name: 'a contract is listed under a holder it does not have',
    also: ['I03', 'I09'],
    edit: ({ book, row, set, head }) => {
      const { where, contract: one } = quiet(book)
      head(where, 'seller', () => one.deal.seller)
      set(where, { es: String(row(where)['es']).replace(one.deal.seller, one.deal.entityId) })
    },
  },
  {
    invariant: 'I08',
    name: 'a contract bears another name than its document',
    edit: ({ book, set }) => set(quiet(book).where, { n: '株式会社高橋吉兵衛商店' }),
  },
  {
    invariant: 'I03',
    name: 'a contract leaves out functions that its ledger binds',
    also: ['I05'],
    edit: ({ book, head }) => head(quiet(book).where, 'functions', () => ['anomalyMonitoring']),
  },
  {
    invariant: 'I08',
    name: 'a report is listed under another authority',
    edit: ({ book, set }) => set(state(book, 'submission', ({ to }) => to !== 'ipa').where, { pp: 'ipa' }),
  },
  {
    invariant: 'I08',
    name: 'an export has no day on which its files go',
    edit: (tampering) => tampering.set(lyingReady(tampering).where, { dp: undefined, ds: undefined }),
  },
  {
    invariant: 'I08',
    name: 'an export’s files go a day early',
    edit: (tampering) => {
      const { where } = lyingReady(tampering)
      tampering.set(where, { ds: String(Number(tampering.row(where)['ds']) - 1) })
    },
  },
  {
    invariant: 'I08',
    name: 'the calendar still comes to an export whose files are gone',
    also: ['I37'],
    edit: ({ book, set }) =>
      set(state(book, 'operation', ({ clearedOn }) => clearedOn).where, { dp: 'CLEAR', ds: '20261009' }),
  },
  {
    invariant: 'I08',
    name: 'a new holder has no pointer',
    edit: (tampering) => {
      const { pk, sk } = movedOf(tampering).pointer
      tampering.drop(`${pk}|${sk}`)
    },
  },
  {
    invariant: 'I08',
    name: 'a pointer to a contract that was never held there',
    edit: ({ book, add }) => {
      const { id, contract: one } = quiet(book)
      add({ pk: shardPartition(one.deal.entityId, shardOf(id)), sk: `P#${id}`, t: 'pointer' })
    },
  },
  {
    invariant: 'I08',
    name: 'the code of a service can be taken again',
    edit: ({ book, drop }) => {
      const { state: service } = state(book, 'service')
      drop(`GUARD#service/${service.entityId}#${service.code}|GUARD`)
    },
  },
  {
    invariant: 'I08',
    name: 'the short number of a contract leads to another contract',
    edit: ({ book, set }) => {
      const { id } = quiet(book)
      const other = quiet(book, (one) => one.id !== id).id
      set(`GUARD#contract-number#${numberOf(id)}|GUARD`, { holder: other })
    },
  },
  {
    invariant: 'I08',
    name: 'a withdrawn case still keeps its reseller from another',
    edit: ({ book, add }) => {
      const { id, state: about } = state(book, 'discontinuance', ({ stage }) => stage === 'withdrawn')
      add({ pk: `GUARD#case#${about.resellerId}`, sk: 'GUARD', t: 'guard', holder: id })
    },
  },
  {
    invariant: 'I08',
    name: 'a row of a kind nobody knows',
    edit: ({ add }) => add({ pk: 'SOMETHING', sk: 'ELSE', t: 'other' }),
  },
]
