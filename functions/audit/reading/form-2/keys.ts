import { termKeys } from '../../shapes/terms.ts'
import type { Stored } from '../fields/head-words.ts'

/*
 * The short keys of a head in form 2, by the domain's names. The checker knows them by itself; seeds find a field by them.
 */

/** Keys of `r`, what lists show. */
export const lineKeys = {
  stage: 'st',
  seller: 'se',
  serviceId: 'sv',
  monitoringType: 'mt',
  prefecture: 'pf',
  functions: 'fn',
  exceptionId: 'ex',
  ...termKeys('r'),
  initialFeeExTaxYen: 'if',
  endOn: 'eo',
  entry: 'en',
  signedOn: 'sn',
  liveAt: 'la',
  confirmed: 'cf',
  takeover: 'tk',
  earlierTakeovers: 'er',
  conflict: 'cx',
  endedOn: 'xo',
} as const

/** Keys of `s`, the rest. */
export const restKeys = {
  serviceVersion: 'vn',
  edition: 'ed',
  ...termKeys('s'),
  renewal: 'rn',
  noticeBy: 'nb',
  revision: 'rv',
  documentSha256: 'dh',
  explanation: 'xp',
  answeredAt: 'ca',
  link: 'lk',
  formReading: 'fr',
  formerSmeIds: 'fm',
  contactFrom: 'cw',
  contactVerified: 'cv',
  confirmedByVerified: 'cn',
  responsibility: 'rs',
  counterparty: 'cp',
  takenOver: 'tk',
  servedFrom: 'sf',
  lastRevision: 'lr',
  consents: 'cs',
  proposal: 'pp',
  next: 'nx',
  announced: 'an',
  leaving: 'lv',
  ownLink: 'ol',
  endedAt: 'ea',
  ending: 'eg',
  reason: 'vr',
} as const

/** Keys of a revision that is not in force: what it says anew. */
export const revisedKeys = {
  seller: 'se',
  prefecture: 'pf',
  functions: 'fn',
  exceptionId: 'ex',
  ...termKeys('r'),
  initialFeeExTaxYen: 'if',
  endOn: 'eo',
  serviceVersion: 'vn',
  edition: 'ed',
  ...termKeys('s'),
  renewal: 'rn',
  noticeBy: 'nb',
  revision: 'rv',
  documentSha256: 'dh',
} as const

/** The fields of an object by their names; throws on a key that none of them has. */
export const namedBy = <Name extends string>(
  keys: Readonly<Record<Name, string>>,
  stored: unknown,
): Readonly<Record<Name, Stored>> => {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) throw new Error('no object')
  const known = new Map(Object.entries<string>(keys).map(([name, key]) => [key, name]))
  const fields = Object.entries(stored).map(([key, value]) => {
    const name = known.get(key)
    if (name === undefined) throw new Error(`no field has the key ${key}`)
    return [name, value] as const
  })
  return Object.fromEntries(fields) as Readonly<Record<Name, Stored>>
}
