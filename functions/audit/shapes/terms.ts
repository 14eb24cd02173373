import type { PlainDate } from './ids.ts'

/*
 * The plain terms of a contract, as the audit knows them: each a value that stands for itself. Where a text states one,
 * a head or a row of the search says it, and under which key, is its entry here and nowhere else in the audit.
 */

type Term = {
  readonly kind: 'number' | 'day'
  /** Words of a text on a term that was left out: null, or nothing at all. */
  readonly leftOut: 'never' | 'null' | 'nothing'
  /** The one of a head's two texts that says it, and the key there; null where only the text keeps it. */
  readonly head: { readonly text: 'r' | 's'; readonly key: string } | null
  /** Its key in a row of the search; null where no search shows it. */
  readonly search: string | null
}

/** Every plain term that is checked against anything. */
export const plainTerms = {
  monthlyFeeExTaxYen: { kind: 'number', leftOut: 'never', head: { text: 'r', key: 'mf' }, search: 'f' },
  terminals: { kind: 'number', leftOut: 'never', head: { text: 'r', key: 'tm' }, search: null },
  importantTerminals: { kind: 'number', leftOut: 'null', head: { text: 's', key: 'it' }, search: null },
  termMonths: { kind: 'number', leftOut: 'never', head: null, search: 't' },
  startOn: { kind: 'day', leftOut: 'never', head: { text: 'r', key: 'so' }, search: 'b' },
} as const satisfies Readonly<Record<string, Term>>

type Table = typeof plainTerms
export type TermName = keyof Table
type NameWhere<Property extends keyof Term, Is> = {
  [Name in TermName]: Table[Name] extends Readonly<Record<Property, Is>> ? Name : never
}[TermName]
type Absent = NameWhere<'leftOut', 'nothing'>
type ValueOf<Name extends TermName> =
  | (Table[Name]['kind'] extends 'day' ? PlainDate : number)
  | (Table[Name]['leftOut'] extends 'null' ? null : never)

export type HeadTerm = NameWhere<'head', object>
export type SearchTerm = NameWhere<'search', string>
/** Names of the terms that one of a head's two texts says. */
type TermIn<Text extends 'r' | 's'> = NameWhere<'head', { readonly text: Text }>

/** Values of some terms. */
export type TermsOf<Name extends TermName> = {
  readonly [One in Exclude<Name, Absent>]: ValueOf<One>
} & { readonly [One in Extract<Name, Absent>]?: ValueOf<One> }

const all = Object.entries(plainTerms) as readonly (readonly [TermName, Term])[]

export const headTerms = all.flatMap(([name, { head }]) => (head ? [name] : [])) as readonly HeadTerm[]

/** The keys under which one of a head's texts says plain terms. */
export const termKeys = <Text extends 'r' | 's'>(text: Text): Readonly<Record<TermIn<Text>, string>> =>
  Object.fromEntries(all.flatMap(([name, { head }]) => (head?.text === text ? [[name, head.key]] : []))) as never

/** The keys under which a row of the search says them. */
export const searchKeys = Object.fromEntries(
  all.flatMap(([name, { search }]) => (search === null ? [] : [[name, search]])),
) as Readonly<Record<SearchTerm, string>>

/** Some terms out of something that says more; of one that it leaves out, null or nothing, as texts say it. */
export const termsFrom = <Name extends TermName>(
  names: readonly Name[],
  from: Readonly<Partial<Record<NoInfer<Name>, unknown>>>,
): TermsOf<Name> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = from[name]
      if (value !== undefined) return [[name, value]]
      return (plainTerms[name] as Term).leftOut === 'null' ? [[name, null]] : []
    }),
  ) as TermsOf<Name>

/** True for a term of which a text says nothing where it was left out. */
export const isSilent = (name: string): boolean =>
  all.some(([one, { leftOut }]) => one === name && leftOut === 'nothing')
