import * as z from 'zod'
import { ConfirmedThrough } from './contact.ts'
import { DisclosureView, RenewalView } from './disclosure.ts'
import { coverageStages } from '../../domain/contract/coverage.ts'
import {
  settlements,
  proposalKinds,
  consentKinds,
  endings,
  takeoverStages,
  contractStages,
  entries,
  consentStages,
  confirmationStages,
  voidReasons,
  findings,
} from '../../domain/contract/contract-words.ts'
import { serviceFunctions, monitoringTypes } from '../../domain/service/facts.ts'
import { listedTerms, revisionTerms } from '../../domain/contract/contract-terms.ts'
import { termsShown } from '../contract-terms.ts'
import { ExplanationView } from '../explanation.ts'
import {
  At,
  ContractIdField,
  Day,
  DisclosureItem,
  DiscontinuanceIdField,
  EntityIdField,
  ExceptionIdField,
  HolderField,
  PrefectureField,
  ResellerIdField,
  ServiceIdField,
  Sha256,
  ShortNumberField,
} from '../fields.ts'
import { FeesView } from './fees.ts'
import { FormFindingsView } from './form-reading.ts'
import { DisputeView } from './dispute.ts'
import { DoubtInShort } from './judgement.ts'
import { UntoldLetterView } from './untold.ts'
import { AddresseeView, SpeakerView } from './who-spoke.ts'

const Interval = z.strictObject({ party: HolderField, from: At, until: At.nullable() })
const Track = z.strictObject({ now: HolderField.nullable(), intervals: z.array(Interval) })

/** Stage of each facet of a coverage, as far as it is known. */
export const FacetStage = z.enum(['unknown', ...findings])
export const coverageFacets = { monitoring: FacetStage, contact: FacetStage, insurance: FacetStage } as const

export const TakeoverView = z.strictObject({
  discontinuanceId: DiscontinuanceIdField,
  stage: z.enum(takeoverStages),
  late: z.boolean(),
  settlement: z.enum(settlements).nullable(),
  coverage: z.strictObject({
    stage: z.enum(coverageStages),
    ...coverageFacets,
    /** Instant since which anything is lost; null while nothing is. */
    gapSince: At.nullable(),
    /** Whole minutes of gaps, without what has passed since `gapSince`. */
    gapMinutes: z.int(),
  }),
})

export const ContractStage = z.enum(contractStages)

/** Contract as it stands in lists: enough to find it and to see where it stands. */
export const ContractLineView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  stage: ContractStage,
  entry: z.enum(entries).nullable(),
  resellerId: ResellerIdField.nullable(),
  service: z.strictObject({ serviceId: ServiceIdField, monitoringType: z.enum(monitoringTypes) }),
  sme: z.strictObject({ smeId: z.string(), name: z.string(), prefecture: PrefectureField }),
  terms: z.strictObject({
    initialFeeExTaxYen: z.int(),
    ...termsShown(listedTerms),
    endOn: Day,
  }),
  signedOn: Day.nullable(),
  endedOn: Day.nullable(),
  takeover: z.enum(takeoverStages).nullable(),
})

/** Conflict with another contract of the SME for the service since a succession: until that ends, or `excepted` by one approved. */
const SmeConflict = z.enum(['open', 'excepted'])

/** The same in the list of contracts. */
export const ListedContractView = ContractLineView.extend({
  /** True where a letter did not reach its SME and has to be told by another way, such as the link to sign. */
  untold: z.boolean(),
  smeConflict: SmeConflict.nullable(),
  /** Doubts of its edition (neither kept nor breached). Only where the list was asked for such. */
  doubts: z.array(DoubtInShort).optional(),
})

export const ConsentNowView = z.strictObject({
  kind: z.enum(consentKinds),
  stage: z.enum(consentStages),
  at: At,
})

/** The SME's wish to leave: its last day, and the penalty it was shown, tax excluded. */
export const LeavingView = z.strictObject({
  on: Day,
  penaltyExTaxYen: z.int(),
  requestedAt: At,
  confirmed: z.boolean(),
})

export const ContractView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  version: z.int(),
  stage: ContractStage,
  entityId: EntityIdField,
  resellerId: ResellerIdField.nullable(),
  edition: z.string(),
  service: z.strictObject({
    serviceId: ServiceIdField,
    version: z.int(),
    monitoringType: z.enum(monitoringTypes),
  }),
  sme: z.strictObject({ smeId: z.string(), name: z.string(), prefecture: PrefectureField }),
  terms: z.strictObject({
    initialFeeExTaxYen: z.int(),
    ...termsShown(revisionTerms),
    endOn: Day,
    renewal: RenewalView.nullable(),
  }),
  /** Functions left out where it does not bind all, and under which exception (第2章1.(6)). */
  separate: z
    .strictObject({ leavesOut: z.array(z.enum(serviceFunctions)), exceptionId: ExceptionIdField.nullable() })
    .nullable(),
  document: z.strictObject({ revision: z.int(), sha256: Sha256 }),
  explanation: ExplanationView.nullable(),
  /** The one link that opens, and what for: to sign, to confirm a paper contract, a change, a renewal, the own page, its papers. */
  link: z
    .strictObject({
      purpose: z.enum(['sign', 'confirm', 'amend', 'renew', 'own', 'papers']),
      expiresAt: At,
      codesSent: z.int(),
      passed: z.boolean(),
    })
    .nullable(),
  entry: z.enum(entries).nullable(),
  signedOn: Day.nullable(),
  liveAt: At.nullable(),
  remoteSupportConsent: z.boolean().nullable(),
  confirmation: z.enum(confirmationStages).nullable(),
  confirmedThrough: ConfirmedThrough.optional(),
  /** Steps that only the signing person can take and has not taken yet. */
  awaiting: z.array(z.enum(['acknowledgements', 'secondFactor'])),
  responsibility: Track.nullable(),
  counterparty: Track.nullable(),
  smeConflict: SmeConflict.nullable(),
  takeover: TakeoverView.nullable(),
  ending: z.strictObject({ on: Day, why: z.enum(endings) }).nullable(),
  voided: z.enum(voidReasons).nullable(),
  consents: z.array(ConsentNowView),
  /** A new revision on its way to being agreed. */
  proposal: z
    .strictObject({
      kind: z.enum(proposalKinds),
      revision: z.int(),
      sha256: Sha256,
      changed: z.array(DisclosureItem),
      explained: z.boolean(),
      offered: z.boolean(),
    })
    .nullable(),
  /** Revision that is agreed for the next term already. */
  next: z.strictObject({ revision: z.int(), startOn: Day, endOn: Day }).nullable(),
  renewalAnnounced: z.strictObject({ answerBy: Day, held: z.boolean() }).nullable(),
  leaving: LeavingView.nullable(),
  /** Person the text in force names as who signs for the SME; null where it names nobody. Only where it is read. */
  addressee: AddresseeView.nullable().optional(),
  /** Person who last signed, confirmed or disputed for the SME; null where nobody has yet. Only where it is read. */
  signer: SpeakerView.nullable().optional(),
  /** Person who explained the conditions last; null where nobody is named. Only where it is read. */
  explainedBy: z.strictObject({ name: z.string(), title: z.string().nullable() }).nullable().optional(),
  /** What the SME said of the record of its paper contract, and how it was answered. Only where it is read. */
  disputes: z.array(DisputeView).optional(),
  /** Letters that did not reach the SME and have to be told by another way. Only where the contract itself is read. */
  untold: z.array(UntoldLetterView).optional(),
  /** Doubts of its edition (neither kept nor breached); the clause-by-clause check says why. Only where it is read. */
  doubts: z.array(DoubtInShort).optional(),
  /** Findings in the form of paper it was signed on; null while nobody has read that. Only where it is read. */
  formReading: FormFindingsView.nullable().optional(),
})

/** `glyphNote`: which characters of it may be drawn otherwise than they were given; null where none is. */
export const DocumentView = z.strictObject({
  shortNumber: ShortNumberField,
  sha256: Sha256,
  disclosure: DisclosureView,
  glyphNote: z.string().nullable(),
  fees: FeesView,
})
