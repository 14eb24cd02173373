import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { contractsInDynamoDb } from '../../functions/adapters/dynamodb/contracts.ts'
import { startEngine } from '../../functions/local/engine.ts'
import { tableOn } from '../../functions/local/table.ts'
import type { DiscontinuanceId } from '../../shared/domain/ids.ts'
import { check, dumpOf } from '../checker/index.ts'
import { startAndKill, startServer } from '../kills/server.ts'
import { askAs } from '../story/client.ts'
import { figure } from '../support/figures.ts'
import { good } from '../support/parties.ts'
import { seedBook } from './takeover-book.ts'

const contracts = Number(process.env['CONTRACTS'] ?? 10_000)
/** At least one kill for so many contracts. */
const every = 500

const findings = async (endpoint: string): Promise<ReadonlySet<string>> =>
  new Set(check(await dumpOf(endpoint, 'musubi')).map(({ invariant, where, what }) => `${invariant} ${where} ${what}`))

/**
 * A takeover through kills: the server is killed with -9 after every few hundred contracts, and each time the next one
 * goes on where the table says it is. In the end every contract of the list has its takeover, once, and the checker
 * finds nothing that it had not found in the copies before.
 */
export const takeoverKillsBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  const { resellerId } = await seedBook(folder, contracts)
  const engine = await startEngine({ endpoint: undefined, folder })
  try {
    const before = await findings(engine.endpoint)
    const first = await startServer(folder)
    const [staff, admin] = await Promise.all(
      (['staff', 'admin'] as const).map((who) => askAs(first.url, `${who}@entity.example.jp`)),
    )
    if (!staff || !admin) throw new Error('nobody is there')
    const proposal = { resellerId, ground: 'bankruptcy', occurredOn: '2026-10-01', statement: '計測のため' }
    const proposed = good(await staff.post('/v1/discontinuances', proposal))
    const discontinuanceId = proposed.discontinuanceId as DiscontinuanceId
    good(await admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    await first.kill('server')

    const { checkpoints } = contractsInDynamoDb(await tableOn(engine.endpoint, 'musubi'))
    const done = async () => (await checkpoints(discontinuanceId)).reduce((sum, { passed }) => sum + passed, 0)
    const began = performance.now()
    let kills = 1
    for (let now = await done(); now < contracts; now = await done()) {
      const wanted = Math.min(contracts, now + every / 2)
      await startAndKill(folder, async () => {
        while ((await done()) < wanted) await pause(2)
      })
      kills += 1
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)

    const last = await startServer(folder)
    const again = await askAs(last.url, 'staff@entity.example.jp')
    let found = good(await again.get(`/v1/discontinuances/${discontinuanceId}`))
    for (let tries = 0; !found.reached && tries < 600; tries += 1) {
      await pause(200)
      found = good(await again.get(`/v1/discontinuances/${discontinuanceId}`))
    }
    await last.kill('server')
    const after = await findings(engine.endpoint)
    const fresh = [...after].filter((one) => !before.has(one))
    const { opened, told, settled } = found.takeovers
    console.log({
      contracts: found.list.contracts,
      takeovers: opened + told + settled,
      kills,
      seconds,
      new: fresh.length,
    })
    figure(`takeover through kills: contracts`, found.list.contracts)
    figure(`takeover through kills: kills -9`, kills)
    if (opened + told + settled !== contracts || fresh.length > 0 || kills * every < contracts)
      throw new Error(`not as it must be: ${fresh.slice(0, 5).join('\n')}`)
  } finally {
    await engine.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
