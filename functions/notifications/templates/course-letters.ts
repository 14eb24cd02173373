import type { LinkPurpose } from '../../../shared/domain/contract/link.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { labelOfConsent } from '../../../shared/domain/contract/consent.ts'
import type { Speaker } from '../../../shared/domain/contract/who-spoke.ts'
import { dayInWords, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { yen } from '../../../shared/domain/yen.ts'
import { codeComesTo, greeted, seller, signed, type LinkSent, type Text } from './parts.ts'
import { numberInWords } from '../../../shared/domain/sme-id.ts'
import { nameOfSuccession, type SuccessionGround } from '../../../shared/domain/contract/contract-words.ts'
import type { ConsentKind, Ending } from '../../../shared/domain/contract/contract-words.ts'
import { inJapan } from '../../views/in-japan.ts'

/** Letters to an SME while its contract lives: changes, renewals, leaving, consents. */

export const amendmentLinkLetter = (disclosure: Disclosure, { url, expiresAt, codeBy }: LinkSent): Text => ({
  subject: `【${disclosure.service.name}】ご契約の変更内容のご確認と署名のお願い`,
  text: `${greeted(disclosure)}

${seller(disclosure)}です。
${disclosure.service.name}のご契約の変更について、変わるところをお読みいただき、よろしければ署名をお願いいたします。
署名されるまでは、いまのご契約がそのまま続きます。

${url}

・期限は${inJapan(expiresAt)}です。
${codeComesTo(disclosure, codeBy)}
・変更をお望みでないときは、同じページからお断りいただけます。
${signed(disclosure)}`,
})

export const ownLinkLetter = (disclosure: Disclosure, { url, expiresAt, codeBy }: LinkSent): Text => ({
  subject: `【${disclosure.service.name}】ご契約ページのご案内`,
  text: `${greeted(disclosure)}

ご契約の内容、いまの担当、同意の状況を、次のページでご覧いただけます。
同意の撤回や解約のお申し出も、こちらからできます。

${url}

・期限は${inJapan(expiresAt)}です。
${codeComesTo(disclosure, codeBy)}
${signed(disclosure)}`,
})

const whatWaits: Readonly<Record<LinkPurpose, string>> = {
  own: 'ご契約の内容、いまの担当、同意の状況を、次のページでご覧いただけます。',
  papers: '終わったご契約の書面の控えを、次のページから保存できます。',
  sign: 'ご契約内容のご確認のお願いを、先にお送りしています。次のリンクから、お返事いただけます。',
  amend:
    'ご契約の変更のご案内を、先にお送りしています。次のリンクから、お返事いただけます（変更しないこともできます）。',
  confirm: '書面でのご契約の記録のご確認を、先にお願いしています。次のリンクから、お返事いただけます。',
}

/** Letter with the link that is open already, to whoever asked for one from "who serves me now". */
export const linkAgainLetter = (
  disclosure: Disclosure,
  purpose: LinkPurpose,
  { url, expiresAt, codeBy }: LinkSent,
): Text => ({
  subject: `【${disclosure.service.name}】リンクをもう一度お送りします`,
  text: `${greeted(disclosure)}

「いまの担当」のページから、リンクを求めるお申込みがありました。
${whatWaits[purpose]}
${purpose === 'own' || purpose === 'papers' ? '' : 'お返事のあとに、もう一度お求めいただくと、ご契約ページのリンクをお送りします。\n'}
${url}

・前にお送りしたものと同じリンクです。期限は${inJapan(expiresAt)}です。
${codeComesTo(disclosure, codeBy)}
・お心当たりのない場合は、何もなさらなくて結構です。このリンクは、確認コードなしには開けません。
${signed(disclosure)}`,
})

export const amendedLetter = (disclosure: Disclosure): Text => ({
  subject: `【${disclosure.service.name}】ご契約の変更を承りました`,
  text: `${greeted(disclosure)}

${disclosure.service.name}のご契約の変更（第${disclosure.revision}版）を承りました。
契約期間は${dayInWords(disclosure.terms.startOn)}から${dayInWords(disclosure.terms.endOn)}までです。
お心当たりのない場合は、下記へお知らせください。
${signed(disclosure)}`,
})

const papersAt = ({ until, page }: { readonly until: PlainDate; readonly page: string }): string => `
ご契約の書面の控え（契約書、署名証明書など）は、${dayInWords(until)}まで、次のところからリンクをお求めになり、保存できます。
${page}
リンクは、ご登録のメールへお送りします。この日を過ぎるとお渡しできませんので、お早めに、お客様ご自身で保存してください。
`

/** Letter to the SME that succeeded: the contract is its own now, and nothing else of it changed. */
export const succeededLetter = (disclosure: Disclosure, ground: SuccessionGround, on: PlainDate): Text => ({
  subject: `【${disclosure.service.name}】ご契約の承継を記録しました`,
  text: `${greeted(disclosure)}

${dayInWords(on)}の${nameOfSuccession[ground]}により、${disclosure.service.name}のご契約のユーザーが次のとおりとなったことを記録しました。

ユーザー：${disclosure.sme.name}（${numberInWords(disclosure.sme.smeId)}）

料金、契約期間、サービスの内容、責任を負う者は変わりません。お手続きは要りません。
お心当たりのない場合は、下記へお知らせください。
${signed(disclosure)}`,
})

export const renewalAnnouncedLetter = (disclosure: Disclosure, endOn: PlainDate, answerBy: PlainDate): Text => ({
  subject: `【${disclosure.service.name}】ご契約の自動更新のお知らせ`,
  text: `${greeted(disclosure)}

${disclosure.service.name}のご契約は、${dayInWords(endOn)}に満了します。
${dayInWords(answerBy)}までにお申し出がなければ、同じ条件で更新されます。
更新をお望みでないときは、この日までに下記へお知らせください。違約金はかかりません。
${signed(disclosure)}`,
})

export const renewedLetter = (disclosure: Disclosure): Text => ({
  subject: `【${disclosure.service.name}】ご契約を更新しました`,
  text: `${greeted(disclosure)}

${disclosure.service.name}のご契約を、同じ条件で更新しました。
新しい契約期間は${dayInWords(disclosure.terms.startOn)}から${dayInWords(disclosure.terms.endOn)}までです。
${signed(disclosure)}`,
})

/**
 * Speaker on the SME's own page, named so that a word nobody should have given is noticed; empty where nobody was
 * asked.
 */
const spokenBy = (speaker: Speaker | undefined): string =>
  speaker ? `お手続きをされた方　${speaker.title}　${speaker.name} 様\n` : ''

export const cancellationLetter = (
  disclosure: Disclosure,
  { on, penaltyExTaxYen }: { readonly on: PlainDate; readonly penaltyExTaxYen: number },
  speaker: Speaker | undefined,
): Text => ({
  subject: `【${disclosure.service.name}】解約のお申し出を承りました（まだ解約されていません）`,
  text: `${greeted(disclosure)}

${dayInWords(on)}を最終日とする解約のお申し出を承りました。
${spokenBy(speaker)}${penaltyExTaxYen > 0 ? `ご契約の条件により、違約金は${yen(penaltyExTaxYen)}（税抜）です。` : '違約金はかかりません。'}
この内容でよろしければ、担当者又はご契約ページから、解約をお決めください。お決めになるまで、ご契約は続きます。
${signed(disclosure)}`,
})

const endedAs: Record<Exclude<Ending, 'endedInTakeover'>, string> = {
  cancelledBySme: 'お申し出により、解約となりました。',
  expired: '契約期間が満了しました。',
  terminated: '契約の定め又は法令により、解除となりました。',
  annulled: '成立していなかったものとして、無効の記録をしました。',
}

/** Answer to what the SME said was wrong, as it stands in a letter. */
const answeredWith = (answer: string): string => `
お知らせいただいた件について、次のとおりお答えします。
「${answer}」

`

/** Letter that answers an SME which said that the record of its paper contract is wrong, and asks it again. */
export const disputeAnsweredLetter = (
  disclosure: Disclosure,
  { corrected, answer, url, expiresAt, codeBy }: LinkSent & { readonly corrected: boolean; readonly answer: string },
): Text => ({
  subject: `【${disclosure.service.name}】ご契約の記録についてお知らせいただいた件のご回答`,
  text: `${greeted(disclosure)}

${disclosure.service.name}のご契約の記録について、違うところをお知らせいただき、ありがとうございました。
${corrected ? 'お知らせを受けて、記録を直しました。' : '確かめましたが、記録は変えておりません。'}
${answeredWith(answer)}お手数ですが、次のページで内容をもう一度お確かめください。まだ違うところがあれば、同じページからお知らせいただけます。

${url}

・期限は${inJapan(expiresAt)}です。
${codeComesTo(disclosure, codeBy)}
・ご確認がなくても、ご契約とサービスはそのまま続きます。
${signed(disclosure)}`,
})

export const endedLetter = (
  disclosure: Disclosure,
  {
    on,
    ending,
    penaltyExTaxYen,
  }: { readonly on: PlainDate; readonly ending: Ending; readonly penaltyExTaxYen: number },
  {
    answer,
    papers,
  }: {
    readonly answer: string | null
    /** Until when, and where, it asks for the link to its papers; null where none were sealed. */
    readonly papers: { readonly until: PlainDate; readonly page: string } | null
  },
): Text => ({
  subject: `【${disclosure.service.name}】ご契約の終了のお知らせ`,
  text: `${greeted(disclosure)}

${disclosure.service.name}のご契約は、${dayInWords(on)}をもって終了しました。
${answer === null ? '' : answeredWith(answer)}${ending === 'endedInTakeover' ? '違約金はかかりません。' : endedAs[ending]}
${penaltyExTaxYen > 0 ? `違約金は${yen(penaltyExTaxYen)}（税抜）です。\n` : ''}監視と緊急時の支援も、同じ日で終わります。ご利用ありがとうございました。
${papers === null ? '' : papersAt(papers)}${signed(disclosure)}`,
})

export const consentLetter = (
  disclosure: Disclosure,
  { kind, given }: { readonly kind: ConsentKind; readonly given: boolean },
  speaker: Speaker | undefined,
): Text => ({
  subject: `【${disclosure.service.name}】同意${given ? '' : 'の撤回'}の控え`,
  text: `${greeted(disclosure)}

「${labelOfConsent[kind].ja}」について、${given ? 'ご同意を承りました。' : 'ご同意の撤回を承りました。'}
${spokenBy(speaker)}${given ? 'ご同意は、いつでも撤回いただけます。' : '撤回の前に行ったことは、そのまま有効です。'}
お心当たりのない場合は、下記へお知らせください。
${signed(disclosure)}`,
})
