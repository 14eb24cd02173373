import * as z from 'zod'
import { ContractAsked, Day, DisclosureItem, listOf, OperationIdField, Sha256, text } from '../fields.ts'
import { route } from '../route.ts'
import { FormReadingView } from '../views/form-reading.ts'
import { OperationView } from '../views/operation.ts'

/** Contracts that are named one by one are looked up at once, a hundred to a request. */
const maxContracts = 100
/** Rows are found by the worker: as many as the usual body holds, with room to spare. */
const maxRows = 1_000

const Items = z.array(DisclosureItem).max(20)

/** The contracts that were signed on the form: by name, or as rows of an import; without rows, all it put on record. */
const on = z.union([
  z.strictObject({ contractIds: z.array(ContractAsked).min(1).max(maxContracts) }),
  z.strictObject({
    operationId: OperationIdField,
    rows: z.array(z.int().min(1).max(9_999_999)).min(1).max(maxRows).optional(),
  }),
])

export const formReadingRoutes = {
  recordFormReading: route({
    method: 'POST',
    path: '/v1/form-readings',
    summary: {
      ja: '紙の契約の様式の確認を記録する（だれが、いつ、どの様式を読み、どの開示事項の記載を認めたか）',
      en: 'Record that a named person read the form of paper contracts were signed on, and what it states',
    },
    effect: 'changes',
    body: z.strictObject({
      /** SHA-256 of the file with the form of paper that was signed. */
      formSha256: Sha256,
      /** Name of the form, such as its title and edition. */
      formName: text(200),
      readBy: z.strictObject({ name: text(100), title: text(100) }),
      readOn: Day,
      /** Disclosed items it was found to state, and those it does not. What is in neither stays awaited. */
      stated: Items,
      notStated: Items,
      on,
    }),
    output: OperationView,
    status: 202,
    refusals: ['not-found', 'wrong-stage', 'does-not-fit', 'out-of-order'],
  }),
  listFormReadings: route({
    method: 'GET',
    path: '/v1/contracts/{contractId}/form-readings',
    summary: {
      ja: '契約の様式の確認を読む（新しい順。いちばん新しいものによる）',
      en: 'Read who read the form a contract was signed on, the newest first',
    },
    effect: 'reads',
    params: z.strictObject({ contractId: ContractAsked }),
    output: listOf(FormReadingView),
    status: 200,
    refusals: ['not-found'],
  }),
} as const
