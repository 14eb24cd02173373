import * as z from 'zod'
import { doubtKinds } from '../../domain/refusal.ts'
import { ContractIdField, Day, ServiceIdField, ShortNumberField } from '../fields.ts'
import { WordsView } from './judgement.ts'
import { EvidenceView } from './service.ts'
import { contractParties } from '../../domain/parties.ts'
import { monitoringTypes } from '../../domain/service/facts.ts'

const Supplier = z.enum(contractParties)

const EditionHead = z.strictObject({
  id: z.string(),
  title: WordsView,
  published: z.strictObject({ on: Day, exactTo: z.enum(['day', 'month']) }).nullable(),
  inForceFrom: Day.nullable(),
  knownInPartOnly: z.boolean(),
  /** The types of monitoring it knows: of any other it judges nothing. */
  monitoringTypes: z.array(z.enum(monitoringTypes)).readonly(),
  source: WordsView,
})

/** An edition in the list; where a day was asked for, whether it was public on that day. */
export const EditionLineView = EditionHead.extend({
  clauses: z.int(),
  publicOn: z.enum(['yes', 'no', 'unknown']).nullable(),
})

const ClauseNotes = {
  label: z.string(),
  gist: WordsView,
  seedRows: z.array(z.int()),
  alsoCitedAs: z.string().nullable(),
  ourReading: WordsView.nullable(),
  textNotInHand: z.boolean(),
}

const KeepingView = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('rule'),
    rule: z.string(),
    on: z.string(),
    suppliedBy: Supplier,
    says: WordsView,
    limits: z.unknown(),
  }),
  z.strictObject({
    by: z.literal('people'),
    topic: z.string(),
    how: WordsView,
    evidence: WordsView,
    /** True where each change of a service wants a record of its own. */
    ofEachChange: z.literal(true).optional(),
  }),
  z.strictObject({ by: z.literal('nobody'), why: WordsView }),
])

export const EditionView = EditionHead.extend({
  clauses: z.array(z.strictObject({ ...ClauseNotes, keptBy: z.array(KeepingView) })),
  /** The table of what changed from 1.1 to 1.2, in our words, with the clauses of this edition that answer to a row. */
  tableOfChanges: z.array(
    z.strictObject({
      row: z.int(),
      about: WordsView,
      note: WordsView.nullable(),
      without: z.enum(['missing', 'wording']).nullable(),
      clauses: z.array(z.string()),
    }),
  ),
})

const ObjectionView = z.strictObject({ where: z.string(), why: WordsView })

const PartView = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('rule'),
    rule: z.string(),
    on: z.string(),
    suppliedBy: Supplier,
    verdict: z.enum(['kept', 'breached', ...doubtKinds, 'notApplicable', 'notAsked']),
    judged: z.int(),
    breached: z.int(),
    /** Number of further occasions on which the rule can be called neither kept nor breached; `doubts` says why. */
    doubtful: z.int(),
    facts: z.array(z.strictObject({ name: z.string(), label: WordsView, value: z.string() })),
    objections: z.array(ObjectionView),
    doubts: z.array(ObjectionView.extend({ kind: z.enum(doubtKinds) })),
    why: WordsView.nullable(),
  }),
  z.strictObject({
    by: z.literal('people'),
    topic: z.string(),
    how: WordsView,
    evidence: WordsView,
    verdict: z.enum(['onRecord', 'lapsed', 'missing', 'notAsked']),
    records: z.array(EvidenceView),
  }),
  z.strictObject({ by: z.literal('nobody'), why: WordsView }),
])

const verdicts = [
  'kept',
  'breached',
  'byPeople',
  'evidenceMissing',
  ...doubtKinds,
  'notApplicable',
  'notAsked',
  'notJudged',
] as const

export const ConformityView = z.strictObject({
  edition: z.string(),
  serviceId: ServiceIdField,
  serviceVersion: z.int(),
  contractId: ContractIdField.nullable(),
  shortNumber: ShortNumberField.nullable(),
  madeOn: Day,
  counts: z.strictObject(
    Object.fromEntries(verdicts.map((one) => [one, z.int()])) as Record<(typeof verdicts)[number], z.ZodInt>,
  ),
  clauses: z.array(z.strictObject({ ...ClauseNotes, verdict: z.enum(verdicts), parts: z.array(PartView) })),
})

const DutyView = z.strictObject({ clause: z.string(), gist: WordsView })

export const GapView = z.strictObject({
  serviceId: ServiceIdField,
  from: z.string(),
  to: z.string(),
  madeOn: Day,
  /** The newest version of the service, and the edition it names. */
  newestVersion: z.strictObject({ number: z.int(), edition: z.string(), offeredFrom: Day.nullable() }),
  /** Live contracts of the service, and how many of them still stand under the older edition. */
  contracts: z.strictObject({ live: z.int(), underOlder: z.int() }),
  counts: z.strictObject({ open: z.int(), done: z.int(), notApplicable: z.int(), fromNowOn: z.int() }),
  items: z.array(
    z.strictObject({
      code: z.string(),
      says: WordsView,
      seedRows: z.array(z.int()),
      newer: DutyView,
      older: z.array(DutyView),
      ourReading: WordsView.nullable(),
      state: z.enum(['open', 'done', 'notApplicable', 'fromNowOn']),
      suppliedBy: Supplier,
      missing: z.array(ObjectionView),
      contractsTouched: z.int(),
      examples: z.array(ContractIdField),
    }),
  ),
})
