import type { PlainDate } from '../domain/plain-date.ts'
import type { Refusal } from '../domain/refusal.ts'
import { done, type Result } from '../domain/result.ts'
import type { OfferedVersion } from '../domain/service/gate.ts'
import { editionOfLaterOccasion } from '../standard/index.ts'
import { versionOnOffer } from './judging.ts'
import type { Deal, LiveContract } from '../domain/contract/states.ts'
import type { Eligibility } from './eligibility.ts'
import type { ProposalKind } from '../domain/contract/contract-words.ts'

/** Who is the SME's counterparty now: whom a new revision names as its seller. */
export const counterpartyOf = ({ counterparty, deal }: LiveContract): Deal['seller'] =>
  counterparty.at(-1)?.party ?? deal.seller

/** The version of the service a later occasion of a contract is made under, with the edition that judges it. */
export const versionFor = (
  occasion: ProposalKind,
  { serviceVersion, edition }: Deal,
  { serviceGate }: Pick<Eligibility, 'serviceGate'>,
  wanted: 'asSigned' | 'onOffer',
  today: PlainDate,
): Result<OfferedVersion, Refusal<'does-not-fit'>> => {
  const onOffer = versionOnOffer(serviceGate, today)
  if (!onOffer.ok) return onOffer
  const asSigned = { ...onOffer.value, number: serviceVersion, edition }
  if (occasion === 'amendment' && (wanted === 'asSigned' || onOffer.value.number === serviceVersion))
    return done({
      ...asSigned,
      edition: editionOfLaterOccasion(occasion, { signedUnder: asSigned, onOffer: onOffer.value }),
    })
  return done(onOffer.value)
}
