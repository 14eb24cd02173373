import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { Letter } from '../../ports/dependencies.ts'

export type Text = Pick<Letter, 'subject' | 'text'>

/** Sender of a letter: the seller while it sells, the implementing entity once it answers. */
export const seller = ({ reseller, implementingEntity }: Disclosure): string => (reseller ?? implementingEntity).name

/** Help desk at which the SME asks for help. */
export const helpDesk = ({ items }: Disclosure): string =>
  items.find(({ code }) => code === 'helpDesk')?.lines.join('、') ?? ''

/** Addressee of a letter: the firm, and the person who signs for it where one is known. */
export const greeted = ({ sme }: Disclosure): string =>
  sme.signatory ? `${sme.name}\n${sme.signatory.name} 様` : `${sme.name} 様`

/** Closing of every letter to an SME. */
export const signed = (disclosure: Disclosure): string => `
――――――――――――――――――――
${disclosure.service.name}
実施主体　${disclosure.implementingEntity.name}
ご相談　${helpDesk(disclosure)}
契約番号　${shortNumberOf(disclosure.contractId)}
`

/** Pointer to the page on which the SME finds at any time who serves it. */
export const servingAt = (
  url: string,
): string => `いまの担当は、次のページでいつでも確かめられます（ログインは要りません）。
${url}`

/** Sentence on where the code comes that a link asks for, and how. */
export const codeComesTo = (whose: 'ご本人' | '通知先'): string =>
  `・開くと、${whose}の電話へ6桁の確認コードをお届けします（携帯電話はSMS、固定電話と050は電話での読み上げ。電話で受け取れないときは、手紙もお選びいただけます）。`
