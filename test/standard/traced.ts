import type { Clause, Edition, Keeping, KeptByRule } from '../../shared/standard/model/edition.ts'
import type { Occasion } from '../../shared/standard/model/occasion.ts'
import { nameOfOccasion } from '../../shared/standard/reports/sheets.ts'
import type { ChangeRow } from '../../shared/standard/editions/table-of-changes.ts'
import type { SeenRefusal } from './refusals.ts'
import { aligned } from './full-width.ts'
import { testFileOf, type WrittenRule } from './written-rules.ts'

/** A rule that cannot refuse under an edition, and why. Once it is seen refusing, it no longer belongs here. */
export type NeverRefuses = {
  readonly edition: string
  readonly rule: string
  readonly on: Occasion
  readonly why: string
}

/** What is traced: editions that judge, the table of changes, the rules as written, and what the tests saw refused. */
export type Traceable = {
  readonly editions: readonly Edition[]
  readonly rows: readonly ChangeRow[]
  readonly written: readonly Pick<WrittenRule, 'file' | 'name' | 'on'>[]
  readonly seen: readonly SeenRefusal[]
  readonly neverRefuse: readonly NeverRefuses[]
}

/** Who keeps a clause under an edition, and what shows it: refusals in a test file, people's evidence, or why nobody does. */
type Trace = {
  readonly edition: string
  readonly clause: string
  readonly keeper: '規則' | '人' | 'なし'
  readonly duty: string
  readonly occasion: string
  readonly file: string
  readonly shown: string
}

export type Section = { readonly heading: string; readonly note: string | null; readonly traces: readonly Trace[] }
export type Traced = {
  readonly sections: readonly Section[]
  /** The rows nobody is asked to keep, each with why. */
  readonly excepted: readonly string[]
  readonly faults: readonly string[]
}

const folder = 'test/standard'

/** Where a rule is to be shown refusing, how often it was seen there, and whether it can be at all. */
const shown = (
  { written, seen, neverRefuse }: Traceable,
  edition: string,
  clause: string,
  { rule, on }: KeptByRule,
) => {
  const source = written.find((one) => one.name === rule && one.on === on)
  const file = source ? testFileOf(source) : '（規則のファイルがない）'
  const own = seen.filter(
    (one) =>
      one.file === `${folder}/${file}` &&
      one.edition === edition &&
      one.clause === clause &&
      one.rule === rule &&
      one.on === on,
  )
  const never = neverRefuse.find((one) => one.edition === edition && one.rule === rule && one.on === on)
  return { file, times: new Set(own.map(({ where, facts }) => `${where} ${facts}`)).size, never }
}

const traceOf = (it: Traceable, edition: string, clause: string, keeping: Keeping): Trace => {
  const nothing = { edition, clause, duty: '', occasion: '', file: '' }
  switch (keeping.by) {
    case 'rule': {
      const { file, times, never } = shown(it, edition, clause, keeping)
      return {
        ...nothing,
        keeper: '規則',
        duty: keeping.rule,
        occasion: nameOfOccasion[keeping.on],
        file,
        shown: never ? `拒むことがない（${never.why}）` : `${times}通りの拒否`,
      }
    }
    case 'people':
      return { ...nothing, keeper: '人', duty: keeping.topic, shown: `証拠：${keeping.evidence.ja}` }
    case 'nobody':
      return { ...nothing, keeper: 'なし', shown: keeping.why.ja }
  }
}

const tracesOf = (it: Traceable, { id }: Edition, { label, keptBy }: Clause): readonly Trace[] =>
  keptBy.map((keeping) => traceOf(it, id, label, keeping))

const clausesOf = ({ clauses }: Edition, row: number) => clauses.filter(({ seedRows }) => seedRows?.includes(row))

const withoutNote = { missing: '表にない行。何も補わない。', wording: '表現の修正。守るべきことは変わらない。' }

const sectionOf = (it: Traceable, { row, about, without }: ChangeRow): Section => ({
  heading: `${row}行目　${about.ja}`,
  note: without ? withoutNote[without] : null,
  traces: it.editions.flatMap((edition) => clausesOf(edition, row).flatMap((clause) => tracesOf(it, edition, clause))),
})

const isKept = ({ keptBy }: Clause) => keptBy.some(({ by }) => by === 'rule' || by === 'people')

/** Rows of the table that nobody keeps under the newest edition the table speaks of. */
const rowsWithoutKeeper = ({ editions, rows }: Traceable): readonly string[] => {
  const newest = editions.findLast(({ clauses }) => clauses.some(({ seedRows }) => seedRows?.length))
  return rows.flatMap((one) =>
    one.without || (newest && clausesOf(newest, one.row).some(isKept))
      ? []
      : `${one.row}行目（${one.about.ja}）に応える条を守る者がいない`,
  )
}

/** Rules that no test of their own saw refusing, and rules that refused though they cannot. */
const rulesNotShown = (it: Traceable): readonly string[] =>
  it.editions.flatMap(({ id, clauses }) =>
    clauses.flatMap(({ label, keptBy }) =>
      keptBy.flatMap((keeping) => {
        if (keeping.by !== 'rule') return []
        const { file, times, never } = shown(it, id, label, keeping)
        const which = `${id}版 ${label} ${keeping.rule}（${nameOfOccasion[keeping.on]}）`
        if (never) return times > 0 ? `${which}は拒むことがないはずが、${file} で拒んだ` : []
        return times > 0 ? [] : `${which}が拒むところを、${file} で見ていない`
      }),
    ),
  )

/** Every row of the table with those who keep it, the clauses it does not speak of, and whatever is not as it should be. */
export const traced = (it: Traceable): Traced => {
  const others = it.editions.flatMap((edition) =>
    edition.clauses
      .filter((clause) => !clause.seedRows?.length && isKept(clause))
      .flatMap((clause) => tracesOf(it, edition, clause)),
  )
  return {
    sections: [...it.rows.map((row) => sectionOf(it, row)), { heading: '表にない条', note: null, traces: others }],
    excepted: it.rows.filter(({ without }) => without).map(({ row, about }) => `${row}行目（${about.ja}）`),
    faults: [...rowsWithoutKeeper(it), ...rulesNotShown(it)],
  }
}

/** As it is printed. */
export const linesOf = ({ sections }: Pick<Traced, 'sections'>): readonly string[] => {
  const header = ['  版', '条', '守る者', '義務', '場面', `試験（${folder}）`, '見た拒否・証拠']
  const cells = sections.flatMap(({ traces }) =>
    traces.map(({ edition, clause, keeper, duty, occasion, file, shown }) => [
      `  ${edition}`,
      clause,
      keeper,
      duty,
      occasion,
      file,
      shown,
    ]),
  )
  const [head = '', ...rows] = aligned([header, ...cells])
  const starts = sections.map((_, index) =>
    sections.slice(0, index).reduce((sum, { traces }) => sum + traces.length, 0),
  )
  return [
    head,
    ...sections.flatMap(({ heading, note, traces }, index) => {
      const start = starts[index] ?? 0
      return ['', heading, ...(note ? [`  ${note}`] : []), ...rows.slice(start, start + traces.length)]
    }),
  ]
}
