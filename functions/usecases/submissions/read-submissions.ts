import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { SubmissionId } from '../../../shared/domain/ids.ts'
import type { Principal } from '../../../shared/domain/people.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { kindOf } from '../../../shared/domain/submission/kinds/index.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import { numbered } from '../../ports/papers.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { addresseeOf, contentOf, findSubmission } from '../../application/submissions/finding.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { peopleAmong } from '../../views/person-shown.ts'
import { writerShown } from '../../views/written.ts'
import { submissionView, submissionWithContentView } from '../../views/submission-view.ts'
import { reasonForm } from '../../papers/statements.ts'

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
    const [content, answers] = await Promise.all([contentOf(deps, found.state), answersTo(deps, who, submissionId)])
    return ok(submissionWithContentView(found.state, found.version, content, answers))
  }

/** Who sent a submission, and the answers of its addressee so far: its ledger, and the reasons beside it. */
const answersTo = async ({ ledger, people }: Dependencies, who: Principal, submissionId: SubmissionId) => {
  const [events, papers] = await Promise.all([
    ledger.eventsOf(submissionId),
    ledger.papersBetween(submissionId, 'returned-', 'returned-~'),
  ])
  const names = await people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who)
  const reasons = new Map(papers.map(({ name, content }) => [name, reasonForm.read(content)]))
  const answers = events.flatMap(({ seq, at, actor, event }) => {
    if (event.type !== 'submission-acknowledged' && event.type !== 'submission-returned') return []
    const receiptNumber = event.type === 'submission-acknowledged' ? event.receiptNumber : null
    const reason = reasons.get(numbered('returned', seq))?.reason ?? null
    return [{ at, by: writerShown(actor, names), receiptNumber, reason }]
  })
  const sent = events.findLast(({ event }) => event.type === 'submission-sent')
  return { answers, sentBy: sent ? writerShown(sent.actor, names) : null }
}

/** Reading one reads its ledger, the reasons beside it and the names of whoever answered as well: what was answered is shown to both sides. */
export const costs: Costs = {
  listSubmissions: { requests: 2, readUnits: 1.5, writeUnits: 0 },
  getSubmission: { requests: 8, readUnits: 8.5, writeUnits: 0 },
}
