import type { Findable } from '../../../../shared/domain/contract/findable.ts'
import type { ContractId } from '../../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../../shared/domain/plain-date.ts'
import { searchKeyOf } from '../../../../shared/domain/search-name.ts'
import type { Scope } from '../../../ports/listings.ts'
import { findableForm } from '../forms/findable.ts'
import {
  amountsPartition,
  contactPartition,
  daysPartition,
  disputesPartition,
  namesPartition,
  sixteen,
  smePartition,
  type Key,
} from '../keys.ts'
import type { Row } from '../read.ts'

export const yearOf = (day: PlainDate): string => day.slice(0, 4)
export const monthOf = (day: PlainDate): string => day.slice(0, 7)

/** All that is shown of a contract that was found, in one text: a page needs no second read. */
export const packFindable = ({ contractId: _, ...one }: Findable): string => findableForm.write(one)

export const unpackFindable = (contractId: ContractId, text: string): Findable => ({
  contractId,
  ...findableForm.read(text),
})

/** Parties that find a contract: its implementing entity, and the reseller that holds it. */
export const scopesOf = ({ entityId, holder }: Findable): readonly Scope[] =>
  holder === entityId ? [entityId] : [entityId, holder]

const contractIdLength = 42

/** The contract a listing is of: every sort key ends in its id. */
export const contractOfListing = ({ sk }: Key): ContractId => sk.slice(-contractIdLength) as ContractId

export const amountPlace = ({ contractAmountExTaxYen, contractId }: Findable): string =>
  `${sixteen(contractAmountExTaxYen)}#${contractId}`
export const namePlace = (name: string, { contractId }: Pick<Findable, 'contractId'>): string =>
  `${searchKeyOf(name)}#${contractId}`

/** Keys by which a contract is looked for under its name: every name it went by, each key once. */
export const nameKeysOf = ({ name, formerNames }: Findable, keyOf = searchKeyOf): readonly string[] => [
  ...new Set([name, ...formerNames].map((one) => keyOf(one))),
]

/**
 * Seven rows for each who finds it: by day, by amount in two spans, by name in three, and by SME. Three more for each
 * name it went by before, one for each SME it was, and one while a dispute about it is undecided.
 */
const keysIn = (scope: Scope, one: Findable, nameKeys: readonly string[]): readonly Key[] => {
  const { signedOn, smeId, contractId, disputedAt } = one
  const [year, month] = [yearOf(signedOn), monthOf(signedOn)]
  const byDay = `${signedOn}#${amountPlace(one)}`
  const names = nameKeys.map((key) => `${key}#${contractId}`)
  return [
    { pk: daysPartition(scope, year), sk: byDay },
    ...[smeId, ...(one.formerSmeIds ?? [])].map((id) => ({ pk: smePartition(scope, id), sk: byDay })),
    ...(disputedAt ? [{ pk: disputesPartition(scope), sk: `${disputedAt}#${contractId}` }] : []),
    ...[year, month].map((span) => ({ pk: amountsPartition(scope, span), sk: amountPlace(one) })),
    ...[year, month, signedOn].flatMap((span) => names.map((sk) => ({ pk: namesPartition(scope, span), sk }))),
  ]
}

/** One row for each contact of its SME, found by the implementing entity's key alone: whose book it is in, its text says. */
const contactKeysIn = ({ entityId, smeId, contractId, contacts = [] }: Findable): readonly Key[] =>
  contacts.map((key) => ({ pk: contactPartition(entityId, key), sk: `${smeId}#${contractId}` }))

/** The rows by which a contract is found; its names under these keys. */
export const listingRows = (one: Findable, nameKeys: readonly string[]): readonly Row[] => {
  const f = packFindable(one)
  const found = scopesOf(one).flatMap((scope) => keysIn(scope, one, nameKeys))
  return [...found, ...contactKeysIn(one)].map((key) => ({ ...key, t: 'listing', f }))
}
