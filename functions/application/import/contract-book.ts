import type * as z from 'zod'
import { PaperExplanationGiven } from '../../../shared/api/explanation.ts'
import { AttestGiven } from '../../../shared/api/routes/contracts.ts'
import { formErrors } from '../../../shared/api/form-errors.ts'
import type { FormError } from '../../../shared/api/problem.ts'
import { saysNothing } from '../../../shared/domain/as-written/characters.ts'
import type { PaperEnding } from '../../../shared/domain/contract/paper-end.ts'
import type { ResellerId, ServiceId } from '../../../shared/domain/ids.ts'
import { prefectures } from '../../../shared/domain/places.ts'
import { splitPrefecture, wideAddress } from '../../../shared/domain/postal-address.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Words } from '../../../shared/domain/words.ts'
import {
  allColumns,
  columnAt,
  optionalTermsIn,
  plainRow,
  readAsWritten,
  type BookColumn,
  type BookRow,
} from './book-columns.ts'
import { itemsIn, notItems } from './book-items.ts'
import { mailOrPhone, noSuchCode, notACorporateNumber, notAmong, notAPhone } from './cell-words.ts'

/** Codes of the implementing entity's own books, and what they stand for here. */
export type Codes = {
  readonly resellers: ReadonlyMap<string, { readonly resellerId: ResellerId; readonly name: string }>
  readonly services: ReadonlyMap<string, ServiceId>
}

/** A contract as a book has it: as one that is attested by hand, save that no book names who explained it. */
const RowGiven = AttestGiven.extend({ explanation: PaperExplanationGiven.omit({ by: true }).nullable() })
type Attested = z.output<typeof RowGiven>

/** Word in place of a reseller's code in a row about a contract of the implementing entity's own. */
const ownContracts = '直販'

const consents: Readonly<Record<string, boolean>> = { 有: true, 無: false }
const methods: Readonly<Record<string, string>> = { 口頭: 'oral', 書面: 'written' }
const endingWords: Readonly<Record<string, PaperEnding>> = {
  満了: 'expired',
  解約: 'cancelledBySme',
  解除: 'terminated',
}
const mostYears = 10

/** A number as written; anything else is left as it is, for the form to refuse. */
const numberIn = (row: BookRow, column: BookColumn): number | string => {
  const read = readAsWritten(column, row[column] ?? '')
  return read?.ok ? read.value : (row[column] ?? '')
}
const times12 = (years: number | string): number | string => (typeof years === 'number' ? years * 12 : years)
const orNull = (text: string): string | null => (text === '' ? null : text)

type Cells = ReturnType<typeof plainRow>

const stated = (cells: readonly (string | undefined)[], address: Readonly<Record<string, unknown>>) =>
  cells.some((cell) => cell !== undefined) ? address : null

/** The addresses a row states. One that begins with its prefecture says so; else it is in that of the SME. */
const addressesIn = (plain: Cells) => {
  const { 郵便番号: postalCode, 住所: rest, 建物名: building, 提供場所の名称: name } = plain
  const { 提供場所の郵便番号: code, 提供場所の住所: place, 提供場所の建物名: house } = plain
  return {
    postalAddress: stated([postalCode, rest, building], {
      postalCode: postalCode ?? null,
      rest: rest ?? '',
      building: building ?? null,
      ...prefectureBeside(rest, plain['都道府県']),
    }),
    placeOfService: stated([code, place, house, name], {
      postalCode: code ?? null,
      rest: place ?? '',
      building: house ?? null,
      name: name ?? null,
      ...prefectureBeside(place, plain['都道府県']),
    }),
  }
}

const prefectureBeside = (rest: string | undefined, prefecture: string) =>
  splitPrefecture(wideAddress(rest ?? ''))[0] === null ? { prefecture } : {}

/** The items a cell lists, if it lists any. What is no item is left as it is, for the form to refuse. */
const explainedItems = (cell: string): { readonly items?: readonly string[] } => {
  const read = itemsIn(cell)
  return read ? { items: [...read.items, ...read.strange] } : {}
}

/**
 * Reads a row as a contract to be attested. A row whose form is wrong gives every column that is, with what was found
 * there; what a rule would object to is left for the rules. An explanation is of the items the row lists, and of none
 * that it does not: where it lists none, that is what is kept.
 */
export const readRow = (
  row: BookRow,
  codes: Codes,
  attestedBy: Attested['attestedBy'],
): Result<Attested, readonly FormError[]> => {
  const plain = plainRow(row)
  const code = plain['再販協力会社コード']
  const reseller = codes.resellers.get(code)
  const isOwn = !reseller && code === ownContracts
  const signedOn = plain['契約日']
  const {
    '自動更新（月）': months = '',
    '更新の申出期限（日前）': noticeDays = '',
    説明した事項: listed = '',
    契約終了日: endedOn = '',
    終了の事由: endedBy = '',
    提供開始日: startOn = '',
  } = plain
  const explained = plain['説明方法'] !== '' || plain['説明日'] !== '' || listed !== ''
  const given = RowGiven.safeParse({
    resellerId: isOwn ? null : (reseller?.resellerId ?? code),
    sme: {
      corporateNumber: plain['法人番号'],
      name: plain['会社名'],
      prefecture: plain['都道府県'],
      reading: plain['会社名ふりがな'] ?? null,
      ...addressesIn(plain),
      employees: numberIn(row, '従業員数'),
      industry: plain['業種'],
      noticeContact: { mail: orNull(plain['通知先メール']), phone: orNull(plain['通知先電話']) },
    },
    terms: {
      serviceId: codes.services.get(plain['サービスコード']) ?? plain['サービスコード'],
      initialFeeParts: [{ what: '初期費用', exTaxYen: numberIn(row, '初期費用(税抜)') }],
      monthlyFeeExTaxYen: numberIn(row, '月額(税抜)'),
      terminals: numberIn(row, '端末数'),
      ...optionalTermsIn(row),
      startOn: startOn === '' ? signedOn : startOn,
      termMonths: times12(numberIn(row, '契約年数')),
      renewal:
        months === '' && noticeDays === ''
          ? null
          : { months: numberIn(row, '自動更新（月）'), noticeDays: numberIn(row, '更新の申出期限（日前）') },
    },
    signedOn,
    ended: endedOn === '' && endedBy === '' ? null : { on: endedOn, why: endingWords[endedBy] ?? null },
    explanation: explained
      ? {
          method: methods[plain['説明方法']] ?? null,
          on: plain['説明日'],
          ...explainedItems(listed),
        }
      : null,
    remoteSupportConsent: consents[plain['リモート支援の同意']] ?? null,
    attestedBy,
  })
  if (given.success) return ok(given.data)
  return refuse(inColumns(formErrors(given.error), row, codes))
}

const placeOf = ({ where }: FormError): number => (allColumns as readonly string[]).indexOf(where)

/** Says where by column, once each: a book has no field names. */
const inColumns = (errors: readonly FormError[], row: BookRow, codes: Codes): readonly FormError[] => {
  const byColumn = new Map<string, FormError>()
  for (const { where, why } of errors) {
    const column = columnAt(where, row)
    const named = column ?? where
    const said = column && whyOf(column, row[column] ?? '', why, codes)
    if (!byColumn.has(named)) byColumn.set(named, { where: named, why: said ?? why })
  }
  // Sorted as a person reads the row, from left to right.
  return [...byColumn.values()].sort((one, other) => placeOf(one) - placeOf(other))
}

const noElse: Words = { ja: '', en: '' }
const notCounted: Words = {
  ja: '台数が分からなければ空欄にしてください。',
  en: 'Where nobody counted them, leave the cell empty.',
}

/** Reason a cell is wrong, in words for whoever filled it in; undefined where the form's own words say it. */
const whyOf = (column: BookColumn, cell: string, why: Words, { resellers, services }: Codes): Words | undefined => {
  const read = readAsWritten(column, cell)
  switch (column) {
    case '再販協力会社コード':
      return noSuchCode(cell, { ja: '再販協力会社コード', en: 'reseller' }, [...resellers.keys()], {
        ja: `実施主体が直接結んだ契約は「${ownContracts}」と入れてください。`,
        en: `For a contract of the implementing entity's own, give ${ownContracts}.`,
      })
    case 'サービスコード':
      return noSuchCode(cell, { ja: 'サービスコード', en: 'service' }, [...services.keys()], noElse)
    case '法人番号':
      return notACorporateNumber(cell)
    case '都道府県':
      return notAmong(cell, prefectures)
    case 'リモート支援の同意':
      return notAmong(cell, Object.keys(consents))
    case '説明方法':
      return notAmong(cell, Object.keys(methods))
    case '終了の事由':
      return notAmong(cell, Object.keys(endingWords))
    case '契約年数':
      return read?.ok === false
        ? read.refusal
        : {
            ja: `契約年数は 1年から${mostYears}年までです。`,
            en: `Terms are of 1 to ${mostYears} whole years.`,
          }
    case '重要情報を取り扱う端末数':
      return read?.ok === false
        ? { ja: `${read.refusal.ja}${notCounted.ja}`, en: `${read.refusal.en} ${notCounted.en}` }
        : undefined
    case '説明した事項':
      return notItems(cell)
    case '通知先電話':
      return notAPhone(cell)
    case '通知先メール':
      return saysNothing(cell) ? undefined : mailOrPhone(cell, why)
    default:
      // A number or a day that cannot be read says why itself; of the rest the form's own words do.
      return read?.ok === false ? read.refusal : undefined
  }
}
