import * as z from 'zod'
import { ServiceIdField, SmeNumberAsked } from '../fields.ts'
import { route } from '../route.ts'
import { DraftDefaultsView } from '../views/drafting.ts'

/** Routes that help whoever drafts a contract. */
export const draftingRoutes = {
  readDraftDefaults: route({
    method: 'GET',
    path: '/v1/contracts/draft-defaults',
    summary: {
      ja: '新しい契約の初めの値。法人番号から、自社の契約にある中小企業の情報を、サービスから、いま提供している版の料金を返す',
      en: 'What a new contract can begin with: the SME as one’s own newest contract has it, and the version on offer',
    },
    effect: 'reads',
    query: z.strictObject({ corporateNumber: SmeNumberAsked.optional(), serviceId: ServiceIdField.optional() }),
    output: DraftDefaultsView,
    status: 200,
    refusals: ['not-found'],
  }),
} as const
