import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LocalEnv } from '../../shared/wiring/local-env.ts'
import { Upgraded } from '../adapters/dynamodb/upgrade/upgraded.ts'
import { nothingYet, upgradeTable } from '../adapters/dynamodb/upgrade/upgrade-table.ts'
import { CannotStart } from './cannot-start.ts'
import { claimDataFolder } from './data-folder.ts'
import { startEngine } from './engine.ts'
import { tableName } from './start.ts'
import { tableOn } from './table.ts'

/*
 * `npm run upgrade`: brings every row of the data of this machine into the current form, while no server has it.
 * Interrupted, it goes on where it was when it is run again; with `--count` it only counts.
 */

// Files it leaves behind are for nobody else on this machine, as the data folder is.
process.umask(0o077)
const { MUSUBI_DATA: folder, DYNAMODB_ENDPOINT: endpoint } = LocalEnv.parse(process.env)
const countOnly = process.argv.includes('--count')
const progress = join(folder, countOnly ? 'upgrade-count.json' : 'upgrade.json')

const soFar = (): Upgraded =>
  existsSync(progress) ? Upgraded.parse(JSON.parse(readFileSync(progress, 'utf8'))) : nothingYet
const keep = (upgraded: Upgraded): void => {
  writeFileSync(`${progress}.part`, JSON.stringify(upgraded))
  renameSync(`${progress}.part`, progress)
}

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())
process.once('SIGTERM', () => interrupted.abort())

const walk = async (): Promise<Upgraded> => {
  const claimed = claimDataFolder(folder)
  const engine = await startEngine({ endpoint, folder })
  try {
    const mayGoOn = (): boolean => !interrupted.signal.aborted
    const upgraded = await upgradeTable(await tableOn(engine.endpoint, tableName))({
      from: soFar(),
      countOnly,
      mayGoOn,
      onPage: keep,
    })
    if (!upgraded.after) rmSync(progress, { force: true })
    return upgraded
  } finally {
    await engine.stop()
    claimed.release()
  }
}

const inWords = ({ after, rows, upgraded, numbered, logged, overtaken, unread, examples }: Upgraded): string =>
  [
    `${folder}/ の行の形式`,
    ...Object.entries(rows)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, count]) => `  ${name.replace(' ', ' 形式')}  ${count}件`),
    ...(countOnly ? [] : [`  新しい形式に改めた行  ${upgraded}件`]),
    ...(numbered > 0
      ? [countOnly ? `  まだ契約番号で探せない契約  ${numbered}件` : `  契約番号で探せるようにした契約  ${numbered}件`]
      : []),
    ...(logged > 0
      ? [countOnly ? `  まだ操作履歴に載っていない出来事  ${logged}件` : `  操作履歴に載せた出来事  ${logged}件`]
      : []),
    ...(overtaken > 0 ? [`  同時に他の変更があり、そのままにした行  ${overtaken}件（もう一度実行してください）`] : []),
    ...(unread > 0 ? [`  読み取れず、そのままにした行  ${unread}件`] : []),
    ...examples.map(({ where, why }) => `    ${where}: ${why}`),
    ...(after ? ['  途中で止めました。もう一度実行すると、続きから行います。'] : []),
  ].join('\n')

try {
  const upgraded = await walk()
  console.log(inWords(upgraded))
  if (upgraded.unread > 0) process.exitCode = 1
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  console.error(`\n実行できません。${error.words.ja}\n\nThis cannot be run. ${error.words.en}\n`)
  process.exitCode = 1
}
