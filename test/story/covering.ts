import type { Cast } from './cast.ts'
import { until } from './client.ts'
import type { Teller } from './teller.ts'

type Line = { readonly contractId: string; readonly coverage: Readonly<Record<string, string>> }
const named: Readonly<Record<string, string>> = { monitoring: '監視', contact: '窓口', insurance: '保険' }
const coverageAreas = Object.keys(named)

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
  if (first) done(await note(first.contractId, 'monitoring', 'confirmed', '監視の記録が戻った。'))
  for (const facet of coverageAreas) {
    if (waiting.every(({ coverage }) => coverage[facet] === 'confirmed')) continue
    const work = { work: 'noteCoverage', facet, finding: 'confirmed', evidence: '担当者が確かめた。' }
    const asked = await staff.post(`${path}/work`, { ...work, on: { where: { unknown: facet } } })
    const { operationId } = done(asked)
    const { accepted, refused } = await until(async () => {
      const now = done(await staff.get(`/v1/operations/${operationId}`))
      return now.stage === 'finished' ? now : undefined
    }, 'work on many takeovers')
    must(refused === 0, `${accepted}件の${named[facet]}を、まとめて確かめた`, refused)
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
