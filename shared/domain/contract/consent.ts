import type { Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Words } from '../words.ts'
import { consentKinds, type ConsentKind } from './contract-words.ts'
import type { ConsentNow, ExistingContract } from './states.ts'
import type { ConsentEvent, ContractEvent } from './events.ts'
import { wrongStage } from './in-stage.ts'

export const labelOfConsent: Record<ConsentKind, Words> = {
  remoteSupport: { ja: 'リモートによる対応支援', en: 'Remote support' },
  positionTransfer: { ja: '契約上の地位の移転（事前の承諾）', en: 'Transfer of the contract, in advance' },
  foreignPersonalData: { ja: '外国にある第三者への個人データの提供', en: 'Personal data to a third party abroad' },
}

/** Present state of one consent; null where it was never given. */
export const consentIn = (consents: readonly ConsentNow[], kind: ConsentKind): ConsentNow | null =>
  consents.find((one) => one.kind === kind) ?? null

export const isGiven = (consents: readonly ConsentNow[], kind: ConsentKind): boolean =>
  consentIn(consents, kind)?.stage === 'given'

/** The consents after one was given or withdrawn, in the order of the kinds. */
export const withConsent = (consents: readonly ConsentNow[], one: ConsentNow): readonly ConsentNow[] =>
  consentKinds.flatMap((kind) => (one.kind === kind ? [one] : (consentIn(consents, kind) ?? [])))

/** The receipt by which a consent stands after these words of the SME; null where it was never given, or taken back. */
export const receiptInForce = (words: readonly ConsentEvent[], kind: ConsentKind): string | null => {
  const last = words.findLast((one) => one.kind === kind)
  return last?.type === 'consent-given' ? last.receiptSha256 : null
}

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>
type Word = { readonly kind: ConsentKind; readonly receiptSha256: string }

/** The SME consents. What is given already is not given twice. */
export const giveConsent = (contract: ExistingContract, word: Word): Decided<'wrong-stage' | 'already-exists'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  if (isGiven(contract.consents, word.kind)) return refuse({ kind: 'already-exists', what: 'consent' })
  return ok([{ type: 'consent-given', ...word }])
}

/** The SME takes a consent back, at any time. What was done while it stood stays lawful. */
export const withdrawConsent = (contract: ExistingContract, word: Word): Decided<'wrong-stage'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const now = consentIn(contract.consents, word.kind)
  if (now?.stage !== 'given')
    return refuse({ kind: 'wrong-stage', what: 'consent', stage: now?.stage ?? 'none', needs: ['given'] })
  return ok([{ type: 'consent-withdrawn', ...word }])
}

/** Facts on data going abroad that the SME has to be told before it consents (個人情報保護法28条2項). */
type Abroad = { readonly countryName: string; readonly regime: string; readonly measures: string }

type About = {
  readonly serviceName: string
  readonly implementingEntity: string
  readonly seller: string
  readonly abroad: Abroad | null
}

/** The sentences an SME is shown before it consents; they go into the receipt as they are. */
export const textOfConsent = (
  kind: ConsentKind,
  { serviceName, implementingEntity, seller, abroad }: About,
): readonly string[] => {
  switch (kind) {
    case 'remoteSupport':
      return [
        `${serviceName}の緊急時の対応支援を、リモートで行うことに同意します。`,
        '実際にリモートで支援するときは、そのつど、始める前にご意向を確かめます。',
        '同意はいつでも撤回できます。撤回しても、駆付け支援は受けられます。',
      ]
    case 'positionTransfer':
      return [
        `${seller}が${serviceName}の提供を続けられなくなったときは、契約の相手方を${implementingEntity}に移すことを、あらかじめ承諾します（民法539条の2）。`,
        '承諾の有無にかかわらず、サービスについての責任は、その時から実施主体が負います。',
        '承諾はいつでも撤回できます。撤回した後に相手方を移すときは、改めてお尋ねします。',
      ]
    case 'foreignPersonalData':
      return [
        `${serviceName}のために、従業者等の個人データを、外国にある第三者へ提供することに同意します（個人情報保護法28条）。`,
        `提供先の国：${abroad?.countryName ?? ''}`,
        `その国の個人情報の保護に関する制度：${abroad?.regime ?? ''}`,
        `提供先が講じる措置：${abroad?.measures ?? ''}`,
        '同意はいつでも撤回できます。',
      ]
  }
}
