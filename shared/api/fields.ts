import * as z from 'zod'
import { disclosureItemCodes } from '../domain/disclosure-items.ts'
import type {
  ConcernId,
  ContractId,
  DiscontinuanceId,
  EntityId,
  ExceptionId,
  FileId,
  OperationId,
  OwnSmeId,
  RedisclosureId,
  PortfolioOwner,
  RegistrationBodyId,
  ResellerId,
  ServiceId,
  SubmissionId,
} from '../domain/ids.ts'
import type { ShortNumber } from '../domain/short-number.ts'
import { prefectures } from '../domain/places.ts'
import { firstDayKept, instant, isPlainDate, lastDayKept, type Instant, type PlainDate } from '../domain/plain-date.ts'
import { printedText, text } from './text-fields.ts'
export { ContractAsked } from './contract-field.ts'
export { CorporateNumber, SmeNumber, SmeNumberAsked } from './corporate-number-field.ts'
export { Mail, NoticeMail } from './mail-field.ts'
export { CodePhone, Phone } from './phone-fields.ts'
export { paragraphs, paragraphsOrNothing, printedText, text, textOrEmpty } from './text-fields.ts'

const suffix = '[0-7][0-9a-hjkmnp-tv-z]{25}'

const idOf = <Id extends string>(prefix: string, pattern: string, description: string) =>
  z
    .string()
    .max(64)
    .regex(new RegExp(`^${prefix}_${pattern}$`))
    .meta({ description }) as unknown as z.ZodType<Id, Id>

export const EntityIdField = idOf<EntityId>('ent', suffix, '実施主体')
export const RegistrationBodyIdField = idOf<RegistrationBodyId>('rbd', suffix, '審査登録機関')
export const ServiceIdField = idOf<ServiceId>('svc', suffix, 'サービス')
export const ResellerIdField = idOf<ResellerId>('rsl', suffix, '再販協力会社')
export const ContractIdField = idOf<ContractId>('ctr', `[0-9a-hjkmnp-tv-z]{12}${suffix}`, '契約')
export const ShortNumberField = z
  .string()
  .regex(/^[0-9AC-HJKMNP-RTV-Y]{4}(?:-[0-9AC-HJKMNP-RTV-Y]{4}){2}$/)
  .meta({ description: '契約番号（電話で伝えられる12文字）' }) as unknown as z.ZodType<ShortNumber, ShortNumber>
export const DiscontinuanceIdField = idOf<DiscontinuanceId>('dsc', suffix, '提供困難案件')
export const SubmissionIdField = idOf<SubmissionId>('sbm', suffix, '届出・報告')
export const ConcernIdField = idOf<ConcernId>('cnc', suffix, '提供困難のおそれ')
export const OperationIdField = idOf<OperationId>('opr', suffix, '一括処理')
export const ExceptionIdField = idOf<ExceptionId>('exc', suffix, '個別契約の例外')
export const RedisclosureIdField = idOf<RedisclosureId>('rdc', suffix, '再開示')
export const FileIdField = idOf<FileId>('fil', suffix, 'ファイル')
/** Thing a file belongs to: a reseller, a service, a contract or a submission. */
export const FileObjectField = z.union([ResellerIdField, ServiceIdField, ContractIdField, SubmissionIdField])
export const OwnSmeIdField = idOf<OwnSmeId>('sme', suffix, '法人番号のない方の番号')
export const HolderField = z.union([EntityIdField, ResellerIdField]) as z.ZodType<PortfolioOwner, PortfolioOwner>

const isDayInReach = (text: string): boolean => isPlainDate(text) && text >= firstDayKept && text <= lastDayKept

/** A day that exists, YYYY-MM-DD, on the calendar of Japan, from 1900 to 2199. */
export const Day = z
  .string()
  .refine(isDayInReach, { params: { code: 'day' } })
  .meta({ format: 'date', minLength: 10, maxLength: 10 }) as unknown as z.ZodType<PlainDate, PlainDate>

/** A moment in UTC with milliseconds. Only ever given out, never taken in. */
export const At = z.string().meta({ format: 'date-time' }) as unknown as z.ZodType<Instant, Instant>

/**
 * A moment as people give it: RFC 3339 with its offset from UTC, 2026-10-01T09:00:00+09:00. Without an offset it could
 * be any of a day's moments, and is refused.
 */
export const Moment = z.iso
  .datetime({ offset: true })
  .max(40)
  .refine((given) => isDayInReach(given.slice(0, 10)), { params: { code: 'day' } })
  .transform((given) => instant(new Date(given).toISOString()))

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Whole yen without tax. */
export const Yen = z.int().min(0).max(1_000_000_000_000)

export const count = (max: number) => z.int().min(0).max(max)

export const PrefectureField = z.enum(prefectures)
export const DisclosureItem = z.enum(disclosureItemCodes)

/** Person who speaks for an SME: the name and the capacity in which that person acts, as given. */
export const SpeakerField = z.strictObject({ name: printedText(100), title: printedText(100) })

/** A file, with the type it is to be given out as. */
export const AsFile = z.custom<{ readonly type: string; readonly body: string | Uint8Array }>()

/** Page of a list: how many items at most, and the cursor at which to go on. */
export const Page = {
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: text(600).optional(),
}
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    /** Items that are there and cannot be shown, by id where that can be read. A defect of ours, and known to us. */
    unreadable: z.array(z.strictObject({ id: z.string().nullable() })).optional(),
  })

/** Decodes percent signs as often as a mail program may have put them in, at most three times over. */
const undoneEscapes = (given: string): string => {
  let text = given
  for (let n = 0; n < 3 && text.includes('%'); n += 1) {
    try {
      text = decodeURIComponent(text)
    } catch {
      return text
    }
  }
  return text
}

/**
 * A link as it stands in a letter, however a mail program hands it on: escaped, broken over lines, in angle brackets,
 * with a full stop or more parameters behind it. What is left is the link alone.
 */
export const LinkText = z
  .string()
  .max(2_000)
  .transform((given) => /[\w-]+(?:\.[\w-]+)*/.exec(undoneEscapes(given).replaceAll(/\s/g, ''))?.[0] ?? given)
  .pipe(
    z
      .string()
      .max(300)
      .regex(/^[\w.-]+$/),
  )
