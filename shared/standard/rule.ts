import type { Words } from '../domain/words.ts'
import type { Occasion, Occasions } from './occasion.ts'

/** Where a rule objects in what was given (as a path of the API's fields), and why. */
export type Objection = { readonly where: string; readonly why: Words }

/** One duty of the standard. It takes its numbers from the edition that lists it. */
export type Rule<On extends Occasion = Occasion, Limits = never> = {
  readonly name: string
  readonly on: On
  readonly objections: (facts: Occasions[On], limits: Limits) => readonly Objection[]
}

export const rule = <On extends Occasion, Limits = undefined>(it: Rule<On, Limits>): Rule<On, Limits> => it

/** The objection, unless the duty is kept. */
export const unless = (kept: boolean, where: string, ja: string, en: string): readonly Objection[] =>
  kept ? [] : [{ where, why: { ja, en } }]
