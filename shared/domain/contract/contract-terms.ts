import type { DisclosureItemCode } from '../disclosure-items.ts'
import { dayInWords, type PlainDate } from '../plain-date.ts'
import type { Words } from '../words.ts'
import { yen } from '../yen.ts'

/*
 * The schema of a contract's plain terms: of each, everything that is particular to it. What takes a term in, shows,
 * stores, lists, searches, imports, exports, compares and explains it is derived from this table, so a new term is an
 * entry here. A term that is made of several values (fees by part, renewal) or follows from others (the last day) is not
 * plain, and stands in `Terms` by itself.
 */

/**
 * Presence of a term: whether it must be given. Of one that was left out, texts and rows say null (`orNull`) or nothing
 * (`maybe`).
 */
type Presence = 'always' | 'orNull' | 'maybe'

type TermOf<Value> = {
  readonly presence: Presence
  /** Name of the term where two contracts are compared; a form may ask for it in other words. */
  readonly label: Words
  readonly asked?: { readonly label?: string; readonly hint?: string; readonly initial?: string }
  /** Words on a term that was left out where another contract has it. */
  readonly leftOut?: string
  /** The item of the disclosure that states it, and its line there; null where a sentence of the text says it, or none. */
  readonly disclosed: { readonly item: DisclosureItemCode; readonly line: (value: Value) => string | null } | null
  /** Its key in a contract's row, and whether lists show it; null where only the text keeps it. Keys never change. */
  readonly revision: { readonly key: string; readonly inLists: boolean } | null
  /** Its key in the rows of the search, and its column in what the search saves; null where no search shows it. */
  readonly search: { readonly key: string; readonly column: string } | null
  /** Its column in exports, and in books as well: an optional one in books that have it. Null where there is none. */
  readonly column: string | null
}

/** A whole number: how it is counted, and within which bounds. */
type NumberTerm = TermOf<number> & {
  readonly kind: 'number'
  readonly unit: '円' | '台' | 'か月' | '日'
  readonly least: number
  readonly most: number
}
type DayTerm = TermOf<PlainDate> & { readonly kind: 'day' }

/** Plain term of a contract. */
export type ContractTerm = NumberTerm | DayTerm

/** The plain terms of a contract, in the order people read them. */
export const contractTerms = {
  monthlyFeeExTaxYen: {
    kind: 'number',
    unit: '円',
    least: 0,
    most: 1_000_000_000_000,
    presence: 'always',
    label: { ja: '月額', en: 'monthly fee' },
    asked: { label: '月額料金（円、税抜）' },
    disclosed: { item: 'monthlyFee', line: (fee) => `月額${yen(fee)}（税抜）` },
    revision: { key: 'mf', inLists: true },
    search: { key: 'f', column: '月額（税抜・円）' },
    column: '月額(税抜)',
  },
  terminals: {
    kind: 'number',
    unit: '台',
    least: 0,
    most: 1_000_000,
    presence: 'always',
    label: { ja: '端末数', en: 'terminals' },
    asked: { hint: 'パソコンとサーバーの台数です。プリンターなどのオフィス機器は、監視の対象ではなく、数えません。' },
    disclosed: { item: 'monthlyFee', line: (count) => (count > 0 ? `対象の端末：${count}台` : null) },
    revision: { key: 'tm', inLists: true },
    search: null,
    column: '端末数',
  },
  /** Number of the SME's terminals that handle important information, where that was counted. */
  importantTerminals: {
    kind: 'number',
    unit: '台',
    least: 0,
    most: 1_000_000,
    presence: 'orNull',
    label: { ja: '重要情報を扱う端末数', en: 'terminals with important information' },
    asked: { hint: '端末監視型と併用型のときに要ります。一台もなければ 0 と入れてください。' },
    leftOut: '分からない',
    disclosed: null,
    revision: { key: 'it', inLists: false },
    search: null,
    column: '重要情報を取り扱う端末数',
  },
  termMonths: {
    kind: 'number',
    unit: 'か月',
    least: 1,
    most: 120,
    presence: 'always',
    label: { ja: '契約期間', en: 'months of the term' },
    asked: { label: '契約期間（月）', initial: '12' },
    disclosed: null,
    revision: null,
    search: { key: 't', column: '契約月数' },
    column: null,
  },
  startOn: {
    kind: 'day',
    presence: 'always',
    label: { ja: '開始日', en: 'first day' },
    asked: { label: '提供を始める日' },
    disclosed: null,
    revision: { key: 'so', inLists: true },
    search: { key: 'b', column: '開始日' },
    column: '開始日',
  },
} as const satisfies Readonly<Record<string, ContractTerm>>

type Table = typeof contractTerms
export type TermName = keyof Table
type NameWhere<Property extends keyof ContractTerm, Is> = {
  [Name in TermName]: Table[Name] extends Readonly<Record<Property, Is>> ? Name : never
}[TermName]

/** The terms that a revision bears beside its text: those that rules, lists and reports ask for. */
export type RevisionTerm = NameWhere<'revision', object>
/** Those that lists show, and no rule has to read the whole contract for. */
export type ListedTerm = NameWhere<'revision', { readonly inLists: true }>
export type UnlistedTerm = Exclude<RevisionTerm, ListedTerm>
/** Those that a search shows. */
export type SearchTerm = NameWhere<'search', object>
/** Those that a form or a book may leave out. */
export type OptionalTerm = NameWhere<'presence', 'orNull' | 'maybe'>
export type MaybeTerm = NameWhere<'presence', 'maybe'>

type ValueOf<Name extends TermName> = Table[Name]['kind'] extends 'day' ? PlainDate : number
type Flat<Type> = { [Name in keyof Type]: Type[Name] }

/** Values of some terms: one that is `maybe` is absent where it was left out. */
export type TermsOf<Name extends TermName> = Flat<
  {
    readonly [One in Exclude<Name, MaybeTerm>]: ValueOf<One> | (Table[One]['presence'] extends 'orNull' ? null : never)
  } & { readonly [One in Extract<Name, MaybeTerm>]?: ValueOf<One> }
>

/** The plain terms as a form gives them. */
export type TermsGiven = Flat<
  { readonly [One in Exclude<TermName, OptionalTerm>]: ValueOf<One> } & {
    readonly [One in OptionalTerm]?: ValueOf<One> | null | undefined
  }
>

/** The entry of a term, for what treats all terms alike. */
export const termOf = (name: TermName): ContractTerm => contractTerms[name]

const namesWhere = (is: (term: ContractTerm) => boolean): readonly TermName[] =>
  termNames.filter((name) => is(termOf(name)))

export const termNames = Object.keys(contractTerms) as readonly TermName[]
export const revisionTerms = namesWhere(({ revision }) => revision !== null) as readonly RevisionTerm[]
export const listedTerms = namesWhere(({ revision }) => revision?.inLists === true) as readonly ListedTerm[]
export const unlistedTerms = namesWhere(({ revision }) => revision?.inLists === false) as readonly UnlistedTerm[]
export const searchTerms = namesWhere(({ search }) => search !== null) as readonly SearchTerm[]
export const optionalTerms = namesWhere(({ presence }) => presence !== 'always') as readonly OptionalTerm[]
export const maybeTerms = namesWhere(({ presence }) => presence === 'maybe') as readonly MaybeTerm[]

/** Some terms of something that says more. */
export const pickTerms = <Name extends TermName>(
  names: readonly Name[],
  from: NoInfer<TermsOf<Name>>,
): TermsOf<Name> => {
  const said: Partial<Record<TermName, unknown>> = from
  return Object.fromEntries(
    names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])),
  ) as TermsOf<Name>
}

/** The plain terms as texts state them: of what was left out, each says null or nothing. */
export const statedTerms = (given: TermsGiven): TermsOf<TermName> => {
  const said: Partial<Record<TermName, unknown>> = given
  return Object.fromEntries(
    termNames.flatMap((name) => {
      const value = said[name] ?? null
      return value === null && termOf(name).presence === 'maybe' ? [] : [[name, value]]
    }),
  ) as TermsOf<TermName>
}

/** The lines by which an item of the disclosure states plain terms, in their order. */
export const linesOfTerms = (item: DisclosureItemCode, terms: TermsOf<TermName>): readonly string[] => {
  const said: Partial<Record<TermName, unknown>> = terms
  return termNames.flatMap((name) => {
    const { disclosed } = termOf(name)
    const value = said[name] ?? null
    if (disclosed?.item !== item || value === null) return []
    return disclosed.line(value as never) ?? []
  })
}

/** A term's value as a clerk reads it where two contracts are compared. */
export const termInWords = (name: TermName, value: number | PlainDate | null | undefined): string => {
  const term = termOf(name)
  if (value === null || value === undefined) return term.leftOut ?? 'なし'
  if (term.kind === 'day') return dayInWords(value as PlainDate)
  return term.unit === '円' ? yen(value as number) : `${value}${term.unit}`
}
