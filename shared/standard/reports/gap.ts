import type { ContractId } from '../../domain/ids.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import { isValidOn, type Evidence } from '../../domain/service/evidence.ts'
import type { ServiceFacts } from '../../domain/service/facts.ts'
import type { Words } from '../../domain/words.ts'
import type { DoubtKind } from '../../domain/refusal.ts'
import type { Clause, Edition, Keeping, KeptByPeople, KeptByRule } from '../model/edition.ts'
import { isOfChange } from './conformity.ts'
import type { ConclusionFacts, ContractFacts } from '../model/occasion.ts'
import { notSeenOnPaper, notStatedOnPaper } from '../on-paper.ts'
import type { Objection, Supplier } from '../model/rule.ts'
import type { FormFindings } from '../../domain/contract/states.ts'

/** A live contract of the service, as the newer edition would judge it today. */
export type ContractToMove = {
  readonly contractId: ContractId
  readonly serviceVersion: number
  readonly contract: ContractFacts
  readonly conclusion: ConclusionFacts
  /** Findings on its text, where that is one on paper its user has not confirmed. */
  readonly paper: FormFindings | null
}

/** Data of one's own: the service in its newest version, every version that contracts still stand on, and those. */
export type Own = {
  readonly newest: ServiceFacts
  /** The number of the newest version, and how many there are: the same. */
  readonly newestVersion: number
  readonly versions: ReadonlyMap<number, ServiceFacts>
  readonly contracts: readonly ContractToMove[]
  readonly evidence: readonly Evidence[]
  readonly today: PlainDate
}

type Duty = { readonly clause: string; readonly gist: Words }

/**
 * One duty that is new in the newer edition, and where it stands: `open` while something is missing; `done`;
 * `notApplicable` to this service; `fromNowOn` where it is kept when its occasion comes.
 */
export type GapItem = {
  readonly code: string
  /** The duty as a sentence, with the newer edition's numbers in it. */
  readonly says: Words
  readonly seedRows: readonly number[]
  readonly newer: Duty
  /** Duties of the older edition under the same rows of the table; empty where it said nothing. */
  readonly older: readonly Duty[]
  readonly ourReading: Words | null
  readonly state: 'open' | 'done' | 'notApplicable' | 'fromNowOn'
  readonly suppliedBy: Supplier
  /** Objections for what is missing from the service, or from at least one contract. */
  readonly missing: readonly Objection[]
  /** Live contracts that have to be brought under it, and the first few of them. */
  readonly contractsTouched: number
  readonly examples: readonly ContractId[]
}

const examplesShown = 5

/** Demand of a keeping, for comparing editions: the rule with its occasion and numbers, or the people's duty. */
const demandOf = (keeping: Keeping): string => {
  switch (keeping.by) {
    case 'rule':
      return JSON.stringify([keeping.rule, keeping.on, keeping.limits])
    case 'people':
      return JSON.stringify([keeping.topic])
    case 'nobody':
      return ''
  }
}

type Standing = Pick<GapItem, 'state' | 'missing' | 'contractsTouched' | 'examples'>

const standing = (missing: readonly Objection[], touched: readonly ContractId[], applies: boolean): Standing => ({
  state: applies ? (missing.length > 0 || touched.length > 0 ? 'open' : 'done') : 'notApplicable',
  missing: [...new Map(missing.map((one) => [one.where + one.why.ja, one])).values()],
  contractsTouched: touched.length,
  examples: touched.slice(0, examplesShown),
})

const later: Standing = { state: 'fromNowOn', missing: [], contractsTouched: 0, examples: [] }

const ofRule = (keeping: KeptByRule, { newest, versions, contracts }: Own): Standing => {
  // Facts nobody has said are missing as well: to say them is part of moving. So is what was explained only as a whole,
  // since the contract that is moved is explained item by item.
  const isOpen = (kind: DoubtKind) => kind === 'notKnown' || (kind === 'notItemised' && keeping.on === 'conclusion')
  const objections = (facts: unknown): readonly Objection[] => [
    ...keeping.objections(facts as never),
    ...keeping.questions(facts as never).flatMap(({ kind, ...open }) => (isOpen(kind) ? open : [])),
  ]
  // A fact may still not stand on the paper that was signed: it is missing until somebody has seen it there.
  const onPaper = ({ paper }: ContractToMove): readonly Objection[] => [
    ...notStatedOnPaper(keeping, paper),
    ...notSeenOnPaper(keeping, paper).map(({ kind: _, ...open }) => open),
  ]
  const applies = (facts: unknown) => keeping.notFor(facts as never) === undefined
  switch (keeping.on) {
    case 'service-version': {
      const lacking = new Set(
        [...versions].filter(([, facts]) => objections(facts).length > 0).map(([number]) => number),
      )
      const lacks = (one: ContractToMove) => lacking.has(one.serviceVersion)
      const unseen = (one: ContractToMove) => (lacks(one) || !applies(newest) ? [] : onPaper(one))
      const touched = contracts.filter((one) => lacks(one) || unseen(one).length > 0)
      return standing(
        [...objections(newest), ...contracts.flatMap(unseen)],
        touched.map(({ contractId }) => contractId),
        applies(newest),
      )
    }
    case 'contract':
    case 'conclusion': {
      const of = (one: ContractToMove) => (keeping.on === 'contract' ? one.contract : one.conclusion)
      const against = (one: ContractToMove): readonly Objection[] => {
        const said = objections(of(one))
        return said.length > 0 || !applies(of(one)) ? said : onPaper(one)
      }
      const wrong = contracts.filter((one) => against(one).length > 0)
      return standing(
        wrong.flatMap(against),
        wrong.map(({ contractId }) => contractId),
        contracts.length === 0 || contracts.some((one) => applies(of(one))),
      )
    }
    default:
      return later
  }
}

const ofPeople = (label: string, { topic, evidence, ofEachChange }: KeptByPeople, own: Own): Standing => {
  const version = { number: own.newestVersion, of: own.newestVersion }
  const there = own.evidence.some(
    (one) =>
      one.clause === label &&
      one.topic === topic &&
      isValidOn(one, own.today) &&
      (!ofEachChange || isOfChange(one, version)),
  )
  return standing(there ? [] : [{ where: `evidence.${topic}`, why: evidence }], [], true)
}

const sameRows = (one: Clause, other: Clause): boolean =>
  (one.seedRows ?? []).some((row) => other.seedRows?.includes(row))

/**
 * Duties the newer edition demands and the older did not, in the newer one's order, as a work list: it is worked out
 * from one's own data each time, so it shrinks as things are put right.
 */
export const gapBetween = (older: Edition, newer: Edition, own: Own): readonly GapItem[] => {
  const known = new Set(older.clauses.flatMap(({ keptBy }) => keptBy.map(demandOf)))
  return newer.clauses.flatMap((clause) =>
    clause.keptBy.flatMap((keeping) => {
      if (keeping.by === 'nobody' || known.has(demandOf(keeping))) return []
      const before = older.clauses.filter((one) => sameRows(one, clause))
      const what = keeping.by === 'rule' ? `${keeping.rule}/${keeping.on}` : keeping.topic
      return {
        code: `${clause.label}/${what}`,
        says: keeping.by === 'rule' ? keeping.says : keeping.how,
        seedRows: clause.seedRows ?? [],
        newer: { clause: clause.label, gist: clause.gist },
        older: before.map(({ label, gist }) => ({ clause: label, gist })),
        ourReading: clause.ourReading ?? null,
        suppliedBy: keeping.by === 'rule' ? keeping.suppliedBy : ('implementingEntity' as const),
        ...(keeping.by === 'rule' ? ofRule(keeping, own) : ofPeople(clause.label, keeping, own)),
      }
    }),
  )
}
