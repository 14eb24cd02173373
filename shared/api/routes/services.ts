import * as z from 'zod'
import { changeKinds } from '../../domain/service/change.ts'
import { Day, listOf, paragraphs, RegistrationBodyIdField, ServiceIdField, Sha256, text } from '../fields.ts'
import { route } from '../route.ts'
import {
  JudgedServiceView,
  ServiceFactsField,
  ServiceVersionView,
  ServiceInFullView,
  ServiceView,
} from '../views/service.ts'

const params = z.strictObject({ serviceId: ServiceIdField })
const versionParams = params.extend({ number: z.coerce.number().int().min(1).max(9999) })
const Edition = text(20)

export const serviceRoutes = {
  registerService: route({
    method: 'POST',
    path: '/v1/services',
    summary: {
      ja: 'サービスの最初の版を起こす。版は基準に照らして判定される',
      en: 'Draft the first version of a service; it is judged',
    },
    effect: 'changes',
    body: z.strictObject({
      code: z
        .string()
        .max(40)
        .regex(/^[A-Z0-9][A-Z0-9-]*$/),
      edition: Edition.optional(),
      facts: ServiceFactsField,
    }),
    output: JudgedServiceView,
    status: 201,
    refusals: ['already-exists', 'does-not-fit'],
  }),
  draftServiceVersion: route({
    method: 'POST',
    path: '/v1/services/{serviceId}/versions',
    summary: { ja: 'サービスの次の版を起こす', en: 'Draft the next version of a service' },
    effect: 'changes',
    params,
    body: z.strictObject({ edition: Edition.optional(), facts: ServiceFactsField }),
    output: JudgedServiceView,
    status: 201,
    refusals: ['not-found', 'does-not-fit'],
  }),
  publishServiceVersion: route({
    method: 'POST',
    path: '/v1/services/{serviceId}/versions/{number}/publish',
    summary: { ja: '版を公開する。基準に反する版は公開できない', en: 'Publish a version; one in breach cannot be' },
    effect: 'changes',
    params: versionParams,
    body: z.strictObject({
      offeredFrom: Day,
      /** Change, wanted from the second version on: what changed, and whether it touches the requirements. */
      change: z.strictObject({ kind: z.enum(changeKinds), summary: paragraphs(2_000) }).optional(),
    }),
    output: ServiceView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order', 'does-not-fit', 'breaches-standard'],
    ifMatch: 'required',
  }),
  recordRegistration: route({
    method: 'POST',
    path: '/v1/services/{serviceId}/registration',
    summary: {
      ja: '審査登録機関への登録（番号・期間）を記録する',
      en: 'Record the registration with a registration body',
    },
    effect: 'changes',
    params,
    body: z.strictObject({
      registrationBodyId: RegistrationBodyIdField,
      number: text(60),
      from: Day,
      until: Day.nullable(),
    }),
    output: ServiceView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order', 'does-not-fit'],
  }),
  recordEvidence: route({
    method: 'POST',
    path: '/v1/services/{serviceId}/evidence',
    summary: {
      ja: '人が守る条の証拠（体制を示す資料、点検、届出など）を記録する',
      en: 'Record evidence for a clause that people keep',
    },
    effect: 'changes',
    params,
    body: z.strictObject({
      clause: text(40),
      /** Topic that names one of the clause's duties; may be left out where it has only one. */
      topic: text(40).optional(),
      /** Version that a notice of change is about; left out, the newest. */
      serviceVersion: z.int().min(2).max(9999).optional(),
      on: Day,
      validUntil: Day.nullable(),
      what: paragraphs(2_000),
      reference: text(200).nullable(),
      /** SHA-256 of a document kept elsewhere. */
      documentSha256: Sha256.nullable(),
    }),
    output: ServiceView,
    status: 200,
    refusals: ['not-found', 'out-of-order', 'does-not-fit'],
  }),
  listServices: route({
    method: 'GET',
    path: '/v1/services',
    summary: { ja: 'サービスの一覧', en: 'List services' },
    effect: 'reads',
    output: listOf(ServiceView),
    status: 200,
    refusals: [],
  }),
  getService: route({
    method: 'GET',
    path: '/v1/services/{serviceId}',
    summary: { ja: 'サービスを読む', en: 'Read a service' },
    effect: 'reads',
    params,
    output: ServiceInFullView,
    status: 200,
    refusals: ['not-found'],
  }),
  getServiceVersion: route({
    method: 'GET',
    path: '/v1/services/{serviceId}/versions/{number}',
    summary: { ja: 'サービスの版と、その判定を読む', en: 'Read a version with its judgement' },
    effect: 'reads',
    params: versionParams,
    output: ServiceVersionView,
    status: 200,
    refusals: ['not-found'],
  }),
} as const
