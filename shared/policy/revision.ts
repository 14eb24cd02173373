import type { PlainDate } from '../domain/plain-date.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result } from '../domain/result.ts'
import type { OfferedVersion } from '../domain/service/guard.ts'
import { editionOfLaterOccasion } from '../standard/index.ts'
import { versionOnOffer } from './judging.ts'
import type { ContractRevision, LiveContract } from '../domain/contract/states.ts'
import type { Eligibility } from './eligibility.ts'
import type { ProposalKind } from '../domain/contract/contract-words.ts'

/** Counterparty of the SME now: whom a new revision names as its seller. */
export const counterpartyOf = ({ counterparty, deal }: LiveContract): ContractRevision['seller'] =>
  counterparty.at(-1)?.party ?? deal.seller

/** The version of the service a later occasion of a contract is made under, with the edition that judges it. */
export const versionFor = (
  occasion: ProposalKind,
  { serviceVersion, edition }: ContractRevision,
  { serviceGuard }: Pick<Eligibility, 'serviceGuard'>,
  wanted: 'asSigned' | 'onOffer',
  today: PlainDate,
): Result<OfferedVersion, Refusal<'does-not-fit'>> => {
  const onOffer = versionOnOffer(serviceGuard, today)
  if (!onOffer.ok) return onOffer
  const asSigned = { ...onOffer.value, number: serviceVersion, edition }
  if (occasion === 'amendment' && (wanted === 'asSigned' || onOffer.value.number === serviceVersion))
    return ok({
      ...asSigned,
      edition: editionOfLaterOccasion(occasion, { signedUnder: asSigned, onOffer: onOffer.value }),
    })
  return ok(onOffer.value)
}
