import { contractIdIn } from '../../shared/domain/ids.ts'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import type { ContractToMove, GapItem, Own } from '../../shared/standard/reports/gap.ts'
import { gapBetween } from '../../shared/standard/reports/gap.ts'
import { conclusion, contract, editionOf, service } from './given.ts'
import { today } from './given-subject.ts'

/** A network service that conforms to 1.1, and says nothing of what 1.2 adds. */
export const under1_1: ServiceFacts = service('network', {
  incidentNotice: { seriousTargetMinutes: null, othersReportEveryDays: null },
  emergencySupport: {
    onSiteDispatch: true,
    remote: 'withoutConsent',
    freePerContractYear: 0,
    travelExpenses: 'chargeable',
  },
  dataStorage: null,
  devices: [],
  placement: null,
  insurance: {
    ...service('network').insurance,
    coverageCountPerYear: null,
    deductibleYen: null,
    explanatoryMaterial: null,
  },
})

/** What 1.2 wants of it. */
export const under1_2: ServiceFacts = service('network')

/** The nth contract, made under a version of the service. */
export const made = (n: number, serviceVersion: number, changed: Partial<ContractToMove> = {}): ContractToMove => ({
  contractId: contractIdIn('ent_01k6d2q0000000000000000001', String(n).padStart(26, '0')),
  serviceVersion,
  contract: contract(),
  conclusion: conclusion(),
  paper: null,
  ...changed,
})

/** Seven contracts under a first version, nothing on record. */
export const before: Own = {
  newest: under1_1,
  newestVersion: 2,
  versions: new Map([[1, under1_1]]),
  contracts: [1, 2, 3, 4, 5, 6, 7].map((n) => made(n, 1)),
  evidence: [],
  today,
}

export const gapOf = (own: Partial<Own> = {}): readonly GapItem[] =>
  gapBetween(editionOf('1.1'), editionOf('1.2'), { ...before, ...own })

export const item = (items: readonly GapItem[], code: string): GapItem => {
  const found = items.find((one) => one.code === code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

export const codesOf = (items: readonly GapItem[], state: GapItem['state']): readonly string[] =>
  items.filter((one) => one.state === state).map(({ code }) => code)
