import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { contractsInDynamoDb } from '../../functions/adapters/dynamodb/contracts.ts'
import { startEngine } from '../../functions/local/engine.ts'
import { tableOn } from '../../functions/local/table.ts'
import type { DiscontinuanceId } from '../../shared/domain/ids.ts'
import { check, dumpOf } from '../../functions/audit/examine.ts'
import { startAndKill, startServer } from '../kills/server.ts'
import { askAs, askWith } from '../story/client.ts'
import { leave } from '../support/cancelling.ts'
import { figure } from '../support/figures.ts'
import { copyId } from '../support/many-contracts.ts'
import { good } from '../support/parties.ts'
import { signature } from '../support/signing.ts'
import { seedBook } from './takeover-book.ts'
import { signersOn, type Signer } from './takeover-signers.ts'

const contracts = Number(process.env['CONTRACTS'] ?? 10_000)
/** At least one kill for so many contracts. */
const every = 500

const signers = 200
/** Signatures and leavings that are acknowledged before a server is killed among them. */
const actsEach = 2

type Acknowledged = { readonly signed: string[]; readonly left: string[]; readonly staying: string[] }

/** People who sign and leave until their server is gone; what it answered is put down. */
const act = async (
  url: string,
  waiting: Signer[],
  { signed, left, staying }: Acknowledged,
  goesOn: () => boolean,
): Promise<void> => {
  try {
    const staff = await askAs(url, 'staff@entity.example.jp')
    while (goesOn()) {
      const signer = waiting.pop()
      if (signer) {
        good(await askWith(url, signer.token).post('/v1/signing/sign', signature(signer.sha256)))
        signed.push(signer.contractId)
      }
      const leaver = staying.pop()
      if (leaver) {
        await leave(staff, leaver, '2026-10-01')
        left.push(leaver)
      }
    }
  } catch (error) {
    // A server that was killed answers nobody; anything else is a defect.
    if (!(error instanceof TypeError)) throw error
  }
}

/** A server that is killed in the middle of what people ask of it. */
const killAmongPeople = async (folder: string, waiting: Signer[], acknowledged: Acknowledged): Promise<void> => {
  const { signed, left } = acknowledged
  const enough = signed.length + left.length + actsEach
  const server = await startServer(folder)
  let goesOn = true
  const people = act(server.url, waiting, acknowledged, () => goesOn)
  while (signed.length + left.length < enough) await pause(2)
  await server.kill('server')
  goesOn = false
  await people
}

const findings = async (endpoint: string): Promise<ReadonlySet<string>> =>
  new Set(check(await dumpOf(endpoint, 'musubi')).map(({ invariant, where, what }) => `${invariant} ${where} ${what}`))

/**
 * A takeover through kills: the server is killed with -9 after every few hundred contracts, and each time the next one
 * goes on where the table says it is. Meanwhile SMEs of the reseller leave, and others sign with the implementing entity.
 * In the end every contract of the list has its takeover, once; whatever was acknowledged is so; and the checker finds
 * nothing that it had not found in the copies before.
 */
export const takeoverKillsBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-bench-'))
  const { resellerId, original, more: waiting } = await seedBook(folder, contracts, signersOn(signers))
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
    const acknowledged: Acknowledged = {
      signed: [],
      left: [],
      staying: Array.from({ length: contracts - 1 }, (_, n) => copyId(original, resellerId, n + 1)),
    }
    for (let now = await done(); now < contracts; now = await done()) {
      const wanted = Math.min(contracts, now + every / 4)
      const passed = async () => (await done()) >= wanted
      if (kills % 8 === 0) await killAmongPeople(folder, waiting, acknowledged)
      else
        await startAndKill(folder, async () => {
          while (!(await passed())) await pause(2)
        })
      kills += 1
    }
    const seconds = ((performance.now() - began) / 1_000).toFixed(1)

    const last = await startServer(folder)
    const again = await askAs(last.url, 'staff@entity.example.jp')
    let found = good(await again.get(`/v1/discontinuances/${discontinuanceId}`))
    for (let tries = 0; (!found.reached || found.counting) && tries < 600; tries += 1) {
      await pause(200)
      found = good(await again.get(`/v1/discontinuances/${discontinuanceId}`))
    }
    const stages = async (ids: readonly string[]) =>
      new Set(await Promise.all(ids.map(async (id) => good(await again.get(`/v1/contracts/${id}`)).stage as string)))
    const fates = [await stages(acknowledged.signed), await stages(acknowledged.left)]
    await last.kill('server')
    const after = await findings(engine.endpoint)
    const fresh = [...after].filter((one) => !before.has(one))
    const { opened, told, settled } = found.takeovers
    console.log({
      contracts: found.list.contracts,
      takeovers: opened + told + settled,
      kills,
      seconds,
      signed: acknowledged.signed.length,
      left: acknowledged.left.length,
      new: fresh.length,
    })
    figure(`takeover through kills: contracts`, found.list.contracts)
    figure(`takeover through kills: kills -9`, kills)
    figure(
      'takeover through kills: signed and left meanwhile, all so afterwards',
      `${acknowledged.signed.length}, ${acknowledged.left.length}`,
    )
    if (fates.some((all, n) => [...all].some((stage) => stage !== ['live', 'ended'][n])))
      throw new Error('something that was acknowledged is not so')
    if (opened + told + settled !== contracts || fresh.length > 0 || kills * every < contracts)
      throw new Error(`not as it must be: ${fresh.slice(0, 5).join('\n')}`)
  } finally {
    await engine.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
