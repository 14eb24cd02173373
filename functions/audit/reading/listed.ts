import type { Findable } from '../shapes/disclosure.ts'
import { searchKeyOf } from '../../../shared/domain/search-name.ts'
import { searchKeys, type SearchTerm } from '../shapes/terms.ts'
import type { Row } from './rows.ts'

/** Projection of a contract in the listings, as of a version of its head. */
export type Listed = { readonly contractId: string; readonly version: number; readonly text: string | null }

export const readListed = (row: Row): Listed => {
  const [, contractId] = /^FIND#(ctr_[0-9a-z]{38})$/.exec(row.pk) ?? []
  const { v: version, f: text } = row
  if (contractId === undefined || row.sk !== 'LISTED' || !Number.isSafeInteger(version)) throw new Error('not listed')
  if (text !== null && typeof text !== 'string') throw new Error('listed as nothing that can be read')
  return { contractId, version: version as number, text }
}

const { startOn: startKey, ...otherKeys } = searchKeys

/** The text that says all that is shown of a contract that is found, its keys in the order in which they are written. */
export const textOfFindable = (one: Findable): string => {
  const terms = Object.entries(otherKeys).map(([name, key]) => [key, one[name as SearchTerm] ?? undefined])
  return JSON.stringify({
    v: 2,
    e: one.entityId.replace('ent_', ''),
    m: one.smeId,
    n: one.name,
    d: one.signedOn,
    a: one.contractAmountExTaxYen,
    i: one.initialFeeExTaxYen,
    ...(Object.fromEntries(terms) as object),
    s: one.stage,
    o: one.seller,
    h: one.holder,
    c: one.serviceId.replace('svc_', ''),
    [startKey]: one.startOn,
    u: one.endOn,
    ...(one.endedOn === null ? {} : { x: one.endedOn }),
    ...(one.disputedAt === null ? {} : { q: Date.parse(one.disputedAt) }),
    ...(one.formerNames.length > 0 ? { p: one.formerNames } : {}),
    ...(one.formerSmeIds ? { fm: one.formerSmeIds } : {}),
  })
}

const inOrder = ['e', 'm', 'n', 'd', 'a', 'i', 'f', 't', 's', 'o', 'h', 'c', 'b', 'u', 'x', 'p']

/** A text of either form as the later one: it was a list in a fixed order once. */
export const named = (text: string): string => {
  const says: unknown = JSON.parse(text)
  if (!Array.isArray(says)) return text
  const all = Object.fromEntries(inOrder.map((key, place) => [key, says[place] as unknown]))
  const { x, p, ...rest }: Record<string, unknown> = {
    ...all,
    e: String(all['e']).replace('ent_', ''),
    s: all['s'] === 1 ? 'ended' : 'live',
  }
  return JSON.stringify({ v: 2, ...rest, ...((x ?? null) === null ? {} : { x }), ...(p ? { p } : {}) })
}

type Text = Readonly<Record<'e' | 'm' | 'n' | 'd' | 'h', string>> & {
  readonly q?: number
  readonly a: number
  readonly p?: readonly string[]
  readonly fm?: readonly string[]
  readonly ck?: readonly string[]
}

/** Partition of the contracts of an implementing entity with a contact, by its key. */
const placeOfContact = (entityId: string, key: string): string => `FIND#${entityId}#K#${key}`

/** Mark that a contact stands at several SMEs. */
export const markOfShared = (entityId: string, key: string): string => `FIND#${entityId}#K|${key}`

/** What a text says beside the contacts, which nobody can work out who has not the secret behind their keys. */
export const withoutContacts = (text: string): string => {
  const { ck: _, ...says } = JSON.parse(named(text)) as Record<string, unknown>
  return JSON.stringify(says)
}

/** Contacts of a listing, by their keys; undefined in one that was written before there were any. */
export const contactsListed = (text: string): readonly string[] | undefined =>
  (JSON.parse(named(text)) as Partial<Text>).ck

/** Keys under which the rows of such a text must lie, for each who finds it, and the years that must be known. */
export const placesOfListing = (contractId: string, text: string) => {
  const {
    e,
    m: smeId,
    n: name,
    p: formerNames = [],
    fm: formerSmeIds = [],
    d: signedOn,
    a: amount,
    h: holder,
    q: disputedAt,
    ck: contacts = [],
  } = JSON.parse(named(text)) as Text
  const names = [name, ...formerNames]
  const scopes: readonly string[] = [...new Set<string>([`ent_${e}`, holder])]
  const [year, month] = [signedOn.slice(0, 4), signedOn.slice(0, 7)]
  const byAmount = `${String(amount).padStart(16, '0')}#${contractId}`
  const byName = [...new Set(names.map((one) => `${searchKeyOf(one)}#${contractId}`))]
  return {
    rows: [
      ...contacts.map((key) => `${placeOfContact(`ent_${e}`, key)}|${smeId}#${contractId}`),
      ...scopes.flatMap((scope) => [
        `FIND#${scope}#D#${year}|${signedOn}#${byAmount}`,
        ...[smeId, ...formerSmeIds].map((id) => `FIND#${scope}#S#${id}|${signedOn}#${byAmount}`),
        ...(disputedAt === undefined ? [] : [`FIND#${scope}#Q|${new Date(disputedAt).toISOString()}#${contractId}`]),
        `FIND#${scope}#A#${year}|${byAmount}`,
        `FIND#${scope}#A#${month}|${byAmount}`,
        ...[year, month, signedOn].flatMap((span) => byName.map((place) => `FIND#${scope}#N#${span}|${place}`)),
      ]),
    ],
    years: scopes.map((scope) => `FIND#${scope}#Y|${year}`),
  }
}
