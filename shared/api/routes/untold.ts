import * as z from 'zod'
import { ContractAsked, Day, listOf, Page, paragraphs, ResellerIdField, text } from '../fields.ts'
import { route } from '../route.ts'
import { ContractView } from '../views/contract.ts'
import { UntoldLineView } from '../views/untold.ts'
import { toldByPerson } from '../../domain/contract/contract-words.ts'

/** Letters with legal weight that did not arrive: who has to be told by another way, and that somebody was. */
export const untoldRoutes = {
  listUntoldLetters: route({
    method: 'GET',
    path: '/v1/untold-letters',
    summary: {
      ja: 'ユーザーに届かなかったお知らせの一覧。電話又は郵便で知らせる',
      en: 'Letters that did not reach their SMEs, to be told by telephone or post',
    },
    effect: 'reads',
    query: z.strictObject({ ...Page, resellerId: ResellerIdField.optional() }),
    output: listOf(UntoldLineView),
    status: 200,
    refusals: ['not-found'],
  }),
  tellLetter: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/letters/{deliveryId}/tell',
    summary: {
      ja: '届かなかったお知らせを、電話・郵便・訪問で知らせたことを記録する',
      en: 'Record that what a letter could not tell was told by phone, post or visit',
    },
    effect: 'changes',
    params: z.strictObject({ contractId: ContractAsked, deliveryId: z.string().regex(/^[0-9a-f]{24}$/) }),
    body: z.strictObject({
      by: z.enum(toldByPerson),
      on: Day,
      spokeTo: text(100).optional(),
      note: paragraphs(500).optional(),
    }),
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'out-of-order'],
  }),
} as const
