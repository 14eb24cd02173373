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
    coveredMatters: [
      { kind: 'firstResponse', what: '初動対応費用' },
      { kind: 'causeAnalysis', what: '原因調査費用' },
      { kind: 'recovery', what: '復旧費用' },
    ],
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
  placement: {
    boundary: 'インターネットに接続するルーターの直下に置く',
    segments: '社内のすべての区画の通信が通る',
    unseen: '区画の中だけで終わる通信は見えないため、端末での対策を案内する',
    bypasses: '在宅勤務とモバイル回線は通らないため、対象外であることを案内する',
  },
  coversImportantTerminals: false,
  monthlyFeeExTaxYen: 9_800,
  monthlyFeePerTerminalExTaxYen: null,
}
