import { appendFileSync, mkdirSync } from 'node:fs'

export const figuresFolder = '.cache/figures'

type Figure = { readonly name: string; readonly value: number | string; readonly adds?: true }

const keep = (figure: Figure): void => {
  mkdirSync(figuresFolder, { recursive: true })
  appendFileSync(`${figuresFolder}/${process.pid}.jsonl`, `${JSON.stringify(figure)}\n`)
}

/** Keeps a figure that a test measured, for the run's summary. */
export const figure = (name: string, value: number | string): void => keep({ name, value })

/** Adds to a figure that many tests have a part in. */
export const addToFigure = (name: string, value: number): void => keep({ name, value, adds: true })

/** Figures as kept, those that add up summed. */
export const figuresIn = (lines: readonly string[]): Record<string, number | string> => {
  const figures: Record<string, number | string> = {}
  for (const line of lines) {
    const { name, value, adds } = JSON.parse(line) as Figure
    figures[name] = adds ? Number(figures[name] ?? 0) + Number(value) : value
  }
  return figures
}
