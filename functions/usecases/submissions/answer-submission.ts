import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import {
  acknowledgeSubmission as decideAcknowledgement,
  returnSubmission as decideReturn,
} from '../../../shared/domain/submission/submission.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { findSubmission } from '../../application/submissions/finding.ts'
import { submissionView } from '../../views/submission-view.ts'
import { reasonForm } from '../../papers/statements.ts'

export const acknowledgeSubmission =
  (deps: Dependencies): HandlerOf<Routes['acknowledgeSubmission']> =>
  async ({ params: { submissionId }, body: { receiptNumber } }, { who, at, metadata }) => {
    const found = await findSubmission(deps, who, submissionId)
    if (!found) return refuse({ kind: 'not-found', what: 'submission' })
    const decision = decideAcknowledgement(found.state, receiptNumber)
    if (!decision.ok) return decision
    const changed = change('submission', submissionId, found, decision.value, at)
    return deps.commits.commit({
      metadata,
      answer: submissionView(changed.state as ExistingSubmission, versionAfter(changed)),
      changes: [changed],
    })
  }

export const returnSubmission =
  (deps: Dependencies): HandlerOf<Routes['returnSubmission']> =>
  async ({ params: { submissionId }, body }, { who, at, metadata }) => {
    const found = await findSubmission(deps, who, submissionId)
    if (!found) return refuse({ kind: 'not-found', what: 'submission' })
    const paper = paperAt(deps.digest, 'returned', found.version, reasonForm.write(body))
    const decision = decideReturn(found.state, paper.sha256)
    if (!decision.ok) return decision
    const changed = change('submission', submissionId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: submissionView(changed.state as ExistingSubmission, versionAfter(changed)),
      changes: [changed],
    })
  }

export const costs: Costs = {
  acknowledgeSubmission: { requests: 3, readUnits: 1.5, writeUnits: 11 },
  returnSubmission: { requests: 3, readUnits: 1.5, writeUnits: 13 },
}
