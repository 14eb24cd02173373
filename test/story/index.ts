import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../functions/local/start.ts'
import { importBook } from './book.ts'
import { castOn } from './cast.ts'
import { checkEverything } from './checking.ts'
import { discontinue } from './discontinuance.ts'
import { liveOn } from './living.ts'
import { moveToNewEdition } from './moving.ts'
import { people } from './people.ts'
import { report } from './report.ts'
import { bringInResellers, type Reseller } from './resellers.ts'
import { registerOldService, registerServices } from './services.ts'
import { settleAll } from './settling.ts'
import { signOne } from './signing.ts'
import { newTeller } from './teller.ts'

const given = process.env['MUSUBI_URL']
const folder = given ? undefined : mkdtempSync(join(tmpdir(), 'musubi-story-'))
const running = folder ? await start({ folder, port: 0, clock: '2026-10-01T09:00:00+09:00' }) : undefined
const url = running?.url ?? given ?? ''
const teller = newTeller((line) => console.log(line))

console.log(`結 Musubi の一部始終 — ${url}`)
const begun = Date.now()
try {
  const cast = await castOn(url, String(Date.now() % 100_000_000), teller)
  const services = await registerServices(cast, teller)
  const oldServiceId = await registerOldService(cast, teller)
  const resellers = await bringInResellers(cast, services, teller)
  await signOne(cast, services, oldServiceId, resellers, teller)
  const rows = await importBook(cast, teller)
  const leaver = resellers['R2'] as Reseller
  const live = await teller.done(
    await cast.staff.post('/v1/discontinuances?dryRun=true', {
      resellerId: leaver.resellerId,
      ground: 'other',
      occurredOn: '2026-09-30',
      statement: '数えるだけ。',
    }),
  ).affects.live
  const discontinuanceId = await discontinue(cast, services, leaver, live, teller)
  await settleAll(cast, discontinuanceId, resellers, teller)
  await report(cast, teller)
  await moveToNewEdition(cast, oldServiceId, teller)
  await liveOn(cast, services, resellers, teller)
  await people(cast, services, resellers, teller)
  teller.figures['台帳の行'] = rows.length
} catch (error) {
  teller.must(false, error instanceof Error ? (error.stack ?? error.message) : String(error))
} finally {
  await running?.stop()
}
if (running && folder) {
  await checkEverything(folder, running.tableName, teller)
  rmSync(folder, { recursive: true, force: true })
}

const seconds = ((Date.now() - begun) / 1000).toFixed(1)
mkdirSync('.cache', { recursive: true })
writeFileSync('.cache/story.json', JSON.stringify({ ...teller.figures, 秒: Number(seconds) }, null, 2))
teller.chapter('数字（.cache/story.json）')
for (const [name, value] of Object.entries(teller.figures)) teller.say(`${name}  ${value}`)
console.log(
  `\n${teller.failures.length === 0 ? 'すべて、そうなるべきとおりになった。' : `${teller.failures.length}点が、そうならなかった。`}（${seconds}秒）`,
)
process.exitCode = teller.failures.length === 0 ? 0 : 1
