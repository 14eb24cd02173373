import { shortNumberOf } from '../short-number.ts'
import type { Disclosure } from '../contract/disclosure.ts'
import { dayInJapan, dayInWords, momentInWords, type Instant, type PlainDate } from '../plain-date.ts'
import type { Letterhead } from '../letterhead.ts'
import { addresseeOf, contractFacts, contractFingerprint, senderOf } from './parties.ts'
import type { Printed } from './printed-document.ts'
import type { TakeoverNoticeText } from './texts.ts'

/** Choices of the SME about a takeover. The letter and the notice say it in the same words. */
export const takeoverChoices = (entity: string): TakeoverNoticeText['choices'] => [
  { what: `${entity}がそのまま続ける`, note: '' },
  { what: `契約の相手方を${entity}に移す`, note: 'ご同意が必要です' },
  { what: '契約の相手方を、ほかの再販協力会社に移す', note: 'ご同意が必要です' },
  { what: '解約する', note: '違約金はかかりません' },
]

/** Sentence on what a takeover has not shown yet when it begins. The public page says it in the same words. */
export const beingChecked = '監視・窓口・保険が続いていることを、順に確かめています。'

/** State of an SME when its takeover begins, and where it finds how it stands by now: a page that is named below. */
export const stateOfTakeover: readonly string[] = [
  `実施主体が、${beingChecked}`,
  '確かめた結果は、次のページでいつでもご覧いただけます（ログインは要りません）。ご覧になれないときは、上のご連絡先へお尋ねください。',
]

/** Terms that stay as they are in a takeover. Letter and notice say it in the same words. */
export const takeoverLeaves: readonly string[] = [
  'ご契約の条件（料金、契約期間、解約の定め）は変わりません。',
  '契約の相手方は、ご同意なしには変わりません。',
]

/** Sentence on what becomes of an SME that does not answer. */
export const withoutAnswer = (entity: string): string =>
  `お返事がなくても、${entity}が責任を持って続けます。お急ぎになる必要はありません。`

/** From which day the implementing entity answers to the SME, beside the instant: notice and letter say it in the same words. */
export const answersFrom = (entity: string, knownOn: PlainDate): string =>
  `${entity}が提供困難を知った日は、${dayInWords(knownOn)}です。${entity}は、この日からの提供についても、お客様に対して責任を負います（当社解釈：サービス基準 第2章1.(10)は、いつからかを定めていません）。`

/**
 * The notice of a takeover (第2章1.(10)); it bears the instant since when the implementing entity answers. It says what
 * was known then, and where to read what is known now: so it is the same document whenever it is printed.
 */
export const takeoverNotice = (
  disclosure: Disclosure,
  {
    sha256,
    since,
    knownOn,
    page,
    letterhead,
  }: {
    readonly sha256: string
    readonly since: Instant
    readonly knownOn: PlainDate
    readonly page: string
    /** Letterhead of the implementing entity as it is printed; without one, as the contract's text has it. */
    readonly letterhead?: Letterhead | undefined
  },
): Printed<'takeover-notice'> => {
  const { implementingEntity, reseller, service, items } = disclosure
  const entity = implementingEntity.name
  return {
    kind: 'takeover-notice',
    madeAt: since,
    heading: '引継ぎのお知らせ',
    title: `${service.name}の引継ぎについて`,
    contractId: disclosure.contractId,
    shortNumber: shortNumberOf(disclosure.contractId),
    fingerprint: contractFingerprint(sha256),
    date: dayInWords(dayInJapan(since)),
    addressee: addresseeOf(disclosure),
    sender: senderOf(implementingEntity, letterhead ?? implementingEntity),
    greeting: '平素よりお世話になっております。ご契約のサービスについて、大切なお知らせです。',
    what: `${(reseller ?? implementingEntity).name}が、サービスの提供を続けられなくなりました。これからは、実施主体である${entity}が責任を持って続けます。お客様のお手続きは要りません。`,
    answers: [
      { label: 'いま責任を負う者', lines: [`${entity}（実施主体）`, `法人番号 ${implementingEntity.corporateNumber}`] },
      { label: '責任を負い始めた時', lines: [momentInWords(since), answersFrom(entity, knownOn)] },
      { label: 'これからのご連絡先', lines: items.find(({ code }) => code === 'helpDesk')?.lines ?? [] },
    ],
    now: stateOfTakeover,
    page,
    unchanged: takeoverLeaves,
    choices: takeoverChoices(entity),
    noChoice: withoutAnswer(entity),
    facts: contractFacts(disclosure),
    note: 'このお知らせは、契約の台帳の記録から組み立てられたものです。制度の公式様式ではありません。',
  }
}
