import { revisionTerms, termNames, termOf, type TermName } from '../../shared/domain/contract/contract-terms.ts'

/** Plain term as the console knows it: how a form asks for it, and how a page and a book call it. */
type ConsoleTerm = {
  readonly name: TermName
  readonly kind: 'number' | 'day'
  /** Unit in which a number is counted; empty for a day. */
  readonly unit: string
  readonly label: string
  readonly field: { readonly label: string; readonly hint?: string; readonly initial?: string }
  readonly optional: boolean
  /** True where a contract that is read says it. */
  readonly shown: boolean
  readonly column: string | null
}

/** The plain terms of a contract as the console has them, from their table. `npm run build:console` writes them down. */
export const consoleTerms = (): readonly ConsoleTerm[] =>
  termNames.map((name) => {
    const term = termOf(name)
    const { label = term.label.ja, ...more } = term.asked ?? {}
    return {
      name,
      kind: term.kind,
      unit: term.kind === 'number' ? term.unit : '',
      label: term.label.ja,
      field: { label, ...more },
      optional: term.presence !== 'always',
      shown: revisionTerms.some((one) => one === name),
      column: term.column,
    }
  })
