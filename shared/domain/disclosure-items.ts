import type { Words } from './words.ts'

/** Items an SME must be told before it signs, in the order it reads them. The signer acknowledges each of them. */
export const disclosureItemCodes = [
  'devices',
  'provisionCountries',
  'dataStorage',
  'insurance',
  'selfPay',
  'initialFee',
  'monthlyFee',
  'term',
  'penalty',
  'rightToCancel',
  'support',
  'noticeContact',
  'helpDesk',
] as const
export type DisclosureItemCode = (typeof disclosureItemCodes)[number]

export const labelOfItem: Record<DisclosureItemCode, Words> = {
  devices: { ja: '監視装置の製造メーカー・型式', en: 'Maker and model of the monitoring device' },
  provisionCountries: { ja: 'サービス提供の所在国', en: 'Country of service provision' },
  dataStorage: { ja: 'データ保存先の所在国', en: 'Country of data storage' },
  insurance: { ja: '簡易サイバー保険の補償範囲', en: 'What the cyber insurance covers' },
  selfPay: { ja: '自己負担が生じる場合', en: 'What you may have to pay yourself' },
  initialFee: { ja: '初期費用とその内訳', en: 'Initial fee and its parts' },
  monthlyFee: { ja: '月額料金', en: 'Monthly fee' },
  term: { ja: '契約期間', en: 'Term of the contract' },
  penalty: { ja: '途中解約の違約金', en: 'Penalty for leaving early' },
  rightToCancel: { ja: '契約を解除する権利', en: 'Your right to cancel' },
  support: { ja: '緊急時の対応支援', en: 'Emergency support' },
  noticeContact: { ja: 'インシデントの通知', en: 'How incidents are told to you' },
  helpDesk: { ja: '実施主体の相談窓口', en: 'Help desk of the implementing entity' },
}

/** Part of a text another one can take over: an item, who its parties are, or what else it says of the SME. */
export type Touched = DisclosureItemCode | 'parties' | 'sme'
