import { factorsReach, isSamePerson } from '../../../shared/domain/contract/contact.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { Speaker } from '../../../shared/domain/contract/who-spoke.ts'
import { dayInWords } from '../../../shared/domain/plain-date.ts'
import { inJapan } from '../../views/in-japan.ts'
import { codeComesTo, greeted, seller, servingAt, signed, type LinkSent, type Text } from './parts.ts'

/** Letters to an SME until its contract stands: links, codes, what was recorded and what was signed. */

export const signingLinkLetter = (disclosure: Disclosure, { url, expiresAt, codeBy }: LinkSent): Text => ({
  subject: `【${disclosure.service.name}】ご契約内容のご確認と署名のお願い`,
  text: `${disclosure.sme.name}
${disclosure.sme.signatory?.name ?? 'ご担当者'} 様

${seller(disclosure)}です。
${disclosure.service.name}のご契約内容をお読みいただき、よろしければ署名をお願いいたします。

${url}

・期限は${inJapan(expiresAt)}です。
${codeComesTo(disclosure, codeBy)}
・お心当たりのない場合は、開かずに下記へお知らせください。
${signed(disclosure)}`,
})

/** Letter that reminds an SME of a link it has not signed with, once, before it runs out. */
export const linkReminderLetter = (
  disclosure: Disclosure,
  { url, expiresAt, codeBy }: LinkSent,
  isChange: boolean,
): Text => ({
  subject: `【${disclosure.service.name}】署名の期限が近づいています`,
  text: `${greeted(disclosure)}

${seller(disclosure)}です。
先日お送りした${disclosure.service.name}の${isChange ? 'ご契約の変更' : 'ご契約の内容'}に、まだ署名をいただいておりません。
期限が近づきましたので、お知らせいたします。内容をお読みいただき、よろしければ署名をお願いいたします。

${url}

・期限は${inJapan(expiresAt)}です。過ぎると、このリンクは使えなくなります。
${codeComesTo(disclosure, codeBy)}
・${isChange ? '変更をお望みでないときは、同じページからお断りいただけます。署名されるまでは、いまのご契約がそのまま続きます。' : 'お望みでないときは、同じページからお断りいただけます。'}
・このお知らせをお送りするのは、今回だけです。行き違いで署名がおすみのときは、ご容赦ください。
・お心当たりのない場合は、開かずに下記へお知らせください。
${signed(disclosure)}`,
})

/** The same of a link by which it is asked to confirm the record of its paper contract. */
export const confirmationReminderLetter = (disclosure: Disclosure, { url, expiresAt, codeBy }: LinkSent): Text => ({
  subject: `【${disclosure.service.name}】書面でのご契約の記録のご確認の期限が近づいています`,
  text: `${greeted(disclosure)}

先日お送りした${disclosure.service.name}の書面でのご契約の記録に、まだご確認をいただいておりません。
期限が近づきましたので、お知らせいたします。内容に間違いがないか、ご確認をお願いいたします。違うところがあれば、同じページからお知らせいただけます。

${url}

・期限は${inJapan(expiresAt)}です。過ぎると、このリンクは使えなくなります。
${codeComesTo(disclosure, codeBy)}
・ご確認がなくても、ご契約とサービスはそのまま続きます。
・このお知らせをお送りするのは、今回だけです。行き違いでご確認がおすみのときは、ご容赦ください。
・お心当たりのない場合は、開かずに下記へお知らせください。
${signed(disclosure)}`,
})

export const codeMessage = (disclosure: Disclosure, code: string): string =>
  `【${disclosure.service.name}】確認コードは ${code} です。10分以内に入力してください。ほかの人には教えないでください。`

/** Words of a call: it says whose it is and reads the six digits twice, each by itself. A line is followed by a pause. */
export const codeCall = (disclosure: Disclosure, code: string): string => {
  const digits = [...code].join('、')
  return `${disclosure.service.name}の確認コードをお知らせします。
確認コードは、${digits}、です。
くり返します。
確認コードは、${digits}、です。
10分以内に、画面へ入力してください。ほかの人には教えないでください。`
}

/** Letter that tells an SME a code was asked for by post: whoever did so had its link. */
export const codeLetterAskedLetter = (disclosure: Disclosure): Text => ({
  subject: `【${disclosure.service.name}】確認コードの手紙を承りました`,
  text: `${greeted(disclosure)}

お送りしたリンクから、確認コードを手紙で受け取るお申込みがありました。
手紙は、実施主体の${disclosure.implementingEntity.name}が、${disclosure.sme.postalAddress ? 'ご登録の住所' : '確かめたご住所'}へ郵送します。届くまで、数日お待ちください。
届いたら、メールのリンクをもう一度開き、「手紙のコードを入れる」からお進みください。
コードは、手紙に書かれた日時まで使えます。リンクも、それまで開けます。
お心当たりのない場合は、下記へお知らせください。
${signed(disclosure)}`,
})

export const attestationLetter = (disclosure: Disclosure, { url, expiresAt, codeBy }: LinkSent): Text => ({
  subject: `【${disclosure.service.name}】書面でのご契約の記録について（ご確認のお願い）`,
  text: `${disclosure.sme.name} 様

${seller(disclosure)}を通じて書面で結ばれた${disclosure.service.name}のご契約を、次のとおり記録しました。
内容に間違いがないか、ご確認をお願いいたします。違うところがあれば、同じページからお知らせいただけます。

${url}

・契約期間は${dayInWords(disclosure.terms.startOn)}から${dayInWords(disclosure.terms.endOn)}までです。ご確認がなくても、ご契約とサービスはそのまま続きます。
・期限は${inJapan(expiresAt)}です。
${codeComesTo(disclosure, codeBy)}
${signed(disclosure)}`,
})

/** Letter where no code can go: the record is told, and what is wrong with it is said by telephone or in writing. */
export const recordedLetter = (disclosure: Disclosure): Text => ({
  subject: `【${disclosure.service.name}】書面でのご契約の記録について`,
  text: `${disclosure.sme.name} 様

${seller(disclosure)}を通じて書面で結ばれた${disclosure.service.name}のご契約を記録しました。サービスはすでに始まっています。
${factorsReach(disclosure.sme).phone === null ? 'お電話のご登録がなく、確認コードをお届けできないため、' : 'ご登録の電話では確認コードを受け取れないため、'}このメールからの確認はお願いしておりません。内容は、担当者が電話又は書面で確かめます。
お心当たりがないとき、又は違うところがあるときは、下記へお知らせください。
${signed(disclosure)}`,
})

export const contractSignedLetter = (disclosure: Disclosure, signer: Speaker, servingUrl: string): Text => ({
  subject: `【${disclosure.service.name}】ご契約が成立しました`,
  text: `${disclosure.sme.name}
${disclosure.sme.signatory?.name ?? 'ご担当者'} 様

${disclosure.service.name}のご契約が成立しました。ありがとうございます。
署名された方　${signer.title}　${signer.name} 様
${disclosure.sme.signatory && !isSamePerson(disclosure.sme.signatory.name, signer.name) ? `署名をお願いした方　${disclosure.sme.signatory.title}　${disclosure.sme.signatory.name} 様\n` : ''}${dayInWords(disclosure.terms.startOn)}からサービスを提供いたします。
困ったときは、いつでも相談窓口へご連絡ください。

${servingAt(servingUrl)}
${signed(disclosure)}`,
})
