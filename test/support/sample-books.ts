import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { MatterKind, ServiceFacts } from '../../shared/domain/service/facts.ts'

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../fixtures/sample-books/${name}`, import.meta.url)), 'utf8')

/** A service as the sample books describe it: plainly, and not in the API's names. */
export type SampleService = any

type Samples = {
  readonly conforming: readonly SampleService[]
  readonly nonConforming: readonly { readonly service: SampleService; readonly refusedFor: string }[]
}

export const sampleServices: Samples = JSON.parse(read('services.json'))

export const sampleResellers: readonly {
  readonly code: string
  readonly corporateNumber: string
  readonly name: string
  readonly prefecture: string
  readonly contactMail: string
  readonly authorisedFor: readonly string[]
}[] = JSON.parse(read('resellers.json'))

/** 500 contracts as Excel exports them. */
export const sampleBook: string = read('contracts.csv')

export const expectedVerdicts: readonly {
  readonly row: number
  readonly verdict: 'accepted' | 'refused'
  readonly clause?: string
  readonly kind?: 'malformed'
}[] = JSON.parse(read('contracts.expected.json'))

/** The sample has words alone. */
const matterKindOf: Readonly<Record<string, MatterKind>> = {
  初動対応費用: 'firstResponse',
  原因調査費用: 'causeAnalysis',
  復旧費用: 'recovery',
}

const reportEveryDays: Readonly<Record<string, number>> = { weekly: 7 }

/** A sample service in the API's own terms. What the sample leaves out stays out, for the rules to find. */
export const factsOf = (sample: SampleService): ServiceFacts => {
  const { capabilities, monitoringType, insurance } = sample
  return {
    name: sample.name,
    monitoringType,
    functions: sample.functions,
    consultationDesk: sample.consultationDesk,
    incidentNotice: {
      seriousTargetMinutes: sample.incidentNotice.seriousTargetMinutes,
      othersReportEveryDays: reportEveryDays[sample.incidentNotice.othersReport] ?? null,
    },
    emergencySupport: sample.emergencySupport,
    serviceProvisionCountries: sample.serviceProvisionCountries,
    dataStorage: sample.dataStorage ?? null,
    insurance: {
      ...insurance,
      coveredMatters: insurance.coveredMatters.map((what: string) => ({ kind: matterKindOf[what], what })),
      coverageCountPerYear: insurance.coverageCountPerYear ?? null,
      coverageLimitYen: insurance.coverageLimitYen ?? null,
      deductibleYen: insurance.deductibleYen ?? null,
      explanatoryMaterial: insurance.explanatoryMaterial ?? null,
    },
    termination: {
      penalty: sample.termination.penalty ?? null,
      userMayCancelAnyTime: sample.termination.userMayCancelAnyTime,
    },
    devices: sample.devices,
    capabilities: {
      detectInbound: capabilities.detectInbound ?? false,
      detectOutbound: capabilities.detectOutbound ?? false,
      networkDefend: capabilities.networkDefend ?? (monitoringType === 'network' && capabilities.defend) ?? false,
      continuousDetection: capabilities.continuousDetection ?? false,
      endpointDefend: capabilities.endpointDefend ?? (monitoringType === 'endpoint' && capabilities.defend) ?? false,
    },
    placement: sample.placement ?? null,
    coversImportantTerminals: sample.coversImportantTerminals ?? false,
    monthlyFeeExTaxYen: sample.monthlyFeeExTaxYen ?? null,
    monthlyFeePerTerminalExTaxYen: sample.monthlyFeePerTerminalExTaxYen ?? null,
  }
}
