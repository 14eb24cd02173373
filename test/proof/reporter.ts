import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { TestModule } from 'vitest/node'
import SummaryReporter from '../support/summary-reporter.ts'
import { goFurther } from './further.ts'

const page = 'docs/proof.md'
const filesHead = '| file | passed | seconds | on | of commit |'
const figuresHead = '| what was measured | |'

/** The commit a run is of; marked where something was changed beside it. */
const commit = (): string => {
  const git = (...args: readonly string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  const isChanged = git('status', '--porcelain', '--', '.', `:!${page}`) !== ''
  return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' and changes' : ''}`
}

/** The lines under a table's head as the page has them now, each by its first cell. */
const linesUnder = (head: string): ReadonlyMap<string, string> => {
  const all = existsSync(page) ? readFileSync(page, 'utf8').split('\n') : []
  const from = all.indexOf(head) + 2
  const until = all.findIndex((line, index) => index >= from && !line.startsWith('|'))
  return new Map(from < 2 ? [] : all.slice(from, until).map((line) => [line.split(' | ')[0]?.slice(2) ?? '', line]))
}

const lineOf = (module: TestModule, on: string, of: string): readonly [string, string] => {
  const tests = [...module.children.allTests()]
  const passed = tests.filter((test) => test.result().state === 'passed').length
  const name = `\`${relative('.', module.moduleId)}\``
  const seconds = Math.round(module.diagnostic().duration / 1_000)
  return [name, `| ${name} | ${passed} of ${tests.length} | ${seconds} | ${on} | ${of} |`]
}

/**
 * Writes what a proof came to: file by file, on which day and of which commit, and what was measured. A run of some of the
 * files renews their lines and leaves the others as they were.
 */
export default class ProofReporter extends SummaryReporter {
  override onTestRunEnd(modules: readonly TestModule[]): void {
    super.onTestRunEnd(modules)
    const [on, of] = [new Date().toISOString().slice(0, 10), commit()]
    const files = new Map([...linesUnder(filesHead), ...modules.map((module) => lineOf(module, on, of))])
    const {
      tests: _,
      passed: __,
      ...measured
    } = JSON.parse(readFileSync('.cache/summary.json', 'utf8')) as object & {
      readonly tests: number
      readonly passed: number
    }
    const figures = new Map([
      ...linesUnder(figuresHead),
      ...Object.entries(measured).map(([name, value]): [string, string] => [name, `| ${name} | ${String(value)} |`]),
    ])
    writeFileSync(page, pageOf(files, figures))
  }
}

const pageOf = (files: ReadonlyMap<string, string>, figures: ReadonlyMap<string, string>): string =>
  `# The last proof

What takes too long for every push is gone through by \`npm run proof\`: the same tests as in \`npm test\`, further (\`extent\` in
\`test/support/extent.ts\`). This page is written by that run and by nobody; a run of a part renews the lines of that part.

${filesHead}
|---|---|---|---|---|
${goFurther.map((file) => files.get(`\`${file}\``) ?? `| \`${file}\` | not yet | | | |`).join('\n')}

${figuresHead}
|---|---|
${[...figures.values()].toSorted().join('\n')}
`
