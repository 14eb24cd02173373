import {
  consentIn,
  giveConsent as decideConsent,
  textOfConsent,
  withdrawConsent as decideWithdrawal,
} from '../../../shared/domain/contract/consent.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { isCountryCode } from '../../../shared/domain/places.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ContractForDecision, Step } from './step.ts'
import type { ConsentKind } from '../../../shared/domain/contract/contract-words.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { type ConsentReceipt, consentForm } from '../../papers/words-of-smes.ts'

type AbroadGiven = NonNullable<ConsentReceipt['abroad']>

type Said = Pick<ConsentReceipt, 'by' | 'askedBy' | 'how' | 'signer' | 'from'>

/** The sentences of a consent as they read for one contract. */
export const consentText = (
  { countryName }: Pick<Dependencies, 'countryName'>,
  kind: ConsentKind,
  { service, implementingEntity, reseller }: Disclosure,
  abroad: AbroadGiven | null,
): readonly string[] =>
  textOfConsent(kind, {
    serviceName: service.name,
    implementingEntity: implementingEntity.name,
    seller: (reseller ?? implementingEntity).name,
    abroad: abroad && { ...abroad, countryName: countryName(abroad.country) },
  })

/** Personal data goes abroad only where the country, its regime and the measures were told, all three. */
const untold = (kind: ConsentKind, abroad: AbroadGiven | null): Refusal<'does-not-fit'> | undefined => {
  if ((kind === 'foreignPersonalData') !== (abroad !== null))
    return {
      kind: 'does-not-fit',
      what: 'abroad',
      given: kind,
      needs: 'country, regime and measures, for data abroad only',
    }
  if (abroad && !isCountryCode(abroad.country))
    return { kind: 'does-not-fit', what: 'abroad.country', given: abroad.country, needs: 'an ISO 3166-1 code' }
  return undefined
}

/** Information last given to the SME on data that goes abroad; null where it never consented to that. */
export const toldAbroad = async (
  { ledger }: Dependencies,
  { deal, ...rest }: ExistingContract,
): Promise<AbroadGiven | null> => {
  if (!('consents' in rest) || !consentIn(rest.consents, 'foreignPersonalData')) return null
  const last = (await ledger.eventsOf(deal.contractId)).findLast(
    ({ event }) => event.type === 'consent-given' && event.kind === 'foreignPersonalData',
  )
  if (!last) return null
  const { abroad } = consentForm.read(await ledger.paper(last.stream, numbered('consent-given', last.seq)))
  return abroad
}

/** A consent as a step on the contract, with its receipt. */
export const consenting = async (
  deps: Dependencies,
  { state, version }: ContractForDecision,
  kind: ConsentKind,
  said: Said,
  abroad: AbroadGiven | null,
): Promise<Result<Step, Refusal<'wrong-stage' | 'already-exists' | 'does-not-fit'>>> => {
  const lacking = untold(kind, abroad)
  if (lacking) return refuse(lacking)
  const disclosure = await deps.contracts.document(state.deal.contractId, state.deal.revision)
  const receipt: ConsentReceipt = { kind, abroad, ...said, text: consentText(deps, kind, disclosure, abroad) }
  const paper = paperAt(deps.digest, 'consent-given', version, consentForm.write(receipt))
  const decision = decideConsent(state, { kind, receiptSha256: paper.sha256 })
  return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
}

/** The withdrawal of a consent as a step on the contract. */
export const withdrawing = (
  { digest }: Dependencies,
  { state, version }: ContractForDecision,
  kind: ConsentKind,
  said: Said,
): Result<Step, Refusal<'wrong-stage'>> => {
  const receipt: ConsentReceipt = { kind, ...said, text: [], abroad: null }
  const paper = paperAt(digest, 'consent-withdrawn', version, consentForm.write(receipt))
  const decision = decideWithdrawal(state, { kind, receiptSha256: paper.sha256 })
  return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
}
