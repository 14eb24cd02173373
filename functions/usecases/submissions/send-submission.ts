import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { fulfilByPlatform } from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { aboutKindOf } from '../../../shared/domain/submission/kinds/index.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import { sendSubmission as decideSending } from '../../../shared/domain/submission/submission.ts'
import { numbered } from '../../ports/papers.ts'
import type { Change, Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { contentOf, findSubmission } from '../../application/submissions/finding.ts'
import { submissionView } from '../../views/submission-view.ts'
import { submissionContentForm } from '../../papers/statements.ts'

/** Sends a submission, with what only people know: what the form of its kind asks for. */
export const sendSubmission =
  (deps: Dependencies): HandlerOf<Routes['sendSubmission']> =>
  async ({ params: { submissionId }, body: filledIn }, { who, at, metadata }) => {
    const found = await findSubmission(deps, who, submissionId)
    if (!found) return refuse({ kind: 'not-found', what: 'submission' })
    const { state } = found
    const about = state.discontinuanceId && (await deps.directory.discontinuance(who.entityId, state.discontinuanceId))
    const content = submissionContentForm.write({ ...(await contentOf(deps, state)), ...filledIn })
    const contentSha256 = deps.digest(content)
    const listFrozen = !about || about.state.list !== null
    const decision = decideSending(state, { contentSha256, filledIn }, { listFrozen })
    if (!decision.ok) return decision
    const paper = { name: numbered('content', state.contents + 1), content, sha256: contentSha256 }
    const changed = change('submission', submissionId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: submissionView(changed.state as ExistingSubmission, versionAfter(changed)),
      changes: [changed, ...(about ? await fulfilled(deps, about, state, { contentSha256, at }) : [])],
    })
  }

/** Fulfilment of an obligation by a sending: the first, and where it goes to several bodies, that to the last. */
const fulfilled = async (
  { directory }: Dependencies,
  about: Versioned<ExistingDiscontinuance>,
  state: ExistingSubmission,
  { contentSha256, at }: { readonly contentSha256: string; readonly at: Instant },
): Promise<readonly Change[]> => {
  const { discontinuanceId, entityId, reports } = about.state
  const { submissionId, to } = state
  const code = aboutKindOf(state).fulfils?.[to === 'ipa' ? 'ipa' : 'registrationBody']
  const events = code ? fulfilByPlatform(about.state, code, contentSha256) : []
  if (events.length === 0) return []
  const others = reports.filter((one) => one.submissionId !== submissionId && one.to !== 'ipa' && to !== 'ipa')
  const found = await Promise.all(others.map((one) => directory.submission(entityId, one.submissionId)))
  if (found.some((one) => one?.state.sentAt === null)) return []
  return [change('discontinuance', discontinuanceId, about, events, at)]
}

export const costs: Costs = {
  sendSubmission: { requests: 4, readUnits: 3, writeUnits: 20 },
}
