import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { figuresFolder, figuresIn } from './figures.ts'
import { outcomesFolder, outcomeTable } from './outcome-cases.ts'

const summaryFile = '.cache/summary.json'
const outcomesFile = '.cache/outcomes.md'

/** Gathers what the tests measured, prints it, and keeps it in `.cache/summary.json`. */
export default class SummaryReporter implements Reporter {
  onInit(): void {
    for (const folder of [figuresFolder, outcomesFolder]) rmSync(folder, { recursive: true, force: true })
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const figures = figuresIn(linesIn(figuresFolder))
    const outcomes = linesIn(outcomesFolder)
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const summary = { tests: tests.length, passed, ...sorted(figures) }
    mkdirSync('.cache', { recursive: true })
    writeFileSync(summaryFile, `${JSON.stringify(summary, null, 2)}\n`)
    if (outcomes.length > 0) writeFileSync(outcomesFile, outcomeTable(outcomes))
    console.log(`\n 数字（${summaryFile}）`)
    for (const [name, value] of Object.entries(summary)) console.log(`   ${name}: ${value}`)
  }
}

/** The lines that the workers kept in a folder. */
const linesIn = (folder: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder).sort() : []).flatMap((file) =>
    readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean),
  )

const sorted = (figures: Record<string, number | string>) =>
  Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)))
