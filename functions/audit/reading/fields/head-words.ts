/** A value out of a stored text: of no known type until a rule of reading has looked at it, as what JSON.parse gives. */
export type Stored = ReturnType<typeof JSON.parse>

/** The closed lists of a head. It says a word by its place; a place that no word has is not read. */
export const words = {
  stage: ['drafted', 'offered', 'live', 'ended', 'void'],
  entry: ['signed', 'attested'],
  // Those of form 1. Later forms say the word itself, and the ledger of the service which it is.
  monitoringType: ['network', 'endpoint', 'combined'],
  confirmation: ['given', 'awaiting', 'confirmed', 'disputed'],
  takeover: ['opened', 'told', 'settled'],
  settlement: ['servedByImplementingEntity', 'movedToImplementingEntity', 'movedToReseller', 'endedBySme'],
  ending: ['cancelledBySme', 'endedInTakeover', 'expired', 'terminated', 'annulled'],
  proposal: ['amendment', 'renewal'],
  consent: ['remoteSupport', 'positionTransfer', 'foreignPersonalData'],
  voidReason: ['withdrawn', 'declined', 'sellerDiscontinued'],
  noticeBy: ['mail', 'phone', 'both', 'nothing'],
  method: ['oral', 'written'],
} as const

/** Words a head of form 2 means where it names no functions or items; the domain's own lists may grow, these do not. */
export const allInForm2 = {
  functions: ['consultationDesk', 'anomalyMonitoring', 'emergencyResponse', 'easeOfAdoption', 'simpleCyberInsurance'],
  items: [
    'devices',
    'provisionCountries',
    'dataStorage',
    'insurance',
    'selfPay',
    'initialFee',
    'monthlyFee',
    'term',
    'penalty',
    'rightToCancel',
    'support',
    'noticeContact',
    'helpDesk',
  ],
} as const

/** The word at a place of a list; throws where there is none. */
export const word = (list: readonly string[], place: unknown): string => {
  const found = typeof place === 'number' ? list[place] : undefined
  if (found === undefined) throw new Error(`no word at ${String(place)} of ${list.slice(0, 2).join(', ')}, …`)
  return found
}

/** The moment of so many milliseconds; throws on anything else. */
export const moment = (ms: unknown): string => {
  if (!Number.isSafeInteger(ms)) throw new Error(`no moment: ${String(ms)}`)
  return new Date(ms as number).toISOString()
}

/** A SHA-256 in 43 characters, in hex; throws on any other text. */
export const longHash = (short: unknown): string => {
  const bytes = Buffer.from(String(short), 'base64url')
  if (bytes.length !== 32 || bytes.toString('base64url') !== short) throw new Error(`no hash: ${String(short)}`)
  return bytes.toString('hex')
}

export const orNull = <Value>(value: unknown, read: (value: unknown) => Value): Value | null =>
  value === null ? null : read(value)

/** The fields of a packed text, which has exactly so many. */
export const fieldsOf = (text: unknown, count: number): readonly Stored[] => {
  const fields: unknown = JSON.parse(String(text))
  if (!Array.isArray(fields) || fields.length !== count) throw new Error(`not ${count} fields`)
  return fields
}
