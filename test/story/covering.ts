import type { Cast } from './cast.ts'
import type { Teller } from './teller.ts'

type Line = { readonly contractId: string; readonly coverage: Readonly<Record<string, string>> }
const facets = ['monitoring', 'contact', 'insurance']

/** Whoever was taken over is watched, can call somebody and is insured: each confirmed, one of them after a gap. */
export const confirmCoverage = async (cast: Cast, discontinuanceId: string, teller: Teller): Promise<void> => {
  const { say, must, done } = teller
  const { staff } = cast
  const path = `/v1/discontinuances/${discontinuanceId}`
  const atRisk = async () => {
    const lines: Line[] = []
    for (let cursor = ''; ; ) {
      const page = done(await staff.get(`${path}/takeovers?coverage=atRisk&limit=200${cursor}`))
      lines.push(...page.items)
      if (page.nextCursor === null) return lines
      cursor = `&cursor=${page.nextCursor}`
    }
  }
  const note = (contractId: string, facet: string, finding: string, evidence: string) =>
    staff.post(`${path}/takeovers/${contractId}/coverage`, { facet, finding, evidence })
  const waiting = await atRisk()
  const [first] = waiting
  if (first) done(await note(first.contractId, 'monitoring', 'lost', '監視の記録が途切れている。'))
  const inGap = done(await staff.get(path)).coverage
  must(inGap.gap === 1, `${waiting.length}件の提供状態を確かめている。一件では監視が途切れていた`, inGap)
  for (const { contractId, coverage } of waiting) {
    for (const facet of facets.filter((one) => coverage[one] !== 'confirmed' || contractId === first?.contractId))
      done(await note(contractId, facet, 'confirmed', '担当者が確かめた。'))
  }
  const { coverage } = done(await staff.get(path))
  must(
    coverage.atRisk === 0 && coverage.gap === 0 && coverage.restored === 1,
    '監視・窓口・保険を、すべて確かめた',
    coverage,
  )
  say(
    `確かめた ${coverage.covered}件、元に戻った ${coverage.restored}件、契約が終わった ${coverage.ended}件、途切れた時間 ${coverage.gapHours}時間`,
  )
}
