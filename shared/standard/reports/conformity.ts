import type { PlainDate } from '../../domain/plain-date.ts'
import { doubtKinds, type DoubtKind } from '../../domain/refusal.ts'
import { isValidOn, type Evidence } from '../../domain/service/evidence.ts'
import type { Words } from '../../domain/words.ts'
import type { Clause, Edition, KeptByPeople, KeptByRule } from '../model/edition.ts'
import type { Occasion, Occasions } from '../model/occasion.ts'
import { notSeenOnPaper, notStatedOnPaper } from '../on-paper.ts'
import type { Objection, Question, Supplier } from '../model/rule.ts'
import { inWords, type FactInWords } from './facts-in-words.ts'
import type { FormFindings } from '../../domain/contract/states.ts'

/** Subject of a conformity report: every occasion that came up, each as often as it did, and what is on record. */
export type Subject = {
  readonly facts: { readonly [On in Occasion]?: readonly Occasions[On][] }
  /** Reason why an occasion without facts has none. */
  readonly without: Readonly<Record<Occasion, Words>>
  readonly evidence: readonly Evidence[]
  /** The version it is about, and how many the service has; what changes is asked of each change by itself. */
  readonly version: { readonly number: number; readonly of: number }
  readonly today: PlainDate
  /** Findings on the text, where it is one on paper that its user has not confirmed. */
  readonly paper?: FormFindings | null
}

/** A rule's verdict, with the facts of the occasion it was given on: the first that is wrong, or in doubt, or else the last. */
type RuleVerdict = {
  readonly by: 'rule'
  readonly rule: string
  readonly on: Occasion
  readonly suppliedBy: Supplier
  /**
   * `notApplicable`: the duty does not speak of what came up; `notAsked`: its occasion did not come up here. Between kept
   * and breached: why it can say neither.
   */
  readonly verdict: 'kept' | 'breached' | DoubtKind | 'notApplicable' | 'notAsked'
  /** Number of occasions it was asked on, of those it objects to, and of those more of which it can say neither. */
  readonly judged: number
  readonly breached: number
  readonly doubtful: number
  readonly facts: readonly FactInWords[]
  readonly objections: readonly Objection[]
  readonly doubts: readonly Question[]
  /** Reason why it does not apply, or was not asked. */
  readonly why: Words | null
}

type PeopleVerdict = {
  readonly by: 'people'
  readonly topic: string
  readonly how: Words
  readonly evidence: Words
  /** `notAsked` of a first version, where it is each change that wants a record. */
  readonly verdict: 'onRecord' | 'lapsed' | 'missing' | 'notAsked'
  readonly records: readonly Evidence[]
}

type NobodyVerdict = { readonly by: 'nobody'; readonly why: Words }
export type PartVerdict = RuleVerdict | PeopleVerdict | NobodyVerdict

export const clauseVerdicts = [
  'kept',
  'byPeople',
  'breached',
  'evidenceMissing',
  ...doubtKinds,
  'notApplicable',
  'notAsked',
  'notJudged',
] as const

/**
 * `kept` by rules, and what people owe beside them is on record; `byPeople` alone; `evidenceMissing` where no rule
 * objects and a person still owes a record; a kind of doubt where a rule can say neither; `notJudged` where nobody keeps
 * it, and says why.
 */
export type ClauseVerdict = Omit<Clause, 'keptBy'> & {
  readonly verdict: (typeof clauseVerdicts)[number]
  readonly parts: readonly PartVerdict[]
}

const objectionsShown = 20

/** The kind of doubt that weighs most. */
const worst = (kinds: readonly string[]): DoubtKind | undefined => doubtKinds.find((kind) => kinds.includes(kind))

const ruleVerdict = (keeping: KeptByRule, { facts, without, paper = null }: Subject): RuleVerdict => {
  const { rule, on, suppliedBy, asks } = keeping
  const all: readonly Occasions[Occasion][] = facts[on] ?? []
  const silent = all.map((one) => keeping.notFor(one as never))
  const asked = all.filter((_, index) => silent[index] === undefined)
  const about = { by: 'rule' as const, rule, on, suppliedBy, judged: asked.length }
  const last = asked.at(-1)
  if (last === undefined) {
    const [spared] = silent
    const verdict = spared ? ('notApplicable' as const) : ('notAsked' as const)
    return {
      ...about,
      verdict,
      breached: 0,
      doubtful: 0,
      facts: [],
      objections: [],
      doubts: [],
      why: spared ?? without[on],
    }
  }
  const against = asked.map((one) => ({
    one,
    objections: [...keeping.objections(one as never), ...notStatedOnPaper(keeping, paper)],
  }))
  const wrong = against.filter(({ objections }) => objections.length > 0)
  const open = against.flatMap(({ one, objections }) => {
    const questions =
      objections.length > 0 ? [] : [...keeping.questions(one as never), ...notSeenOnPaper(keeping, paper)]
    return questions.length > 0 ? [{ one, questions }] : []
  })
  const doubts = open.flatMap(({ questions }) => questions)
  return {
    ...about,
    verdict: wrong.length > 0 ? 'breached' : (worst(doubts.map(({ kind }) => kind)) ?? 'kept'),
    breached: wrong.length,
    doubtful: open.length,
    facts: inWords(on, asks, (wrong[0]?.one ?? open[0]?.one ?? last) as never),
    objections: wrong.flatMap(({ objections }) => objections).slice(0, objectionsShown),
    doubts: doubts.slice(0, objectionsShown),
    why: null,
  }
}

const peopleVerdict = (
  label: string,
  { topic, how, evidence, ofEachChange }: KeptByPeople,
  { evidence: records, today, version }: Subject,
): PeopleVerdict => {
  const own = records.filter(
    (one) => one.clause === label && one.topic === topic && (!ofEachChange || isOfChange(one, version)),
  )
  const about = { by: 'people' as const, topic, how, evidence, records: own }
  if (ofEachChange && version.number === 1) return { ...about, verdict: 'notAsked' }
  const valid = own.some((one) => isValidOn(one, today))
  return { ...about, verdict: own.length === 0 ? 'missing' : valid ? 'onRecord' : 'lapsed' }
}

/** True where a record is of the change that led to a version; one that names none, where that is the only change. */
export const isOfChange = (
  { serviceVersion }: Pick<Evidence, 'serviceVersion'>,
  { number, of }: Subject['version'],
): boolean => (serviceVersion === undefined ? of === 2 && number === 2 : serviceVersion === number)

const overall = (parts: readonly PartVerdict[]): ClauseVerdict['verdict'] => {
  const rules = parts.filter((part) => part.by === 'rule')
  const people = parts.filter((part) => part.by === 'people')
  if (rules.some(({ verdict }) => verdict === 'breached')) return 'breached'
  if (people.some(({ verdict }) => verdict === 'missing' || verdict === 'lapsed')) return 'evidenceMissing'
  const doubt = worst(rules.map(({ verdict }) => verdict))
  if (doubt) return doubt
  if (rules.some(({ verdict }) => verdict === 'kept')) return 'kept'
  if (people.some(({ verdict }) => verdict === 'onRecord')) return 'byPeople'
  if (rules.some(({ verdict }) => verdict === 'notApplicable')) return 'notApplicable'
  return rules.length + people.length > 0 ? 'notAsked' : 'notJudged'
}

/** Every clause of an edition, in printed order, with its verdict on a subject and the facts it was given on. */
export const conformity = (edition: Edition, subject: Subject): readonly ClauseVerdict[] =>
  edition.clauses.map(({ keptBy, ...clause }) => {
    const parts = keptBy.map((keeping): PartVerdict => {
      switch (keeping.by) {
        case 'rule':
          return ruleVerdict(keeping, subject)
        case 'people':
          return peopleVerdict(clause.label, keeping, subject)
        case 'nobody':
          return keeping
      }
    })
    return { ...clause, verdict: overall(parts), parts }
  })
