import * as z from 'zod'
import { dueKinds, firstSteps, urgencies } from '../../domain/home.ts'
import { At, Day } from '../fields.ts'
import { BookCountsView } from './book.ts'
import { PersonShown } from './person.ts'

/** Something that is due: by when, who sees to it, which clause asks for it, and where it is seen to. */
export const DueView = z.strictObject({
  kind: z.enum(dueKinds),
  urgency: z.enum(urgencies),
  on: Day,
  what: z.strictObject({ ja: z.string(), en: z.string() }),
  clause: z.string().nullable(),
  /** Person who sees to it, where one is named. */
  owner: PersonShown.nullable(),
  about: z.strictObject({
    type: z.enum(['contract', 'discontinuance', 'concern', 'exception', 'reseller', 'service', 'submission']),
    id: z.string(),
    /** Name of a firm or a service; null where the id is all there is to say. */
    name: z.string().nullable(),
    shortNumber: z.string().nullable(),
  }),
})

/** What somebody who comes in has to see to, how the book stands, and what is to be done first where nothing is there. */
export const HomeView = z.strictObject({
  asOf: At,
  due: z.array(DueView),
  /** Counts of one's own book; null for whoever has none. */
  figures: BookCountsView.nullable(),
  /** Steps to a first contract, in their order; null once all are done, or where there are none to do. */
  firstSteps: z.array(z.strictObject({ step: z.enum(firstSteps), done: z.boolean() })).nullable(),
  unreadable: z.array(z.strictObject({ id: z.string().nullable() })).optional(),
})
