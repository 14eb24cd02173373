import * as z from 'zod'
import { At, ContractIdField, Day, Sha256, ShortNumberField } from '../fields.ts'
import { BreachView, DoubtView } from './judgement.ts'
import {
  supportModes,
  supportPurposes,
  incidentSeverities,
  tellingHows,
  tellingVerdicts,
} from '../../domain/contract/contract-words.ts'
import { WriterView } from './written.ts'

export const IncidentNoticeView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  version: z.int(),
  severity: z.enum(incidentSeverities),
  how: z.enum(tellingHows),
  detectedAt: At,
  judgedSeriousAt: At.nullable(),
  toldAt: At,
  /** Target of the service for a serious one, and whether it was met. To miss it is no breach by itself. */
  target: z.strictObject({ minutes: z.int(), met: z.boolean() }).nullable(),
  /** Verdict of a person on one told later than the target; null while nobody gave one, and where nobody has to. */
  verdict: z.enum(tellingVerdicts).nullable(),
  breaches: z.array(BreachView),
  doubts: z.array(DoubtView),
  paperSha256: Sha256,
})

export const EmergencySupportView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  version: z.int(),
  purpose: z.enum(supportPurposes),
  mode: z.enum(supportModes),
  startedAt: At,
  placeNamed: z.string().nullable(),
  place: z.string().nullable(),
  chargedExTaxYen: z.int(),
  incidentalExTaxYen: z.int(),
  /** The contract year it falls in, and how many supports without cost are used in it, this one included. */
  contractYear: z.strictObject({ from: Day, until: Day, freePromised: z.int(), freeUsed: z.int() }),
  breaches: z.array(BreachView),
  paperSha256: Sha256,
})

const Recorded = { seq: z.int(), recordedAt: At, recordedBy: WriterView }

/** An incident notice on record, with the words of who told whom, and of whoever judged one that came late. */
export const RecordedIncidentView = z.strictObject({
  ...Recorded,
  severity: z.enum(incidentSeverities),
  how: z.enum(tellingHows),
  detectedAt: At,
  judgedSeriousAt: At.nullable(),
  toldAt: At,
  toldTo: z.string(),
  toldBy: z.string(),
  summary: z.string(),
  lateReason: z.string().nullable(),
  deviation: z.string().nullable(),
  verdict: z
    .strictObject({ verdict: z.enum(tellingVerdicts), judgedBy: z.string(), reason: z.string(), at: At })
    .nullable(),
  paperSha256: Sha256,
})

/** An emergency support on record, with what was done. */
const RecordedSupportView = z.strictObject({
  ...Recorded,
  purpose: z.enum(supportPurposes),
  mode: z.enum(supportModes),
  startedAt: At,
  placeNamed: z.string().nullable(),
  place: z.string().nullable(),
  by: z.string(),
  summary: z.string(),
  setUpReason: z.string().nullable(),
  deviation: z.string().nullable(),
  chargedExTaxYen: z.int(),
  incidentalExTaxYen: z.int(),
  paperSha256: Sha256,
})

/** Supports of a contract, and those without cost in the contract year of today; null where none runs. */
export const SupportsView = z.strictObject({
  items: z.array(RecordedSupportView),
  nextCursor: z.null(),
  contractYear: z.strictObject({
    from: Day,
    until: Day,
    freePromised: z.int(),
    freeUsed: z.int(),
    freeLeft: z.int(),
  }),
})
