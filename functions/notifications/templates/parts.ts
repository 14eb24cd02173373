import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { codeComesBy } from '../../../shared/domain/contract/contact.ts'
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

/** Way the code of a link comes to whoever is sent it. */
export type CodeBy = ReturnType<typeof codeComesBy>

/** A link as its letter brings it. */
export type LinkSent = { readonly url: string; readonly expiresAt: Instant; readonly codeBy: CodeBy }

/** Sentence on where the code comes that a link asks for, and how: to a telephone, or by letter to whoever has none. */
export const codeComesTo = ({ sme, implementingEntity }: Disclosure, codeBy: CodeBy): string =>
  codeBy === 'letter'
    ? `・開くには6桁の確認コードが要ります。確認コードは、実施主体の${implementingEntity.name}が手紙でお送りします（届くまで数日かかります）。リンクを開き、「コードを手紙で受け取る」からお申し込みください。手紙がすでにお手元にあるときは、「手紙のコードを入れる」からお進みください。`
    : `・開くと、${sme.signatory ? 'ご本人' : '通知先'}の電話へ6桁の確認コードをお届けします（携帯電話はSMS、固定電話と050は電話での読み上げ。電話で受け取れないときは、手紙もお選びいただけます）。`
