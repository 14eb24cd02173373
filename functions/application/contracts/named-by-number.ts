import { NamedByNumber } from '../../../shared/api/contract-field.ts'
import { idOfNone, type ShortNumber } from '../../../shared/domain/short-number.ts'
import type { Contracts } from '../../ports/contracts.ts'

type Named = Pick<Contracts, 'idsByNumber'>

/**
 * Input with the ids of the contracts that it names by their short numbers. A number that no contract has becomes an id
 * that none has, so that both are answered alike. Where nothing is named by a number, nothing is read: else one request
 * for each hundred, a read unit a contract.
 */
export const withContractIds = async <Input>(contracts: Named, input: Input): Promise<Input> => {
  const numbers = numbersIn(input)
  if (numbers.length === 0) return input
  const ids = await contracts.idsByNumber(numbers)
  return replaced(input, (number) => ids.get(number) ?? idOfNone(number)) as Input
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)

const numbersIn = (value: unknown): readonly ShortNumber[] => {
  if (value instanceof NamedByNumber) return [value.number]
  return isPlain(value) ? Object.values(value).flatMap(numbersIn) : []
}

const replaced = (value: unknown, idOf: (number: ShortNumber) => string): unknown => {
  if (value instanceof NamedByNumber) return idOf(value.number)
  if (Array.isArray(value)) return value.map((one) => replaced(one, idOf))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, idOf)]))
}
