import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { judgeableEditions } from '../../shared/standard/index.ts'
import { tableOfChanges } from '../../shared/standard/editions/table-of-changes.ts'
import { neverRefuse } from './never-refuse.ts'
import { refusalsIn, refusalsVariable } from './refusals.ts'
import { linesOf, traced } from './traced.ts'
import { writtenRules } from './written-rules.ts'

/* `npm run standard`: runs the standard's tests, and shows for every row of the table of changes which clauses answer
   to it, who keeps them, and in which test file how many different refusals were seen. */

const folder = '.cache/refusals'
const resultFile = `${folder}/tests.json`

type Result = {
  readonly numTotalTests: number
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly message?: string
    readonly name: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

process.chdir(fileURLToPath(new URL('../../', import.meta.url)))
rmSync(folder, { recursive: true, force: true })
const child = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=pure',
    'test/standard',
    '--reporter=json',
    `--outputFile=${resultFile}`,
  ],
  { env: { ...process.env, [refusalsVariable]: folder, NO_COLOR: '1' }, encoding: 'utf8' },
)
if (!existsSync(resultFile)) {
  console.error(`${child.stdout}\n${child.stderr}`)
  throw new Error('the tests did not run')
}
const { numTotalTests, numPassedTests, testResults }: Result = JSON.parse(readFileSync(resultFile, 'utf8'))
const failures = testResults.flatMap(({ name, message, assertionResults }) => {
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0 && message) return [`${name}\n${message}`]
  return failed.map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`)
})
const passed = child.status === 0

const found = traced({
  editions: judgeableEditions(),
  rows: tableOfChanges,
  written: writtenRules,
  seen: refusalsIn(folder),
  neverRefuse,
})
for (const line of linesOf(found)) console.log(line)

console.log(`\n試験：${numTotalTests}件のうち${numPassedTests}件が成功`)
for (const failure of failures) console.log(`\n失敗：${failure}`)
for (const fault of found.faults) console.log(`不足：${fault}`)
if (passed && found.faults.length === 0) {
  console.log(`${found.excepted.join('と')}を除くすべての行に、守る者がいる。`)
  console.log('すべての規則が、それぞれの試験で拒むところを見た。')
}
process.exitCode = passed && found.faults.length === 0 ? 0 : 1
