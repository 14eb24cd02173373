import { shortNumberOf } from '../short-number.ts'
import type { Disclosure, ServiceTerms } from '../contract/disclosure.ts'
import type { Letterhead, Representative } from '../letterhead.ts'
import { addressInWords, linesOfAddress } from '../postal-address.ts'
import { dayInWords } from '../plain-date.ts'
import { numberInWords } from '../sme-id.ts'
import type { Fact } from './imprint.ts'

type Company = { readonly name: string; readonly corporateNumber: string } & Partial<Letterhead>

const company = ({ name, reading, corporateNumber, postalAddress, representative }: Company): readonly string[] => [
  reading ? `${name}（${reading}）` : name,
  ...(postalAddress ? [addressInWords(postalAddress)] : []),
  ...(representative ? [representedBy(representative)] : []),
  `法人番号 ${corporateNumber}`,
]

/** Sender of a letter, line by line: its name, and as far as it stated them its representative and its address. */
export const senderOf = (
  { name }: { readonly name: string },
  letterhead: Partial<Letterhead> | undefined,
): readonly string[] => [
  name,
  ...(letterhead?.representative ? [representedBy(letterhead.representative)] : []),
  ...(letterhead?.postalAddress ? linesOfAddress(letterhead.postalAddress) : []),
]

/** A company's representative as its papers name it: title and name. */
export const representedBy = ({ title, name }: Pick<Representative, 'title' | 'name'>): string =>
  `代表者　${title}　${name}`

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
export const contractFacts = ({
  contractId,
  revision,
  service,
  serviceTerms,
  edition,
}: Disclosure): readonly Fact[] => [
  { label: '契約番号', lines: [`${shortNumberOf(contractId)}（第${revision}稿）`, contractId] },
  { label: 'サービス', lines: [`${service.name}（${service.code} 第${service.version}版）`] },
  ...(serviceTerms ? [{ label: 'サービス規約', lines: linesOfServiceTerms(service.name, serviceTerms) }] : []),
  { label: '判定した基準', lines: [`サイバーセキュリティお助け隊サービス基準 ${edition}版`] },
]

export const contractFingerprint = (sha256: string) => ({ label: '契約の書面の指紋（SHA-256）', sha256 })

/** The terms of service that belong to the contract, by name, version and day, and how their file is known. */
const linesOfServiceTerms = (service: string, { number, effectiveOn, sha256 }: ServiceTerms): readonly string[] => [
  `「${service}　サービス規約」第${number}版（${dayInWords(effectiveOn)}から）`,
  `SHA-256　${sha256}`,
]
