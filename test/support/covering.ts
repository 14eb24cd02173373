import type { Ask } from './house.ts'
import { good } from './parties.ts'
import { coverageAreas } from '../../shared/domain/contract/contract-words.ts'

/** Every facet of every SME of a case that is not covered is confirmed, one by one. */
export const coverAll = async (staff: Ask, path: string): Promise<void> => {
  for (const stage of ['atRisk', 'gap']) {
    for (let cursor = ''; ; ) {
      const page = good(await staff.get(`${path}/takeovers?coverage=${stage}&limit=200${cursor}`))
      for (const { contractId, coverage } of page.items) {
        for (const facet of coverageAreas.filter((one) => coverage[one] !== 'confirmed')) {
          const body = { facet, finding: 'confirmed', evidence: '担当者が確かめた。' }
          good(await staff.post(`${path}/takeovers/${contractId}/coverage`, body))
        }
      }
      if (page.nextCursor === null) break
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
    }
  }
}
