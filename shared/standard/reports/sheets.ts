import { dayInWords, type PlainDate } from '../../domain/plain-date.ts'
import type { Sheet, SheetFact, SheetSection } from '../../domain/sheet.ts'
import type { Clause } from '../model/edition.ts'
import type { Occasion } from '../model/occasion.ts'
import type { Supplier } from '../model/rule.ts'

/** Closing words of every sheet about the standard. */
export const notTheStandard =
  '要旨と「当社解釈」は当社の言葉であり、基準の条文ではありません。制度の公式様式でもありません。適合性を判断するのは審査登録機関です。'

export const fact = (label: string, ...lines: readonly string[]): SheetFact => ({ label, lines })

export const nameOfSupplier: Record<Supplier, string> = {
  implementingEntity: '実施主体',
  reseller: '再販協力会社（直接の契約では実施主体）',
  sme: '中小企業',
}

/** Name of each occasion on which a rule is asked. */
export const nameOfOccasion: Record<Occasion, string> = {
  'service-version': 'サービスの版を公開するとき',
  'service-change': 'サービスを変更するとき',
  reseller: '再販を許諾するとき',
  contract: '契約を起案し、結ぶとき',
  conclusion: '契約を結ぶとき（説明）',
  signature: '署名するとき',
  'incident-notice': 'インシデントを知らせたとき',
  'emergency-support': '支援したとき',
  discontinuance: '再販協力会社が提供できなくなったとき',
}

/** A clause's own notes: our reading, the rows that speak of it, another number it is printed under. */
export const notesOf = ({ ourReading, seedRows, alsoCitedAs }: Omit<Clause, 'keptBy'>): readonly SheetFact[] => [
  ...(ourReading ? [fact('当社解釈', ourReading.ja)] : []),
  ...(seedRows?.length ? [fact('改定の表', seedRows.map((row) => `${row}行目`).join('、'))] : []),
  ...(alsoCitedAs ? [fact('表での表記', alsoCitedAs)] : []),
]

/** A section for one clause: its label, its gist, what is said of it, its notes. */
export const clauseSection = (
  clause: Omit<Clause, 'keptBy'>,
  mark: SheetSection['mark'],
  facts: readonly SheetFact[],
): SheetSection => ({
  heading: clause.label,
  mark,
  lines: [clause.gist.ja],
  facts: [...facts, ...notesOf(clause)],
})

export const madeOn = (day: PlainDate): SheetFact => fact('作成日', dayInWords(day))

export const sheet = (it: Omit<Sheet, 'note'>): Sheet => ({ ...it, note: notTheStandard })
