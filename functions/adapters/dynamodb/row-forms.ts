import { checkpointForm } from './checkpoint-rows.ts'
import { type AttributesForm, besideForm } from './forms/attributes-form.ts'
import { findableForm } from './forms/findable.ts'
import { personForm } from './forms/person.ts'
import { portfolioGateForm } from './forms/reseller.ts'
import { serviceGateForm } from './forms/service.ts'
import { stateForms } from './forms/state-forms.ts'
import type { StoredForm } from './forms/stored-form.ts'
import { formBeside } from './guard-rows.ts'
import { formOfHead, headForm, readHead, writeHead } from './contract-row/head.ts'
import type { Row } from './read.ts'
import { keptContractOf, marksOf, placeOf, stateOf, streamOf, termMark, type Marks } from './state-rows.ts'
import { tallyForm } from './tally-rows.ts'

/** Reading of the rows of one kind: their form, and their upgrade to the current one. */
export type RowForm = {
  readonly current: number
  /** The form a row is in. Throws NewerForm on one that this code does not know. */
  readonly formOf: (row: Row) => number
  /** Attributes that hold what the row says in the current form. Whatever else stands in the row stays as it is. */
  readonly says: (row: Row) => Readonly<Record<string, unknown>>
  /** Attributes that said something in an earlier form and say nothing in the current one. */
  readonly silent?: (row: Row) => readonly string[]
  /** Attributes by which indexes find the row, as a row is written today: earlier versions had fewer indexes. */
  readonly marks: (row: Row) => Marks & { readonly form?: number }
}

const text = (row: Row, attribute: string): string => String(row[attribute])

const head: RowForm = {
  current: headForm,
  formOf: (row) => formOfHead(text(row, 'r'), text(row, 's')),
  says: (row) => writeHead(readHead(text(row, 'r'), text(row, 's'), placeOf(row))),
  marks: (row) => termMark(keptContractOf(row).state),
}

const inText = <Value>(attribute: string, form: StoredForm<Value>, marks: RowForm['marks'] = () => ({})): RowForm => ({
  current: form.current,
  formOf: (row) => (typeof row[attribute] === 'string' ? form.formOf(text(row, attribute)) : form.current),
  says: (row) =>
    typeof row[attribute] === 'string' ? { [attribute]: form.write(form.read(text(row, attribute))) } : {},
  marks,
})

/** A kind of row that says its values by its own attributes. */
export const inAttributes = <Value>(form: AttributesForm<Value>): RowForm => {
  const says = (row: Row) => form.write(form.read(row))
  return {
    current: form.current,
    formOf: form.formOf,
    says,
    silent: (row) => Object.keys(row).filter((name) => !besideForm.has(name) && !Object.hasOwn(says(row), name)),
    marks: () => ({}),
  }
}

const marksOfState = (row: Row): Marks =>
  marksOf({ kind: row['t'], id: streamOf(row), state: stateOf(row) } as Parameters<typeof marksOf>[0])

/**
 * The kinds of rows whose forms are told apart, by the row's own word for its kind (`t`). Events are not among them: the
 * hash chain holds over their bytes, and they stay as they were written.
 */
export const rowForms: Readonly<Record<string, RowForm>> = {
  head,
  ...Object.fromEntries(
    Object.entries(stateForms).map(([kind, form]) => [kind, inText('s', form as StoredForm<unknown>, marksOfState)]),
  ),
  gate: inText('g', portfolioGateForm, () => formBeside(portfolioGateForm)),
  serviceGate: inText('g', serviceGateForm, () => formBeside(serviceGateForm)),
  checkpoint: inAttributes(checkpointForm),
  tally: inAttributes(tallyForm),
  person: inAttributes(personForm),
  listing: inText('f', findableForm),
  listed: inText('f', findableForm),
}
