import { isForWorker, type Work } from '../../shared/domain/aggregates/delivery.ts'
import type { ArchiveId, ContractId, DiscontinuanceId, EntityId, OperationId } from '../../shared/domain/ids.ts'
import type { LedgerEvent } from '../ports/ledger.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import { emptyVault } from './archive/empty-vault.ts'
import { sealContract } from './archive/seal-contract.ts'
import { settleConflicts } from './succession/settle-conflicts.ts'
import { retain } from './archive/set-retention.ts'
import { notify, settleOwed } from '../notifications/dispatch.ts'
import { takeOverContracts } from './takeover/take-over-contracts.ts'
import { emptyExport } from './export/clear-exports.ts'
import { runFormReading } from './form-reading/run-form-reading.ts'
import { runExport } from './export/run-export.ts'
import { listContract } from './relist/list-contract.ts'
import { runImport } from './import/run-import.ts'
import { runDrill } from './drill/run-drill.ts'
import { runRecount } from './recount/run-recount.ts'
import { runTakeoverWork } from './takeover-work/run-work.ts'
import type { EventRef } from '../ports/event-ref.ts'
import type { MayGoOn } from './operation/runner.ts'
import { tallyTakeovers } from './takeover/tally-takeovers.ts'
import { runRelist } from './relist/run-relist.ts'

/**
 * Does the work an event owes, for as long as it may, and notes the receipt when all of it is done. Doing it twice, or
 * at the same time as another worker, changes nothing. True when nothing is left.
 */
export const runJob =
  (deps: Dependencies) =>
  async (ref: EventRef, mayGoOn: MayGoOn): Promise<boolean> => {
    const event = await deps.ledger.event(ref)
    if (!event) return true
    // Outbox entries are settled one after another, printed letters too; the other letters are the relay's.
    const { isFinished } = await settleOwed(deps, event, async (owed) => {
      if (owed.by === 'work') return (await jobs[owed.template](deps, event, mayGoOn)) ? 'done' : 'unfinished'
      return isForWorker(owed) ? notify(deps, event, owed) : 'left'
    })
    return isFinished
  }

type Job = (deps: Dependencies, owing: LedgerEvent, mayGoOn: MayGoOn) => Promise<boolean>

const tenantOf = ({ actor }: LedgerEvent) => actor.tenant as EntityId
const operationOf = ({ stream }: LedgerEvent) => stream as OperationId
const caseOf = ({ stream }: LedgerEvent) => stream as DiscontinuanceId

/** The implementing entity an operation's event names: a reseller's export lies with it. */
const entityNamed = ({ stream, event }: LedgerEvent): EntityId => {
  if (!('entityId' in event) || event.entityId === undefined) throw new Error(`${stream} is of no implementing entity`)
  return event.entityId
}

const importing: Job = (deps, owing, mayGoOn) => runImport(deps)(operationOf(owing), owing.actor, mayGoOn)

/** Every kind of work an event can owe. One that is not done here does not compile. */
const jobs: Readonly<Record<Work, Job>> = {
  'import-contracts': importing,
  'rehearse-import': importing,
  'export-holdings': (deps, owing, mayGoOn) => runExport(deps)(entityNamed(owing), operationOf(owing), mayGoOn),
  'clear-export': (deps, owing, mayGoOn) => emptyExport(deps)(entityNamed(owing), operationOf(owing), mayGoOn),
  'recount-contracts': (deps, owing, mayGoOn) => runRecount(deps)(operationOf(owing), owing.actor, mayGoOn),
  'take-over-contracts': (deps, owing, mayGoOn) => takeOverContracts(deps)(tenantOf(owing), caseOf(owing), mayGoOn),
  'tally-takeovers': (deps, owing, mayGoOn) => tallyTakeovers(deps)(entityNamed(owing), caseOf(owing), mayGoOn),
  'drill-takeover': (deps, owing, mayGoOn) => runDrill(deps)(tenantOf(owing), operationOf(owing), mayGoOn),
  'work-on-takeovers': (deps, owing, mayGoOn) => runTakeoverWork(deps)(operationOf(owing), owing.actor, mayGoOn),
  'record-form-reading': (deps, owing, mayGoOn) => runFormReading(deps)(operationOf(owing), owing.actor, mayGoOn),
  // Where its SME became another's, the place it left is for whoever stood in conflict over it.
  'list-contract': async (deps, { stream, event }) => {
    if (event.type === 'sme-succeeded') await settleConflicts(deps, stream as ContractId)
    return listContract(deps)(stream as ContractId)
  },
  'relist-contracts': (deps, owing, mayGoOn) => runRelist(deps)(tenantOf(owing), operationOf(owing), mayGoOn),
  'seal-contract': (deps, owing) => sealContract(deps)(owing),
  // A contract is over: its archive has a last day, and its SME's place is for whoever stood in conflict over it.
  'set-retention': async (deps, { stream }) => {
    await settleConflicts(deps, stream as ContractId)
    return retain(deps, stream as ContractId)
  },
  'empty-vault': (deps, { stream }) => emptyVault(deps)(stream as ArchiveId),
}
