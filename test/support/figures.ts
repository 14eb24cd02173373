import { appendFileSync, mkdirSync } from 'node:fs'

export const figuresFolder = '.cache/figures'

/** Keeps a figure that a test measured, for the run's summary. */
export const figure = (name: string, value: number | string): void => {
  mkdirSync(figuresFolder, { recursive: true })
  appendFileSync(`${figuresFolder}/${process.pid}.jsonl`, `${JSON.stringify({ name, value })}\n`)
}
