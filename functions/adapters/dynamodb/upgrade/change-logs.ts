import { after } from '../../../../shared/domain/aggregates/after.ts'
import type { AggregateKind, StateOf } from '../../../../shared/domain/aggregates/aggregates.ts'
import type { Happened } from '../../../../shared/domain/aggregates/concerned.ts'
import type { Table } from '../client.ts'
import { eventForm, type EventBody } from '../forms/event.ts'
import { logMarks, type LogMarks } from '../log-keys.ts'
import { queryAll, type Row } from '../read.ts'
import { transact } from '../transact.ts'

const isLogged = (row: Row): boolean => row['es'] !== undefined || row['ps'] !== undefined

/** Ledgers whose first event is among some rows and stands in no change log: it was written before there were any. */
export const unloggedAmong = (rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => row['t'] === 'event' && row.sk === 'E#000001' && !isLogged(row))

type Marked = { readonly row: Row; readonly marks: LogMarks }

/** The marks of a ledger's events, each by the state that its whole change came to. */
const marksOfLedger = (rows: readonly Row[]): readonly Marked[] => {
  const marked: Marked[] = []
  let state: StateOf<AggregateKind> = { stage: 'none' }
  let change: { readonly row: Row; readonly body: EventBody }[] = []
  for (const row of rows) {
    const body = eventForm.read(row['e'] as string)
    state = after(body.kind, state as never, [body.event as never], body.at)
    change.push({ row, body })
    // The last event of a change bears the hash of the state.
    if (body.after === null) continue
    for (const one of change) {
      const { kind, event, actor, at, seq } = one.body
      marked.push({ row: one.row, marks: logMarks({ kind, state, event, actor } as Happened, { at, seq }) })
    }
    change = []
  }
  return marked
}

const atOnce = 25

/**
 * Enters a ledger's events in the change logs of the tenants they concern, as they are entered when they are written; the
 * number of those that were. The first event comes last: a walk that is interrupted finds the ledger again.
 */
export const enterInLogs = async (table: Table, { pk }: Row, countOnly: boolean): Promise<number> => {
  const rows = (await queryAll(table, pk, 'E#')).filter(({ t }) => t === 'event')
  const entries = marksOfLedger(rows)
    .filter(({ row, marks }) => !isLogged(row) && Object.keys(marks).length > 0)
    .toReversed()
  for (let from = 0; from < entries.length && !countOnly; from += atOnce) {
    const landed = await transact(table, (TableName) =>
      entries.slice(from, from + atOnce).map(({ row, marks }) => ({
        Update: {
          TableName,
          Key: { pk: row.pk, sk: row.sk },
          UpdateExpression: `SET ${Object.keys(marks)
            .map((name) => `${name} = :${name}`)
            .join(', ')}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: Object.fromEntries(
            Object.entries(marks).map(([name, value]) => [`:${name}`, value]),
          ),
        },
      })),
    )
    if (landed.as !== 'written') throw new Error(`the ledger ${pk} may not be in its change logs; walk again`)
  }
  return entries.length
}
