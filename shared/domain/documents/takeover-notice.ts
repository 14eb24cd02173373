import type { Disclosure } from '../contract/disclosure.ts'
import { dayInJapan, dayInWords, momentInWords, type Instant } from '../plain-date.ts'
import { addresseeOf, contractFacts, contractFingerprint } from './parties.ts'
import type { Fact, Imprint, Printed } from './printed-document.ts'

/** To the SME of a reseller that stopped: who answers now, what stays, whom to call, what it may do. */
export type TakeoverNoticeText = Imprint & {
  readonly date: string
  readonly addressee: readonly string[]
  readonly sender: string
  readonly greeting: string
  readonly what: string
  readonly answers: readonly Fact[]
  readonly unchanged: readonly string[]
  readonly choices: readonly { readonly what: string; readonly note: string }[]
  readonly noChoice: string
  readonly facts: readonly Fact[]
}

/** What the SME may do about a takeover. The letter and the notice say it in the same words. */
export const takeoverChoices = (entity: string): TakeoverNoticeText['choices'] => [
  { what: `${entity}がそのまま続ける`, note: '' },
  { what: `契約の相手方を${entity}に移す`, note: 'ご同意が必要です' },
  { what: '契約の相手方を、ほかの再販協力会社に移す', note: 'ご同意が必要です' },
  { what: '解約する', note: '違約金はかかりません' },
]

export const takeoverGoesOn = '監視も、緊急時の支援も、保険も、止まりません。お客様の操作は要りません。'

/** The notice of a takeover; it bears the instant since when the implementing entity answers (第2章1.(10)). */
export const takeoverNotice = (
  disclosure: Disclosure,
  { sha256, since }: { readonly sha256: string; readonly since: Instant },
): Printed<'takeover-notice'> => {
  const { implementingEntity, reseller, service, items } = disclosure
  const entity = implementingEntity.name
  return {
    kind: 'takeover-notice',
    madeAt: since,
    heading: '引継ぎのお知らせ',
    title: `${service.name}の引継ぎについて`,
    contractId: disclosure.contractId,
    fingerprint: contractFingerprint(sha256),
    date: dayInWords(dayInJapan(since)),
    addressee: addresseeOf(disclosure),
    sender: entity,
    greeting: '平素よりお世話になっております。ご契約のサービスについて、大切なお知らせです。',
    what: `${(reseller ?? implementingEntity).name}が、サービスの提供を続けられなくなりました。これからは、実施主体である${entity}が責任を持って続けます。`,
    answers: [
      { label: 'いま責任を負う者', lines: [`${entity}（実施主体）`, `法人番号 ${implementingEntity.corporateNumber}`] },
      { label: '責任を負い始めた時', lines: [momentInWords(since)] },
      { label: 'これからのご連絡先', lines: items.find(({ code }) => code === 'helpDesk')?.lines ?? [] },
    ],
    unchanged: [
      takeoverGoesOn,
      'ご契約の条件（料金、契約期間、解約の定め）は変わりません。',
      '契約の相手方は、ご同意なしには変わりません。',
    ],
    choices: takeoverChoices(entity),
    noChoice: 'お返事がなくても、サービスは続きます。お急ぎになる必要はありません。',
    facts: contractFacts(disclosure),
    note: 'このお知らせは、契約の台帳の記録から組み立てられたものです。制度の公式様式ではありません。',
  }
}
