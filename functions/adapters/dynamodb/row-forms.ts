import { formOfHead, headForm, readHead, writeHead } from './head/head.ts'
import type { Row } from './read.ts'
import { placeOf } from './state-rows.ts'

/** How the rows of one kind are found in their forms, and brought to the current one. */
export type RowForm = {
  readonly current: number
  /** The form a row is in. Throws NewerForm on one that this code does not know. */
  readonly formOf: (row: Row) => number
  /** The texts of the row in the current form, by attribute. Whatever else the row says stays as it is. */
  readonly texts: (row: Row) => Readonly<Record<string, string>>
}

const text = (row: Row, attribute: string): string => String(row[attribute])

const head: RowForm = {
  current: headForm,
  formOf: (row) => formOfHead(text(row, 'r'), text(row, 's')),
  texts: (row) => writeHead(readHead(text(row, 'r'), text(row, 's'), placeOf(row))),
}

/**
 * The kinds of rows whose forms are told apart, by the row's own word for its kind (`t`). Events are not among them: the
 * hash chain holds over their bytes, and they stay as they were written.
 */
export const rowForms: Readonly<Record<string, RowForm>> = { head }
