#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { validPackage, type Valid } from './package.ts'
import { Wrong } from './wrong.ts'

const usage = '使い方 / usage: npx musubi-verify FILE'

const inJapan = (at: string): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Tokyo' }).format(
    new Date(at),
  )

type Disclosure = { readonly sme: { readonly name: string }; readonly service: { readonly name: string } }

/** What a package in which nothing is wrong says, and what nobody can say from it alone. */
const summaryOf = ({ contractId, events, sealings, keyFingerprint }: Valid): string => {
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
    '正しい証拠一式です。どのバイトにも、つくられたときからの変更は見つかりませんでした。',
    'Nothing in this package was found changed since it was made.',
    '',
    `契約 / contract: ${contractId}`,
    ...lines,
    `台帳の記録 / events: ${events}`,
    '',
    '次の指紋（SHA-256）は、公表されているものと見比べてください。ここからは、鍵が誰のものかは分かりません。',
    'Compare these fingerprints with those that were published: whose keys they are cannot be told from here.',
    `  一覧の鍵 / package key (SPKI): ${keyFingerprint}`,
    `  封印の証明書 / seal certificate: ${fingerprints((held) => held.sealFingerprint)}`,
    `  時刻の証明書 / time certificate: ${fingerprints((held) => held.timeFingerprint)}`,
    '証明書の失効、時刻認証の認定、この時点より後の出来事は、確かめていません。',
    '最後の封印より後の台帳の記録は、一覧の鍵だけに拠ります。',
    'What the ledgers say after the last seal rests on the package key alone.',
    'Not checked: revocation, accreditation of the time authority, anything that happened later.',
  ].join('\n')
}

const readable = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Says whether a package is valid, or names the first thing wrong. Gives 0, 1, or 2 where there is nothing to read. */
const main = (path: string | undefined): number => {
  const zip = path === undefined ? undefined : readable(path)
  if (!zip) {
    console.error(path === undefined ? usage : `読み取れません / cannot be read: ${path}`)
    return 2
  }
  try {
    console.log(summaryOf(validPackage(zip)))
    return 0
  } catch (error) {
    const wrong = error instanceof Wrong ? error : new Wrong('package', '読み取れません', 'cannot be read')
    console.log(`invalid\n${wrong.where}: ${wrong.ja}\n${wrong.where}: ${wrong.en}`)
    return 1
  }
}

process.exitCode = main(process.argv[2])
