import { shortNumberOf } from '../short-number.ts'
import type { Disclosure } from '../contract/disclosure.ts'
import { dayInJapan, dayInWords, momentInWords, type Instant } from '../plain-date.ts'
import type { Letterhead } from '../letterhead.ts'
import type { PostalAddress } from '../postal-address.ts'
import { addresseeOf, contractFacts, contractFingerprint, senderOf } from './parties.ts'
import type { Printed } from './printed-document.ts'

type Given = {
  readonly sha256: string
  readonly printedAt: Instant
  readonly goodUntil: Instant
  readonly postalAddress: PostalAddress
  /** Letterhead of the implementing entity when it was printed; absent where it had stated none. */
  readonly sender?: Letterhead | undefined
  readonly code: string
}

/** Letter by post with the code that opens a link: of the implementing entity alone, whoever sells. */
export const codeLetter = (
  disclosure: Disclosure,
  { sha256, printedAt, goodUntil, postalAddress, sender, code }: Given,
): Printed<'code-letter'> => {
  const { service, implementingEntity, items } = disclosure
  return {
    kind: 'code-letter',
    madeAt: printedAt,
    heading: '確認コードのお知らせ',
    title: `${service.name}の確認コード`,
    contractId: disclosure.contractId,
    shortNumber: shortNumberOf(disclosure.contractId),
    fingerprint: contractFingerprint(sha256),
    date: dayInWords(dayInJapan(printedAt)),
    addressee: addresseeOf({ ...disclosure, sme: { ...disclosure.sme, postalAddress } }),
    sender: senderOf(implementingEntity, sender),
    lead: 'お客様のお求めにより、確認コードを郵便でお送りします。メールで届いたリンクを開き、「手紙のコードを入れる」を押して、次の6桁の数字を入れてください。',
    code,
    goodUntil: `このコードは、${momentInWords(goodUntil)}まで使えます。`,
    cautions: [
      'ほかの人には教えないでください。当社の社員も、販売会社の社員も、このコードをお尋ねすることはありません。',
      'コードを5回まちがえると、リンクは使えなくなります。',
      'お心当たりのない場合は、リンクを開かずに、下記へお知らせください。',
    ],
    askAt: items.find(({ code: item }) => item === 'helpDesk')?.lines ?? [],
    facts: contractFacts(disclosure),
    note: 'この手紙は、実施主体が印刷しました。制度の公式様式ではありません。',
  }
}
