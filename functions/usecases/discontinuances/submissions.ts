import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { fulfilByPlatform } from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import {
  acknowledgeSubmission as decideAcknowledgement,
  returnSubmission as decideReturn,
  sendSubmission as decideSending,
  type KeptSubmission,
} from '../../../shared/domain/discontinuance/submission.ts'
import type { SubmissionId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { Change, Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import { submissionView } from '../../views/directory-views.ts'
import type { Report } from '../../application/cases/difficulty-report.ts'
import type { Costs } from '../../application/cost.ts'
import type { Addressee, KeptDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

type Authority = PrincipalOf<'registrationBody' | 'ipa'>
type Reader = Authority | PrincipalOf<'entityAdmin' | 'entityStaff'>

const addresseeOf = (who: Authority): Addressee => (who.role === 'ipa' ? 'ipa' : who.registrationBodyId)

/** An implementing entity finds its own; an authority what was sent to it, and nothing that is still a draft. */
const find = async ({ directory }: World, who: Reader, id: SubmissionId): Promise<Kept<KeptSubmission> | undefined> => {
  if ('entityId' in who) return directory.submission(who.entityId, id)
  const found = await directory.submissionTo(addresseeOf(who), id)
  return found && found.state.stage !== 'drafted' ? found : undefined
}

const notFound = refuse({ kind: 'not-found' as const, what: 'submission' })

export const listSubmissions =
  ({ directory, cursors }: World): HandlerOf<Routes['listSubmissions']> =>
  async ({ query: { limit = 50, cursor } }, { who }) => {
    if ('entityId' in who) {
      const own = await directory.submissions(who.entityId)
      return done({ items: own.map(({ state, version }) => submissionView(state, version)), nextCursor: null })
    }
    const to = addresseeOf(who)
    const scope = `${to}/listSubmissions`
    // A cursor that is not ours begins at the beginning: a list of one's own mail hides nothing behind it.
    const after = cursor === undefined ? null : ((await cursors.open(scope, cursor)) ?? null)
    const page = await directory.submissionsTo(to, { limit, after })
    const sent = page.items.filter(({ state }) => state.stage !== 'drafted')
    return done({
      items: sent.map(({ state, version }) => submissionView(state, version)),
      nextCursor: page.next && (await cursors.seal(scope, page.next)),
    })
  }

export const getSubmission =
  (world: World): HandlerOf<Routes['getSubmission']> =>
  async ({ params: { submissionId } }, { who }) => {
    const found = await find(world, who, submissionId)
    if (!found) return notFound
    const content = await contentOf(world, found.state)
    return done({ ...submissionView(found.state, found.version), content })
  }

/** The content as drafted or sent last. */
const contentOf = async ({ ledger }: World, { submissionId, contents }: KeptSubmission): Promise<Report> =>
  (await ledger.paper(submissionId, numbered('content', contents))) as Report

/** Sends a report, with what only people know: the plan, when it will be done, whom to ask. */
export const sendSubmission =
  (world: World): HandlerOf<Routes['sendSubmission']> =>
  async ({ params: { submissionId }, body }, { who, at, stamp }) => {
    const found = await find(world, who, submissionId)
    if (!found) return notFound
    const { state } = found
    const about = await world.directory.discontinuance(who.entityId, state.discontinuanceId)
    const content = { ...(await contentOf(world, state)), ...body }
    const contentSha256 = world.digest(content)
    const decision = decideSending(state, contentSha256, { listFrozen: about?.state.list !== null })
    if (!decision.ok) return decision
    const paper = { name: numbered('content', state.contents + 1), content, sha256: contentSha256 }
    const changed = change('submission', submissionId, found, decision.value, at, { papers: [paper] })
    return world.commits.commit({
      stamp,
      answer: submissionView(changed.state as KeptSubmission, versionAfter(changed)),
      changes: [changed, ...(about ? await reported(world, about, state, { contentSha256, at }) : [])],
    })
  }

/** The obligation to report is fulfilled with the first sending, to several bodies with that to the last of them. */
const reported = async (
  { directory }: World,
  about: Kept<KeptDiscontinuance>,
  { submissionId, to }: KeptSubmission,
  { contentSha256, at }: { readonly contentSha256: string; readonly at: Instant },
): Promise<readonly Change[]> => {
  const { discontinuanceId, entityId, reports } = about.state
  const code = to === 'ipa' ? 'reportToIpa' : 'reportToRegistrationBody'
  const events = fulfilByPlatform(about.state, code, contentSha256)
  if (events.length === 0) return []
  const others = reports.filter((one) => one.submissionId !== submissionId && one.to !== 'ipa' && to !== 'ipa')
  const found = await Promise.all(others.map((one) => directory.submission(entityId, one.submissionId)))
  if (found.some((one) => one?.state.sentAt === null)) return []
  return [change('discontinuance', discontinuanceId, about, events, at)]
}

export const acknowledgeSubmission =
  (world: World): HandlerOf<Routes['acknowledgeSubmission']> =>
  async ({ params: { submissionId }, body: { receiptNumber } }, { who, at, stamp }) => {
    const found = await find(world, who, submissionId)
    if (!found) return notFound
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
    const found = await find(world, who, submissionId)
    if (!found) return notFound
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
  sendSubmission: { requests: 4, readUnits: 3, writeUnits: 14 },
  listSubmissions: { requests: 2, readUnits: 1.5, writeUnits: 0 },
  getSubmission: { requests: 3, readUnits: 2.5, writeUnits: 0 },
  acknowledgeSubmission: { requests: 3, readUnits: 1.5, writeUnits: 6 },
  returnSubmission: { requests: 3, readUnits: 1.5, writeUnits: 8 },
}
