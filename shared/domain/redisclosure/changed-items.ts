import { compileDisclosure, type DisclosureSource } from '../contract/disclosure.ts'
import { statedTerms, termNames, termOf, type TermsGiven } from '../contract/contract-terms.ts'
import type { DisclosureItemCode } from '../disclosure-items.ts'
import { plainDate } from '../plain-date.ts'
import type { ServiceFacts } from '../service/facts.ts'

const day = plainDate('2026-04-01')

/** The least of every term that must be given. */
const least = statedTerms(
  Object.fromEntries(
    termNames.map((name) => {
      const term = termOf(name)
      if (term.presence !== 'always') return [name, null]
      return [name, term.kind === 'day' ? day : term.least]
    }),
  ) as TermsGiven,
)

/** Stand-in contract, the same for both versions, so that whatever reads differently comes from the service. */
const standIn = {
  contractId: 'ctr_',
  revision: 1,
  edition: '',
  implementingEntity: { id: 'ent_', name: '実施主体', corporateNumber: '' },
  reseller: null,
  serviceCode: '',
  sme: {
    smeId: '',
    name: '',
    prefecture: '東京都',
    employees: 0,
    industry: '',
    noticeContact: { mail: null, phone: null },
    signatory: null,
  },
  terms: {
    serviceId: 'svc_',
    serviceVersion: 1,
    initialFeeParts: [],
    renewal: null,
    endOn: day,
    ...least,
  },
} as const satisfies Omit<DisclosureSource, 'facts' | 'countryName'>

/** Items of the disclosure that read differently under two versions of a service, in the order they are read. */
export const changedItems = (
  before: ServiceFacts,
  after: ServiceFacts,
  countryName: DisclosureSource['countryName'],
): readonly DisclosureItemCode[] => {
  const linesUnder = (facts: ServiceFacts) => compileDisclosure({ ...standIn, facts, countryName }).items
  const old = linesUnder(before)
  return linesUnder(after).flatMap(({ code, lines }, index) =>
    JSON.stringify(lines) === JSON.stringify(old[index]?.lines) ? [] : code,
  )
}

/**
 * The items of which an SME may simply be told. Everything else touches what it pays, may claim, or agreed to, and
 * takes its signature under an amendment. This is our reading (当社解釈).
 */
export const toldSuffices: readonly DisclosureItemCode[] = ['devices', 'helpDesk']

/** The changed items that an SME has to sign. */
export const itemsToSign = (items: readonly DisclosureItemCode[]): readonly DisclosureItemCode[] =>
  items.filter((code) => !toldSuffices.includes(code))
