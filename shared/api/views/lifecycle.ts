import * as z from 'zod'
import { sealedKinds } from '../../domain/archive/archive.ts'
import { contactFields } from '../../domain/contract/contact.ts'
import { At, ContractIdField, Day, DisclosureItem, HolderField, Sha256, ShortNumberField } from '../fields.ts'
import { ConsentNowView, ContractStage, LeavingView } from './contract.ts'
import { FeesView } from './fees.ts'
import { DisputeView } from './dispute.ts'
import { AddresseeView, SpeakerView } from './who-spoke.ts'
import { proposalKinds, consentKinds, consentStages } from '../../domain/contract/contract-words.ts'

const Words = z.strictObject({ ja: z.string(), en: z.string() })

/** The two texts side by side, where they differ. */
export const DifferencesView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  kind: z.enum(proposalKinds),
  revisionBefore: z.int(),
  revisionAfter: z.int(),
  sha256Before: Sha256,
  sha256After: Sha256,
  differences: z.array(
    z.strictObject({
      code: DisclosureItem,
      label: Words,
      before: z.array(z.string()),
      after: z.array(z.string()),
    }),
  ),
  /** Changes of who signs and of where the SME is reached. */
  contact: z.array(
    z.strictObject({
      what: z.enum(contactFields),
      label: Words,
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
})

/** Receipt of a consent given or withdrawn: what was shown, who said it, and how. */
export const ConsentReceiptView = z.strictObject({
  seq: z.int(),
  at: At,
  kind: z.enum(consentKinds),
  what: z.enum(consentStages),
  /** The SME itself, behind its link, or a seller that put its word on record. */
  by: z.enum(['sme', 'seller']),
  text: z.array(z.string()),
  askedBy: z.string().nullable(),
  how: z.string().nullable(),
  /** Person who spoke for the SME on its own page; null where a seller recorded it, and where it was not asked yet. */
  signer: AddresseeView.nullable(),
  receiptSha256: Sha256,
})

/** Contract as its SME sees it on its own page. */
/** Papers that an SME keeps of its contract: those that were sealed, and the notices of its takeovers. */
const paperKinds = [...sealedKinds, 'takeoverNotice'] as const

/** Papers of a contract, for its SME to keep itself, the oldest first. */
export const OwnPapersView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  serviceName: z.string(),
  smeName: z.string(),
  /** Who keeps them, and whom to call. */
  keeper: z.string(),
  helpDesk: z.string(),
  endedOn: Day.nullable(),
  /** The last day on which they can be had; null while the contract has no end. */
  keepUntil: Day.nullable(),
  papers: z.array(
    z.strictObject({
      name: z.string(),
      what: z.enum(paperKinds),
      /** The day it was sealed; of a notice, the day of the takeover. */
      on: Day,
      /** Revision it shows; null of a notice. */
      revision: z.int().nullable(),
      /** True of the very bytes that were sealed; a notice is printed anew, and bears no seal. */
      sealed: z.boolean(),
    }),
  ),
})

export const OwnContractView = z.strictObject({
  contractId: ContractIdField,
  shortNumber: ShortNumberField,
  stage: ContractStage,
  serviceName: z.string(),
  smeName: z.string(),
  /** Person the text in force names as who signs, and person who last signed, confirmed or disputed. */
  addressee: AddresseeView.nullable(),
  signer: SpeakerView.nullable(),
  /** Where that word came from, as the door saw it; null where it was not kept yet. */
  signedFrom: z.strictObject({ ip: z.string().nullable(), userAgent: z.string().nullable() }).nullable(),
  /** What it said of the record of its paper contract, and how it was answered. */
  disputes: z.array(DisputeView),
  /** Party that answers now: the name, since when, and whom to call. */
  answers: z.strictObject({ party: HolderField.nullable(), name: z.string(), since: At.nullable() }),
  helpDesk: z.string(),
  startOn: Day,
  endOn: Day,
  monthlyFeeExTaxYen: z.int(),
  fees: FeesView,
  /** True where its signature has a certificate: what was signed on paper has none. */
  certified: z.boolean(),
  renewalAnnounced: z.strictObject({ answerBy: Day, held: z.boolean() }).nullable(),
  leaving: LeavingView.nullable(),
  /** The days it can ask to leave on. */
  leavingDays: z.strictObject({ from: Day, until: Day }),
  consents: z.array(ConsentNowView),
  /** Texts of consents; of data abroad only where the SME was told of it before: that very text. */
  consentTexts: z.array(z.strictObject({ kind: z.enum(consentKinds), label: Words, text: z.array(z.string()) })),
})
