import type { MonitoringType, ServiceFunction } from '../domain/service/facts.ts'
import type { Words } from '../domain/words.ts'

/** What the standard calls the types of monitoring. */
export const nameOfType: Record<MonitoringType, Words> = {
  network: { ja: 'ネットワーク監視型', en: 'the network type' },
  endpoint: { ja: '端末監視型', en: 'the endpoint type' },
  combined: { ja: '併用型', en: 'the combined type' },
}

/** What the functions of the one contract are called. */
export const nameOfFunction: Record<ServiceFunction, Words> = {
  consultationDesk: { ja: '相談窓口', en: 'help desk' },
  anomalyMonitoring: { ja: '異常の監視', en: 'monitoring' },
  emergencyResponse: { ja: '緊急時の対応支援', en: 'emergency support' },
  easeOfAdoption: {
    ja: '導入・運用の容易さ（基準の番号(4)、条文要確認）',
    en: 'ease of adoption (number (4), its text to be confirmed)',
  },
  simpleCyberInsurance: { ja: '簡易サイバー保険', en: 'cyber insurance' },
}
