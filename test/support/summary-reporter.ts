import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { figuresFolder, figuresIn } from './figures.ts'

const summaryFile = '.cache/summary.json'

/** Gathers what the tests measured, prints it, and keeps it in `.cache/summary.json`. */
export default class SummaryReporter implements Reporter {
  onInit(): void {
    rmSync(figuresFolder, { recursive: true, force: true })
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = existsSync(figuresFolder) ? readdirSync(figuresFolder).sort() : []
    const figures = figuresIn(
      files.flatMap((file) => readFileSync(`${figuresFolder}/${file}`, 'utf8').split('\n').filter(Boolean)),
    )
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const summary = { tests: tests.length, passed, ...sorted(figures) }
    mkdirSync('.cache', { recursive: true })
    writeFileSync(summaryFile, `${JSON.stringify(summary, null, 2)}\n`)
    console.log(`\n 数字（${summaryFile}）`)
    for (const [name, value] of Object.entries(summary)) console.log(`   ${name}: ${value}`)
  }
}

const sorted = (figures: Record<string, number | string>) =>
  Object.fromEntries(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)))
