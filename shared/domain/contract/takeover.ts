import type { DiscontinuanceId, Holder } from '../ids.ts'
import type { Instant, PlainDate } from '../plain-date.ts'
import type { Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { isGiven } from './consent.ts'
import type { Settlement, ToldBy } from './contract-words.ts'
import { endingOf } from './ending.ts'
import type { Contract, ExistingContract, Takeover } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>

type Reaching = {
  readonly discontinuanceId: DiscontinuanceId
  readonly since: Instant
  /** The day the difficulty was known, where that was kept. */
  readonly knownOn?: PlainDate
  /** True for a paper contract that turned up after the list was frozen. */
  readonly late?: boolean
}

/** The takeover a contract has in a case, if it has one. */
export const takeoverIn = (discontinuanceId: DiscontinuanceId, contract: Contract): Takeover | null => {
  if (contract.stage !== 'live' && contract.stage !== 'ended') return null
  const all = contract.takeover ? [contract.takeover, ...contract.earlierTakeovers] : []
  return all.find((one) => one.discontinuanceId === discontinuanceId) ?? null
}

/**
 * 第2章1.(10): what happens to one contract of a reseller that stops. A live one gets its takeover and the
 * implementing entity answers from the instant of the discontinuance; what was still being prepared is void; what
 * had ended is left alone. Asking twice changes nothing.
 */
export const applyDiscontinuance = (
  contract: ExistingContract,
  { discontinuanceId, since, knownOn, late = false }: Reaching,
): readonly ContractEvent[] => {
  switch (contract.stage) {
    case 'drafted':
    case 'offered':
      return [{ type: 'contract-voided', reason: 'sellerDiscontinued' }]
    case 'live':
      if (takeoverIn(discontinuanceId, contract)) return []
      return [{ type: 'takeover-opened', discontinuanceId, since, late, ...(knownOn ? { knownOn } : {}) }]
    case 'ended':
    case 'void':
      return []
  }
}

const notTakenOver = (contract: ExistingContract) =>
  refuse<Refusal<'wrong-stage'>>({
    kind: 'wrong-stage',
    what: 'takeover',
    stage: contract.stage,
    needs: ['opened', 'told'],
  })

const settledAlready = refuse<Refusal<'wrong-stage'>>({
  kind: 'wrong-stage',
  what: 'takeover',
  stage: 'settled',
  needs: ['opened', 'told'],
})

/** Records that the SME was told who answers now. Telling again is on record again and changes nothing else. */
export const tellSme = (
  contract: ExistingContract,
  { by, toldSha256 }: { readonly by: ToldBy; readonly toldSha256: string | null },
): Decided<'wrong-stage'> => {
  if (contract.stage !== 'live' || !contract.takeover) return notTakenOver(contract)
  const { stage } = contract.takeover
  if (stage === 'settled') return settledAlready
  return ok([{ type: 'takeover-told', by, toldSha256 }])
}

/**
 * Owes the notice of the takeover once more, to an address a person has stated since or to the one that is known, until
 * the takeover is settled. The takeover stays where it is until that letter arrives.
 */
export const sendNoticeAgain = (
  contract: ExistingContract,
  { addressSha256 }: { readonly addressSha256: string | null },
): Decided<'wrong-stage'> => {
  if (contract.stage !== 'live' || !contract.takeover) return notTakenOver(contract)
  const { stage } = contract.takeover
  if (stage === 'settled') return settledAlready
  return ok([{ type: 'takeover-notice-sent-again', addressSha256 }])
}

export type Settling = {
  readonly settlement: Settlement
  /** Holder that serves from now on; ignored when the SME ends the contract. */
  readonly holder: Holder
  readonly consentSha256: string | null
  /** The receipt by which the SME's consent in advance stands, as its ledger says; null where that was not asked. */
  readonly advanceSha256?: string | null
  readonly on: PlainDate
}

/**
 * True for a contract that may move without another word of its SME, by its consent in advance (民法539条の2). The text it
 * consented to names its seller as the one who stops and the implementing entity as the one it moves to, and nobody
 * else: so not to another reseller, and not once it has moved to one.
 */
export const movesByAdvanceConsent = (contract: ExistingContract, settlement: Settlement): boolean =>
  contract.stage === 'live' &&
  settlement === 'movedToImplementingEntity' &&
  isGiven(contract.consents, 'positionTransfer') &&
  contract.counterparty.length === 1

/**
 * Settles a takeover after the SME was told. Moving the counterparty, or ending, needs the SME's own word on record,
 * given now or, where that suffices, in advance; serving on by the implementing entity does not.
 */
export const settleTakeover = (
  contract: ExistingContract,
  settling: Settling,
): Decided<'wrong-stage' | 'incomplete'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  if (!contract.takeover) return notTakenOver(contract)
  const { stage } = contract.takeover
  if (stage !== 'told') return refuse({ kind: 'wrong-stage', what: 'takeover', stage, needs: ['told'] })

  const { settlement, holder, on, advanceSha256 = null } = settling
  const consentSha256 = settling.consentSha256 ?? (movesByAdvanceConsent(contract, settlement) ? advanceSha256 : null)
  if (settlement !== 'servedByImplementingEntity' && consentSha256 === null) {
    const why = {
      ja: '契約の相手方の変更や終了には、ユーザー自身の意思の記録が要ります（民法539条の2）。',
      en: "Changing the counterparty or ending needs the user's own word on record (Civil Code art. 539-2).",
    }
    return refuse({
      kind: 'incomplete',
      what: 'consent',
      missing: [{ code: 'consent', suppliedBy: 'implementingEntity', why }],
    })
  }
  if (settlement === 'endedBySme')
    return ok(endingOf(contract, { on, ending: 'endedInTakeover', wordSha256: consentSha256 ?? '' }))
  return ok([{ type: 'takeover-settled', settlement, holder, consentSha256 }])
}
