import type * as z from 'zod'
import { knownForm, upgraded, type Upgrade } from '../../../ports/stored-forms.ts'
import { decoded, encoded } from './stored-form.ts'

type Attributes = Readonly<Record<string, unknown>>

/** A stored form that is said by the attributes of a row itself, and not by a text in one of them. */
export type AttributesForm<Value> = {
  readonly kind: string
  /** The form number that `write` writes. */
  readonly current: number
  /** The form number a row bears. Throws NewerForm where this code does not know it. */
  readonly formOf: (row: Attributes) => number
  readonly read: (row: Attributes) => Value
  readonly write: (value: Value) => Attributes
}

/** Attributes every row has beside what it says: its keys, its kind, its form number. */
export const besideForm: ReadonlySet<string> = new Set(['pk', 'sk', 't', 'form'])

/**
 * Builds the stored form of a row that bears its values as attributes, where conditions can see them. Its form number is
 * the attribute `form`; a row without one is of form 1.
 */
export const attributesForm = <Value>({
  kind,
  codec,
  upgrades,
}: {
  readonly kind: string
  readonly codec: z.ZodType<Value>
  readonly upgrades: readonly Upgrade[]
}): AttributesForm<Value> => {
  const current = upgrades.length + 1
  const formOf = (row: Attributes): number => knownForm(kind, current, row['form'] ?? 1)
  return {
    kind,
    current,
    formOf,
    read: (row) => {
      const form = formOf(row)
      const says = Object.fromEntries(Object.entries(row).filter(([name]) => !besideForm.has(name)))
      return decoded({ kind, form: current, codec }, upgraded(kind, upgrades, form, says))
    },
    write: (value) => ({
      ...(encoded({ kind, codec }, value) as Attributes),
      ...(current === 1 ? {} : { form: current }),
    }),
  }
}
