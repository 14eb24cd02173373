import type { SealedKind } from '../../../shared/domain/archive/archive.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { greeted, signed, type Text } from './parts.ts'

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
  /** Page on which the SME asks for the link to its own page. */
  readonly page: string
}

/** Letter with the papers an SME signed or confirmed, for it to keep. */
export const signedPapersLetter = (disclosure: Disclosure, { enclosed, confirmed, years, page }: Given): Text => {
  const papers = confirmed ? 'ご確認いただいた書面' : '署名いただいた書面'
  const again = `ご契約ページで、確認コードを受け取ったうえで保存できます。
ご契約ページのリンクは、次のページの「ご契約ページのリンクを受け取る」から、いつでもお求めになれます。
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
