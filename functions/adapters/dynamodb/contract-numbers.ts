import type { ContractId } from '../../../shared/domain/ids.ts'
import { shortNumberOf, type ShortNumber } from '../../../shared/domain/short-number.ts'
import type { Contracts } from '../../ports/contracts.ts'
import { contractNumber } from '../../ports/unique-keys.ts'
import type { Table } from './client.ts'
import { claimKey, contractOfHead } from './keys.ts'
import { getRows, type Row } from './read.ts'
import { transact } from './transact.ts'

/** Contracts by their short numbers, on a DynamoDB table. */
export const idsByNumberIn =
  (table: Table): Contracts['idsByNumber'] =>
  async (numbers) => {
    const each = [...new Set(numbers)]
    const rows = await getRows(
      table,
      each.map((number) => claimKey(contractNumber(number))),
    )
    return new Map(
      each.flatMap((number, index) => {
        const holder = rows[index]?.['holder']
        return holder === undefined ? [] : [[number, holder as ContractId] as const]
      }),
    )
  }

/** Heads whose contracts cannot be found by their numbers yet; `taken` where another contract has the number. */
export type Unnumbered = { readonly head: Row; readonly contractId: ContractId; readonly taken: boolean }

/** Those of some heads whose contracts were made before numbers were there. */
export const unnumberedAmong = async (table: Table, heads: readonly Row[]): Promise<readonly Unnumbered[]> => {
  const each = [...new Map(heads.map((head) => [contractOfHead(head), head]))]
  const numbers = each.map(([id]) => shortNumberOf(id))
  const holders = numbers.length > 0 ? await idsByNumberIn(table)(numbers) : new Map<ShortNumber, ContractId>()
  return each.flatMap(([contractId, head]) => {
    const holder = holders.get(shortNumberOf(contractId))
    return holder === contractId ? [] : [{ head, contractId, taken: holder !== undefined }]
  })
}

/** Enters a contract's number, unless it is there. False where another contract has it. */
export const enterNumber = async (table: Table, contractId: ContractId): Promise<boolean> => {
  const landed = await transact(table, (TableName) => [
    {
      Update: {
        TableName,
        Key: claimKey(contractNumber(shortNumberOf(contractId))),
        UpdateExpression: 'SET t = :t, holder = :holder',
        ConditionExpression: 'attribute_not_exists(pk) or holder = :holder',
        ExpressionAttributeValues: { ':t': 'guard', ':holder': contractId },
      },
    },
  ])
  if (landed.as === 'unknown') throw new Error(`it is not known whether the number of ${contractId} was entered`)
  return landed.as === 'written'
}
