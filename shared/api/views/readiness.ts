import * as z from 'zod'
import { handoverCodes, handoverKeepers, handoverStages } from '../../domain/reseller/handover.ts'
import { weaknesses } from '../../domain/reseller/drill.ts'
import { readinessParts } from '../../domain/reseller/readiness.ts'
import { ContractIdField, Day, OperationIdField, ResellerIdField, Sha256, ShortNumberField } from '../fields.ts'
import { WordsView } from './judgement.ts'
import { coverageAreas } from '../../domain/contract/contract-words.ts'
import { sellingParties } from '../../domain/parties.ts'

export const HandoverItemView = z.strictObject({
  code: z.enum(handoverCodes),
  what: WordsView,
  /** Party that has to supply it. */
  duty: z.enum(sellingParties),
  clause: z.string(),
  ourReading: WordsView,
  goodForDays: z.int(),
  stage: z.enum(handoverStages),
  /** Latest supply of it; null where there was none. */
  supplied: z
    .strictObject({
      asOf: Day,
      /** The last day it can be relied on. */
      goodUntil: Day,
      suppliedBy: z.enum(sellingParties),
      keptBy: z.enum(handoverKeepers),
      what: z.string(),
      documentSha256: Sha256.nullable(),
      custodian: z.string().nullable(),
    })
    .nullable(),
})

/** Points of a hundred, to the tenth. */
const Points = z.number().min(0).max(100)
const counts = <const Names extends readonly [string, ...string[]]>(names: Names) => z.record(z.enum(names), z.int())

/** Findings of the latest drill. */
export const DrillView = z.strictObject({
  operationId: OperationIdField,
  on: Day,
  /** Last day on which it tells something; then one is reminded, and nothing else happens. */
  goodUntil: Day,
  due: z.boolean(),
  score: Points,
  /** Contracts that would be taken over, and drafts and offers that would be void. */
  contracts: z.int(),
  voided: z.int(),
  /** Contracts whose SME would be left without something; then without what. */
  wouldGap: z.int(),
  gaps: counts(coverageAreas),
  weak: counts(weaknesses),
  /** Pages of the book that were read, and how long reading and deciding took. */
  pages: z.int(),
  readMs: z.int(),
  /** Time the whole would take: at the pace of the last takeover there was, else of what is promised. */
  takeoverSeconds: z.int(),
  /** Number of parts in which the CSV of its contracts comes. */
  parts: z.int(),
  paceFrom: z.enum(['lastTakeover', 'promised']),
  perMinute: z.int(),
})

export const ReadinessView = z.strictObject({
  resellerId: ResellerIdField,
  on: Day,
  score: Points,
  parts: z.array(
    z.strictObject({ code: z.enum(readinessParts), what: WordsView, why: WordsView, points: Points, of: Points }),
  ),
  /** Steps that would raise the score, the most first, each counted on its own. */
  raises: z.array(
    z.strictObject({
      code: z.enum([...handoverCodes, ...weaknesses, 'requirements', 'drill']),
      by: z.enum(sellingParties),
      what: WordsView,
      contracts: z.int().nullable(),
      /** Null where only doing it tells. */
      points: Points.nullable(),
    }),
  ),
  drill: DrillView.nullable(),
})

/** One contract that a drill found something of. */
export const DrillLineView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  name: z.string(),
  fate: z.enum(['takenOver', 'voided']),
  weaknesses: z.array(z.enum(weaknesses)),
  gaps: z.array(z.enum(coverageAreas)),
})
