import { shortNumberOf } from '../short-number.ts'
import type { Disclosure } from '../contract/disclosure.ts'
import { charactersAtRisk, withCodePoints } from '../characters-at-risk.ts'
import { standardRatePercent, taxedOnce, type Taxed } from '../consumption-tax.ts'
import { dayInWords, type Instant, type PlainDate } from '../plain-date.ts'
import { yen } from '../yen.ts'
import { addresseeOf, contractFacts, contractFingerprint, partiesOf, representedBy } from './parties.ts'
import type { Printed } from './printed-document.ts'
import type { FeeTable, ContractText } from './texts.ts'

export const feeNote = `消費税額は、${standardRatePercent}％の税率で計算した参考の額です。請求のときの税率により、1回の請求につき税率ごとに1回計算し、1円未満を切り捨てます。`

/** The fees as they would be charged: the initial ones together, the monthly one each month. */
export const feesWithTax = ({
  terms: { initialFeeParts, monthlyFeeExTaxYen },
}: Pick<Disclosure, 'terms'>): { readonly initial: Taxed; readonly monthly: Taxed; readonly note: string } => ({
  initial: taxedOnce(initialFeeParts.map(({ exTaxYen }) => exTaxYen)),
  monthly: taxedOnce([monthlyFeeExTaxYen]),
  note: feeNote,
})

/**
 * Conclusion of a contract as its face says it: the day it was concluded, and the signature that its own text bears, by
 * its day and its number in the ledger; null where this text was signed by none, as that of a paper contract.
 */
export type Concluded = {
  readonly on: PlainDate
  readonly signature: { readonly on: PlainDate; readonly seq: number } | null
}

const dayOfContract = (concluded: Concluded | undefined): readonly string[] => {
  if (!concluded) return ['ユーザーの署名の日']
  const { on, signature } = concluded
  return [dayInWords(on), ...(signature && signature.on !== on ? [`変更の署名　${dayInWords(signature.on)}`] : [])]
}

const signedElectronically = ({ on, seq }: NonNullable<Concluded['signature']>): readonly string[] => [
  `電子署名済み　${dayInWords(on)}`,
  `署名証明書（台帳の記録 第${seq}番）`,
]

const namedBy = ({ name, representative }: Disclosure['implementingEntity'] | NonNullable<Disclosure['reseller']>) => [
  name,
  ...(representative ? [representedBy(representative)] : []),
]

/** The text of one revision. Page and print are both made of it, so they cannot say different things. */
export const contractText = (disclosure: Disclosure, sha256: string, concluded?: Concluded): ContractText => {
  const { reseller, implementingEntity, service, sme, items, contractId } = disclosure
  const seller = reseller ?? implementingEntity
  return {
    heading: '契約書・重要事項のご説明',
    title: service.name,
    contractId,
    shortNumber: shortNumberOf(contractId),
    fingerprint: contractFingerprint(sha256),
    addressee: addresseeOf(disclosure),
    parties: partiesOf(disclosure),
    promise: `このサービスには実施主体が責任を負います。${
      reseller ? '再販協力会社が提供を続けられなくなったときは、実施主体がその責任を引き受け、サービスを続けます。' : ''
    }`,
    glyphNote: glyphNoteOn(disclosure),
    feesHeading: '料金',
    feeColumns: ['内容', '金額（税抜）'],
    fees: feesOf(disclosure),
    feeNote,
    itemsHeading: 'ご確認いただく事項',
    items: items.map(({ label, lines }) => ({ label, lines })),
    signatureHeading: '署名',
    signatures: [
      {
        label: 'ユーザー',
        lines: [
          sme.name,
          ...(sme.signatory ? [`${sme.signatory.title}　${sme.signatory.name}`] : []),
          ...(concluded?.signature ? signedElectronically(concluded.signature) : []),
        ],
      },
      { label: `ご契約の相手方（${reseller ? '再販協力会社' : '実施主体'}）`, lines: namedBy(seller) },
      ...(reseller ? [{ label: '実施主体', lines: namedBy(implementingEntity) }] : []),
    ],
    signatureNote: sme.signatory
      ? concluded?.signature
        ? 'この契約は、電子的な方法で締結されました。署名の方法と日時は、下記の署名証明書のとおりです。'
        : 'この契約は、電子的な方法で締結します。署名の方法と日時は、署名証明書に記載します。'
      : 'この書面は、紙の書面で結ばれた契約の内容を記録したものです。署名は、もとの書面にあります。',
    facts: [...contractFacts(disclosure), { label: '契約日', lines: dayOfContract(concluded) }],
    note: 'この書面は、サービスの登録内容と契約条件から組み立てられたものです。制度の公式様式ではありません。',
  }
}

/** The contract to be printed; `madeAt` is when the revision was put together. */
export const contractDocument = (
  disclosure: Disclosure,
  {
    sha256,
    madeAt,
    concluded,
  }: { readonly sha256: string; readonly madeAt: Instant; readonly concluded?: Concluded | undefined },
): Printed<'contract-document'> => ({
  kind: 'contract-document',
  madeAt,
  ...contractText(disclosure, sha256, concluded),
})

/** A variant that a font does not know is drawn as its base character; the signer is told, with the code points. */
const glyphNoteOn = (disclosure: Disclosure): string | null => {
  const found = charactersAtRisk(JSON.stringify(disclosure))
  if (found.length === 0) return null
  return `次の文字は、お使いの画面や印刷では、異体字ではなく基本の字形で表示されることがあります。契約には、指定された異体字のとおりに記録されています。${found.map(withCodePoints).join('、')}`
}

const feesOf = ({ terms }: Disclosure): readonly FeeTable[] => [
  feeTable(
    '初期費用',
    terms.initialFeeParts.map(({ what, exTaxYen }) => ({ what, exTaxYen })),
  ),
  feeTable('月額料金（1か月あたり）', [
    {
      what: terms.terminals > 0 ? `月額料金（対象の端末 ${terms.terminals}台）` : '月額料金',
      exTaxYen: terms.monthlyFeeExTaxYen,
    },
  ]),
]

const feeTable = (
  caption: string,
  parts: readonly { readonly what: string; readonly exTaxYen: number }[],
): FeeTable => {
  const all = taxedOnce(parts.map(({ exTaxYen }) => exTaxYen))
  return {
    caption,
    rows: parts.map(({ what, exTaxYen }) => ({ what, amount: yen(exTaxYen) })),
    totals: [
      { what: '小計（税抜）', amount: yen(all.exTaxYen) },
      { what: `消費税等（${all.ratePercent}％）`, amount: yen(all.taxYen) },
      { what: '合計（税込）', amount: yen(all.inTaxYen) },
    ],
  }
}
