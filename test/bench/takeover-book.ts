import { seedDemo } from '../../functions/local/demo.ts'
import { startEngine } from '../../functions/local/engine.ts'
import { start } from '../../functions/local/start.ts'
import { tableOn } from '../../functions/local/table.ts'
import type { ContractId, ResellerId } from '../../shared/domain/ids.ts'
import { askAs, type Ask } from '../story/client.ts'
import { seedCopies } from '../support/many-contracts.ts'
import { good, paper } from '../support/parties.ts'
import type { Running } from '../../functions/local/running.ts'

/**
 * A folder as `npm start` leaves it, whose one reseller has so many contracts. `more` does what else must be done
 * while the server is there.
 */
export const seedBook = async <More>(
  folder: string,
  contracts: number,
  more: (
    running: Running,
    at: { readonly admin: Ask; readonly serviceId: `svc_${string}` },
  ) => Promise<More> = async () => undefined as More,
): Promise<{ readonly resellerId: ResellerId; readonly original: ContractId; readonly more: More }> => {
  const engine = await startEngine({ endpoint: undefined, folder })
  const running = await start({ folder, port: 0, clock: '2026-10-01T08:00:00+09:00', endpoint: engine.endpoint })
  await seedDemo(running)
  const admin = await askAs(running.url, 'admin@entity.example.jp')
  const seller = await askAs(running.url, 'sales@reseller.example.jp')
  const [{ serviceId }] = good(await admin.get('/v1/services')).items
  const [{ resellerId }] = good(await admin.get('/v1/resellers')).items
  const { contractId } = good(await seller.post('/v1/contracts/attest', paper(serviceId)))
  const table = await tableOn(engine.endpoint, running.tableName)
  await seedCopies(running.deps, table, contractId as ContractId, { from: 1, until: contracts })
  const done = await more(running, { admin, serviceId })
  await running.stop()
  await engine.stop()
  return { resellerId, original: contractId, more: done }
}
