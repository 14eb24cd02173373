import type { Findable } from '../../../shared/domain/contract/findable.ts'
import { searchKeyOf } from '../../../shared/domain/search-name.ts'
import { fieldsOf } from './head-words.ts'
import type { Row } from './rows.ts'

/** What is listed of a contract, as of a version of its head. */
export type Listed = { readonly contractId: string; readonly version: number; readonly text: string | null }

export const readListed = (row: Row): Listed => {
  const [, contractId] = /^FIND#(ctr_[0-9a-z]{38})$/.exec(row.pk) ?? []
  const { v: version, f: text } = row
  if (contractId === undefined || row.sk !== 'LISTED' || !Number.isSafeInteger(version)) throw new Error('not listed')
  if (text !== null && typeof text !== 'string') throw new Error('listed as nothing that can be read')
  return { contractId, version: version as number, text }
}

/** The text that says all that is shown of a contract that is found. */
export const textOfFindable = (one: Findable): string =>
  JSON.stringify([
    one.entityId,
    one.smeId,
    one.name,
    one.signedOn,
    one.contractAmountExTaxYen,
    one.initialFeeExTaxYen,
    one.monthlyFeeExTaxYen,
    one.termMonths,
    one.stage === 'ended' ? 1 : 0,
    one.seller,
    one.holder,
    one.serviceId.replace('svc_', ''),
    one.startOn,
    one.endOn,
    one.endedOn,
    ...(one.formerNames.length > 0 ? [one.formerNames] : []),
  ])

/** Where the rows of such a text must lie, for each who finds it, and the years that must be known. */
export const placesOfListing = (contractId: string, text: string) => {
  const fields = JSON.parse(text) as readonly unknown[]
  const [entityId, smeId, name, signedOn, amount, , , , , , holder] = fieldsOf(JSON.stringify(fields.slice(0, 15)), 15)
  const names = [name, ...((fields[15] ?? []) as readonly string[])]
  const scopes: readonly string[] = [...new Set<string>([entityId, holder])]
  const [year, month] = [String(signedOn).slice(0, 4), String(signedOn).slice(0, 7)]
  const byAmount = `${String(amount).padStart(16, '0')}#${contractId}`
  const byName = [...new Set(names.map((one) => `${searchKeyOf(one)}#${contractId}`))]
  return {
    rows: scopes.flatMap((scope) => [
      `FIND#${scope}#D#${year}|${signedOn}#${byAmount}`,
      `FIND#${scope}#S#${smeId}|${signedOn}#${byAmount}`,
      `FIND#${scope}#A#${year}|${byAmount}`,
      `FIND#${scope}#A#${month}|${byAmount}`,
      ...[year, month, signedOn].flatMap((span) => byName.map((place) => `FIND#${scope}#N#${span}|${place}`)),
    ]),
    years: scopes.map((scope) => `FIND#${scope}#Y|${year}`),
  }
}
