import { isSamePerson } from '../../shared/domain/contract/contact.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import {
  answersFrom,
  stateOfTakeover,
  takeoverChoices,
  takeoverLeaves,
  withoutAnswer,
} from '../../shared/domain/documents/takeover-notice.ts'
import { obligationOf, type ObligationCode } from '../../shared/domain/discontinuance/obligation.ts'
import type { Speaker } from '../../shared/domain/contract/who-spoke.ts'
import { dayInWords, type Instant, type PlainDate } from '../../shared/domain/plain-date.ts'
import type { Letter } from '../ports/world.ts'
import { inJapan } from '../views/in-japan.ts'

export type Text = Pick<Letter, 'subject' | 'text'>

/** Who writes: the seller while it sells, the implementing entity once it answers. */
export const seller = ({ reseller, implementingEntity }: Disclosure): string => (reseller ?? implementingEntity).name

const helpDesk = ({ items }: Disclosure): string =>
  items.find(({ code }) => code === 'helpDesk')?.lines.join('、') ?? ''

/** To whom a letter goes: the firm, and the person who signs for it where one is known. */
export const greeted = ({ sme }: Disclosure): string =>
  sme.signatory ? `${sme.name}\n${sme.signatory.name} 様` : `${sme.name} 様`

/** What every letter to an SME ends with. */
export const signed = (disclosure: Disclosure): string => `
――――――――――――――――――――
${disclosure.service.name}
実施主体　${disclosure.implementingEntity.name}
ご相談　${helpDesk(disclosure)}
契約番号　${disclosure.contractId}
`

export const signingLinkLetter = (disclosure: Disclosure, url: string, expiresAt: Instant): Text => ({
  subject: `【${disclosure.service.name}】ご契約内容のご確認と署名のお願い`,
  text: `${disclosure.sme.name}
${disclosure.sme.signatory?.name ?? 'ご担当者'} 様

${seller(disclosure)}です。
${disclosure.service.name}のご契約内容をお読みいただき、よろしければ署名をお願いいたします。

${url}

・期限は${inJapan(expiresAt)}です。
・開くと、ご本人の電話へ6桁の確認コードをお送りします。
・お心当たりのない場合は、開かずに下記へお知らせください。
${signed(disclosure)}`,
})

export const codeMessage = (disclosure: Disclosure, code: string): string =>
  `【${disclosure.service.name}】確認コードは ${code} です。10分以内に入力してください。ほかの人には教えないでください。`

export const attestationLetter = (disclosure: Disclosure, url: string, expiresAt: Instant): Text => ({
  subject: `【${disclosure.service.name}】書面でのご契約の記録について（ご確認のお願い）`,
  text: `${disclosure.sme.name} 様

${seller(disclosure)}を通じて書面で結ばれた${disclosure.service.name}のご契約を、次のとおり記録しました。
内容に間違いがないか、ご確認をお願いいたします。違うところがあれば、同じページからお知らせいただけます。

${url}

・契約期間は${dayInWords(disclosure.terms.startOn)}から${dayInWords(disclosure.terms.endOn)}までです。ご確認がなくても、ご契約とサービスはそのまま続きます。
・期限は${inJapan(expiresAt)}です。
・開くと、通知先の電話へ6桁の確認コードをお送りします。
${signed(disclosure)}`,
})

/** To whom no code can be sent: the record is told, and what is wrong with it is said by telephone or in writing. */
export const recordedLetter = (disclosure: Disclosure): Text => ({
  subject: `【${disclosure.service.name}】書面でのご契約の記録について`,
  text: `${disclosure.sme.name} 様

${seller(disclosure)}を通じて書面で結ばれた${disclosure.service.name}のご契約を記録しました。サービスはすでに始まっています。
ご登録の電話では確認コードを受け取れないため、このメールからの確認はお願いしておりません。内容は、担当者が電話又は書面で確かめます。
お心当たりがないとき、又は違うところがあるときは、下記へお知らせください。
${signed(disclosure)}`,
})

/** Where the SME finds at any time who serves it. */
const servingAt = (url: string): string => `いまの担当は、次のページでいつでも確かめられます（ログインは要りません）。
${url}`

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

/** The instant of a takeover, and the day the difficulty was known. */
export type TakenOver = { readonly since: Instant; readonly knownOn: PlainDate }

/** The notice of a takeover. It says whether it brings the same on paper: a letter that cannot is sent all the same. */
export const takeoverLetter = (
  disclosure: Disclosure,
  { since, knownOn, page, printed }: TakenOver & { readonly page: string; readonly printed: boolean },
): Text => ({
  subject: `【重要】${disclosure.service.name}は、${disclosure.implementingEntity.name}が責任を持って続けます`,
  text: `${disclosure.sme.name} 様

平素よりお世話になっております。
ご契約の${disclosure.service.name}について、大切なお知らせです。

${seller(disclosure)}が、サービスの提供を続けられなくなりました。
${inJapan(since)}から、実施主体である${disclosure.implementingEntity.name}が責任を負っています。お客様のお手続きは要りません。
${answersFrom(disclosure.implementingEntity.name, knownOn)}

■ これからのご連絡先
${helpDesk(disclosure)}

■ いまの状況
${stateOfTakeover.join('\n')}
${page}

■ 変わらないこと
${takeoverLeaves.map((line) => `・${line}`).join('\n')}

■ お選びいただけること
このあとのことは、担当者からご相談いたします。
${takeoverChoices(disclosure.implementingEntity.name)
  .map(({ what, note }, index) => `${index + 1}. ${what}${note && `（${note}）`}`)
  .join('\n')}
${withoutAnswer(disclosure.implementingEntity.name)}

${printed ? '同じ内容の書面（PDF）を添付しました。印刷してお手元に置いていただけます。' : '同じ内容の書面（PDF）は、今回は添付できませんでした。ご入用のときは、上のご連絡先へお申し付けください。'}
${signed(disclosure)}`,
})

const settledAs = {
  servedByImplementingEntity: (to: string) => `${to}が、これからもサービスを続けます。ご契約の条件は変わりません。`,
  movedToImplementingEntity: (to: string) =>
    `ご同意にもとづき、ご契約の相手方は${to}になりました。ご契約の条件は変わりません。`,
  movedToReseller: (to: string) => `ご同意にもとづき、ご契約の相手方は${to}になりました。ご契約の条件は変わりません。`,
  endedBySme: () => 'お申し出のとおり、ご契約を終了しました。違約金はかかりません。ご利用ありがとうございました。',
}

export const settledLetter = (
  disclosure: Disclosure,
  settlement: keyof typeof settledAs,
  holderName: string,
  servingUrl: string,
): Text => ({
  subject: `【${disclosure.service.name}】ご契約の引継ぎが終わりました`,
  text: `${disclosure.sme.name} 様

${settledAs[settlement](holderName)}
${settlement === 'endedBySme' ? '' : `\n${servingAt(servingUrl)}\n`}${signed(disclosure)}`,
})

export const invitationLetter = (reseller: string, entity: string, url: string): Text => ({
  subject: `【再販協力会社のご案内】${entity}より`,
  text: `${reseller}
ご担当者 様

${entity}です。サイバーセキュリティお助け隊サービスの再販協力会社としてお迎えしたく、ご案内いたします。
次のページから、必要な事項（法人番号、代表者、担当窓口、基準を守る旨の誓約、説明資料についての教育）をお知らせください。

${url}
`,
})

/** Names nobody: which organization it was is for that to say, and nobody else learns where the person belongs. */
export const namedElsewhereLetter = (name: string): Text => ({
  subject: '【結 Musubi】利用者として指名されました（このままでは加われません）',
  text: `${name} 様

ある組織が、あなたのこのメールアドレスを、結 Musubi の利用者として登録しようとしました。
あなたはすでに、このメールアドレスで別の組織の利用者になっています。一つのメールアドレスで加われる組織は一つのため、新しい組織には加わっていません。いまのご利用に変わりはありません。
どちらの組織にも、もう一方のことはお知らせしていません。

加わるご予定があるときは、登録しようとした組織に、別のメールアドレスをお伝えください。
お心当たりのないときは、何もなさらなくてかまいません。
`,
})

export const discontinuedLetter = (reseller: string, entity: string, since: Instant): Text => ({
  subject: `【${entity}】再販のお取扱いの終了について`,
  text: `${reseller}
ご担当者 様

${inJapan(since)}をもって、貴社を通じた新しいご契約はお受けできなくなりました。
すでに結ばれたご契約には、同じ時刻から${entity}が責任を負っています。
お客様へは${entity}からお知らせいたします。引継ぎへのご協力をお願いいたします。
`,
})

export const overdueLetter = (
  entity: string,
  reseller: string,
  { code, dueOn, url }: { readonly code: ObligationCode; readonly dueOn: PlainDate; readonly url: string },
): Text => ({
  subject: `【期限超過】${obligationOf[code].what.ja}（${reseller}の提供困難案件）`,
  text: `${entity}
ご担当者 様

${reseller}の提供困難案件で、次の義務が期限を過ぎています。

・${obligationOf[code].what.ja}（${obligationOf[code].clause}）
・期限　${dayInWords(dueOn)}

果たされている場合は、証拠とともに記録してください。
${url}

${obligationOf[code].ourReading.ja}
`,
})
