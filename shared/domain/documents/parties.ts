import { shortNumberOf } from '../short-number.ts'
import type { Disclosure } from '../contract/disclosure.ts'
import { addressInWords, linesOfAddress } from '../postal-address.ts'
import { numberInWords } from '../sme-id.ts'
import type { Fact } from './imprint.ts'

const company = ({ name, corporateNumber }: { readonly name: string; readonly corporateNumber: string }) => [
  name,
  `法人番号 ${corporateNumber}`,
]

/** Parties to the contract, and who answers for it. */
export const partiesOf = ({ sme, reseller, implementingEntity }: Disclosure): readonly Fact[] => [
  {
    label: 'ユーザー',
    lines: [
      sme.reading ? `${sme.name}（${sme.reading}）` : sme.name,
      sme.postalAddress
        ? `${addressInWords(sme.postalAddress)}　${numberInWords(sme.smeId)}`
        : `${sme.prefecture}　${numberInWords(sme.smeId)}`,
      ...(sme.placeOfService
        ? [
            `サービスを提供する場所：${[sme.placeOfService.name, addressInWords(sme.placeOfService)].filter(Boolean).join('　')}`,
          ]
        : []),
    ],
  },
  ...(reseller
    ? [
        { label: 'ご契約の相手方（再販協力会社）', lines: company(reseller) },
        { label: '実施主体', lines: company(implementingEntity) },
      ]
    : [{ label: 'ご契約の相手方（実施主体）', lines: company(implementingEntity) }]),
]

/** Whom a document is addressed to, where to by post, and the person who signs, or the firm where none is named. */
export const addresseeOf = ({ sme }: Disclosure): readonly string[] => [
  ...(sme.postalAddress ? linesOfAddress(sme.postalAddress) : []),
  ...(sme.signatory ? [sme.name, `${sme.signatory.title}　${sme.signatory.name}　様`] : [`${sme.name}　御中`]),
]

/** Contract, service and standard that a document speaks of. */
export const contractFacts = ({ contractId, revision, service, edition }: Disclosure): readonly Fact[] => [
  { label: '契約番号', lines: [`${shortNumberOf(contractId)}（第${revision}稿）`, contractId] },
  { label: 'サービス', lines: [`${service.name}（${service.code} 第${service.version}版）`] },
  { label: '判定した基準', lines: [`サイバーセキュリティお助け隊サービス基準 ${edition}版`] },
]

export const contractFingerprint = (sha256: string) => ({ label: '契約の書面の指紋（SHA-256）', sha256 })
