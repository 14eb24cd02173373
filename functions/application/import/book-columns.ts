import { bare, saysNothing } from '../../../shared/domain/as-written/characters.ts'
import { dayAsWritten } from '../../../shared/domain/as-written/days.ts'
import { inYen, numberAsWritten, type Measure } from '../../../shared/domain/as-written/numbers.ts'
import {
  contractTerms,
  optionalTerms,
  termOf,
  type ContractTerm,
  type OptionalTerm,
} from '../../../shared/domain/contract/contract-terms.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Words } from '../../../shared/domain/words.ts'
import { plainItems } from './book-items.ts'

/** Row of a book, by column. */
export type BookRow = Readonly<Record<string, string>>

/** Format of a column: what may be folded in it without its saying anything else. */
type Kind = { readonly kind: 'asIs' | 'bare' | 'day' | 'items' } | Numbers
type Numbers = { readonly kind: 'number'; readonly measure: Measure }

const asIs = { kind: 'asIs' } as const
const bareOne = { kind: 'bare' } as const
const day = { kind: 'day' } as const
const items = { kind: 'items' } as const
const yen = { kind: 'number', measure: inYen } as const
const counted = (...after: readonly string[]): Numbers => ({
  kind: 'number',
  measure: { before: '', after, like: '5' },
})

/** Format of a plain term in a book. */
const writtenAs = (term: ContractTerm): Kind => {
  if (term.kind === 'day') return day
  return term.unit === '円' ? yen : counted(term.unit)
}

type TermColumn = NonNullable<(typeof contractTerms)[OptionalTerm]['column']>
/** The column of each plain term that a contract may leave out. */
const termColumns = Object.fromEntries(
  optionalTerms.flatMap((name) => {
    const term = termOf(name)
    return term.column === null ? [] : [[term.column, [`terms.${name}`, writtenAs(term)] as const]]
  }),
) as Readonly<Record<TermColumn, readonly [place: `terms.${OptionalTerm}`, Kind]>>

/** The columns every book of paper contracts has: where each value goes, and how it is written. */
const needed = {
  再販協力会社コード: ['resellerId', bareOne],
  法人番号: ['sme.corporateNumber', bareOne],
  会社名: ['sme.name', asIs],
  都道府県: ['sme.prefecture', bareOne],
  従業員数: ['sme.employees', counted('人', '名')],
  業種: ['sme.industry', asIs],
  サービスコード: ['terms.serviceId', bareOne],
  '初期費用(税抜)': ['terms.initialFeeParts', yen],
  '月額(税抜)': ['terms.monthlyFeeExTaxYen', yen],
  端末数: ['terms.terminals', counted('台')],
  契約日: ['signedOn', day],
  契約年数: ['terms.termMonths', counted('年間', '年')],
  通知先メール: ['sme.noticeContact.mail', bareOne],
  通知先電話: ['sme.noticeContact.phone', bareOne],
  リモート支援の同意: ['remoteSupportConsent', bareOne],
  説明方法: ['explanation.method', bareOne],
  説明日: ['explanation.on', day],
} as const satisfies Readonly<Record<string, readonly [place: string, Kind]>>

/**
 * Columns a book may have as well: reading and addresses of the SME, what was explained, how many terminals handle important information, the first day
 * of service where it is not that of the contract, of contracts that renew themselves, and of those that are over.
 */
const further = {
  会社名ふりがな: ['sme.reading', asIs],
  郵便番号: ['sme.postalAddress.postalCode', bareOne],
  住所: ['sme.postalAddress.rest', asIs],
  建物名: ['sme.postalAddress.building', asIs],
  提供場所の名称: ['sme.placeOfService.name', asIs],
  提供場所の郵便番号: ['sme.placeOfService.postalCode', bareOne],
  提供場所の住所: ['sme.placeOfService.rest', asIs],
  提供場所の建物名: ['sme.placeOfService.building', asIs],
  説明した事項: ['explanation.items', items],
  ...termColumns,
  提供開始日: ['terms.startOn', day],
  '自動更新（月）': ['terms.renewal.months', counted('か月', 'ヶ月', 'カ月', '月')],
  '更新の申出期限（日前）': ['terms.renewal.noticeDays', counted('日前', '日')],
  契約終了日: ['ended.on', day],
  終了の事由: ['ended.why', bareOne],
} as const satisfies Readonly<Record<string, readonly [place: string, Kind]>>
const columns = { ...needed, ...further }

type NeededColumn = keyof typeof needed
type FurtherColumn = keyof typeof further
export type BookColumn = NeededColumn | FurtherColumn
export const bookColumns = Object.keys(needed) as readonly NeededColumn[]
export const furtherColumns = Object.keys(further) as readonly FurtherColumn[]
/** All columns, as a person reads a row. */
export const allColumns: readonly BookColumn[] = [...bookColumns, ...furtherColumns]
/** Names by which some of these go in the forms and papers of the platform itself, and so in books. */
export const otherColumnNames: Readonly<Record<string, FurtherColumn>> = {
  ふりがな: '会社名ふりがな',
  フリガナ: '会社名ふりがな',
  会社名フリガナ: '会社名ふりがな',
  所在地: '住所',
  説明した項目: '説明した事項',
  重要情報を扱う端末数: '重要情報を取り扱う端末数',
  提供を始める日: '提供開始日',
}
export const rowNumberColumn = '行番号'

/** An address states its prefecture in its own column. */
const prefectureColumns: Readonly<Record<string, FurtherColumn>> = {
  'sme.postalAddress.prefecture': '住所',
  'sme.placeOfService.prefecture': '提供場所の住所',
}

/** The column of a row that a place of a contract to be attested comes from; undefined for what no column says. */
export const columnAt = (where: string, row: BookRow): BookColumn | undefined =>
  where === 'terms.startOn' && saysNothing(row['提供開始日'] ?? '')
    ? '契約日'
    : (prefectureColumns[where] ??
      allColumns.find((column) => where === columns[column][0] || where.startsWith(`${columns[column][0]}.`)))

/** Value read in a cell of a column of numbers or days; undefined in any other column. */
export const readAsWritten = (column: BookColumn, cell: string): Result<number | PlainDate, Words> | undefined => {
  const how: Kind = columns[column][1]
  if (how.kind === 'number') return numberAsWritten(cell, how.measure)
  return how.kind === 'day' ? dayAsWritten(cell) : undefined
}

// An address is what it is: blanks around it say nothing, and its letters and digits are left alone.
const trimmed: ReadonlySet<string> = new Set(['通知先メール', '通知先電話'])

/** A cell as it would be written plainly: 2026-06-01 for 2026/6/1, 100000 for ¥100,000. What cannot be read stays. */
const plainCell = (column: BookColumn, cell: string): string => {
  const [, how]: readonly [string, Kind] = columns[column]
  if (trimmed.has(column)) return cell.trim()
  if (how.kind === 'bare') return bare(cell)
  if (how.kind === 'asIs') return cell
  if (how.kind === 'items') return plainItems(cell)
  const read = readAsWritten(column, cell)
  return read?.ok ? String(read.value) : cell.trim() === '' ? '' : cell
}

const isFurther = (column: BookColumn): boolean => column in further

type PlainRow = Readonly<Record<NeededColumn, string> & Partial<Record<FurtherColumn, string>>>

/** The plain terms that a row may leave out, as a form gives them; what cannot be read stays, for the form to refuse. */
export const optionalTermsIn = (row: BookRow): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    optionalTerms.flatMap((name) => {
      const column: TermColumn | null = contractTerms[name].column
      if (column === null) return []
      const cell = plainCell(column, row[column] ?? '')
      const read = readAsWritten(column, cell)
      return [[name, cell === '' ? null : read?.ok ? read.value : cell]]
    }),
  )

/**
 * A row written plainly, without its number: rows that mean the same are the same. What a further column leaves empty is
 * left out: a row means the same whether its book has that column or not.
 */
export const plainRow = (row: BookRow): PlainRow => {
  const plain = allColumns.map((column) => [column, plainCell(column, row[column] ?? '')] as const)
  return Object.fromEntries(plain.filter(([column, cell]) => cell !== '' || !isFurther(column))) as PlainRow
}
