import type { DisclosureItemCode } from '../../../shared/domain/disclosure-items.ts'
import { compileDisclosure, type DisclosureSource } from '../../../shared/domain/contract/disclosure.ts'
import type { Sme, Terms } from '../../../shared/domain/contract/terms.ts'
import type { ServiceFacts } from '../../../shared/domain/service/facts.ts'
import { factsOf, sampleServices } from '../../support/sample-books.ts'
import { contractOf, day, entityId, resellerId, serviceId } from '../given.ts'

export const terms: Terms = {
  serviceId,
  serviceVersion: 1,
  initialFeeParts: [
    { what: '機器代', exTaxYen: 200_000 },
    { what: '設置作業', exTaxYen: 80_000 },
  ],
  monthlyFeeExTaxYen: 9_800,
  terminals: 5,
  importantTerminals: null,
  startOn: day('2026-10-15'),
  termMonths: 36,
  endOn: day('2029-10-14'),
  renewal: null,
}
export const sme: Sme = {
  smeId: '4011001098993',
  name: '株式会社髙橋𠮷兵衛商店',
  prefecture: '東京都',
  employees: 12,
  industry: '卸売業,小売業',
  noticeContact: { mail: 'it@sme.example.jp', phone: '03-0000-1000' },
  signatory: null,
}
const countryName = (code: string): string => ({ JP: '日本', US: 'アメリカ合衆国' })[code] ?? `?${code}?`
export const sampleFacts = (code: string) => factsOf(sampleServices.conforming.find((one) => one.code === code))

export const source = (facts: ServiceFacts, changed: Partial<DisclosureSource> = {}): DisclosureSource => ({
  contractId: contractOf(1),
  revision: 1,
  edition: '1.2',
  implementingEntity: { id: entityId, name: '架空セキュリティ株式会社', corporateNumber: '7123456789012' },
  reseller: { id: resellerId, name: '架空販売株式会社', corporateNumber: '4011001098993' },
  sme,
  terms,
  serviceCode: 'NET',
  facts,
  countryName,
  ...changed,
})
export const linesOf = (from: DisclosureSource, code?: DisclosureItemCode) =>
  compileDisclosure(from)
    .items.filter((item) => code === undefined || item.code === code)
    .flatMap(({ lines }) => lines)
