import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { directoryInDynamoDb } from '../../functions/adapters/dynamodb/directory.ts'
import { ledgerInDynamoDb } from '../../functions/adapters/dynamodb/ledger.ts'
import { startEngine } from '../../functions/local/engine.ts'
import { tableOn } from '../../functions/local/table.ts'
import { entriesOf } from '../../functions/application/contracts/portfolio.ts'
import { runDrill } from '../../functions/processes/drill/run-drill.ts'
import type { ContractId, EntityId, OperationId } from '../../shared/domain/ids.ts'
import { startAndKill, startServer } from '../kills/server.ts'
import { askAs } from '../story/client.ts'
import { figure } from '../support/figures.ts'
import { seedCopies } from '../support/many-contracts.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { good } from '../support/parties.ts'
import { isOfContracts, stateOf } from '../support/table-rows.ts'
import { seedBook } from './takeover-book.ts'
import { drillForm } from '../../functions/papers/drills.ts'

const sizes = (process.env['SIZES'] ?? '1000,10000,100000').split(',').map(Number)
const contracts = Number(process.env['CONTRACTS'] ?? 10_000)

/** What a drill costs for each contract of books of several sizes, beside listing the book and nothing else. */
const flatness = async (folder: string): Promise<void> => {
  const engine = await startEngine({ endpoint: process.env['DYNAMODB_ENDPOINT'], folder: null })
  const { house, parties, leaver, attested } = await marketplace({ endpoint: engine.endpoint, folder })
  for (const size of sizes) {
    const one = await leaver()
    const contractId = (await attested(one)) as ContractId
    await seedCopies(house.deps, house.table, contractId, { from: 1, until: size, headsOnly: true })
    const meter = meterOn(house.table)
    for await (const _ of entriesOf(house.deps.contracts, one.resellerId));
    const listing = meter.read().readUnits
    const { operationId } = good(await parties.staff.post(`/v1/resellers/${one.resellerId}/drill`))
    meter.reset()
    const began = performance.now()
    await runDrill(house.deps)(parties.entityId, operationId, () => true)
    const { requests, readUnits, writeUnits } = meter.read()
    const said = {
      seconds: ((performance.now() - began) / 1_000).toFixed(1),
      'read units a contract': (readUnits / size).toFixed(3),
      'read units a contract, listing alone': (listing / size).toFixed(3),
      'write units a contract': (writeUnits / size).toFixed(3),
      'requests a contract': (requests / size).toFixed(4),
    }
    console.log(`drill of ${size}`, said)
    for (const [name, value] of Object.entries(said)) figure(`drill of ${size}: ${name}`, value)
  }
  await engine.stop()
}

/** A drill whose server is killed with -9 after every step: it comes to its end, counts each contract once, changes none. */
const throughKills = async (folder: string): Promise<void> => {
  const { resellerId } = await seedBook(folder, contracts)
  const engine = await startEngine({ endpoint: undefined, folder })
  try {
    const first = await startServer(folder)
    const staff = await askAs(first.url, 'staff@entity.example.jp')
    const { operationId, entityId } = good(await staff.post(`/v1/resellers/${resellerId}/drill`)) as {
      readonly operationId: OperationId
      readonly entityId: EntityId
    }
    await first.kill('server')
    const table = await tableOn(engine.endpoint, 'musubi')
    const before = await stateOf(table, isOfContracts)
    const { operation, reseller } = directoryInDynamoDb(table)
    const now = async () => {
      const state = (await operation(entityId, operationId))?.state
      if (!state) throw new Error(`no ${operationId}`)
      return state
    }
    let kills = 1
    for (let state = await now(); state.stage !== 'finished'; state = await now()) {
      const { steps } = state
      await startAndKill(folder, async () => {
        for (let here = state; here.stage !== 'finished' && here.steps <= steps; here = await now()) await pause(2)
      })
      kills += 1
    }
    const paper = (await reseller(entityId, resellerId))?.state.drill?.paper ?? 0
    const found = drillForm.read(
      await ledgerInDynamoDb(table).paper(resellerId, `drill-${String(paper).padStart(4, '0')}`),
    )
    const said = { contracts: found.tally.contracts, steps: found.steps, kills, readMs: found.readMs }
    console.log('drill through kills', { ...said, takeoverSeconds: found.takeoverSeconds })
    for (const [name, value] of Object.entries(said)) figure(`drill through kills: ${name}`, value)
    if (found.tally.contracts !== contracts) throw new Error('not every contract once')
    if ((await stateOf(table, isOfContracts)) !== before) throw new Error('a contract was changed')
  } finally {
    await engine.stop()
  }
}

/** What a drill costs for each contract, and that it comes to the same through kills. */
export const drillBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  try {
    await flatness(join(folder, 'costs'))
    await throughKills(join(folder, 'kills'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
