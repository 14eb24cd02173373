import type * as z from 'zod'
import { AttestGiven } from '../../../shared/api/routes/contracts.ts'
import { formErrors } from '../../../shared/api/form-errors.ts'
import type { FormError } from '../../../shared/api/problem.ts'
import { disclosureItemCodes } from '../../../shared/domain/contract/disclosure-items.ts'
import type { ResellerId, ServiceId } from '../../../shared/domain/ids.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'

/** One row of a book, by column. */
export type BookRow = Readonly<Record<string, string>>

/** The columns of a book of paper contracts, and where each value goes. */
const placeOfColumn = {
  再販協力会社コード: 'resellerId',
  法人番号: 'sme.corporateNumber',
  会社名: 'sme.name',
  都道府県: 'sme.prefecture',
  従業員数: 'sme.employees',
  業種: 'sme.industry',
  サービスコード: 'terms.serviceId',
  '初期費用(税抜)': 'terms.initialFeeParts',
  '月額(税抜)': 'terms.monthlyFeeExTaxYen',
  端末数: 'terms.terminals',
  契約日: 'signedOn',
  契約年数: 'terms.termMonths',
  通知先メール: 'sme.noticeContact.mail',
  通知先電話: 'sme.noticeContact.phone',
  リモート支援の同意: 'remoteSupportConsent',
  説明方法: 'explanation.method',
  説明日: 'explanation.on',
} as const
export const bookColumns = Object.keys(placeOfColumn) as readonly (keyof typeof placeOfColumn)[]
export const rowNumberColumn = '行番号'

/** Codes of the implementing entity's own books, and what they stand for here. */
export type Codes = {
  readonly resellers: ReadonlyMap<string, { readonly resellerId: ResellerId; readonly name: string }>
  readonly services: ReadonlyMap<string, ServiceId>
}

type Attested = z.output<typeof AttestGiven>

/** A whole number as written; anything else is left as it is, for the form to refuse. */
const wholeNumber = (text: string): number | string => (/^-?\d{1,15}$/.test(text) ? Number(text) : text)
const times12 = (years: number | string): number | string => (typeof years === 'number' ? years * 12 : years)
const orNull = (text: string): string | null => (text === '' ? null : text)
const wordFor = <Word>(words: Readonly<Record<string, Word>>, text: string): Word | string => words[text] ?? text

/**
 * Reads a row as a contract to be attested. A row whose form is wrong gives every column that is; what a rule would
 * object to is left for the rules. An explanation in the book is one of the whole disclosure, since the paper is.
 */
export const readRow = (
  row: BookRow,
  codes: Codes,
  attestedBy: Attested['attestedBy'],
): Result<Attested, readonly FormError[]> => {
  const of = (column: keyof typeof placeOfColumn): string => row[column] ?? ''
  const reseller = codes.resellers.get(of('再販協力会社コード'))
  const signedOn = of('契約日')
  const explained = of('説明方法') !== '' || of('説明日') !== ''
  const given = AttestGiven.safeParse({
    resellerId: reseller?.resellerId ?? of('再販協力会社コード'),
    sme: {
      corporateNumber: of('法人番号'),
      name: of('会社名'),
      prefecture: of('都道府県'),
      employees: wholeNumber(of('従業員数')),
      industry: of('業種'),
      noticeContact: { mail: orNull(of('通知先メール')), phone: orNull(of('通知先電話')) },
    },
    terms: {
      serviceId: codes.services.get(of('サービスコード')) ?? of('サービスコード'),
      initialFeeParts: [{ what: '初期費用', exTaxYen: wholeNumber(of('初期費用(税抜)')) }],
      monthlyFeeExTaxYen: wholeNumber(of('月額(税抜)')),
      terminals: wholeNumber(of('端末数')),
      startOn: signedOn,
      termMonths: times12(wholeNumber(of('契約年数'))),
    },
    signedOn,
    explanation: explained
      ? {
          method: wordFor({ 口頭: 'oral', 書面: 'written' }, of('説明方法')),
          on: of('説明日'),
          by: { name: `${reseller?.name ?? ''}（台帳に担当者名の記載なし）` },
          items: [...disclosureItemCodes],
        }
      : null,
    remoteSupportConsent: wordFor({ 有: true, 無: false }, of('リモート支援の同意')),
    attestedBy,
  })
  if (given.success) return done(given.data)
  return refuse(inColumns(formErrors(given.error)))
}

/** Says where by column, once each: a book has no field names. */
const inColumns = (errors: readonly FormError[]): readonly FormError[] => {
  const seen = new Set<string>()
  return errors.flatMap(({ where, why }) => {
    const column = Object.entries(placeOfColumn).find(
      ([, place]) => where === place || where.startsWith(`${place}.`),
    )?.[0]
    const named = where === 'terms.startOn' ? '契約日' : (column ?? where)
    if (seen.has(named)) return []
    seen.add(named)
    return [{ where: named, why }]
  })
}
