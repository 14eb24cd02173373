import * as z from 'zod'
import type { EntityChannel } from '../domain/aggregates/delivery.ts'
import { Mail } from './fields.ts'

/** Addresses for telling an implementing entity of what is overdue: a field for each channel it can be reached by. */
export const EntityNotices = z.strictObject({ noticeMail: Mail.nullable() })
/** The same as it is read, whatever was taken when it was set. */
export const EntityNoticesView = z.strictObject({ noticeMail: z.string().nullable() })
/** The same as it is kept; what was kept before a channel was there leads nowhere by it. */
export const EntityNoticesKept = z.strictObject({ noticeMail: z.string().nullable().default(null) })
export type EntityNotices = z.output<typeof EntityNoticesView>

/** The field that says where each channel leads. */
export const noticeField = { mail: 'noticeMail' } as const satisfies Record<EntityChannel, keyof EntityNotices>
/** Notices where nothing was ever set: nobody is told. */
export const noNotices: EntityNotices = { noticeMail: null }
