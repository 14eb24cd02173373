import { inJapan } from '../../views/in-japan.ts'
import type { SealedKind } from '../../../shared/domain/archive/archive.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { codeComesTo, greeted, signed, type LinkSent, type Text } from './parts.ts'

const paperNames: Readonly<Record<SealedKind, string>> = {
  contract: '契約書・重要事項のご説明（PDF）',
  certificate: '署名証明書（PDF）',
}

type Given = {
  /** Papers that come with the letter; none where they cannot go by mail. */
  readonly enclosed: readonly SealedKind[]
  /** True of the record of a paper contract that the SME confirmed, not signed. */
  readonly confirmed: boolean
  /** Years from the end of the contract for which the implementing entity keeps the papers. */
  readonly years: number
  /** Page on which the SME asks, until the day of retention, for the link to its own page: it asks for a code each time. */
  readonly page: string
}

/** Letter with the papers an SME signed or confirmed, for it to keep. */
export const signedPapersLetter = (disclosure: Disclosure, { enclosed, confirmed, years, page }: Given): Text => {
  const papers = confirmed ? 'ご確認いただいた書面' : '署名いただいた書面'
  const again = `ご契約ページで、確認コードを受け取ったうえで保存できます。
ページのリンクは、次のところから、ご契約が終わったあとも、保管の期限までお求めになれます（リンクは、そのつどご登録のメールへお送りします）。
${page}`
  const kept = `${disclosure.implementingEntity.name}は、ご契約が終わってから${years}年間、この書面を保管します。`
  return {
    subject: `【${disclosure.service.name}】${papers}の控え（保存のお願い）`,
    text:
      enclosed.length > 0
        ? `${greeted(disclosure)}

${papers}の控えを、このメールに添付しました。

${enclosed.map((what) => `・${paperNames[what]}`).join('\n')}

大切な書面です。お客様ご自身で、パソコンなどに保存してください。
改ざんがないことを示す電子の印が付いています。届いたファイルのまま保存してください（印刷した紙や、作り直した PDF には付きません）。

なくされたときは、${again}
${kept}
${signed(disclosure)}`
        : `${greeted(disclosure)}

${papers}の控えを、お客様ご自身で保存してくださるよう、お願いいたします。
このメールには添付できませんでした。控えは、${again}

保存できないときは、下記へご相談ください。
${kept}
${signed(disclosure)}`,
  }
}

/** Letter with the link to the papers of a contract that has ended. */
export const papersLinkLetter = (disclosure: Disclosure, { url, expiresAt, codeBy }: LinkSent): Text => ({
  subject: `【${disclosure.service.name}】終わったご契約の書面の控えのご案内`,
  text: `${greeted(disclosure)}

${disclosure.service.name}のご契約は、すでに終わっています。
保管している書面の控え（契約書、署名証明書など）を、次のページから保存できます。
大切な書面です。お客様ご自身で、パソコンなどに保存してください。

${url}

・リンクの期限は${inJapan(expiresAt)}です。書面の保管の期限は、ページに書いてあります。
${codeComesTo(disclosure, codeBy)}
・お心当たりのない場合は、何もなさらなくて結構です。このリンクは、確認コードなしには開けません。
${signed(disclosure)}`,
})
