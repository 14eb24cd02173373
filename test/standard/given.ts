import { expect } from 'vitest'
import { disclosureItemCodes } from '../../shared/domain/contract/disclosure-items.ts'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { type MonitoringType, type ServiceFacts, serviceFunctions } from '../../shared/domain/service/facts.ts'
import type { Edition } from '../../shared/standard/edition.ts'
import { editionNamed, judge } from '../../shared/standard/index.ts'
import type {
  ConclusionFacts,
  ContractFacts,
  Occasion,
  Occasions,
  SignatureFacts,
} from '../../shared/standard/occasion.ts'
import { factsOf, sampleServices } from '../support/sample-books.ts'

export const bothEditions = ['1.1', '1.2'] as const
export type EditionId = (typeof bothEditions)[number]

/** A breach without its prose: which clause, which rule, and where. */
export type Found = { readonly clause: string; readonly rule: string; readonly where: string }

export const editionOf = (id: EditionId): Edition => {
  const edition = editionNamed(id)
  if (!edition) throw new Error(`no edition ${id}`)
  return edition
}

/** Everything an edition objects to. Whatever it says, it says in Japanese and in English. */
export const judged = <On extends Occasion>(id: EditionId, on: On, facts: Occasions[On]): readonly Found[] =>
  judge(editionOf(id), on, facts).map(({ edition, clause, rule, where, why }) => {
    expect(edition).toBe(id)
    expect(why.ja).toMatch(/[ぁ-んァ-ン一-龠]/)
    expect(why.en).toMatch(/[a-z]/)
    return { clause, rule, where }
  })

const sampleOf: Record<MonitoringType, string> = { network: 'NET', endpoint: 'END', combined: 'CMB' }

/** A service that conforms under both editions, but for what is changed. */
export const service = (monitoringType: MonitoringType, changed: Partial<ServiceFacts> = {}): ServiceFacts => ({
  ...factsOf(sampleServices.conforming.find(({ code }) => code === sampleOf[monitoringType])),
  ...changed,
})

/** A contract that conforms under both editions, but for what is changed. */
export const contract = (changed: Partial<ContractFacts> = {}): ContractFacts => ({
  channel: 'direct',
  monitoringType: 'network',
  functions: serviceFunctions,
  initialFeeExTaxYen: 280_000,
  monthlyFeeExTaxYen: 9_800,
  terminals: 5,
  importantTerminals: null,
  noticeBy: 'mail',
  sellerMayResell: true,
  sellerCanProvide: true,
  anotherLiveContract: false,
  ...changed,
})

export const explanation = {
  method: 'oral',
  on: plainDate('2026-09-30'),
  items: disclosureItemCodes,
} as const satisfies ConclusionFacts['explanation']

/** A contract of 2026-09-30, explained in full on that day. */
export const conclusion = (changed: Partial<ConclusionFacts> = {}): ConclusionFacts => ({
  explanation,
  signedOn: plainDate('2026-09-30'),
  ...changed,
})

export const signature = (changed: Partial<SignatureFacts> = {}): SignatureFacts => ({
  acknowledged: disclosureItemCodes,
  ...changed,
})

/** All but one of a list. */
export const without = <Item>(items: readonly Item[], one: Item): readonly Item[] =>
  items.filter((item) => item !== one)
