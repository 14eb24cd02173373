import { shortNumberOf } from '../short-number.ts'
import { noSelfPay, type Disclosure } from '../contract/disclosure.ts'
import type { DisclosureItemCode } from '../disclosure-items.ts'
import type { Instant } from '../plain-date.ts'
import { addresseeOf, contractFacts, contractFingerprint, senderOf } from './parties.ts'
import type { Printed } from './printed-document.ts'
import type { Fact } from './imprint.ts'

/** Compiled from the signed text and nothing else, so that cover and contract cannot differ (第2章1.(5)). */
export const insuranceCover = (
  disclosure: Disclosure,
  { sha256, madeAt }: { readonly sha256: string; readonly madeAt: Instant },
): Printed<'insurance-cover'> => ({
  kind: 'insurance-cover',
  madeAt,
  heading: '簡易サイバー保険の説明資料',
  title: '簡易サイバー保険のご案内',
  contractId: disclosure.contractId,
  shortNumber: shortNumberOf(disclosure.contractId),
  fingerprint: contractFingerprint(sha256),
  addressee: addresseeOf(disclosure),
  sender: senderOf(sellerOf(disclosure), sellerOf(disclosure)),
  lead: `${disclosure.service.name}には、簡易サイバー保険が付いています。この案内は、契約書とは別に、保険の内容を平易にご説明するものです。あとに続く説明資料とあわせてお読みください。`,
  cover: linesOf(disclosure, 'insurance').map(asFact),
  ...selfPayOf(linesOf(disclosure, 'selfPay')),
  askAt: linesOf(disclosure, 'helpDesk'),
  receipt: {
    sentence: '説明資料を受け取り、内容について説明を受けました。',
    blanks: ['受け取った日', 'お名前'],
  },
  facts: contractFacts(disclosure),
  note: 'この案内は、契約の書面から組み立てられたものです。保険の約款に代わるものではなく、制度の公式様式でもありません。',
})

const sellerOf = ({ reseller, implementingEntity }: Disclosure) => reseller ?? implementingEntity

const selfPayOf = (selfPay: readonly string[]) => ({
  selfPayLead: selfPay.includes(noSelfPay)
    ? 'ご負担いただく費用は、次のとおりです。'
    : '次の場合は、費用の全部又は一部をご負担いただきます。',
  selfPay,
})

const linesOf = ({ items }: Disclosure, code: DisclosureItemCode): readonly string[] =>
  items.find((item) => item.code === code)?.lines ?? []

/** The lines of the insurance are a label of ours, a colon and what it is: the first colon is always ours. */
const asFact = (line: string): Fact => {
  const colon = line.indexOf('：')
  return colon < 0 ? { label: '', lines: [line] } : { label: line.slice(0, colon), lines: [line.slice(colon + 1)] }
}
