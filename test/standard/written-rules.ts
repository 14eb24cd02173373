import { readdirSync, readFileSync } from 'node:fs'
import type { Occasion } from '../../shared/standard/model/occasion.ts'
import type { Rule } from '../../shared/standard/model/rule.ts'

/** A rule with its own types put aside. */
export type AnyRule = Rule<Occasion, unknown>

/** A rule as its file writes it: the comment right above it, and the rule itself. */
export type WrittenRule = Pick<AnyRule, 'name' | 'on'> & {
  readonly file: string
  readonly comment: string
  readonly rule: AnyRule
}

const folder = new URL('../../shared/standard/rules/', import.meta.url)

export const ruleFiles = readdirSync(folder)

const commentAbove = (exported: string, text: string): string =>
  new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s*export const ${exported} =`).exec(text)?.[1] ?? ''

const writtenIn = async (file: string): Promise<readonly WrittenRule[]> => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const exports: Record<string, AnyRule> = await import(new URL(file, folder).href)
  return Object.entries(exports).map(([exported, rule]) => ({
    file,
    comment: commentAbove(exported, text),
    name: rule.name,
    on: rule.on,
    rule,
  }))
}

/** Every rule of the folder. */
export const writtenRules: readonly WrittenRule[] = (await Promise.all(ruleFiles.map(writtenIn))).flat()

/** The test file of a rule, beside the others of this folder. */
export const testFileOf = ({ file }: Pick<WrittenRule, 'file'>): string => file.replace(/\.ts$/, '.test.ts')
