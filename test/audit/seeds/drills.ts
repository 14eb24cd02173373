import { event, type Seed } from './tampering.ts'

/** Seeded violations around what is prepared for a takeover: handover items, drills, letters that came back. */
export const drillSeeds: readonly Seed[] = [
  {
    invariant: 'I07',
    name: 'nobody can say where a handover item lies',
    edit: ({ book, drop }) => {
      const { stream, event: supplied } = event(book, 'handover-supplied')
      drop(`LED#${stream}|P#handover-${supplied.code}-${String(supplied.paper).padStart(4, '0')}`)
    },
  },
  {
    invariant: 'I07',
    name: 'what a drill found is gone',
    edit: ({ book, drop }) => {
      const { stream, event: run } = event(book, 'drill-run')
      drop(`LED#${stream}|P#drill-${String(run.paper).padStart(4, '0')}`)
    },
  },
  {
    invariant: 'I14',
    name: 'a drill counts fewer who would gap than it found',
    also: ['I03', 'I29'],
    edit: ({ book, forge }) => {
      forge(event(book, 'drill-run'), (body) => (body.event.tally.wouldGap = 0))
    },
  },
  {
    invariant: 'I14',
    name: 'a drill says it scored more than it found',
    also: ['I03', 'I29'],
    edit: ({ book, forge }) => {
      forge(event(book, 'drill-run'), (body) => (body.event.scoreTenths = 1_000))
    },
  },
  {
    invariant: 'I14',
    name: 'a drill ended before its book did',
    edit: ({ book, write }) => {
      const { event: run } = event(book, 'drill-run')
      const last = (book.papers.get(run.operationId) ?? []).findLast(({ name }) => name.startsWith('results-'))
      if (!last) throw new Error('no results')
      write(last, last.text.replace('"place":null', '"place":{"after":null,"shard":15}'))
    },
    also: ['I07'],
  },
  {
    invariant: 'I33',
    name: 'a letter that came back is not found',
    edit: ({ book, set }) => {
      const receipt = book.receipts.find(({ row }) => row['o'] === 'bounced' && row.pk.startsWith('LED#ctr_'))
      if (!receipt) throw new Error('no letter came back')
      set(receipt.where, { pp: undefined, ps: undefined })
    },
  },
  {
    invariant: 'I33',
    name: 'a letter that arrived is listed as one that came back',
    edit: ({ book, set }) => {
      const receipt = book.receipts.find(({ row }) => row['o'] === 'accepted' && row.pk.startsWith('LED#ctr_'))
      if (!receipt) throw new Error('no letter arrived')
      set(receipt.where, { pp: 'PF#x#00#returned', ps: receipt.row.pk.slice('LED#'.length) })
    },
  },
]
