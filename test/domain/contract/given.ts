import type { Settlement } from '../../../shared/domain/contract/contract-words.ts'
import { disclosureItemCodes } from '../../../shared/domain/disclosure-items.ts'
import { confirmCancellation, requestCancellation } from '../../../shared/domain/contract/ending.ts'
import type { Holder } from '../../../shared/domain/ids.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { serviceFunctions } from '../../../shared/domain/service/facts.ts'
import {
  after,
  contractOf,
  day,
  discontinuanceId,
  entityId,
  folded,
  kept,
  minutes,
  resellerId,
  serviceId,
  sha256,
  today,
} from '../given.ts'
import type {
  ContractRevision,
  Interval,
  EndedContract,
  ExistingContract,
  LiveContract,
} from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

export const deal: ContractRevision = {
  contractId: contractOf(1),
  entityId,
  seller: resellerId,
  serviceId,
  serviceVersion: 1,
  monitoringType: 'network',
  edition: '1.2',
  smeId: '4011001098993',
  prefecture: '東京都',
  functions: serviceFunctions,
  terminals: 5,
  importantTerminals: null,
  initialFeeExTaxYen: 280_000,
  monthlyFeeExTaxYen: 9_800,
  startOn: day('2026-10-15'),
  endOn: day('2029-10-14'),
  renewal: null,
  noticeBy: 'both',
  revision: 1,
  documentSha256: sha256('d'),
}
export const revised: ContractRevision = { ...deal, revision: 2, documentSha256: sha256('e') }
export const explanation = { method: 'oral', on: today, items: disclosureItemCodes } as const
export const nonce = 'the-nonce'
export const expiresAt = after(7 * 24 * minutes(60))

export const drafted = { type: 'contract-drafted', deal } as const satisfies ContractEvent
export const explained = {
  type: 'contract-explained',
  explanation,
  explanationSha256: sha256('1'),
} as const satisfies ContractEvent
export const offered = { type: 'contract-offered', nonce, expiresAt } as const satisfies ContractEvent
export const requested = { type: 'signing-code-requested' } as const satisfies ContractEvent
export const refusedCode = { type: 'signing-code-refused' } as const satisfies ContractEvent
export const accepted = { type: 'signing-code-accepted' } as const satisfies ContractEvent
export const signed = {
  type: 'contract-signed',
  signedOn: today,
  documentSha256: deal.documentSha256,
  remoteSupportConsent: true,
  signatureSha256: sha256('2'),
} as const satisfies ContractEvent
export const attestation = {
  deal,
  explanation,
  signedOn: day('2026-09-01'),
  remoteSupportConsent: false,
  attestationSha256: sha256('3'),
  confirmBy: { nonce, expiresAt },
} as const
export const attested = { type: 'contract-attested', ...attestation } as const satisfies ContractEvent
export const attestedWithoutLink = {
  type: 'contract-attested',
  ...attestation,
  confirmBy: null,
} as const satisfies ContractEvent
export const confirmed = {
  type: 'attestation-confirmed',
  confirmationSha256: sha256('6'),
} as const satisfies ContractEvent
export const disputed = { type: 'attestation-disputed', disputeSha256: sha256('7') } as const satisfies ContractEvent
export const withdrawn = { type: 'contract-voided', reason: 'withdrawn' } as const satisfies ContractEvent
export const ended = {
  type: 'contract-ended',
  on: today,
  ending: 'cancelledBySme',
  wordSha256: sha256('5'),
  penaltyExTaxYen: 0,
} as const satisfies ContractEvent
export const opened = {
  type: 'takeover-opened',
  discontinuanceId,
  since: after(minutes(5) + 1),
  late: false,
} as const satisfies ContractEvent
export const told = { type: 'takeover-told', by: 'mail', toldSha256: null } as const satisfies ContractEvent
export const settled = (settlement: Settlement, holder: Holder): ContractEvent => ({
  type: 'takeover-settled',
  settlement,
  holder,
  consentSha256: settlement === 'servedByImplementingEntity' ? null : sha256('4'),
})

export const toOffer = [drafted, explained, offered] as const
export const toOpen = [...toOffer, requested, accepted] as const
export const toSign = [...toOpen, signed] as const
export const toTakeOver = [...toSign, opened] as const

export const contractAfter = (...events: readonly ContractEvent[]): ExistingContract => kept(folded('contract', events))

export const liveAfter = (...events: readonly ContractEvent[]): LiveContract => {
  const contract = contractAfter(...events)
  if (contract.stage !== 'live') throw new Error(`not live but ${contract.stage}`)
  return contract
}

export const concludedAfter = (...events: readonly ContractEvent[]): LiveContract | EndedContract => {
  const contract = contractAfter(...events)
  if (contract.stage !== 'live' && contract.stage !== 'ended') throw new Error(`not concluded but ${contract.stage}`)
  return contract
}

/** An SME asks to leave on a day and confirms the same moment; free of charge, unless said otherwise. */
export const leave = (
  contract: ExistingContract,
  { on, now = on, penaltyExTaxYen = 0 }: { readonly on: PlainDate; readonly now?: PlainDate; penaltyExTaxYen?: number },
): Result<readonly ContractEvent[], Refusal> => {
  const asked = requestCancellation(
    contract,
    { on, wordSha256: sha256('5'), ground: false },
    { penaltyExTaxYen, mayCancelAnyTime: true },
    { today: now < on ? now : on },
  )
  if (!asked.ok) return asked
  const asking = kept(folded('contract', asked.value, contract))
  const told = asking.stage === 'live' ? (asking.leaving?.penaltyExTaxYen ?? 0) : 0
  const confirmed = confirmCancellation(asking, { penaltyExTaxYen: told }, { today: now })
  return confirmed.ok ? ok([...asked.value, ...confirmed.value]) : confirmed
}

/** Who answers at a moment: exactly one, or the list has a hole or an overlap. */
export const answering = (intervals: readonly Interval[], at: Instant): readonly Holder[] =>
  intervals.filter(({ from, until }) => from <= at && (until === null || at < until)).map(({ party }) => party)
