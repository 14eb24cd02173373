import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import {
  answersFrom,
  stateOfTakeover,
  takeoverChoices,
  takeoverLeaves,
  withoutAnswer,
} from '../../../shared/domain/documents/takeover-notice.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import { inJapan } from '../../views/in-japan.ts'
import { helpDesk, seller, servingAt, signed, type Text } from './parts.ts'

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
