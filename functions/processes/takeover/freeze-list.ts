import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import type { ContractId, DiscontinuanceId, ResellerId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { numbered } from '../../ports/papers.ts'
import type { Change, Paper } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { systemStamp } from '../../application/system-stamp.ts'
import { bookOf, isHeldBy } from '../../application/contracts/portfolio.ts'
import { difficultyReport } from '../../../shared/domain/submission/kinds/difficulty-report.ts'
import type { SubmissionContent } from '../../../shared/domain/submission/kinds/kind.ts'
import { draftedAnew } from '../../application/submissions/drafting.ts'
import type { FrozenList, KeptDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import type { caseWithParties } from '../../application/cases/case-with-parties.ts'

const perListPaper = 2_000

export type About = NonNullable<Awaited<ReturnType<typeof caseWithParties>>>

/**
 * Freezes the list behind the instant: read twice, since the second pass must find what the first did; sealed by its
 * hash, with both reports drafted anew. Done twice, it is done once.
 */
export const freezeList = async (world: World, about: About, since: Instant): Promise<void> => {
  const { found } = about
  const { resellerId, discontinuanceId } = found.state
  const first = await listed(world, resellerId, discontinuanceId)
  const second = await listed(world, resellerId, discontinuanceId)
  if (world.digest(first.lines) !== world.digest(second.lines))
    throw new Error(`the book of ${resellerId} moved behind its fence`)
  const list: FrozenList = { contracts: second.lines.length, voided: second.drafts, sha256: world.digest(second.lines) }

  const now = world.clock.now()
  // Ahead of the event: a long list is more than one transaction holds, and says the same however often it is read.
  await world.commits.layDown(discontinuanceId, inPapers(world, second.lines))
  const changed = change('discontinuance', discontinuanceId, found, [{ type: 'list-frozen', list }], now)
  const state = changed.state as KeptDiscontinuance
  const content = difficultyReport.draft({ ...about, state, since, reseller: about.reseller.state })
  await world.commits.commit({
    stamp: systemStamp('freeze-list', discontinuanceId, now),
    answer: list,
    changes: [changed, ...(await redrafted(world, state, content, now))],
  })
}

type ListLine = readonly [contractId: ContractId, documentSha256: string]

const listed = async (world: World, resellerId: ResellerId, discontinuanceId: DiscontinuanceId) => {
  const lines: ListLine[] = []
  let drafts = 0
  for await (const entries of bookOf(world.contracts, resellerId)) {
    for (const {
      kept: { state },
    } of entries) {
      const takeover = takeoverIn(discontinuanceId, state)
      // What has turned up late is counted apart; the list is of the instant.
      if (takeover?.late) continue
      if (takeover || (state.stage === 'live' && isHeldBy(resellerId, state)))
        lines.push([state.deal.contractId, state.deal.documentSha256])
      else if (isHeldBy(resellerId, state) && (state.stage === 'drafted' || state.stage === 'offered')) drafts += 1
    }
  }
  return { lines: lines.sort(([a], [b]) => (a < b ? -1 : 1)), drafts }
}

const inPapers = ({ digest }: World, lines: readonly ListLine[]): readonly Paper[] => {
  const papers: Paper[] = []
  for (let from = 0; from < lines.length; from += perListPaper) {
    const content = lines.slice(from, from + perListPaper)
    papers.push({ name: numbered('list', papers.length + 1), content, sha256: digest(content) })
  }
  return papers
}

/** Both reports are drafted anew, now that the number of contracts is known. */
const redrafted = async (
  world: World,
  { entityId, reports }: KeptDiscontinuance,
  content: SubmissionContent,
  at: Instant,
): Promise<readonly Change[]> => {
  const anew = await Promise.all(
    reports.map(async ({ submissionId }) => {
      const found = await world.directory.submission(entityId, submissionId)
      if (!found) throw new Error(`no ${submissionId}`)
      return draftedAnew(world, found, content, at)
    }),
  )
  return anew.flat()
}
