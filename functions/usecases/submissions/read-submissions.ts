import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import { kindOf } from '../../../shared/domain/submission/kinds/index.ts'
import type { KeptSubmission } from '../../../shared/domain/submission/states.ts'
import type { Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import type { Costs } from '../../application/cost.ts'
import { addresseeOf, contentOf, findSubmission } from '../../application/submissions/finding.ts'
import { submissionView, submissionWithContentView } from '../../views/submission-view.ts'

export const listSubmissions =
  ({ directory, cursors }: World): HandlerOf<Routes['listSubmissions']> =>
  async ({ query: { limit = 50, cursor, kind } }, { who }) => {
    const shown = (found: readonly Kept<KeptSubmission>[]) =>
      found
        .filter(({ state }) => kind === undefined || kindOf(state) === kind)
        .map(({ state, version }) => submissionView(state, version))
    if ('entityId' in who) {
      return done({ items: shown(await directory.submissions(who.entityId)), nextCursor: null })
    }
    const to = addresseeOf(who)
    const scope = `${to}/listSubmissions`
    // A cursor that is not ours begins at the beginning: a list of one's own mail hides nothing behind it.
    const after = cursor === undefined ? null : ((await cursors.open(scope, cursor)) ?? null)
    const page = await directory.submissionsTo(to, { limit, after })
    return done({
      items: shown(page.items.filter(({ state }) => state.stage !== 'drafted')),
      nextCursor: page.next && (await cursors.seal(scope, page.next)),
    })
  }

export const getSubmission =
  (world: World): HandlerOf<Routes['getSubmission']> =>
  async ({ params: { submissionId } }, { who }) => {
    const found = await findSubmission(world, who, submissionId)
    if (!found) return refuse({ kind: 'not-found', what: 'submission' })
    const content = await contentOf(world, found.state)
    return done(submissionWithContentView(found.state, found.version, content))
  }

export const costs: Costs = {
  listSubmissions: { requests: 2, readUnits: 1.5, writeUnits: 0 },
  getSubmission: { requests: 3, readUnits: 2.5, writeUnits: 0 },
}
