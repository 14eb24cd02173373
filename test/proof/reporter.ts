import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { TestModule } from 'vitest/node'
import SummaryReporter from '../support/summary-reporter.ts'
import { goFurther } from './further.ts'

/** The commit a run was of, and whether anything was changed beside it. */
const commit = (): string => {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  return (
    git('rev-parse', '--short', 'HEAD') +
    (git('status', '--porcelain', '--', ':!docs/proof.md') ? ' and what was not committed' : '')
  )
}

/**
 * Writes what a proof came to: when, of which commit, which files it went through, and what they measured. A run of some of
 * the files is no proof: it is written beside the caches.
 */
export default class ProofReporter extends SummaryReporter {
  override onTestRunEnd(modules: readonly TestModule[]): void {
    super.onTestRunEnd(modules)
    const figures = JSON.parse(readFileSync('.cache/summary.json', 'utf8')) as Record<string, number | string>
    const isWhole = modules.length === goFurther.length
    writeFileSync(isWhole ? 'docs/proof.md' : '.cache/proof.md', page(modules, figures))
  }
}

const page = (modules: readonly TestModule[], { tests, passed, ...figures }: Record<string, number | string>): string =>
  `# The last proof

What takes too long for every push is gone through by \`npm run proof\`: the same tests as in \`npm test\`, further (\`extent\` in
\`test/support/extent.ts\`). This page is written by that run, and by nobody else.

On ${new Date().toISOString().slice(0, 10)}, of commit ${commit()}: **${passed} of ${tests} tests passed.**

| file | tests | seconds |
|---|---|---|
${modules.map(lineOf).toSorted().join('\n')}

| what was measured | |
|---|---|
${Object.entries(figures)
  .map(([name, value]) => `| ${name} | ${value} |`)
  .join('\n')}
`

const lineOf = (module: TestModule): string => {
  const tests = [...module.children.allTests()]
  const seconds = Math.round(module.diagnostic().duration / 1_000)
  return `| \`${relative('.', module.moduleId)}\` | ${tests.length} | ${seconds} |`
}
