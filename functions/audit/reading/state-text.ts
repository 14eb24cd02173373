import type { StateRow } from './state-row.ts'

type Text = Record<string, unknown>

/** Paths at which a state or a guard of either kind says null where silent; `*` is each of a list or a record. */
const nullable: Readonly<Record<StateRow['kind'] | 'gate' | 'serviceGate', readonly string[]>> = {
  entity: [],
  registrationBody: [],
  member: [],
  service: [
    'versions.*.offeredFrom',
    'versions.*.change',
    'registration',
    'registration.until',
    'evidence.*.validUntil',
  ],
  reseller: [
    'corporateNumber',
    'requirements.*.met',
    'authorizations.*.*.until',
    'factsActedOn.*.concernId',
    'discontinued',
  ],
  discontinuance: [
    'since',
    'list',
    'obligations.*.escalatedAt',
    'obligations.*.met',
    'obligations.*.met.evidenceSha256',
    'obligations.*.waived',
  ],
  concern: ['ground', 'decidedAt', 'discontinuanceId'],
  submission: ['sentAt', 'answeredAt'],
  operation: ['total'],
  separateContractException: ['approvedBy', 'approvedOn'],
  redisclosure: [],
  smeIdentity: ['verifiedOn', 'givenBy', 'succeededBy'],
  archive: ['keepUntil', 'disposedOn'],
  file: ['number', 'scannedBy', 'checkedAt', 'acceptedBy', 'acceptedAt', 'approvedBy', 'effectiveOn'],
  gate: ['authorizations.*.*.until', 'discontinued'],
  serviceGate: ['registration', 'registration.until'],
}

const fill = (value: unknown, [name, ...rest]: readonly string[]): void => {
  if (typeof value !== 'object' || value === null || name === undefined) return
  if (name === '*') return Object.values(value).forEach((inner) => fill(inner, rest))
  if (rest.length === 0) (value as Text)[name] ??= null
  else fill((value as Text)[name], rest)
}

/** Reads a text that the platform wrote in this or an earlier form: names as they are, null where it is silent. */
export const readText = (kind: keyof typeof nullable, text: unknown): Text => {
  const { v: form = 1, ...says } = JSON.parse(String(text)) as Text
  if (form !== 1 && form !== 2) throw new Error(`of form ${String(form)}`)
  for (const path of nullable[kind]) fill(says, path.split('.'))
  return says
}
