import { event, state, type Seed, type Tampering } from './tampering.ts'

const evidence = ({ book }: Tampering) =>
  event(book, 'takeover-coverage-noted', ({ event: { operationId } }) => operationId !== null)
const advanced = ({ book }: Tampering) => {
  const { id } = state(book, 'operation', (one) => one.kind === 'workOnTakeovers')
  const entry = event(book, 'operation-advanced', ({ stream }) => stream === id)
  const paper = book.papers.get(id)?.find(({ hash }) => hash === entry.event.resultsSha256)
  if (!paper) throw new Error(`${id} has no results`)
  return { entry, paper }
}

/** Seeded violations of I07 and I14: work on many takeovers at once. */
export const bulkSeeds: readonly Seed[] = [
  {
    invariant: 'I07',
    name: 'evidence for many is of an operation on another case',
    edit: (tampering) => {
      const entry = evidence(tampering)
      const { id } = state(
        tampering.book,
        'operation',
        (one) => one.kind === 'workOnTakeovers' && one.operationId !== entry.event.operationId,
      )
      const accepted = event(tampering.book, 'operation-accepted', ({ stream }) => stream === id)
      tampering.forge(entry, (body) => {
        body.event.operationId = id
        body.event.evidenceSha256 = accepted.event.inputSha256
      })
    },
  },
  {
    invariant: 'I07',
    name: 'evidence for many is not what its operation was given',
    edit: (tampering) => {
      const entry = evidence(tampering)
      tampering.forge(entry, (body) => (body.event.evidenceSha256 = '0'.repeat(64)))
    },
  },
  {
    invariant: 'I14',
    name: 'a row of bulk work was done twice',
    also: ['I07'],
    edit: (tampering) => {
      const { paper } = advanced(tampering)
      const results = JSON.parse(paper.text) as { readonly rows: readonly { readonly row: number }[] }
      const [first] = results.rows
      const rows = results.rows.map((one, index) => (index === 1 ? { ...one, row: first?.row } : one))
      tampering.write(paper, JSON.stringify({ ...results, rows }), { keepHash: true })
    },
  },
  {
    invariant: 'I14',
    name: 'a step says that it changed a contract it left alone',
    also: ['I03', 'I29'],
    edit: (tampering) => {
      const { entry } = advanced(tampering)
      tampering.forge(entry, (body) => {
        body.event.accepted -= 1
        body.event.refused += 1
      })
    },
  },
]
