import * as z from 'zod'
import { Day } from '../fields.ts'
import { route } from '../route.ts'
import { ContractReportView } from '../views/report.ts'

const query = z.strictObject({ from: Day, until: Day })

export const reportRoutes = {
  reportContracts: route({
    method: 'GET',
    path: '/v1/reports/contracts',
    summary: {
      ja: '期間の契約状況の報告（審査登録機関向け、様式は当社のもの）',
      en: 'Report on contracts over a period (our own form)',
    },
    effect: 'reads',
    query,
    output: ContractReportView,
    status: 200,
    refusals: ['out-of-order'],
  }),
  downloadContractReport: route({
    method: 'GET',
    path: '/v1/reports/contracts.csv',
    summary: { ja: '期間の契約状況の報告（CSV）', en: 'Report on contracts over a period (CSV)' },
    effect: 'reads',
    query,
    output: z.string(),
    status: 200,
    media: 'text/csv; charset=utf-8',
    refusals: ['out-of-order'],
  }),
} as const
