import { appendFileSync, mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'

export const outcomesFolder = '.cache/outcomes'

/** A case as it comes from outside: what is sent, by whom, and what becomes of it, in words a reader can check. */
export type OutcomeCase = {
  readonly item: string
  readonly given: string
  readonly by: string
  readonly outcome: string
  /** What came of it, and what that has to be. */
  readonly came: () => Promise<unknown>
  readonly is: unknown
}

/** A line of the table of outcomes. */
export type OutcomeLine = Omit<OutcomeCase, 'came' | 'is'> & { readonly kept: boolean }

/** Keeps a line for the run's table of outcomes. */
export const noteOutcome = (line: OutcomeLine): void => {
  mkdirSync(outcomesFolder, { recursive: true })
  appendFileSync(`${outcomesFolder}/${process.pid}.jsonl`, `${JSON.stringify(line)}\n`)
}

/** A test for each case, and a line of the table of outcomes, whether it was kept or not. */
export const testOutcomes = (cases: readonly OutcomeCase[]): void => {
  test.each(
    cases.map((one): [string, OutcomeCase] => [`${one.given}, by ${one.by}: ${one.outcome} (${one.item})`, one]),
  )('%s', async (_, { came, is, ...words }) => {
    let kept = false
    try {
      expect(await came()).toEqual(is)
      kept = true
    } finally {
      noteOutcome({ ...words, kept })
    }
  })
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '⏎')

/** The table of outcomes of a run, from lines as kept, in the order of their items. */
export const outcomeTable = (lines: readonly string[]): string => {
  const all = lines.map((line) => JSON.parse(line) as OutcomeLine)
  const sorted = all.toSorted((a, b) => (a.item + a.given < b.item + b.given ? -1 : 1))
  const kept = all.filter((one) => one.kept).length
  return [
    '# What became of each case',
    '',
    `${kept} of ${all.length} as expected. Each was sent through the API by a test.`,
    '',
    '| item | sent | by | expected | as expected |',
    '|---|---|---|---|---|',
    ...sorted.map(
      (one) =>
        `| ${one.item} | ${cell(one.given)} | ${cell(one.by)} | ${cell(one.outcome)} | ${one.kept ? 'yes' : '**no**'} |`,
    ),
    '',
  ].join('\n')
}
