import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { indexes } from '../../shared/wiring/table.ts'

type Key = { readonly pk: string; readonly sk: string }
export type Row = Key & Readonly<Record<string, unknown>>
export type Rows = Map<string, Row>

type Said = {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>
}

export const where = ({ pk, sk }: Key): string => `${pk}|${sk}`

const compare = (one: any, how: string, other: any): boolean =>
  one !== undefined &&
  (how === '=' ? one === other : how === '<' ? one < other : how === '>=' ? one >= other : one <= other)

type Clause = {
  readonly asks: string | undefined
  readonly attribute: string
  readonly how: string
  readonly value: string
}

/** The few forms of condition that the platform writes. Any other is a defect of the test. */
const readClause = (clause: string): Clause => {
  const [, asks, attribute = '', how = '', value = ''] =
    /^(?:(attribute_exists|attribute_not_exists|begins_with)\()?([#\w]+)(?:, | (=|<=|<|>=) )?(:\w+)?\)?$/.exec(
      clause,
    ) ?? []
  if (asks === undefined && how === '') throw new Error(`what does ${clause} ask?`)
  return { asks, attribute, how, value }
}
/** Clauses that all must hold, each as those of which one must: `a and (b or c)`. */
const conditions = new Map<string, readonly (readonly Clause[])[]>()
const clausesOf = (condition: string): readonly (readonly Clause[])[] => {
  const known =
    conditions.get(condition) ??
    condition
      .replaceAll(/([#\w]+) between (:\w+) and (:\w+)/g, '$1 >= $2 and $1 <= $3')
      .split(' and ')
      .map((part) =>
        part
          .replace(/^\((.*)\)$/, '$1')
          .split(' or ')
          .map(readClause),
      )
  conditions.set(condition, known)
  return known
}

/** Whether a condition holds of a row. */
const holds = (row: Row | undefined, condition: string, said: Said): boolean =>
  clausesOf(condition).every((any) =>
    any.some(({ asks, attribute, how, value }) => {
      const is = row?.[said.ExpressionAttributeNames?.[attribute] ?? attribute]
      const given = said.ExpressionAttributeValues?.[value]
      if (asks === 'attribute_exists') return is !== undefined
      if (asks === 'attribute_not_exists') return is === undefined
      if (asks === 'begins_with') return typeof is === 'string' && is.startsWith(given as string)
      return compare(is, how, given)
    }),
  )

const defined = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row

const updated = (row: Row | undefined, { Key, UpdateExpression, ...said }: any): Row => {
  if (UpdateExpression.startsWith('SET ')) {
    const sets = [...UpdateExpression.matchAll(/(\w+) = (:\w+)/g)].map(([, attribute = '', value = '']) => [
      attribute,
      said.ExpressionAttributeValues[value],
    ])
    const [, added = ''] = UpdateExpression.split(' ADD ')
    const sums = [...added.matchAll(/(#\w+) (:\w+)/g)].map(([, name = '', value = '']) => {
      const attribute = said.ExpressionAttributeNames[name]
      return [attribute, Number(row?.[attribute] ?? 0) + said.ExpressionAttributeValues[value]]
    })
    return { ...Key, ...row, ...Object.fromEntries([...sets, ...sums]) }
  }
  const gone = UpdateExpression.slice('REMOVE '.length).split(', ')
  return defined({ ...Key, ...row, ...Object.fromEntries(gone.map((one: string) => [one, undefined])) })
}

const transact = (rows: Rows, { TransactItems }: any): object => {
  const items = TransactItems.map((item: any) => {
    const [[kind, one]] = Object.entries<any>(item) as [[string, any]]
    return { kind, one, at: where(one.Item ?? one.Key) }
  })
  if (new Set(items.map(({ at }: any) => at)).size < items.length) throw new Error('a row twice in one transaction')
  if (items.length > 100) throw new Error(`${items.length} rows in one transaction`)
  const refused = items.map(({ one, at }: any) =>
    one.ConditionExpression && !holds(rows.get(at), one.ConditionExpression, one) ? 'ConditionalCheckFailed' : 'None',
  )
  if (refused.some((code: string) => code !== 'None')) {
    const CancellationReasons = refused.map((Code: string) => ({ Code }))
    throw new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons })
  }
  for (const { kind, one, at } of items) {
    if (kind === 'Put') rows.set(at, defined(one.Item))
    if (kind === 'Update') rows.set(at, updated(rows.get(at), one))
    if (kind === 'Delete') rows.delete(at)
  }
  return {}
}

const query = (rows: Rows, input: any): object => {
  const { IndexName, KeyConditionExpression, Limit = Infinity, ScanIndexForward = true, ExclusiveStartKey } = input
  const sort = IndexName ? indexes[IndexName as keyof typeof indexes].sort : 'sk'
  const by = (row: Row): string => `${String(row[sort])}|${where(row)}`
  const found = [...rows.values()]
    .filter((row) => row[sort] !== undefined && holds(row, KeyConditionExpression, input))
    .sort((a, b) => (by(a) < by(b) === ScanIndexForward ? -1 : 1))
  const first = ExclusiveStartKey ? found.findIndex((row) => where(row) === where(ExclusiveStartKey)) + 1 : 0
  const Items = found.slice(first, first + Limit)
  const last = Items.at(-1)
  return { Items, ...(Items.length === Limit && last ? { LastEvaluatedKey: { pk: last.pk, sk: last.sk } } : {}) }
}

/** Answers a request as the engine would, from rows in memory: for tests that ask often. */
export const answerFrom = (rows: Rows, { constructor, input }: any): any => {
  switch (constructor.name) {
    case 'GetCommand':
      return { Item: rows.get(where(input.Key)) }
    case 'BatchGetCommand': {
      const [[name, { Keys }]] = Object.entries<any>(input.RequestItems) as [[string, any]]
      return { Responses: { [name]: Keys.flatMap((key: Key) => rows.get(where(key)) ?? []) } }
    }
    case 'QueryCommand':
      return query(rows, input)
    case 'TransactWriteCommand':
      return transact(rows, input)
    default:
      throw new Error(`what is ${constructor.name}?`)
  }
}
