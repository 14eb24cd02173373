import type { Words } from '../words.ts'

/** Grounds on which a reseller cannot go on. */
export const discontinuanceGrounds = [
  'bankruptcy',
  'withdrawal',
  'staff',
  'facilities',
  'law',
  'unreachable',
  'other',
] as const
export type DiscontinuanceGround = (typeof discontinuanceGrounds)[number]

export const labelOfGround: Record<DiscontinuanceGround, Words> = {
  bankruptcy: { ja: '倒産', en: 'Bankruptcy' },
  withdrawal: { ja: '事業からの撤退', en: 'Withdrawal from the business' },
  staff: { ja: '人員の不足', en: 'Lack of staff' },
  facilities: { ja: '設備の喪失', en: 'Loss of facilities' },
  law: { ja: '法令による制限', en: 'Barred by law' },
  unreachable: { ja: '連絡がつかない', en: 'Cannot be reached' },
  other: { ja: 'その他', en: 'Other' },
}
