import * as z from 'zod'
import { handoverCodes, handoverKeepers } from '../../domain/reseller/handover.ts'
import { Day, ResellerIdField, Sha256, text } from '../fields.ts'
import { route } from '../route.ts'
import { HandoverItemView } from '../views/readiness.ts'

const ofEntity = ['entityAdmin', 'entityStaff'] as const
const ofBoth = [...ofEntity, 'resellerAdmin', 'resellerStaff'] as const
const params = z.strictObject({ resellerId: ResellerIdField })
const ofReseller = '/v1/resellers/{resellerId}'

/** Which file it is, or who has it. What is secret in it stays where it lies: there is no field for that. */
export const HandoverGiven = z.strictObject({
  code: z.enum(handoverCodes),
  asOf: Day,
  what: text(200),
  keptBy: z.enum(handoverKeepers),
  documentSha256: Sha256.nullable(),
  custodian: text(200).nullable(),
})

export const readinessRoutes = {
  supplyHandover: route({
    method: 'POST',
    path: `${ofReseller}/handover`,
    summary: {
      ja: '引継ぎ資料の所在（ファイルのSHA-256か保管者）を記録する。秘密そのものは預からない',
      en: 'Record where a handover item lies, by the SHA-256 of a file or by its custodian; never a secret itself',
    },
    who: ofBoth,
    effect: 'changes',
    params,
    body: HandoverGiven,
    output: HandoverItemView.extend({ version: z.int() }),
    status: 200,
    refusals: ['not-found', 'does-not-fit', 'out-of-order', 'incomplete'],
  }),
  listHandover: route({
    method: 'GET',
    path: `${ofReseller}/handover`,
    summary: { ja: '引継ぎ資料がどこまでそろっているかを読む', en: 'Read how far the handover items are there' },
    who: ofBoth,
    effect: 'reads',
    params,
    output: z.strictObject({ items: z.array(HandoverItemView) }),
    status: 200,
    refusals: ['not-found'],
  }),
} as const
