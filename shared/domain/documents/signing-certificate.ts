import { shortNumberOf } from '../short-number.ts'
import { contactSetInWords, groundInWords, isSamePerson } from '../contract/contact.ts'
import type { Disclosure } from '../contract/disclosure.ts'
import { type DisclosureItemCode, labelOfItem } from '../disclosure-items.ts'
import { maskedMail, maskedPhone } from '../masked.ts'
import { momentInWords, type Instant } from '../plain-date.ts'
import { contractFacts, contractFingerprint, partiesOf } from './parties.ts'
import type { Printed } from './printed-document.ts'
import type { ContactSetBy } from '../contract/terms.ts'
import type { Fact } from './imprint.ts'

/** Record of one signature in the ledger and in the signature's evidence document. */
export type SignatureOnRecord = {
  readonly documentSha256: string
  readonly signer: { readonly name: string; readonly title: string }
  readonly acknowledged: readonly DisclosureItemCode[]
  /** Null on the signature of a change: what was consented to before stands, and is not asked again. */
  readonly remoteSupportConsent: boolean | null
  /** Mail and phone to which the link and the code went, as given; only masked forms are printed. */
  readonly mail: string
  /** Null where codes come by letter. */
  readonly phone: string | null
  /** Absent where the code went by short message. */
  readonly codeBy?: 'voice' | 'letter'
  /** Where the signature came from; absent where that was not kept yet. */
  readonly from?: { readonly ip: string | null; readonly userAgent: string | null }
  readonly offeredAt: Instant
  readonly codeAcceptedAt: Instant
  readonly signedAt: Instant
  readonly event: { readonly seq: number; readonly hash: string }
  /** Address of the public page on who serves the contract. */
  readonly page: string
}

/** The certificate of a signature; it bears the moment of signing. */
export const signingCertificate = (
  disclosure: Disclosure,
  { signer, signedAt, event, ...record }: SignatureOnRecord,
): Printed<'signing-certificate'> => ({
  kind: 'signing-certificate',
  madeAt: signedAt,
  heading: '署名証明書',
  title: '署名証明書',
  contractId: disclosure.contractId,
  shortNumber: shortNumberOf(disclosure.contractId),
  fingerprint: contractFingerprint(record.documentSha256),
  lead: '次の契約が、下記のとおり電子的な方法で署名されたことを、契約の台帳の記録にもとづいて証明します。',
  parties: partiesOf(disclosure).map(({ label, lines }) => ({ label, lines: [lines.join('　')] })),
  facts: contractFacts(disclosure),
  signer: [
    { label: '署名した方', lines: [signer.name] },
    { label: '署名したときの立場', lines: [`${disclosure.sme.name}　${signer.title}`] },
    ...addresseeOf(disclosure, signer),
    {
      label: 'リモート支援への同意',
      lines: [consentLine(record.remoteSupportConsent)],
    },
  ],
  channels: [
    { label: '署名用リンク（メール）', lines: [maskedMail(record.mail)] },
    {
      label: codeWays[record.codeBy ?? 'sms'],
      lines: [
        record.codeBy === 'letter' || record.phone === null
          ? '実施主体が印刷し、郵送した手紙'
          : maskedPhone(record.phone),
      ],
    },
    ...fromOf(record.from),
    ...(disclosure.sme.contactSetBy ? [{ label: 'あて先の根拠', lines: [setBy(disclosure.sme.contactSetBy)] }] : []),
  ],
  momentHeadings: ['出来事', '日本時間', '協定世界時（RFC 3339）'],
  moments: [
    moment('署名用リンクの送付', record.offeredAt),
    moment('確認コードの照合', record.codeAcceptedAt),
    moment('署名', signedAt),
  ],
  acknowledged: record.acknowledged.map((code) => labelOfItem[code].ja),
  ledger: [
    { label: '署名した書面の指紋（SHA-256）', lines: [record.documentSha256] },
    { label: '台帳の記録', lines: [`第${event.seq}番`] },
    { label: '台帳の記録の指紋（SHA-256）', lines: [event.hash] },
  ],
  pageLead: 'この契約をいま担当する会社は、次のページで確かめられます（ログインは要りません）。',
  page: record.page,
  note: 'この証明書は、契約の台帳の記録から組み立てられたものです。制度の公式様式ではなく、電子署名の認証業務による電子証明書でもありません。',
})

/** Whom the signature was asked of, and whether somebody else gave it; a blank's difference raises nothing. */
const addresseeOf = ({ sme }: Disclosure, signer: { readonly name: string }): readonly Fact[] => {
  if (!sme.signatory) return []
  const { name, title } = sme.signatory
  const other = isSamePerson(name, signer.name) ? [] : ['署名をお願いした方とは別の方が、上記のお名前で署名しました。']
  return [{ label: '署名をお願いした方', lines: [`${title}　${name}`, ...other] }]
}

/** Network address and browser the signature came from, as they were told; whose they are nobody here checked. */
const fromOf = (from: SignatureOnRecord['from']): readonly Fact[] =>
  from
    ? [
        { label: '署名の送信元（IPアドレス）', lines: [from.ip ?? '記録なし'] },
        { label: '署名の送信元（ブラウザーの名乗り）', lines: [from.userAgent ?? '記録なし'] },
      ]
    : []

const codeWays = {
  sms: '確認コード（SMS）',
  voice: '確認コード（電話での読み上げ）',
  letter: '確認コード（郵便）',
} as const

/** Words on how the SME's mail and phone for the link and the code were set, where no signature of it says so. */
const setBy = (set: ContactSetBy): string => `${contactSetInWords(set)}。理由：${groundInWords[set.ground]}`

const moment = (what: string, at: Instant) => ({ what, inJapan: momentInWords(at), rfc3339: at })

const consentLine = (consent: boolean | null): string => {
  if (consent === null) return 'これまでの同意のとおり（変更の署名では、あらためて伺いません）'
  return consent ? '同意する（実施のつど、あらためて合意を得ます）' : '同意しない'
}
