import * as z from 'zod'
import { PersonShown } from '../views/person.ts'
import { successionGrounds } from '../../domain/contract/contract-words.ts'
import { agreeingParties } from '../../domain/contract/succession.ts'
import { addressFits, PostalAddressField, ReadingField } from '../address-fields.ts'
import {
  ContractAsked,
  Day,
  listOf,
  ExceptionIdField,
  paragraphs,
  PrefectureField,
  printedText,
  Sha256,
  SmeNumber,
  text,
} from '../fields.ts'
import { route } from '../route.ts'
import { ContractView } from '../views/contract.ts'

const params = z.strictObject({ contractId: ContractAsked })
const changing = { effect: 'changes', params, output: ContractView, status: 200 } as const

/** A succession as it was recorded: from which SME to which, on what ground, by which evidence and whose consent. */
const SuccessionView = z.strictObject({
  from: z.string(),
  to: z.string(),
  name: z.string(),
  reading: z.string().nullable(),
  ground: z.enum(successionGrounds),
  on: Day,
  by: PersonShown,
  evidence: z.strictObject({ description: z.string(), documentSha256: z.string(), issuedOn: Day }),
  consents: z.array(z.strictObject({ party: z.enum(agreeingParties), name: z.string(), title: z.string(), on: Day })),
})

/** Routes of a contract whose SME is another by now. */
export const successionRoutes = {
  succeedSme: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/succeed',
    summary: {
      ja: '合併・会社分割・事業譲渡・法人成りにより、契約を別の法人番号のユーザーのものとする',
      en: 'Pass a contract on to another SME: by merger, split, transfer of business or incorporation',
    },
    body: z.strictObject({
      ground: z.enum(successionGrounds),
      /** The day it took effect. */
      on: Day,
      successor: z
        .strictObject({
          corporateNumber: SmeNumber,
          name: printedText(150),
          reading: ReadingField.nullable().optional(),
          prefecture: PrefectureField,
          postalAddress: PostalAddressField.nullable().optional(),
        })
        .superRefine(addressFits),
      /** The register extract, or the contract of transfer. */
      evidence: z.strictObject({ description: paragraphs(500), documentSha256: Sha256, issuedOn: Day }),
      /** Consents where no law moves the contract (民法539条の2): of all three. */
      consents: z
        .array(z.strictObject({ party: z.enum(agreeingParties), name: text(100), title: text(100), on: Day }))
        .max(3)
        .optional(),
    }),
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'out-of-order', 'incomplete', 'cannot-be-printed'],
  }),
  listSuccessions: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/successions',
    summary: {
      ja: '契約の承継を、事由・証拠・承諾とともに読む',
      en: 'Read the successions of a contract, with ground, evidence and consents',
    },
    effect: 'reads',
    params,
    output: listOf(SuccessionView),
    status: 200,
    refusals: ['not-found'],
  }),
  settleSmeConflict: route({
    ...changing,
    method: 'POST',
    path: '/v1/contracts/{contractId}/sme-conflict/settle',
    summary: {
      ja: '承継で重なった契約を片付ける。もう一方が終わったか、例外が承認されたとき',
      en: 'Settle a conflict that a succession brought: the other ended, or an exception was approved',
    },
    body: z.strictObject({ exceptionId: ExceptionIdField.nullable().optional() }),
    refusals: ['not-found', 'wrong-stage', 'does-not-fit'],
  }),
} as const
