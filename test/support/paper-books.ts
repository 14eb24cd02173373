import { attestedBy, bookHeader } from './books.ts'
import type { House } from './house.ts'
import { good, type Parties } from './parties.ts'

/** Books of paper contracts as an implementing entity's staff sends them: judged, recorded, and a contract they made. */
export const paperBooks = (house: House, { staff }: Parties) => {
  const book = (rows: readonly string[], header: string, by: object) => ({
    format: 'csv',
    content: [header, ...rows].join('\r\n'),
    attestedBy: by,
  })
  return {
    judged: async (rows: readonly string[], header = bookHeader): Promise<any[]> =>
      good(await staff.post('/v1/contract-imports?dryRun=true', book(rows, header, attestedBy))).rows,
    recorded: async (
      rows: readonly string[],
      header = bookHeader,
      by: { readonly name: string; readonly title: string } = attestedBy,
    ): Promise<any[]> => {
      const { operationId } = good(await staff.post('/v1/contract-imports', book(rows, header, by)))
      await house.settle()
      return good(await staff.get(`/v1/operations/${operationId}/rows`)).items
    },
    contract: async (contractId: string) => good(await staff.get(`/v1/contracts/${contractId}`)),
  }
}
