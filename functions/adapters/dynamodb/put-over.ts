import { knownForm } from '../../ports/stored-forms.ts'
import { checkpointForm } from './checkpoint-rows.ts'
import type { Table } from './client.ts'
import { portfolioGateForm } from './forms/reseller.ts'
import { serviceGateForm } from './forms/service.ts'
import { getRow, type Row } from './read.ts'
import { tallyForm } from './tally-rows.ts'
import type { WriteItem } from './transact.ts'

type Form = { readonly kind: string; readonly current: number }

/** The kinds of rows that are put as a whole over what stands there, whoever wrote that. */
const putAsAWhole: Readonly<Record<string, Form>> = {
  gate: portfolioGateForm,
  serviceGate: serviceGateForm,
  checkpoint: checkpointForm,
  tally: tallyForm,
}

const formOfKind = ({ t }: Row): Form => {
  const form = putAsAWhole[String(t)]
  if (!form) throw new Error(`rows of the kind ${String(t)} are not put as a whole`)
  return form
}

/**
 * Puts a row over what stands there, but never over one in a newer form than this code knows: after a deployment was
 * taken back, the rows of the newer code lose nothing. What else must hold of the row is given as a condition.
 */
export const putOver = (
  TableName: string,
  Item: Row,
  condition?: string,
  values: Readonly<Record<string, unknown>> = {},
  { current }: Form = formOfKind(Item),
): WriteItem => ({
  Put: {
    TableName,
    Item,
    ConditionExpression: [
      '(attribute_not_exists(#form) or #form <= :form)',
      ...(condition ? [`(${condition})`] : []),
    ].join(' and '),
    ExpressionAttributeNames: {
      '#form': 'form',
      ...Object.fromEntries([...(condition ?? '').matchAll(/#(\w+)/g)].map(([name, attribute]) => [name, attribute])),
    },
    ExpressionAttributeValues: { ':form': current, ...values },
  },
})

/** Throws NewerForm where one of some rows that were not put over is in a newer form than this code knows. */
export const refuseNewer = async (table: Table, rows: readonly Row[]): Promise<void> => {
  for (const row of rows) {
    const { kind, current } = formOfKind(row)
    const there = await getRow(table, { pk: row.pk, sk: row.sk })
    knownForm(kind, current, there?.['form'] ?? 1)
  }
}
