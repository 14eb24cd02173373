import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validPackage } from '../../functions/verify/package.ts'
import { dumpOf, examine, filesIn } from '../../functions/audit/examine.ts'
import { startServer, type Server } from '../kills/server.ts'
import { askAs } from '../story/client.ts'
import { figure } from '../support/figures.ts'
import { frozenFolders, knownOf, thawed } from './frozen.ts'
import { amendSigned, letSign, packageOf, relist, takeOver } from './going-on.ts'
import { readEverything } from './reading-everything.ts'

/** A day after the folders were left. */
const clock = { MUSUBI_CLOCK: '2026-10-02T09:00:00+09:00' }

// In order: each step goes on with the folder as the one before left it.
describe.each(frozenFolders)('a folder left behind by %s', (name) => {
  const known = knownOf(name)
  const folder = thawed(name)
  let server: Server | undefined
  const at = (): string => server?.url ?? ''
  const stop = async (): Promise<void> => {
    await server?.stop()
    server = undefined
  }

  beforeAll(async () => {
    server = await startServer(folder, clock)
  })
  afterAll(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is opened by npm start, and a key that was answered there is answered alike', async () => {
    for (const { who, path, key, body, status, answer } of known.replays) {
      const again = await (await askAs(at(), who)).post(path, body ?? undefined, { key })
      expect([path, again.status, again.body]).toEqual([path, status, answer])
      expect(again.headers.get('idempotency-replayed')).toBe('true')
    }
  })

  test('every line that reads is answered, whatever it reads', async () => {
    const { answers, failed, contracts } = await readEverything(at(), known)
    expect(failed).toEqual([])
    expect(contracts).toBeGreaterThan(50)
    figure(`reads of a folder of ${name}`, answers)
  })

  test('is brought into the form of today by npm run upgrade, and nothing is left', async () => {
    await stop()
    const upgrade = (...more: string[]): string =>
      execFileSync(process.execPath, ['functions/local/upgrade.ts', ...more], {
        env: { ...process.env, MUSUBI_DATA: folder },
        encoding: 'utf8',
      })
    expect(upgrade()).toMatch(/新しい形式に改めた行 {2}\d{3}/)
    // Checkpoints and tallies have had one form only.
    const left = upgrade('--count').replaceAll(/(checkpoint|tally) 形式1/g, '')
    expect(left).not.toMatch(/形式1/)
    server = await startServer(folder, clock)
    await relist(at(), known)
  })

  test('a contract is signed and one that was signed there amended; both give an evidence package that is valid', async () => {
    for (const contractId of [await letSign(at(), known), await amendSigned(at(), known)])
      expect(validPackage(await packageOf(at(), known, contractId))).toMatchObject({ contractId })
  })

  test('a proposal made there is approved, and every contract taken over is settled', async () => {
    const settled = await takeOver(at(), known)
    expect(settled).toBeGreaterThan(5)
    figure(`takeovers settled in a folder of ${name}`, settled)
  })

  test('no invariant is broken by what was there and what came', async () => {
    // The last letters may still be on their way.
    await expect
      .poll(
        async () => {
          const rows = await dumpOf(server?.endpoint() ?? '', 'musubi')
          figure(`rows of ${name} looked into`, rows.length)
          return examine(rows, filesIn(join(folder, 'vault'))).flatMap((finding) => finding.violations)
        },
        { timeout: 60_000, interval: 1_000 },
      )
      .toEqual([])
  })
})
