import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { shardOf, type ContractId } from '../../shared/domain/ids.ts'
import type { Leaver } from '../support/leaving.ts'
import { good } from '../support/parties.ts'
import type { Touches } from '../support/steps.ts'
import type { SceneOfOrders } from './all-orders.ts'

/** Rows as an order's writes name them. */
export const caseRow = (discontinuanceId: string) => `|DSC#${discontinuanceId}`
export const headRow = (contractId: string) => `|C#${contractId.slice(16)}`

/** What is done to a case, once it was proposed. */
export const caseOf = ({ house, parties }: SceneOfOrders, discontinuanceId: `dsc_${string}`) => {
  const path = `/v1/discontinuances/${discontinuanceId}`
  const work = (mayGoOn: () => boolean) => takeOverContracts(house.deps)(parties.entityId, discontinuanceId, mayGoOn)
  const listed = async (): Promise<readonly string[]> =>
    (await house.deps.ledger.papersOf(discontinuanceId))
      .filter(({ name }) => name.startsWith('list-'))
      .flatMap(({ text }) => (JSON.parse(text) as [string, string][]).map(([contractId]) => contractId))
  return {
    discontinuanceId,
    path,
    approve: () => parties.admin.post(`${path}/approve`),
    read: async () => good(await parties.staff.get(path)),
    /** The worker, to its end. */
    work: () => work(() => true),
    /** Freezes the list alone. */
    freeze: () => work(() => false),
    listed,
    /** Freezes the list, and says which contracts are on it. */
    list: async () => {
      await work(() => false)
      return listed()
    },
  }
}
export type Stopping = ReturnType<typeof caseOf>

/** A reseller about to stop: it is proposed, and only the second person is waited for. */
export const aboutToStop = async (scene: SceneOfOrders, given?: Leaver) => {
  const one = given ?? (await scene.leaver())
  return { one, ...caseOf(scene, await scene.proposed(one)) }
}

/** How often an event of a type stands in a ledger. */
export const timesIn = async ({ house }: SceneOfOrders, stream: string, type: string): Promise<number> =>
  (await house.deps.ledger.eventsOf(stream)).filter(({ event }) => event.type === type).length

/** Only what one contract of a case has to do with: its shard of the book and of the fan-out, and the case. */
export const ofContract = (contractId: string, discontinuanceId: string) => {
  const shard = String(shardOf(contractId as ContractId)).padStart(2, '0')
  const is = (row: string): boolean =>
    row.includes(headRow(contractId)) ||
    row.includes(caseRow(discontinuanceId)) ||
    row === `RUN#${discontinuanceId}|S#${shard}` ||
    row === `RUN#${discontinuanceId}|S#` ||
    (row.startsWith('PF#') && row.endsWith(`#${shard}|`))
  return ({ reads, writes, partitions }: Touches): boolean => [...reads, ...writes, ...partitions].some(is)
}
