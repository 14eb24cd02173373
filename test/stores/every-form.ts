import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkpointOf, checkpointRow } from '../../functions/adapters/dynamodb/checkpoint-rows.ts'
import { eventForm } from '../../functions/adapters/dynamodb/forms/event.ts'
import { findableForm } from '../../functions/adapters/dynamodb/forms/findable.ts'
import { portfolioGateForm } from '../../functions/adapters/dynamodb/forms/reseller.ts'
import { serviceGateForm } from '../../functions/adapters/dynamodb/forms/service.ts'
import { stateForms } from '../../functions/adapters/dynamodb/forms/state-forms.ts'
import type { StoredForm } from '../../functions/adapters/dynamodb/forms/stored-form.ts'
import { importInputForm, listedForm } from '../../functions/application/papers/books.ts'
import { drillInputForm, drillStepForm } from '../../functions/application/papers/drills.ts'
import { exportInputForm, exportPartForm } from '../../functions/application/papers/exports.ts'
import { recountInputForm, recountOutcomeForm } from '../../functions/application/papers/recount.ts'
import { resultsForm } from '../../functions/application/papers/results.ts'
import { tallyOf, tallyRow } from '../../functions/adapters/dynamodb/tally-rows.ts'

/** Reads and writes what is stored of a kind of row, whether a text of it or all its attributes. */
export type AnyForm = {
  readonly read: (stored: unknown) => unknown
  readonly write: (value: unknown) => unknown
}

const byText = (form: unknown): AnyForm => {
  const { read, write } = form as StoredForm<unknown>
  return { read: (stored) => read(String(stored)), write }
}

/** The forms of all rows but a contract's head, and of the papers that are read back as data, by kind. */
export const everyForm: Readonly<Record<string, AnyForm>> = {
  ...Object.fromEntries(Object.entries(stateForms).map(([kind, form]) => [kind, byText(form)])),
  gate: byText(portfolioGateForm),
  serviceGate: byText(serviceGateForm),
  event: byText(eventForm),
  listing: byText(findableForm),
  listed: byText(findableForm),
  checkpoint: { read: (row) => checkpointOf(row as never), write: (one) => checkpointRow(one as never) },
  tally: { read: (row) => tallyOf(row as never), write: (one) => tallyRow(one as never) },
  results: resultsForm as AnyForm,
  importInput: importInputForm as AnyForm,
  listedContracts: listedForm as AnyForm,
  recountInput: recountInputForm as AnyForm,
  recountOutcome: recountOutcomeForm as AnyForm,
  exportInput: exportInputForm as AnyForm,
  exportPart: exportPartForm as AnyForm,
  drillInput: drillInputForm as AnyForm,
  drillStep: drillStepForm as AnyForm,
}

/** What was stored once, and what it says. */
export type Golden = { readonly stored: unknown; readonly says: unknown }

const lie = join(import.meta.dirname, 'golden')

/** Every layout there ever was of these rows: what was released, and what main wrote before rows had forms. */
export const layouts = ['0.2.0', 'before-forms'] as const

/** The frozen rows of a layout, by kind. */
export const goldenOf = (
  layout: (typeof layouts)[number],
): readonly (readonly [kind: string, rows: readonly Golden[]])[] =>
  readdirSync(join(lie, layout))
    .filter((file) => Object.hasOwn(everyForm, file.replace('.jsonl', '')))
    .map((file) => [
      file.replace('.jsonl', ''),
      readFileSync(join(lie, layout, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Golden),
    ])
