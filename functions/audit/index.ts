import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exitCodes, linesOf, reportOf } from './report.ts'
import { filesIn } from './reading/files.ts'
import { dumpOf } from './reading/rows.ts'
import { settle } from './settle.ts'

/*
 * `npm run check`: reads every row of a table, and the vault beside it, and says what is not as it must be. It writes
 * nothing. Ends with 0 where no violation was found, 1 where one was, 2 where the table could not be read, and 3 where
 * something could not be settled while the table was in use.
 */

const usage = [
  '使い方: npm run check -- [--json] [--at-rest] [エンドポイント 表 [保管庫のフォルダー]]',
  '  何も指定しないときは、npm start で動いているサーバーの表を調べます',
  '  --json     結果を JSON で出します',
  '  --at-rest  使われていない表として、し残しがないことも調べます',
  '  終了コード: 0 違反なし、1 違反あり、2 読み取れない、3 使用中のため確定できないものがある',
  'usage: npm run check -- [--json] [--at-rest] [ENDPOINT TABLE [FOLDER OF ITS VAULT]]',
  '  without a table: the one of the server that npm start runs, which must be running',
  '  --json     prints the result as JSON',
  '  --at-rest  looks into a table that nobody uses, where nothing may be left to do',
  '  exit codes: 0 no violation, 1 violations, 2 cannot be read, 3 something could not be settled while in use',
].join('\n')

/** Endpoint, table and vault of the server that `npm start` runs, for where no table is named. */
const ofRunningServer = (): readonly string[] => {
  const folder = process.env['MUSUBI_DATA'] ?? '.data'
  const note = join(folder, 'engine.json')
  if (!existsSync(note)) return []
  return [(JSON.parse(readFileSync(note, 'utf8')) as { endpoint: string }).endpoint, 'musubi', join(folder, 'vault')]
}

const version = (): string =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version

const asked = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, 'at-rest': { type: 'boolean', default: false } },
  })
  const [endpoint, table, vault = null, ...more] = positionals.length > 0 ? positionals : ofRunningServer()
  if (endpoint === undefined || table === undefined || more.length > 0) throw new Error('which table?')
  return { endpoint, table, vault, json: values.json, atRest: values['at-rest'] }
}

/** Arguments that were asked for; nothing, and the usage printed, where they cannot be understood. */
const understood = (): ReturnType<typeof asked> | undefined => {
  try {
    return asked()
  } catch {
    console.error(usage)
    return undefined
  }
}

/** A table that is not there, an engine that does not answer, credentials that do not do: for the operator to mend. */
class CannotBeRead extends Error {}

const dumped = async (endpoint: string, table: string): ReturnType<typeof dumpOf> => {
  try {
    return await dumpOf(endpoint, table)
  } catch (error) {
    throw new CannotBeRead(`${table} (${endpoint}): ${String(error)}`, { cause: error })
  }
}

const audit = async ({ endpoint, table, vault, json, atRest }: ReturnType<typeof asked>): Promise<number> => {
  const began = new Date().toISOString()
  const read = async () => ({
    rows: await dumped(endpoint, table),
    files: vault === null ? null : filesIn(vault),
  })
  const settled = await settle(read, { atRest })
  const target = { version: version(), endpoint, table, vault, atRest, began, ended: new Date().toISOString() }
  const report = reportOf(target, settled)
  console.log(json ? JSON.stringify(report, null, 2) : linesOf(report).join('\n'))
  return exitCodes[report.verdict]
}

const what = understood()
try {
  process.exitCode = what ? await audit(what) : 2
} catch (error) {
  if (!(error instanceof CannotBeRead)) throw error
  console.error(`表を読み取れません / the table cannot be read: ${error.message}`)
  process.exitCode = 2
}
