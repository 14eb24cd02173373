import type { DisclosureItemCode } from '../../domain/disclosure-items.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import type { Breach, Doubt } from '../../domain/refusal.ts'
import type { Words } from '../../domain/words.ts'
import type { Occasion, Occasions } from './occasion.ts'
import type { Objection, Question, Rule, Supplier } from './rule.ts'
import type { MonitoringType } from '../../domain/service/facts.ts'

/** A rule as an edition lists it: with its numbers, and the facts' own types put aside. */
export type KeptByRule = {
  readonly by: 'rule'
  readonly rule: string
  readonly on: Occasion
  readonly asks: readonly string[]
  readonly suppliedBy: Supplier
  /** The disclosed items under which a contract's text states it; none where it is not a matter of the text. */
  readonly statedAs: readonly DisclosureItemCode[]
  readonly says: Words
  readonly limits: unknown
  readonly notFor: (facts: never) => Words | undefined
  readonly objections: (facts: never) => readonly Objection[]
  readonly questions: (facts: never) => readonly Question[]
}

/** Duty that people keep: how, and which evidence they put on record under its topic. */
export type KeptByPeople = {
  readonly by: 'people'
  readonly topic: string
  readonly how: Words
  readonly evidence: Words
  /** True where each change of a service wants a record of its own. */
  readonly ofEachChange?: true
}

/** Keeping of a clause, or a part of it: by a rule in code, by people, or by nobody, and then why. */
export type Keeping = KeptByRule | KeptByPeople | { readonly by: 'nobody'; readonly why: Words }

type Notes = {
  /** The rows of the table of changes that speak of this clause. */
  readonly seedRows?: readonly number[]
  /** Another number the table prints for it. */
  readonly alsoCitedAs?: string
  /** Reading of ours where its text leaves room. Shown to people as 当社解釈. */
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

/** Day on which an edition was made public, as far as we know: to the day, or to the month, then by its first day. */
export type Published = { readonly on: PlainDate; readonly exactTo: 'day' | 'month' }

/** One edition of the service standard, whole, in printed order. Old editions are never edited. */
export type Edition = {
  readonly id: string
  readonly title: Words
  /** Null where it is not known to us. */
  readonly published: Published | null
  /** The first day in force; null where it is not known to us. */
  readonly inForceFrom: PlainDate | null
  /** True where only parts of its text are at hand: nothing is judged by it, and conformity to it is never claimed. */
  readonly knownInPartOnly: boolean
  /** Source we have it from. */
  readonly source: Words
  /** The types of monitoring it knows. One that came later is judged by no rule of it, and refused. */
  readonly monitoringTypes: readonly MonitoringType[]
  readonly clauses: readonly Clause[]
}

export const byRule = <On extends Occasion, Limits, Asks extends keyof Occasions[On] & string>(
  { name, on, asks, suppliedBy, statedAs = [], says, notFor, objections, questions }: Rule<On, Limits, Asks>,
  ...[limits]: undefined extends Limits ? [] : [limits: NoInfer<Limits>]
): KeptByRule => ({
  by: 'rule',
  rule: name,
  on,
  asks,
  suppliedBy,
  statedAs,
  says: says(limits as Limits),
  limits,
  notFor: (facts: Occasions[On]) => notFor?.(facts),
  objections: (facts: Occasions[On]) => (notFor?.(facts) ? [] : objections(facts, limits as Limits)),
  questions: (facts: Occasions[On]) => (notFor?.(facts) ? [] : (questions?.(facts, limits as Limits) ?? [])),
})
export const byPeople = (
  topic: string,
  how: Words,
  evidence: Words,
  more: Pick<KeptByPeople, 'ofEachChange'> = {},
): KeptByPeople => ({ by: 'people', topic, how, evidence, ...more })
export const byNobody = (why: Words): Keeping => ({ by: 'nobody', why })

export const clause = (label: string, gist: Words, keptBy: readonly Keeping[], notes: Notes = {}): Clause => ({
  label,
  gist,
  keptBy,
  ...notes,
})

type Said = { readonly where: string; readonly why: Words }

/** Statements of an edition's rules on some facts, each under its clause, in the edition's order. */
const said = <One extends Said>(
  edition: Edition,
  on: Occasion,
  say: (keeping: KeptByRule) => readonly One[],
): readonly (Breach & One)[] =>
  edition.clauses.flatMap(({ label, keptBy, ourReading }) =>
    keptBy.flatMap((keeping) =>
      keeping.by !== 'rule' || keeping.on !== on
        ? []
        : say(keeping).map((one) => ({
            edition: edition.id,
            clause: label,
            rule: keeping.rule,
            ...one,
            ...(ourReading ? { ourReading } : {}),
          })),
    ),
  )

/** True where the edition knows the type of monitoring that some facts name; facts that name none are of every type. */
const knows = ({ monitoringTypes }: Edition, facts: object): boolean =>
  !('monitoringType' in facts) || monitoringTypes.some((type) => type === facts.monitoringType)

const unknownType = ({ id }: Edition): Breach => ({
  edition: id,
  clause: '第1章2',
  rule: 'type-is-known',
  where: 'facts.monitoringType',
  why: {
    ja: 'この版の基準が定める監視の型ではありません。この型を定める版を選んでください。',
    en: 'This edition knows no such type of monitoring: name an edition that does.',
  },
})

/** Every breach at once, in the edition's order, so that they can be corrected in one go. */
export const judge = <On extends Occasion>(edition: Edition, on: On, facts: Occasions[On]): readonly Breach[] =>
  knows(edition, facts) ? said(edition, on, ({ objections }) => objections(facts as never)) : [unknownType(edition)]

/** Doubts: all that the edition's rules can call neither kept nor breached. */
export const doubts = <On extends Occasion>(edition: Edition, on: On, facts: Occasions[On]): readonly Doubt[] =>
  knows(edition, facts) ? said(edition, on, ({ questions }) => questions(facts as never)) : []

/** Judges, as judge does, what is written anew: whoever writes it can say what nobody has said yet, and has to. */
export const judgeAnew = <On extends Occasion>(edition: Edition, on: On, facts: Occasions[On]): readonly Breach[] => [
  ...judge(edition, on, facts),
  ...doubts(edition, on, facts).flatMap(({ kind, ...doubt }) => (kind === 'notKnown' ? doubt : [])),
]
