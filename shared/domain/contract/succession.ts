import type { ContractId, ExceptionId, SmeId } from '../ids.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Missing, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { isOwnSmeId } from '../sme-id.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'
import type { ContractRevision, ExistingContract } from './states.ts'
import type { SuccessionGround } from './contract-words.ts'

/** Those whose consent moves a contract from one SME to another where no law does (民法539条の2). */
export const agreeingParties = ['transferor', 'transferee', 'seller'] as const
type AgreeingParty = (typeof agreeingParties)[number]

/** Grounds on which a contract passes by law, with all that belongs to it: nobody has to consent. */
const byLaw: ReadonlySet<SuccessionGround> = new Set(['merger', 'companySplit'])

const nameOfParty: Readonly<Record<AgreeingParty, string>> = {
  transferor: '元のユーザー',
  transferee: '引き継ぐ方',
  seller: '契約の相手方',
}

/** Facts of a succession, beside what it makes of the contract. */
export type Succession = {
  readonly ground: SuccessionGround
  readonly on: PlainDate
  readonly successor: SmeId
  readonly agreed: readonly AgreeingParty[]
}

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>

const misfit = (what: string, given: string, needs: string) =>
  refuse<Refusal<'does-not-fit'>>({ kind: 'does-not-fit', what, given, needs })

/** Objection to a succession before any text is written: its ground does not fit who is succeeded, or consents lack. */
export const unfitSuccession = (
  contract: ExistingContract,
  { ground, on, successor, agreed }: Succession,
  today: PlainDate,
): Result<never, Refusal<'wrong-stage' | 'does-not-fit' | 'out-of-order' | 'incomplete'>> | undefined => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { smeId } = contract.deal
  if (successor === smeId) return misfit('successor.corporateNumber', successor, 'another than the SME of the contract')
  if (on > today) return misfit('on', on, `a day until ${today}`)
  if (on < contract.signedOn)
    return refuse({ kind: 'out-of-order', what: 'on', given: on, notBefore: contract.signedOn })
  if (ground === 'incorporation' && !isOwnSmeId(smeId))
    return misfit('ground', ground, 'an SME that had no corporate number')
  if (ground !== 'businessTransfer' && isOwnSmeId(successor))
    return misfit('successor.corporateNumber', successor, 'a corporate number')
  const missing: readonly Missing[] = byLaw.has(ground)
    ? []
    : agreeingParties
        .filter((party) => !agreed.includes(party))
        .map((party) => ({
          code: party,
          suppliedBy: 'implementingEntity',
          why: {
            ja: `${nameOfParty[party]}の承諾がありません（民法539条の2）。誰がいつ承諾したかを入れてください。`,
            en: `The consent of the ${party} is not on record (Civil Code, art. 539-2).`,
          },
        }))
  return missing.length > 0 ? refuse({ kind: 'incomplete', what: 'consents', missing }) : undefined
}

/** The contract is another SME's from now on; where that has the service already, both stand in conflict. */
export const succeed = (
  { ground, on }: Succession,
  made: {
    readonly deal: ContractRevision
    readonly next: ContractRevision | null
    readonly successionSha256: string
    readonly slotHeldBy: ContractId | null
  },
): readonly ContractEvent[] => {
  const { slotHeldBy, ...texts } = made
  return [{ type: 'sme-succeeded', ground, on, ...texts, ...(slotHeldBy ? { conflictWith: slotHeldBy } : {}) }]
}

/**
 * A conflict is over: the other contract ended or passed to another SME, and this one takes the place, or an exception was
 * approved.
 */
export const settleConflict = (
  contract: ExistingContract,
  { slotHeldBy, exceptionId }: { readonly slotHeldBy: ContractId | null; readonly exceptionId: ExceptionId | null },
): Decided<'wrong-stage' | 'does-not-fit'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { conflict } = contract
  // Under an exception it stands beside the other, and has the place once that is free.
  if (!conflict || (conflict.exceptionId && (exceptionId || slotHeldBy)))
    return refuse({ kind: 'wrong-stage', what: 'smeConflict', stage: conflict ? 'excepted' : 'none', needs: ['open'] })
  if (exceptionId) return ok([{ type: 'sme-conflict-settled', exceptionId }])
  if (slotHeldBy)
    return refuse({
      kind: 'does-not-fit',
      what: 'exceptionId',
      given: '',
      needs: `an approved exception, while ${slotHeldBy} stands`,
      why: {
        ja: `もう一方の契約（${slotHeldBy}）が続いています。どちらかが終わるまで待つか、承認された例外を示してください。`,
        en: `The other contract, ${slotHeldBy}, still stands: name an approved exception, or wait until one ends.`,
      },
    })
  return ok([{ type: 'sme-conflict-settled' }])
}

/** True where a contract holds its SME's place for the service: unless another had it when the SME became this one. */
export const holdsPlace = (contract: ExistingContract): boolean =>
  contract.stage === 'live' && contract.conflict === undefined
