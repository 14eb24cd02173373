import { contactSetInWords, factorsReach, groundInWords } from '../../../shared/domain/contract/contact.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { dayInWords, daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { codeWayOf } from '../../../shared/domain/phone.ts'
import { maskedMail, maskedPhone } from '../../../shared/domain/masked.ts'
import type { ContactChange } from '../../papers/words-of-smes.ts'
import { helpDesk, signed, type Text } from './parts.ts'

/** Letters on where an SME is reached: told there before it changes, and once it has. */

/** Where codes go, masked: a telephone that receives them, or by letter. */
const codesGoTo = (phone: string | null): string =>
  phone !== null && codeWayOf(phone) ? maskedPhone(phone) : 'なし（確認コードは手紙でお送りします）'

const lastDay = (from: PlainDate): string => dayInWords(daysAfter(from, -1))

/** Letter to where the SME is reached, before that changes without its signature: it can be stopped from here. */
export const contactChangeAnnouncedLetter = (
  disclosure: Disclosure,
  {
    change: { signatory, ground },
    from,
    url,
  }: {
    readonly change: Pick<ContactChange, 'signatory' | 'ground'>
    readonly from: PlainDate
    readonly url: string
  },
): Text => ({
  subject: `【${disclosure.service.name}】ご連絡先の変更の申出について（お心当たりがなければ止められます）`,
  text: `${disclosure.sme.name} 様

${disclosure.service.name}のご契約で、署名される方とご連絡先を次のとおり変える申出を受け付けました。ご本人の署名がないため、これまでのご連絡先へお知らせしています。

・署名される方　${signatory.title}　${signatory.name} 様
・リンクの届くメール　${maskedMail(signatory.mail)}
・確認コードの届く電話　${codesGoTo(signatory.phone)}
・申出の理由　${groundInWords[ground]}

お心当たりのない場合は、${lastDay(from)}までに、次のページで止めてください。ログインも確認コードも要りません。

${url}

・止められなければ、${dayInWords(from)}から新しいご連絡先に変わります。
・それまで、リンクと確認コードは、これまでのご連絡先にだけお送りします。お知らせは、新しいメールアドレスにもお送りします。
・お心当たりのある場合は、何もなさらなくて結構です。
${signed(disclosure)}`,
})

/** The same by short message. */
export const contactMessage = (disclosure: Disclosure, from: PlainDate, url: string): string =>
  `【${disclosure.service.name}】ご契約の連絡先を変える申出がありました。お心当たりがなければ、${lastDay(from)}までに次のページで止めてください。${url}`

/** The same in a call, which brings no link: it says whom to ask, twice. */
export const contactCall = (disclosure: Disclosure, from: PlainDate): string => {
  const said = `ご契約の連絡先を変える申出がありました。お心当たりがなければ、${lastDay(from)}までに、${disclosure.implementingEntity.name}へお知らせください。変更を止めます。ご相談の窓口は、${helpDesk(disclosure)}、です。`
  return `${disclosure.service.name}からのお知らせです。
${said}
くり返します。
${said}`
}

/** Letter to the contact that waits: what it is told of until its day, and what not. */
export const contactChangeAskedLetter = (disclosure: Disclosure, from: PlainDate): Text => ({
  subject: `【${disclosure.service.name}】ご連絡先の変更の申出を受け付けました`,
  text: `${disclosure.sme.name} 様

${disclosure.service.name}のご契約で、このメールアドレスをご連絡先とする申出を受け付けました。
これまでのご連絡先で止められなければ、${dayInWords(from)}から変わります。
それまで、署名やご契約ページのリンクと確認コードは、これまでのご連絡先にだけお送りします。
お心当たりのない場合は、下記へお知らせください。
${signed(disclosure)}`,
})

/** Letter to where the SME was reached before: whoever did not want the change learns of it there. */
export const contactChangedLetter = (disclosure: Disclosure, from: PlainDate | null): Text => {
  const { mail, phone } = factorsReach(disclosure.sme)
  const set = disclosure.sme.contactSetBy
  return {
    subject: `【${disclosure.service.name}】署名される方又はご連絡先の変更のお知らせ`,
    text: `${disclosure.sme.name} 様

${disclosure.service.name}のご契約で、署名される方、又はご連絡先の変更を承りました。このお知らせは、変更前のあて先へお送りしています。
${from === null ? 'これから' : `${dayInWords(from)}から`}のリンクと確認コードは、次のあて先へ届きます。

・リンク（メール）　${mail === null ? 'なし' : maskedMail(mail)}
・確認コード（電話）　${codesGoTo(phone)}
・変更の根拠　${set ? contactSetInWords(set) : 'これまでのご連絡先で確かめた、ご本人の署名'}

お心当たりのない場合は、すぐに下記へお知らせください。
${signed(disclosure)}`,
  }
}
