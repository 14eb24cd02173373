import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import type { Cost } from '../../functions/application/cost.ts'

type Capacity = {
  readonly CapacityUnits?: number
  readonly ReadCapacityUnits?: number
  readonly WriteCapacityUnits?: number
}

const writing = new Set([
  'TransactWriteItemsCommand',
  'PutItemCommand',
  'UpdateItemCommand',
  'DeleteItemCommand',
  'TransactWriteCommand',
  'PutCommand',
  'UpdateCommand',
  'DeleteCommand',
])

/** Counts what goes to a table from now on, as the engine itself reports it. */
export const meterOn = ({ db }: Table): { readonly read: () => Cost; readonly reset: () => void } => {
  let cost = { requests: 0, readUnits: 0, writeUnits: 0 }
  db.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
        const answer = await next(args)
        const consumed = (answer.output as { ConsumedCapacity?: Capacity | readonly Capacity[] }).ConsumedCapacity
        const units = [consumed ?? []].flat().reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
        cost = {
          requests: cost.requests + 1,
          readUnits: cost.readUnits + (writing.has(commandName) ? 0 : units),
          writeUnits: cost.writeUnits + (writing.has(commandName) ? units : 0),
        }
        return answer
      },
    { step: 'initialize', name: 'meter', override: true },
  )
  return {
    read: () => cost,
    reset: () => {
      cost = { requests: 0, readUnits: 0, writeUnits: 0 }
    },
  }
}
