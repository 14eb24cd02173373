import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { KeptSubmission } from '../../../shared/domain/submission/states.ts'
import {
  acknowledgeSubmission as decideAcknowledgement,
  returnSubmission as decideReturn,
} from '../../../shared/domain/submission/submission.ts'
import { paperAt } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { findSubmission } from '../../application/submissions/finding.ts'
import { submissionView } from '../../views/submission-view.ts'

export const acknowledgeSubmission =
  (world: World): HandlerOf<Routes['acknowledgeSubmission']> =>
  async ({ params: { submissionId }, body: { receiptNumber } }, { who, at, stamp }) => {
    const found = await findSubmission(world, who, submissionId)
    if (!found) return refuse({ kind: 'not-found', what: 'submission' })
    const decision = decideAcknowledgement(found.state, receiptNumber)
    if (!decision.ok) return decision
    const changed = change('submission', submissionId, found, decision.value, at)
    return world.commits.commit({
      stamp,
      answer: submissionView(changed.state as KeptSubmission, versionAfter(changed)),
      changes: [changed],
    })
  }

export const returnSubmission =
  (world: World): HandlerOf<Routes['returnSubmission']> =>
  async ({ params: { submissionId }, body }, { who, at, stamp }) => {
    const found = await findSubmission(world, who, submissionId)
    if (!found) return refuse({ kind: 'not-found', what: 'submission' })
    const paper = paperAt(world.digest, 'returned', found.version, body)
    const decision = decideReturn(found.state, paper.sha256)
    if (!decision.ok) return decision
    const changed = change('submission', submissionId, found, decision.value, at, { papers: [paper] })
    return world.commits.commit({
      stamp,
      answer: submissionView(changed.state as KeptSubmission, versionAfter(changed)),
      changes: [changed],
    })
  }

export const costs: Costs = {
  acknowledgeSubmission: { requests: 3, readUnits: 1.5, writeUnits: 6 },
  returnSubmission: { requests: 3, readUnits: 1.5, writeUnits: 8 },
}
