import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { NewerForm, UnreadableRow } from '../../../ports/stored-forms.ts'
import type { Table } from '../client.ts'
import { enterNumber, unnumberedAmong, type Unnumbered } from '../contract-numbers.ts'
import type { Row } from '../read.ts'
import { rowForms, type RowForm } from '../row-forms.ts'
import { transact } from '../transact.ts'
import { enterInLogs, unloggedAmong } from './change-logs.ts'
import type { Upgraded } from './upgraded.ts'

/** Result with which a walk begins. */
export const nothingYet: Upgraded = {
  after: null,
  rows: {},
  upgraded: 0,
  numbered: 0,
  logged: 0,
  overtaken: 0,
  unread: 0,
  examples: [],
}

type Walk = {
  /** Result of an earlier walk, with the cursor at which it stopped. */
  readonly from?: Upgraded
  /** Only counts, and writes nothing. */
  readonly countOnly?: boolean
  /** Asked after each page; where it says no, the walk stops there. */
  readonly mayGoOn: () => boolean
  /** Told after each page how far it is. */
  readonly onPage?: (soFar: Upgraded) => void
}

const rowsAPage = 200
const examplesKept = 20

/**
 * Walks a table and rewrites each row of an earlier form in the current one, marks those that an index finds by now and
 * that were written before it did, and enters the short numbers of contracts
 * that were made before there were any, and events in the change logs. It can stop after any page and go on from
 * there, and done twice it is done once. A row is written only while it says what was read; events, evidence documents
 * and everything else that has no form stay as they are: of an event, what a change log finds it by stands beside its
 * text.
 */
export const upgradeTable =
  (table: Table, forms: Readonly<Record<string, RowForm>> = rowForms) =>
  async ({ from = nothingYet, countOnly = false, mayGoOn, onPage }: Walk): Promise<Upgraded> => {
    // A walk that an earlier version began says nothing of numbers.
    let soFar: Upgraded = { ...nothingYet, ...from }
    do {
      const page = await table.db.send(
        new ScanCommand({
          TableName: table.name,
          Limit: rowsAPage,
          ...(soFar.after ? { ExclusiveStartKey: soFar.after } : {}),
        }),
      )
      const rows = (page.Items ?? []) as Row[]
      for (const row of rows) {
        const form = forms[String(row['t'])]
        if (form) soFar = counted(soFar, row, await upgradeRow(table, row, form, countOnly))
      }
      const heads = rows.filter(({ t }) => t === 'head')
      for (const one of await unnumberedAmong(table, heads)) soFar = await numbered(table, soFar, one, countOnly)
      for (const first of unloggedAmong(rows)) soFar = await logged(table, soFar, first, countOnly)
      soFar = { ...soFar, after: page.LastEvaluatedKey ?? null }
      onPage?.(soFar)
    } while (soFar.after && mayGoOn())
    return soFar
  }

type Said = Readonly<Record<string, unknown>>

type Outcome =
  | { readonly as: 'stays' | 'upgraded' | 'overtaken'; readonly form: number }
  | { readonly as: 'unread'; readonly why: string }

const upgradeRow = async (table: Table, row: Row, form: RowForm, countOnly: boolean): Promise<Outcome> => {
  try {
    const now = form.formOf(row)
    const says = form.says(row)
    const marks = form.marks(row)
    // Written before there was an index it is found by, a row is not found, whatever its form.
    const isUnmarked = Object.keys(marks).some((name) => row[name] === undefined)
    if (countOnly || (now === form.current && !isUnmarked)) return { as: 'stays', form: now }
    const silent = now === form.current ? [] : (form.silent?.(row) ?? [])
    return (await rewritten(table, row, { says: now === form.current ? asItStands(row, says) : says, marks, silent }))
      ? { as: 'upgraded', form: form.current }
      : { as: 'overtaken', form: now }
  } catch (error) {
    // Both say of one row that nothing may be done with it; the others are no worse for it.
    if (error instanceof NewerForm || error instanceof UnreadableRow) return { as: 'unread', why: error.message }
    throw error
  }
}

/** What a row of the current form says, to the byte as it says it. */
const asItStands = (row: Row, says: Said): Said =>
  Object.fromEntries(Object.keys(says).map((name) => [name, row[name]]))

/** Rewrites what a row says, if it still says what was read, with the marks by which it is found. */
const rewritten = async (
  table: Table,
  row: Row,
  { says, marks, silent }: { readonly says: Said; readonly marks: Said; readonly silent: readonly string[] },
): Promise<boolean> => {
  const said: Said = { ...says, ...marks }
  const written = Object.keys(said)
  // The form number is a condition as well: where it stands beside what is said, it changes with it.
  const read = [...new Set([...Object.keys(says), ...silent, 'form'])]
  const placed = new Map([...new Set([...written, ...read])].map((name, place) => [name, place]))
  const there = (name: string): boolean => row[name] !== undefined
  const values = [
    ...written.map((name) => [`:new${placed.get(name)}`, said[name]]),
    ...read.filter(there).map((name) => [`:old${placed.get(name)}`, row[name]]),
  ]
  const holds = (name: string): string =>
    there(name) ? `#${placed.get(name)} = :old${placed.get(name)}` : `attribute_not_exists(#${placed.get(name)})`
  const set = `SET ${written.map((name) => `#${placed.get(name)} = :new${placed.get(name)}`).join(', ')}`
  const remove = silent.length > 0 ? ` REMOVE ${silent.map((name) => `#${placed.get(name)}`).join(', ')}` : ''
  const landed = await transact(table, (TableName) => [
    {
      Update: {
        TableName,
        Key: { pk: row.pk, sk: row.sk },
        UpdateExpression: set + remove,
        ConditionExpression: read.map(holds).join(' AND '),
        ExpressionAttributeNames: Object.fromEntries([...placed].map(([name, place]) => [`#${place}`, name])),
        ExpressionAttributeValues: Object.fromEntries(values) as Record<string, unknown>,
      },
    },
  ])
  if (landed.as === 'unknown') throw new Error(`it is not known whether ${row.pk} ${row.sk} was upgraded; walk again`)
  return landed.as === 'written'
}

const numbered = async (
  table: Table,
  soFar: Upgraded,
  { head, contractId, taken }: Unnumbered,
  countOnly: boolean,
): Promise<Upgraded> =>
  !taken && (countOnly || (await enterNumber(table, contractId)))
    ? { ...soFar, numbered: soFar.numbered + 1 }
    : withExample({ ...soFar, unread: soFar.unread + 1 }, head, 'another contract has its short number')

const logged = async (table: Table, soFar: Upgraded, first: Row, countOnly: boolean): Promise<Upgraded> => {
  try {
    return { ...soFar, logged: soFar.logged + (await enterInLogs(table, first, countOnly)) }
  } catch (error) {
    if (!(error instanceof NewerForm || error instanceof UnreadableRow)) throw error
    return withExample({ ...soFar, unread: soFar.unread + 1 }, first, error.message)
  }
}

const withExample = (soFar: Upgraded, { pk, sk }: Row, why: string): Upgraded => ({
  ...soFar,
  examples: [...soFar.examples, { where: `${pk} ${sk}`, why }].slice(0, examplesKept),
})

const counted = (soFar: Upgraded, row: Row, outcome: Outcome): Upgraded => {
  if (outcome.as === 'unread') {
    return withExample({ ...soFar, unread: soFar.unread + 1 }, row, outcome.why)
  }
  const name = `${String(row['t'])} ${outcome.form}`
  return {
    ...soFar,
    rows: { ...soFar.rows, [name]: (soFar.rows[name] ?? 0) + 1 },
    upgraded: soFar.upgraded + (outcome.as === 'upgraded' ? 1 : 0),
    overtaken: soFar.overtaken + (outcome.as === 'overtaken' ? 1 : 0),
  }
}
