import { shardCount, shardOf, type ContractId } from '../../../shared/domain/ids.ts'
import { casesOf } from '../../../functions/audit/reading/cases.ts'
import { state, type Seed, type Tampering } from './tampering.ts'

const closedCase = ({ book }: Tampering) => {
  const { id } = state(book, 'discontinuance', ({ stage }) => stage === 'closed')
  const found = casesOf(book).find((one) => one.id === id)
  if (!found) throw new Error(`no case ${id}`)
  return found
}

/** A shard of the closed case with contracts in it, and how many: all of them settled. */
const counted = (tampering: Tampering) => {
  const found = closedCase(tampering)
  const shards = Map.groupBy(found.stories, ({ contractId }) => shardOf(contractId as ContractId))
  const [shard = 0, stories = []] = [...shards].find(([, { length }]) => length > 0) ?? []
  return { ...found, shard, n: stories.length }
}

const tally = (tampering: Tampering, setbacks: number, takeovers: object): void => {
  const { id, shard } = counted(tampering)
  tampering.add({
    pk: `RUN#${id}`,
    sk: `T#${String(shard).padStart(2, '0')}`,
    t: 'tally',
    b: setbacks,
    u: 1_800_000_000_000,
    c: { takeovers },
  })
}

const known = (tampering: Tampering): number => closedCase(tampering).state.setbacks ?? 0

/** What may go wrong with what is counted in a case. */
export const tallySeeds: readonly Seed[] = [
  {
    invariant: 'I14',
    name: 'a case does not know that something was lost',
    also: ['I03'],
    edit: (tampering) => tampering.text(closedCase(tampering).where, 's', (s) => (s.setbacks = known(tampering) - 1)),
  },
  {
    invariant: 'I14',
    name: 'a tally knows of a setback that never was',
    edit: (tampering) => tally(tampering, known(tampering) + 1, { opened: 0, told: 0, settled: 0 }),
  },
  {
    invariant: 'I14',
    name: 'a tally has forgotten a contract',
    edit: (tampering) => tally(tampering, known(tampering), { opened: 0, told: 0, settled: counted(tampering).n - 1 }),
  },
  {
    invariant: 'I14',
    name: 'a tally says settled of what is still open',
    edit: (tampering) => {
      const open = casesOf(tampering.book).flatMap(({ id, state: { setbacks }, stories }) =>
        stories.flatMap(({ stage, contractId }) => (stage === 'told' ? [{ id, setbacks, stories, contractId }] : [])),
      )[0]
      if (!open) throw new Error('nothing is open')
      const shard = shardOf(open.contractId as ContractId)
      const there = open.stories.filter(({ contractId }) => shardOf(contractId as ContractId) === shard)
      tampering.add({
        pk: `RUN#${open.id}`,
        sk: `T#${String(shard).padStart(2, '0')}`,
        t: 'tally',
        b: open.setbacks ?? 0,
        u: 1_800_000_000_000,
        c: { takeovers: { opened: 0, told: 0, settled: there.length } },
      })
    },
  },
  {
    invariant: 'I14',
    name: 'a tally is of no case',
    edit: (tampering) =>
      tampering.add({
        pk: 'RUN#dsc_01k6d2q0000000000000000001',
        sk: `T#${String(shardCount - 1)}`,
        t: 'tally',
        b: 0,
        c: { takeovers: { opened: 0, told: 0, settled: 0 } },
      }),
  },
]
