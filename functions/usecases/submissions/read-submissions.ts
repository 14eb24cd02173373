import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { kindOf } from '../../../shared/domain/submission/kinds/index.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { addresseeOf, contentOf, findSubmission } from '../../application/submissions/finding.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { submissionView, submissionWithContentView } from '../../views/submission-view.ts'

export const listSubmissions =
  ({ directory, cursors }: Dependencies): HandlerOf<Routes['listSubmissions']> =>
  async ({ query: { limit = 50, cursor, kind } }, { who }) => {
    const shown = (found: readonly Versioned<ExistingSubmission>[]) =>
      found
        .filter(({ state }) => kind === undefined || kindOf(state) === kind)
        .map(({ state, version }) => submissionView(state, version))
    if ('entityId' in who) {
      const { items, unreadable } = await directory.submissions(who.entityId)
      return ok({ items: shown(items), unreadable: [...unreadable], nextCursor: null })
    }
    const to = addresseeOf(who)
    const scope = `${to}/listSubmissions`
    // A cursor that is not ours begins at the beginning: a list of one's own mail hides nothing behind it.
    const after = cursor === undefined ? null : ((await cursors.open(scope, cursor)) ?? null)
    const page = await directory.submissionsTo(to, { limit, after })
    return ok({
      items: shown(page.items.filter(({ state }) => state.stage !== 'drafted')),
      unreadable: unreadableFor(who, page.unreadable),
      nextCursor: page.next && (await cursors.seal(scope, page.next)),
    })
  }

export const getSubmission =
  (deps: Dependencies): HandlerOf<Routes['getSubmission']> =>
  async ({ params: { submissionId } }, { who }) => {
    const found = await findSubmission(deps, who, submissionId)
    if (!found) return refuse({ kind: 'not-found', what: 'submission' })
    const content = await contentOf(deps, found.state)
    return ok(submissionWithContentView(found.state, found.version, content))
  }

export const costs: Costs = {
  listSubmissions: { requests: 2, readUnits: 1.5, writeUnits: 0 },
  getSubmission: { requests: 3, readUnits: 2.5, writeUnits: 0 },
}
