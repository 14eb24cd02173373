import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { transact, type WriteItem } from '../../functions/adapters/dynamodb/transact.ts'
import { startEngine } from '../../functions/local/engine.ts'
import { tableOn } from '../../functions/local/table.ts'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import type { ContractId, DiscontinuanceId, EntityId } from '../../shared/domain/ids.ts'
import { figure } from '../support/figures.ts'
import type { House } from '../support/house.ts'
import { seedCopies } from '../support/many-contracts.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { underLoad } from './takeover-under-load.ts'

const sizes = (process.env['SIZES'] ?? '1000,10000,100000').split(',').map(Number)

/** Transactions of a pass that are sent again raw: enough to measure by, and no more than memory holds. */
const sentAgain = 2_048

/** Keeps what goes to a table in transactions, as many as are to be sent again. */
const listeningTo = ({ db }: Table): WriteItem[][] => {
  const heard: WriteItem[][] = []
  db.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const { TransactItems } = args.input as { TransactItems?: WriteItem[] }
        if (commandName.startsWith('TransactWrite') && TransactItems && heard.length < sentAgain)
          heard.push(TransactItems)
        return next(args)
      },
    { step: 'initialize', name: 'listening', override: true },
  )
  return heard
}

/** Contracts a second: the same rows from the same client, with no condition and nothing to decide. */
const rawCeiling = async (heard: readonly WriteItem[][], on: Table): Promise<number> => {
  const began = performance.now()
  for (const items of heard) {
    const landed = await transact(on, (TableName) =>
      items.flatMap(({ Put }) => (Put ? [{ Put: { TableName, Item: Put.Item } }] : [])),
    )
    if (landed.as !== 'written') throw new Error(landed.as)
  }
  return headsIn(heard) / ((performance.now() - began) / 1_000)
}

const headsIn = (heard: readonly WriteItem[][]): number =>
  heard.flat().filter(({ Put }) => String(Put?.Item?.['sk']).startsWith('C#')).length

/** The responsibility pass over one book, and what it took; with the writes it sent. */
const passOver = async (house: House, entityId: EntityId, discontinuanceId: DiscontinuanceId, size: number) => {
  const meter = meterOn(house.table)
  const heard = listeningTo(house.table)
  const [began, before] = [performance.now(), process.cpuUsage()]
  if (!(await takeOverContracts(house.deps)(entityId, discontinuanceId, () => true))) throw new Error('not done')
  const used = process.cpuUsage(before)
  const { requests, readUnits, writeUnits } = meter.read()
  house.table.db.middlewareStack.remove('listening')
  const seconds = (performance.now() - began) / 1_000
  return {
    heard,
    said: {
      seconds: seconds.toFixed(1),
      'contracts a second': Math.round(size / seconds),
      'write units a contract': (writeUnits / size).toFixed(3),
      'read units a contract': (readUnits / size).toFixed(3),
      'requests a contract': (requests / size).toFixed(4),
      'client CPU µs a contract': Math.round((used.user + used.system) / size),
    },
  }
}

/** Takeovers of books of several sizes: what a contract costs must not grow with the book. */
const flatness = async (folder: string): Promise<void> => {
  const engine = await startEngine({ endpoint: process.env['DYNAMODB_ENDPOINT'], folder: null })
  const { house, parties, leaver, attested, stopped } = await marketplace({ endpoint: engine.endpoint, folder })
  for (const size of sizes) {
    const one = await leaver()
    const contractId = (await attested(one)) as ContractId
    await seedCopies(house.deps, house.table, contractId, { from: 1, until: size, headsOnly: true })
    const { discontinuanceId } = await stopped(one)
    const { heard, said } = await passOver(house, parties.entityId, discontinuanceId, size)
    const raw = await rawCeiling(heard, await tableOn(engine.endpoint, `raw-${size}`))
    const all = { ...said, 'contracts a second, the same writes raw': Math.round(raw) }
    console.log(`takeover of ${size}`, all)
    for (const [name, value] of Object.entries(all)) figure(`takeover of ${size}: ${name}`, value)
  }
  await engine.stop()
}

/** What a takeover costs for each contract of small and large books, and how it goes on a server at work. */
export const takeoverBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  try {
    await flatness(join(folder, 'costs'))
    await underLoad(join(folder, 'load'), Number(process.env['LOAD'] ?? 10_000))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
