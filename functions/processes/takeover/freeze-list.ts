import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import type { ContractId, DiscontinuanceId, ResellerId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { evidenceAlone, numbered } from '../../ports/papers.ts'
import type { Change, EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { entriesOf, isHeldBy } from '../../application/contracts/portfolio.ts'
import { difficultyReport } from '../../../shared/domain/submission/kinds/difficulty-report.ts'
import { draftedAnew } from '../../application/submissions/drafting.ts'
import type { FrozenList, ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import type { caseWithParties } from '../../application/cases/case-with-parties.ts'
import { type SubmissionSays } from '../../papers/statements.ts'

const perListPaper = 2_000

export type About = NonNullable<Awaited<ReturnType<typeof caseWithParties>>>

/**
 * Freezes the list behind the instant: read twice, since the second pass must find what the first did; sealed by its
 * hash, with both reports drafted anew. Idempotent.
 */
export const freezeList = async (deps: Dependencies, about: About, since: Instant): Promise<void> => {
  const { found } = about
  const { resellerId, discontinuanceId } = found.state
  const first = await listed(deps, resellerId, discontinuanceId)
  const second = await listed(deps, resellerId, discontinuanceId)
  if (deps.digest(first.lines) !== deps.digest(second.lines))
    throw new Error(`the book of ${resellerId} moved behind its fence`)
  const list: FrozenList = { contracts: second.lines.length, voided: second.drafts, sha256: deps.digest(second.lines) }

  const now = deps.clock.now()
  // Ahead of the event: a long list is more than one transaction holds, and says the same however often it is read.
  await deps.commits.putDocuments(discontinuanceId, inPapers(deps, second.lines))
  const changed = change('discontinuance', discontinuanceId, found, [{ type: 'list-frozen', list }], now)
  const state = changed.state as ExistingDiscontinuance
  const content = difficultyReport.draft({ ...about, state, since, reseller: about.reseller.state })
  await deps.commits.commit({
    metadata: systemMetadata('freeze-list', discontinuanceId, now),
    answer: list,
    changes: [changed, ...(await redrafted(deps, state, content, now))],
  })
}

type ListLine = readonly [contractId: ContractId, documentSha256: string]

const listed = async (deps: Dependencies, resellerId: ResellerId, discontinuanceId: DiscontinuanceId) => {
  const lines: ListLine[] = []
  let drafts = 0
  for await (const entries of entriesOf(deps.contracts, resellerId)) {
    for (const {
      kept: { state },
    } of entries) {
      const takeover = takeoverIn(discontinuanceId, state)
      // A contract that turned up late is counted apart; the list is of the instant.
      if (takeover?.late) continue
      if (takeover || (state.stage === 'live' && isHeldBy(resellerId, state)))
        lines.push([state.deal.contractId, state.deal.documentSha256])
      else if (isHeldBy(resellerId, state) && (state.stage === 'drafted' || state.stage === 'offered')) drafts += 1
    }
  }
  return { lines: lines.sort(([a], [b]) => (a < b ? -1 : 1)), drafts }
}

const inPapers = ({ digest }: Dependencies, lines: readonly ListLine[]): readonly EvidenceDocument[] => {
  const papers: EvidenceDocument[] = []
  for (let from = 0; from < lines.length; from += perListPaper) {
    const content = evidenceAlone(lines.slice(from, from + perListPaper))
    papers.push({ name: numbered('list', papers.length + 1), content, sha256: digest(content) })
  }
  return papers
}

/** Both reports are drafted anew, now that the number of contracts is known. */
const redrafted = async (
  deps: Dependencies,
  { entityId, reports }: ExistingDiscontinuance,
  content: SubmissionSays,
  at: Instant,
): Promise<readonly Change[]> => {
  const anew = await Promise.all(
    reports.map(async ({ submissionId }) => {
      const found = await deps.directory.submission(entityId, submissionId)
      if (!found) throw new Error(`no ${submissionId}`)
      return draftedAnew(deps, found, content, at)
    }),
  )
  return anew.flat()
}
