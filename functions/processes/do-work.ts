import { isForWorker } from '../../shared/domain/aggregates/delivery.ts'
import type { ArchiveId, ContractId, EntityId } from '../../shared/domain/ids.ts'
import type { LedgerEvent, Outcome } from '../ports/ledger.ts'
import type { World } from '../ports/world.ts'
import { emptyVault } from './archive/empty-vault.ts'
import { sealContract } from './archive/seal-contract.ts'
import { retain } from './archive/set-retention.ts'
import { send } from '../notifications/deliver-event.ts'
import { untoldAfter } from '../notifications/untold-letters.ts'
import { takeOverContracts } from './takeover/take-over-contracts.ts'
import { emptyExport } from './export/clear-exports.ts'
import { runExport } from './export/run-export.ts'
import { listContract } from './relist/list-contract.ts'
import { runFormReading } from './form-reading/run-form-reading.ts'
import { runImport } from './import/run-import.ts'
import { runDrill } from './drill/run-drill.ts'
import { runRecount } from './recount/run-recount.ts'
import { runTakeoverWork } from './takeover-work/run-work.ts'
import type { EventRef } from '../ports/event-ref.ts'
import { tallyTakeovers } from './takeover/tally-takeovers.ts'
import { runRelist } from './relist/run-relist.ts'

/**
 * Does the work an event owes, for as long as it may, and notes the receipt when all of it is done. Doing it twice, or
 * at the same time as another worker, changes nothing. True when nothing is left.
 */
export const doWork =
  (world: World) =>
  async (ref: EventRef, mayGoOn: () => boolean): Promise<boolean> => {
    const event = await world.ledger.event(ref)
    return !event || doAll(world, event, mayGoOn)
  }

/** One piece after another, printed letters too, in the order they are owed, each with its receipt before the next begins. */
const doAll = async (world: World, event: LedgerEvent, mayGoOn: () => boolean): Promise<boolean> => {
  const owed = event.deliveries.find((one) => isForWorker(one) && one.outcome === null)
  if (!owed) return true
  const outcome = owed.by === 'work' ? await done(world, owed.template, event, mayGoOn) : await send(world, event, owed)
  if (outcome === null) return false
  const untoldOf = await untoldAfter(world, event, owed, outcome)
  await world.ledger.receive(event, owed.id, outcome, world.clock.now(), untoldOf)
  const deliveries = event.deliveries.map((one) => (one.id === owed.id ? { ...one, outcome } : one))
  return doAll(world, { ...event, deliveries }, mayGoOn)
}

const done = async (...of: Parameters<typeof workOf>): Promise<Outcome | null> =>
  (await workOf(...of)) ? 'done' : null

const workOf = (world: World, template: string, owing: LedgerEvent, mayGoOn: () => boolean): Promise<boolean> => {
  const { stream, actor, event } = owing
  switch (template) {
    case 'import-contracts':
    case 'rehearse-import':
      return runImport(world)(stream as `opr_${string}`, actor, mayGoOn)
    case 'export-holdings':
    case 'clear-export': {
      // A reseller's export lies with its implementing entity.
      if (!('entityId' in event) || event.entityId === undefined)
        throw new Error(`${stream} is of no implementing entity`)
      const work = template === 'export-holdings' ? runExport(world) : emptyExport(world)
      return work(event.entityId, stream as `opr_${string}`, mayGoOn)
    }
    case 'recount-contracts':
      return runRecount(world)(stream as `opr_${string}`, actor)
    case 'take-over-contracts':
      return takeOverContracts(world)(actor.tenant as EntityId, stream as `dsc_${string}`, mayGoOn)
    case 'tally-takeovers':
      if (event.type !== 'tally-asked') throw new Error(`${stream} did not ask for a tally`)
      return tallyTakeovers(world)(event.entityId, stream as `dsc_${string}`, mayGoOn)
    case 'drill-takeover':
      return runDrill(world)(actor.tenant as EntityId, stream as `opr_${string}`, mayGoOn)
    case 'work-on-takeovers':
      return runTakeoverWork(world)(stream as `opr_${string}`, actor, mayGoOn)
    case 'record-form-reading':
      return runFormReading(world)(stream as `opr_${string}`, actor, mayGoOn)
    case 'list-contract':
      return listContract(world)(stream as ContractId)
    case 'relist-contracts':
      return runRelist(world)(actor.tenant as EntityId, stream as `opr_${string}`, mayGoOn)
    case 'seal-contract':
      return sealContract(world)(owing)
    case 'set-retention':
      return retain(world, stream as ContractId)
    case 'empty-vault':
      return emptyVault(world)(stream as ArchiveId)
    default:
      throw new Error(`no worker for ${template}`)
  }
}
