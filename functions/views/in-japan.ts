import type { Instant } from '../../shared/domain/plain-date.ts'

/** An instant as people in Japan read it: 2026年10月1日 9時05分. */
export const inJapan = (at: Instant): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' }).format(
    new Date(at),
  )

/** An instant in Japan as tables hold it, so that it sorts: 2026-10-01 09:05:07. */
export const inJapanForTables = (at: Instant): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Tokyo' }).format(
    new Date(at),
  )
