import * as z from 'zod'
import { bounceCauses } from '../../domain/contract/contract-words.ts'
import { At, Day } from '../fields.ts'
import { PersonShown } from './person.ts'

/** Stages of a member as people are shown them. */
export const memberStagesShown = ['invited', 'active', 'suspended', 'removed'] as const

/** The last letter that came back from a person's address; null where none did, or a later one arrived. */
export const MailBouncedView = z.strictObject({ at: At, cause: z.enum(bounceCauses) }).nullable()

/** A member of one's own organization. Name and mail are null where they were erased, or never kept. */
export const MemberView = z.strictObject({
  sub: z.string(),
  role: z.string(),
  stage: z.enum(memberStagesShown),
  name: z.string().nullable(),
  reading: z.string().nullable(),
  mail: z.string().nullable(),
  mailBounced: MailBouncedView,
  /** Since when in this stage; null for one named before that was noted. */
  since: At.nullable(),
  /** Day of the last sign-in; null where none was noted. */
  lastSeenOn: Day.nullable(),
  erased: z.boolean(),
  version: z.int(),
})

/** What happened to a member, by whom and why. */
export const MemberHistory = z.array(
  z.strictObject({
    at: At,
    what: z.string(),
    by: PersonShown,
    byRole: z.string(),
    role: z.string().nullable(),
    reason: z.string().nullable(),
  }),
)

/** A membership of whoever asks: the organization, the role, and whether it is the one that the token is for. */
export const MembershipView = z.strictObject({
  sub: z.string(),
  role: z.string(),
  stage: z.enum(memberStagesShown),
  tenant: z.string(),
  company: z.string().nullable(),
  current: z.boolean(),
})
