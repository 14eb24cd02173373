import { readdirSync, readFileSync } from 'node:fs'
import type { Row } from '../../functions/adapters/dynamodb/read.ts'
import type { ExistingContract } from '../../shared/domain/contract/states.ts'

/** One row as a release wrote it, and the contract it holds. Frozen: these files are added to, and never changed. */
export type Golden = { readonly what: string; readonly row: Row; readonly state: ExistingContract }

const folder = 'test/stores/golden/contract'

/** The layouts a contract's head was ever written in, by file: a release, or a form. */
export const layouts: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.jsonl'))
  .map((name) => name.replace('.jsonl', ''))
  .sort()

export const goldenHeads = (layout: string): readonly Golden[] =>
  readFileSync(`${folder}/${layout}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Golden)
