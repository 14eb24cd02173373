import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Breach } from '../../shared/domain/refusal.ts'
import type { Occasion } from '../../shared/standard/model/occasion.ts'

/** A rule seen objecting: under which edition and clause, to what, and in which test file. */
export type SeenRefusal = Pick<Breach, 'edition' | 'clause' | 'rule' | 'where'> & {
  readonly on: Occasion
  /** What was refused, by hash. */
  readonly facts: string
  readonly file: string
}

/** The variable that names the folder to keep them in. Where it is not set, nothing is kept. */
export const refusalsVariable = 'MUSUBI_REFUSALS'

type Keep = (testFile: string | undefined, on: Occasion, facts: unknown, breaches: readonly Breach[]) => void

/** Keeps what tests see refused, each once, if the environment asks for it. */
export const refusalsKept = (env: NodeJS.ProcessEnv): Keep => {
  const folder = env[refusalsVariable]
  if (!folder) return () => {}
  mkdirSync(folder, { recursive: true })
  const known = new Set<string>()
  return (testFile = '', on, given, breaches) => {
    const file = relative(process.cwd(), testFile)
    const facts = createHash('sha256').update(JSON.stringify(given)).digest('hex').slice(0, 16)
    for (const { edition, clause, rule, where } of breaches) {
      const seen: SeenRefusal = { edition, clause, rule, on, where, facts, file }
      const line = JSON.stringify(seen)
      if (known.has(line)) continue
      known.add(line)
      appendFileSync(join(folder, `${process.pid}.jsonl`), `${line}\n`)
    }
  }
}

/** What was kept in a folder. */
export const refusalsIn = (folder: string): readonly SeenRefusal[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line) as SeenRefusal)
