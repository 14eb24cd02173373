import * as z from 'zod'
import { paperEndings } from '../../domain/contract/paper-end.ts'
import { serviceFunctions } from '../../domain/service/facts.ts'
import { termsGiven } from '../contract-terms.ts'
import { addressFits, PlaceOfServiceField, PostalAddressField, ReadingField } from '../address-fields.ts'
import { ExplanationGiven, PaperExplanationGiven } from '../explanation.ts'
import {
  CodePhone,
  ContractAsked,
  SmeNumber,
  count,
  Day,
  ExceptionIdField,
  listOf,
  Mail,
  NoticeMail,
  Phone,
  PrefectureField,
  printedText,
  ResellerIdField,
  ServiceIdField,
  Sha256,
  text,
  Yen,
} from '../fields.ts'
import { route } from '../route.ts'
import { ListedContractView, ContractView, DocumentView } from '../views/contract.ts'
import { LedgerEventView } from '../views/ledger.ts'
import { ContractFilters } from './given.ts'

const params = z.strictObject({ contractId: ContractAsked })

export const SmeGiven = z.strictObject({
  corporateNumber: SmeNumber,
  name: printedText(150),
  reading: ReadingField.nullable().optional(),
  prefecture: PrefectureField,
  postalAddress: PostalAddressField.nullable().optional(),
  placeOfService: PlaceOfServiceField.nullable().optional(),
  employees: count(1_000_000),
  industry: printedText(100),
  noticeContact: z.strictObject({ mail: NoticeMail.nullable(), phone: Phone.nullable() }),
})
/**
 * Person who signs, and is sent the link by mail and the code by short message or by a call; without a telephone, by a
 * letter of the implementing entity, which the SME asks for behind its link.
 */
export const Signatory = z.strictObject({
  name: printedText(100),
  title: printedText(100),
  reading: ReadingField.optional(),
  mail: Mail,
  phone: CodePhone.nullable(),
})
/** Person who signed on paper; a code may never have to go to that phone. */
const PaperSignatory = Signatory.extend({ phone: Phone.nullable() })

export const TermsGiven = z.strictObject({
  serviceId: ServiceIdField,
  initialFeeParts: z.array(z.strictObject({ what: printedText(100), exTaxYen: Yen })).max(20),
  ...termsGiven,
  /** Renewal when the term is over; without it, the contract ends. */
  renewal: z
    .strictObject({ months: z.int().min(1).max(60), noticeDays: z.int().min(1).max(180) })
    .nullable()
    .optional(),
})

/** The functions this contract binds together; all of them unless said otherwise. */
const Functions = z.array(z.enum(serviceFunctions)).max(5).optional()

/** The approved exception under which it leaves functions out. */
const Exception = ExceptionIdField.nullable().optional()

export const DraftGiven = z.strictObject({
  sme: SmeGiven.extend({ signatory: Signatory }).superRefine(addressFits),
  terms: TermsGiven,
  functions: Functions,
  exceptionId: Exception,
})

/** A contract signed on paper, as a named person attests it. */
export const AttestGiven = z.strictObject({
  resellerId: ResellerIdField.nullable().optional(),
  sme: SmeGiven.extend({ signatory: PaperSignatory.nullable().optional() }).superRefine(addressFits),
  terms: TermsGiven,
  functions: Functions,
  exceptionId: Exception,
  signedOn: Day,
  explanation: PaperExplanationGiven.nullable(),
  remoteSupportConsent: z.boolean(),
  /** End of a contract that is over: its last day, and how it came. It is recorded as ended, and nobody is told. */
  ended: z
    .strictObject({ on: Day, why: z.enum(paperEndings) })
    .nullable()
    .optional(),
  attestedBy: z.strictObject({ name: text(100), title: text(100) }),
  /** SHA-256 of the scan of the signed paper, where there is one. */
  scanSha256: Sha256.nullable().optional(),
})

export const contractRoutes = {
  draftContract: route({
    method: 'POST',
    path: '/v1/contracts',
    summary: {
      ja: '契約を起案する。開示書面はサービスの版と契約条件から組み立てられる',
      en: 'Draft a contract; its disclosure is compiled',
    },
    effect: 'changes',
    body: DraftGiven,
    output: ContractView,
    status: 201,
    refusals: ['not-found', 'does-not-fit', 'out-of-order', 'breaches-standard', 'cannot-be-printed'],
  }),
  reviseContract: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/revise',
    summary: { ja: '起案中の契約を改める。開いていたリンクは使えなくなる', en: 'Revise a draft; an open link dies' },
    effect: 'changes',
    params,
    body: DraftGiven,
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'out-of-order', 'breaches-standard', 'cannot-be-printed'],
    ifMatch: 'required',
  }),
  explainContract: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/explain',
    summary: { ja: '口頭又は書面による説明を記録する', en: 'Record the explanation, oral or written' },
    effect: 'changes',
    params,
    body: ExplanationGiven,
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order'],
  }),
  offerContract: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/offer',
    summary: { ja: '署名用リンクをユーザーへ送る', en: 'Send the signing link to the SME' },
    effect: 'changes',
    params,
    body: z.strictObject({ validDays: z.int().min(1).max(60).optional() }),
    output: ContractView,
    status: 200,
    refusals: [
      'not-found',
      'wrong-stage',
      'breaches-standard',
      'does-not-fit',
      'out-of-order',
      'too-many-sendings',
      'cannot-be-printed',
    ],
  }),
  withdrawContract: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/withdraw',
    summary: { ja: '起案・提示した契約を取り下げる', en: 'Take back a draft or an offer' },
    effect: 'changes',
    params,
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage'],
  }),
  attestContract: route({
    method: 'POST',
    path: '/v1/contracts/attest',
    summary: {
      ja: '紙で結んだ契約を、担当者の名で記録する',
      en: 'Put a contract signed on paper on record, by a named person',
    },
    effect: 'changes',
    body: AttestGiven,
    output: ContractView,
    status: 201,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'out-of-order', 'breaches-standard'],
  }),
  listContracts: route({
    method: 'GET',
    path: '/v1/contracts',
    summary: {
      ja: '契約の一覧。再販協力会社・段階・サービス・中小企業・基準について言い切れない点で絞れる',
      en: 'List contracts, by reseller, stage, service, SME, or what the standard leaves open',
    },
    effect: 'reads',
    query: ContractFilters,
    output: listOf(ListedContractView),
    status: 200,
    refusals: ['not-found'],
  }),
  getContract: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}',
    summary: {
      ja: '契約を読む。いま誰が責任を負っているかも分かる',
      en: 'Read a contract, and who answers for it now',
    },
    effect: 'reads',
    params,
    output: ContractView,
    status: 200,
    refusals: ['not-found'],
  }),
  getDisclosure: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/disclosure',
    summary: { ja: '開示書面を読む（JSON）', en: 'Read the disclosure (JSON)' },
    effect: 'reads',
    params,
    output: DocumentView,
    status: 200,
    refusals: ['not-found'],
  }),
  getDisclosurePage: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/disclosure.html',
    summary: { ja: '開示書面を読む（ページ）', en: 'Read the disclosure (page)' },
    effect: 'reads',
    params,
    output: z.string(),
    status: 200,
    media: 'text/html; charset=utf-8',
    refusals: ['not-found'],
  }),
  getContractLedger: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/ledger',
    summary: { ja: '契約の台帳（出来事とそのつながり）を読む', en: "Read a contract's ledger" },
    effect: 'reads',
    params,
    output: listOf(LedgerEventView),
    status: 200,
    refusals: ['not-found'],
  }),
} as const
