import * as z from 'zod'
import { ContractAsked, Day, listOf, text } from '../fields.ts'
import { route } from '../route.ts'
import { LoggedEventView, loggedKinds } from '../views/change-log.ts'

/** A thing by its id: that of a contract may be its short number, that of a member is its subject. */
const ObjectAsked = z.union([
  z
    .string()
    .max(64)
    .regex(
      /^(?:(?:arc|cnc|dsc|ent|exc|fil|opr|rbd|rdc|rsl|sbm|sme|svc|usr)_[0-9a-z]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    ),
  ContractAsked,
])

const asked = {
  /** Subject of whoever acted, as the log shows it. */
  person: text(64).optional(),
  kind: z.enum(loggedKinds).optional(),
  object: ObjectAsked.optional(),
  /** Days of record in Japan, both included. */
  from: Day.optional(),
  until: Day.optional(),
}

/** The change log of one's own organization. */
export const changeLogRoutes = {
  listChangeLog: route({
    method: 'GET',
    path: '/v1/change-log',
    summary: {
      ja: '自社の操作履歴。人・種類・対象・日で絞り込める（新しい順。少し遅れて載る。1ページが空でも続きがあることがある）',
      en: 'The change log of one’s organization by person, kind, object and day, newest first; a page may hold few or none',
    },
    effect: 'reads',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(50).optional(),
      cursor: text(600).optional(),
      ...asked,
    }),
    output: listOf(LoggedEventView),
    status: 200,
    refusals: ['not-found', 'out-of-order'],
  }),
  downloadChangeLog: route({
    method: 'GET',
    path: '/v1/change-log.csv',
    summary: {
      ja: '自社の操作履歴を CSV で保存する（1,000件まで。超えるときは途中で切らずにお断りする）',
      en: 'The change log as a CSV: at most 1,000 events, refused rather than cut',
    },
    effect: 'reads',
    query: z.strictObject(asked),
    output: z.string(),
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['out-of-order', 'does-not-fit'],
  }),
} as const
