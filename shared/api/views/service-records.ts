import * as z from 'zod'
import { At, ContractIdField, Day, Sha256 } from '../fields.ts'
import { BreachView, DoubtView } from './judgement.ts'
import {
  supportModes,
  supportPurposes,
  incidentSeverities,
  tellingHows,
  tellingVerdicts,
} from '../../domain/contract/contract-words.ts'

export const IncidentNoticeView = z.strictObject({
  contractId: ContractIdField,
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
