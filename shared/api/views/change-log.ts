import * as z from 'zod'
import type { AggregateKind } from '../../domain/aggregates/aggregates.ts'
import { labelOfKind } from '../../domain/aggregates/event-names.ts'
import { At, Day, ShortNumberField } from '../fields.ts'
import { WriterView } from './written.ts'

/** Kinds of things that have a ledger, as a change log is filtered by them. */
export const loggedKinds = Object.keys(labelOfKind) as [AggregateKind, ...AggregateKind[]]

/** Event as a change log shows it: who, for whom, when, on what, and what happened. */
export const LoggedEventView = z.strictObject({
  /** When it was put on record. */
  at: At,
  /** The day it speaks of, where that is another thing than the moment of its record. */
  effectiveOn: Day.nullable(),
  by: WriterView,
  /** Role in which it was done; the organization it was done for stands as the company of whoever did it. */
  roleName: z.string(),
  object: z.strictObject({
    kind: z.enum(loggedKinds),
    kindName: z.string(),
    id: z.string(),
    /** Of a contract: its short number. */
    shortNumber: ShortNumberField.nullable(),
    /** Its name, as far as its ledger says one; of a member that of the person. */
    name: z.string().nullable(),
  }),
  /** The number of the event in the ledger of its object. */
  seq: z.int(),
  event: z.string(),
  eventName: z.string(),
})
