import * as z from 'zod'
import { PostalAddressField } from '../address-fields.ts'
import { ContractAsked, Day, listOf, Page, paragraphs, ResellerIdField, text } from '../fields.ts'
import { route } from '../route.ts'
import { ContractView } from '../views/contract.ts'
import { UntoldLineView } from '../views/untold.ts'
import { toldByPerson } from '../../domain/contract/contract-words.ts'

const Pdf = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

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
  printCodeLetter: route({
    method: 'POST',
    path: '/v1/contracts/{contractId}/code-letter/print',
    summary: {
      ja: '求められた確認コードの手紙を、自分が印刷することを記録する。この時から14日間、コードが使える',
      en: 'Record that you print the letter with a code; the code is good for fourteen days from now',
    },
    effect: 'changes',
    params: z.strictObject({ contractId: ContractAsked }),
    /** The address, where the contract has none: from the register of corporate numbers, say. */
    body: z.strictObject({ postalAddress: PostalAddressField.optional() }),
    output: ContractView,
    status: 200,
    refusals: ['not-found', 'wrong-stage', 'second-person-needed', 'does-not-fit'],
  }),
  getCodeLetter: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/code-letter.pdf',
    summary: {
      ja: '確認コードの手紙を印刷する（印刷を記録した本人だけ）',
      en: 'Print the letter with a code, for the one person who recorded the printing',
    },
    effect: 'reads',
    params: z.strictObject({ contractId: ContractAsked }),
    output: Pdf,
    status: 200,
    media: 'application/pdf',
    refusals: ['not-found', 'cannot-be-printed'],
  }),
} as const
