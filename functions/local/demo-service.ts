import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'

/** An invented service of the network type that conforms to edition 1.2. */
export const demoService: ServiceFacts = {
  name: 'みまもりゲート',
  monitoringType: 'network',
  functions: serviceFunctions,
  consultationDesk: { phone: '0120-000-000', mail: 'desk@entity.example.jp' },
  incidentNotice: { seriousTargetMinutes: 60, othersReportEveryDays: 7 },
  emergencySupport: {
    onSiteDispatch: true,
    remote: 'withConsent',
    freePerContractYear: 1,
    travelExpenses: 'chargeable',
  },
  serviceProvisionCountries: ['JP'],
  dataStorage: { kind: 'known', countries: ['JP'] },
  insurance: {
    insurer: '架空損害保険',
    policyholder: 'implementingEntity',
    coveredMatters: ['初動対応費用', '原因調査費用', '復旧費用'],
    coverageCountPerYear: 2,
    coverageLimitYen: 3_000_000,
    deductibleYen: 0,
    selfPayCases: ['補償限度額を超える費用', '移動に要する交通費'],
    explanatoryMaterial: '保険のご案内 第3版',
  },
  termination: { penalty: { kind: 'remainingMonths', monthlyRatePercent: 50 }, userMayCancelAnyTime: true },
  devices: [{ manufacturer: '架空ネットワークス', model: 'FN-200' }],
  capabilities: {
    detectInbound: true,
    detectOutbound: true,
    networkDefend: true,
    continuousDetection: false,
    endpointDefend: false,
  },
  placement: 'ルーター直下、全セグメントを通過',
  coversImportantTerminals: false,
  monthlyFeeExTaxYen: 9_800,
  monthlyFeePerTerminalExTaxYen: null,
}
