import type { PlainDate } from '../domain/plain-date.ts'
import type { Breach } from '../domain/refusal.ts'
import type { Words } from '../domain/words.ts'
import type { Occasion, Occasions } from './occasion.ts'
import type { Objection, Rule } from './rule.ts'

/** How a clause, or a part of it, is kept: by a rule in code, by people, or by nobody, and then why. */
export type Keeping =
  | {
      readonly by: 'rule'
      readonly rule: string
      readonly on: Occasion
      readonly limits: unknown
      readonly objections: (facts: never) => readonly Objection[]
    }
  | { readonly by: 'people'; readonly how: Words; readonly evidence: Words }
  | { readonly by: 'nobody'; readonly why: Words }

type Notes = {
  /** The rows of the table of changes that speak of this clause. */
  readonly seedRows?: readonly number[]
  /** Another number the table prints for it. */
  readonly alsoCitedAs?: string
  /** How we read it where its text leaves room. Shown to people as 当社解釈. */
  readonly ourReading?: Words
  /** True where the clause's own text is not in hand. */
  readonly textNotInHand?: true
}

/** A clause under its own label, with its gist in our words, and everyone who keeps it. */
export type Clause = {
  readonly label: string
  readonly gist: Words
  readonly keptBy: readonly Keeping[]
} & Notes

/** One edition of the service standard, whole, in printed order. Old editions are never edited. */
export type Edition = {
  readonly id: string
  readonly title: Words
  /** The first day in force; null where it is not known to us. */
  readonly inForceFrom: PlainDate | null
  readonly clauses: readonly Clause[]
}

export const byRule = <On extends Occasion, Limits>(
  { name, on, objections }: Rule<On, Limits>,
  ...[limits]: undefined extends Limits ? [] : [limits: NoInfer<Limits>]
): Keeping => ({
  by: 'rule',
  rule: name,
  on,
  limits,
  objections: (facts: Occasions[On]) => objections(facts, limits as Limits),
})
export const byPeople = (how: Words, evidence: Words): Keeping => ({ by: 'people', how, evidence })
export const byNobody = (why: Words): Keeping => ({ by: 'nobody', why })

export const clause = (label: string, gist: Words, keptBy: readonly Keeping[], notes: Notes = {}): Clause => ({
  label,
  gist,
  keptBy,
  ...notes,
})

/** Every breach at once, in the edition's order, so that they can be corrected in one go. */
export const judge = <On extends Occasion>(edition: Edition, on: On, facts: Occasions[On]): readonly Breach[] =>
  edition.clauses.flatMap(({ label, keptBy, ourReading }) =>
    keptBy.flatMap((keeping) => {
      if (keeping.by !== 'rule' || keeping.on !== on) return []
      return keeping.objections(facts as never).map(
        (objection): Breach => ({
          edition: edition.id,
          clause: label,
          rule: keeping.rule,
          ...objection,
          ...(ourReading ? { ourReading } : {}),
        }),
      )
    }),
  )
