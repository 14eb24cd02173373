import * as z from 'zod'
import type { AggregateKind } from '../../domain/aggregates/aggregates.ts'
import { labelOfKind } from '../../domain/aggregates/event-names.ts'
import { At, Day, ShortNumberField } from '../fields.ts'
import { WriterView } from './written.ts'

/** Kinds of things that have a ledger, as a change log is filtered by them. */
export const loggedKinds = Object.keys(labelOfKind) as [AggregateKind, ...AggregateKind[]]

/** A field that an event changed: its name in both languages, and what it said before and after; null where nothing. */
export const LoggedChangeView = z.strictObject({
  field: z.string(),
  label: z.string(),
  labelEn: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/**
 * How much of an event is shown: what it changed (`whole`); only what it says itself, where its ledger is too long to be
 * read for it (`eventOnly`); or neither, where whoever asks does not read its object any more (`withheld`).
 */
export const loggedDetails = ['whole', 'eventOnly', 'withheld'] as const

/** Event as a change log shows it: who, for whom, when, on what, what happened, before and after, and why. */
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
  details: z.enum(loggedDetails),
  changes: z.array(LoggedChangeView),
  /** Words that were entered with it, what it says itself, or what it follows from; null where nobody is asked why. */
  why: z.string().nullable(),
})
