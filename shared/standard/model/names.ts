import type { MatterKind, PlacementConsideration, ServiceFunction } from '../../domain/service/facts.ts'
import type { Words } from '../../domain/words.ts'

/** Names of the functions of the one contract. */
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

/** Names of the kinds of covered matters. */
export const nameOfMatterKind: Record<MatterKind, Words> = {
  firstResponse: { ja: '初動対応', en: 'first response' },
  causeAnalysis: { ja: '原因調査', en: 'cause analysis' },
  recovery: { ja: '復旧', en: 'recovery' },
  notification: { ja: '通知・公表', en: 'notification' },
  liability: { ja: '賠償責任', en: 'liability' },
  other: { ja: 'その他', en: 'other' },
}

/** Subject of each consideration of placement. */
export const nameOfConsideration: Record<PlacementConsideration, Words> = {
  boundary: { ja: '外部との境界のどこに置くか', en: 'where at the boundary it stands' },
  segments: { ja: '監視が及ぶ区画', en: 'the segments it sees' },
  unseen: { ja: '監視が及ばない区画・通信とその扱い', en: 'what it does not see, and what is done about that' },
  bypasses: { ja: '監視機器を通らない経路（無線・在宅・拠点間など）', en: 'the ways around it' },
}
