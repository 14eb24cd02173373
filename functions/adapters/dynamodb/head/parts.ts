import type { Explanation } from '../../../../shared/domain/contract/contract.ts'
import { disclosureItemCodes } from '../../../../shared/domain/contract/disclosure-items.ts'
import type { Link } from '../../../../shared/domain/contract/link.ts'
import type { PlainDate } from '../../../../shared/domain/plain-date.ts'
import { serviceFunctions, type ServiceFunction } from '../../../../shared/domain/service/facts.ts'
import { atMs, methods, ms, orNull, placeIn, wordAt } from './form.ts'

export type PackedLink = readonly [string, number, number, number | null, number, number | null]

export const packLink = ({ nonce, expiresAt, codesSent, codeSentAt, wrongCodes, passedAt }: Link): PackedLink => [
  nonce,
  ms(expiresAt),
  codesSent,
  orNull(codeSentAt, ms),
  wrongCodes,
  orNull(passedAt, ms),
]

export const unpackLink = ([nonce, expiresAt, codesSent, codeSentAt, wrongCodes, passedAt]: PackedLink): Link => ({
  nonce,
  codesSent,
  wrongCodes,
  expiresAt: atMs(expiresAt),
  codeSentAt: orNull(codeSentAt, atMs),
  passedAt: orNull(passedAt, atMs),
})

/** The functions a contract binds; 0 for all of them, as nearly every contract does. */
export type PackedFunctions = readonly number[] | 0

export const packFunctions = (functions: readonly ServiceFunction[]): PackedFunctions => {
  const places = functions.map((one) => placeIn(serviceFunctions, one))
  const all = places.length === serviceFunctions.length && places.every((place, index) => place === index)
  return all ? 0 : places
}
export const unpackFunctions = (packed: PackedFunctions): readonly ServiceFunction[] =>
  packed === 0 ? [...serviceFunctions] : packed.map((place) => wordAt(serviceFunctions, place))

export type PackedExplanation = readonly [method: number, on: PlainDate, items: string]

export const packExplanation = ({ method, on, items }: Explanation): PackedExplanation => [
  placeIn(methods, method),
  on,
  items.map((item) => placeIn(disclosureItemCodes, item).toString(36)).join(''),
]

export const unpackExplanation = ([method, on, items]: PackedExplanation): Explanation => ({
  method: wordAt(methods, method),
  on,
  items: [...items].map((place) => wordAt(disclosureItemCodes, Number.parseInt(place, 36))),
})
