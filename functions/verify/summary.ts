import { createHash } from 'node:crypto'
import type { Packing } from './package-files.ts'
import type { Valid } from './package.ts'
import type { Seal } from './sealed-pdf.ts'

const inJapan = (at: string): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Tokyo' }).format(
    new Date(at),
  )

type Disclosure = { readonly sme: { readonly name: string }; readonly service: { readonly name: string } }

/** Sentences on how the files came, and that this says nothing against them. */
const packings: Readonly<Record<Packing, readonly string[]>> = {
  asMade: ['つくられたときの zip のままです。', 'This is the very zip that was made.'],
  packedAgain: [
    'zip は圧縮し直されています。中のファイルは一つ残らず、つくられたときのままです。',
    'The zip was packed again. Every file inside is as it was made.',
  ],
  folder: [
    '展開されたフォルダーです。中のファイルは一つ残らず、つくられたときのままです。',
    'This is an unpacked folder. Every file inside is as it was made.',
  ],
}

/** Summary of a package in which nothing is wrong: what it says, and what nobody can say from it alone. */
export const summaryOf = ({ contractId, events, sealings, keyFingerprint, packing }: Valid): string => {
  const lines = sealings.flatMap(({ answers, revision, disclosure, documents, listedAt }) => {
    const { sme, service } = disclosure as Disclosure
    const signed = answers.event['type'] === 'contract-signed' ? '署名 / signed' : '確認 / confirmed'
    return [
      `${service.name}　${sme.name}（第${revision}版 / revision ${revision}）`,
      `  ${signed}: ${inJapan(answers.at)}（${answers.at}）`,
      ...documents.map(({ name, at }) => `  ${name}: ${inJapan(at)} 封印 / sealed ${at}`),
      `  一覧のタイムスタンプ / list stamped: ${inJapan(listedAt)}（${listedAt}）`,
    ]
  })
  const fingerprints = (of: (held: Valid['sealings'][number]) => string) => [...new Set(sealings.map(of))].join(' ')
  return [
    'valid',
    '正しい証拠一式です。中のどのファイルにも、つくられたときからの変更は見つかりませんでした。',
    'Nothing in this package was found changed since it was made.',
    ...packings[packing],
    '',
    `契約 / contract: ${contractId}`,
    ...lines,
    `台帳の記録 / events: ${events}`,
    '',
    '次の指紋（SHA-256）は、発行者のサイトの /v1/public-keys で公表されているものと見比べてください。',
    'ここからは、鍵が誰のものかは分かりません。',
    "Compare these fingerprints with those at /v1/public-keys of the publisher's site: whose keys they are cannot be told from here.",
    `  一覧の鍵 / package key (SPKI): ${keyFingerprint}`,
    `  封印の証明書 / seal certificate: ${fingerprints((held) => held.sealFingerprint)}`,
    `  時刻の証明書 / time certificate: ${fingerprints((held) => held.timeFingerprint)}`,
    '証明書の失効、時刻認証の認定、この時点より後の出来事は、確かめていません。',
    '最後の封印より後の台帳の記録は、一覧の鍵だけに拠ります。',
    'What the ledgers say after the last seal rests on the package key alone.',
    'Not checked: revocation, accreditation of the time authority, anything that happened later.',
  ].join('\n')
}

const fingerprint = (der: Buffer): string => createHash('sha256').update(der).digest('hex')

/** Summary of a single sealed document whose seal covers all of it. */
export const sealSummaryOf = ({ seal, certificate, at }: Seal): string =>
  [
    'valid',
    '封印のある文書です。封印のときから、どのバイトも変わっていません。',
    'This document is sealed, and no byte of it changed since.',
    '',
    `封印 / sealed: ${inJapan(at)}（${at}）`,
    '',
    '次の指紋（SHA-256）は、発行者のサイトの /v1/public-keys で公表されているものと見比べてください。',
    "Compare these fingerprints with those at /v1/public-keys of the publisher's site.",
    `  封印の証明書 / seal certificate: ${fingerprint(seal.raw)}`,
    `  時刻の証明書 / time certificate: ${fingerprint(certificate.raw)}`,
    '契約のほかの書面や記録がそろっているかは、証拠一式でなければ分かりません。',
    'Whether the other papers of the contract are there, only its evidence package can tell.',
  ].join('\n')
