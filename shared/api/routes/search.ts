import * as z from 'zod'
import { DayAsked, YenAsked } from '../as-written.ts'
import { ContractAsked, listOf, Page, SmeNumberAsked, text } from '../fields.ts'
import { route } from '../route.ts'
import { FoundContractView } from '../views/search.ts'
import { OperationView } from '../views/operation.ts'

const asked = {
  contractId: ContractAsked.optional(),
  signedFrom: DayAsked.optional(),
  signedUntil: DayAsked.optional(),
  amountFrom: YenAsked.optional(),
  amountUntil: YenAsked.optional(),
  corporateNumber: SmeNumberAsked.optional(),
  name: text(150).optional(),
}

export const findingRoutes = {
  searchContracts: route({
    method: 'GET',
    path: '/v1/contracts/search',
    summary: {
      ja: '結ばれた契約を、契約番号、又は取引年月日・取引金額・取引先の組合せで探す（新しい順。結ばれてから少し遅れて載る）',
      en: 'Find concluded contracts by number, or by day, amount and SME in any combination; they appear a little after they are made',
    },
    effect: 'reads',
    query: z.strictObject({ ...Page, ...asked }),
    output: listOf(FoundContractView),
    status: 200,
    refusals: ['not-found', 'out-of-order', 'does-not-fit'],
  }),
  downloadFoundContracts: route({
    method: 'GET',
    path: '/v1/contracts/search.csv',
    summary: {
      ja: '探した契約を CSV で保存する（5,000件まで。超えるときは途中で切らずにお断りする）',
      en: 'The contracts found as a CSV: at most 5,000, refused rather than cut',
    },
    effect: 'reads',
    query: z.strictObject(asked),
    output: z.string(),
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['out-of-order', 'does-not-fit'],
  }),
  relistContracts: route({
    method: 'POST',
    path: '/v1/contracts/relist',
    summary: {
      ja: '契約を探すための索引を、契約そのものから作り直す',
      en: 'Make the listings that searches read anew, from the contracts themselves',
    },
    effect: 'changes',
    output: OperationView,
    status: 202,
    refusals: [],
  }),
} as const
