import * as z from 'zod'
import { PersonShown } from './person.ts'
import { PostalAddressView } from '../address-fields.ts'
import { unreachedReasons } from '../../domain/contract/bounced-notice.ts'
import { coverageStages } from '../../domain/contract/coverage.ts'
import { discontinuanceGrounds } from '../../domain/discontinuance/grounds.ts'
import {
  At,
  ConcernIdField,
  ContractIdField,
  Day,
  DiscontinuanceIdField,
  EntityIdField,
  PrefectureField,
  RegistrationBodyIdField,
  ResellerIdField,
  Sha256,
  SubmissionIdField,
  ShortNumberField,
} from '../fields.ts'
import { ObligationInCaseView } from './obligation.ts'
import { BreachView, MissingView } from './judgement.ts'
import { ContractLineView, coverageFacets } from './contract.ts'
import { discontinuanceStages, proposalRestrictions } from '../../domain/discontinuance/states.ts'
import { settlements } from '../../domain/contract/contract-words.ts'

export const Addressee = z.union([z.literal('ipa'), RegistrationBodyIdField])

/**
 * Counts of what a discontinuance of this reseller would touch, in its own book as it stands now. Where `atLeast`, the
 * book is too large to be counted while somebody waits: the figures are of its first part.
 */
const AffectedView = z.strictObject({
  atLeast: z.boolean(),
  live: z.int(),
  drafted: z.int(),
  offered: z.int(),
  smes: z.int(),
  terminals: z.int(),
})

export const DiscontinuanceView = z.strictObject({
  discontinuanceId: DiscontinuanceIdField,
  version: z.int(),
  /** `lapsed` from the first instant after `approveBy`, if nobody approved. */
  stage: z.enum(discontinuanceStages),
  entityId: EntityIdField,
  resellerId: ResellerIdField,
  ground: z.enum(discontinuanceGrounds),
  occurredOn: Day,
  /** The day it was known: from it the implementing entity answers to the SME (当社解釈 of 第2章1.(10)). */
  knownOn: Day,
  concernId: ConcernIdField.nullable(),
  /** Restriction of new contracts: `asked` of an admin, `standing`, or `fallen` with the proposal; null otherwise. */
  restriction: z.enum(proposalRestrictions).nullable(),
  approveBy: At,
  since: At.nullable(),
  reports: z.array(z.strictObject({ submissionId: SubmissionIdField, to: Addressee })),
  list: z.strictObject({ contracts: z.int(), voided: z.int(), sha256: Sha256 }).nullable(),
  reached: z.boolean(),
  late: z.int(),
})

/** The same with who proposed it. */
export const ListedDiscontinuanceView = DiscontinuanceView.extend({ proposedBy: PersonShown })

export const ProposedDiscontinuanceView = DiscontinuanceView.extend({ affects: AffectedView })

/** A case with its progress: how many takeovers stand where, and what is still missing before it can close. */
export const DiscontinuanceProgressView = ListedDiscontinuanceView.extend({
  /** Person who approved it; null until somebody did. */
  approvedBy: PersonShown.nullable(),
  /** Statement of whoever proposed it: what happened, on which the approval is decided. */
  statement: z.string(),
  /** What approving it would touch, counted as it is read; null once that is decided. */
  affects: AffectedView.nullable(),

  takeovers: z.strictObject({ opened: z.int(), told: z.int(), settled: z.int() }),
  /** Coverage of the SMEs of the case now, and how long it was lacking: all its gaps together. */
  coverage: z.strictObject({
    covered: z.int(),
    atRisk: z.int(),
    gap: z.int(),
    restored: z.int(),
    ended: z.int(),
    gapMinutes: z.int(),
    gapHours: z.number(),
  }),
  /** Instant of these figures; null where a large case was not counted yet. A small one is counted as it is read. */
  countedAt: At.nullable(),
  /** True while they are being counted (again). */
  counting: z.boolean(),
  /** Obligations owed by a day since the instant, and how each stands. */
  obligations: z.array(ObligationInCaseView),
  missing: z.array(MissingView),
  /** Objections of the standard to the case as it stands (第2章1.(10)). */
  breaches: z.array(BreachView),
})

/** Progress of the fan-out of a case: cheap to ask, however many contracts there are. */
export const FanOutProgressView = z.strictObject({
  discontinuanceId: DiscontinuanceIdField,
  contracts: z.int().nullable(),
  done: z.int(),
  left: z.int().nullable(),
  reached: z.boolean(),
  beganAt: At.nullable(),
  lastStepAt: At.nullable(),
  perMinute: z.int().nullable(),
  expectedEndAt: At.nullable(),
})

export const TakeoverLineView = ContractLineView.extend({
  late: z.boolean(),
  settlement: z.enum(settlements).nullable(),
  /** Gaps are counted up to now, or to the end of the contract. */
  coverage: z.strictObject({
    stage: z.enum(coverageStages),
    ...coverageFacets,
    gapMinutes: z.int(),
    gapHours: z.number(),
  }),
})

/** An SME whom no letter has reached, with whom to write to and what to tell it. */
export const UnreachedView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  sme: z.strictObject({ smeId: z.string(), name: z.string(), prefecture: PrefectureField }),
  person: z.string().nullable(),
  postalAddress: PostalAddressView.nullable(),
  /** ふりがな of its name, for a call. */
  reading: z.string().nullable(),
  mail: z.string().nullable(),
  phone: z.string().nullable(),
  serviceName: z.string(),
  implementingEntity: z.string(),
  helpDesk: z.array(z.string()),
  reason: z.enum(unreachedReasons),
})
