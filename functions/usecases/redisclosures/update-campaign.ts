import type { Answer } from '../../../shared/domain/command.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ContractId, RedisclosureId } from '../../../shared/domain/ids.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import {
  closeRedisclosure as decideClosing,
  noteContract,
  type ExistingRedisclosure,
  type NoteOutcome,
} from '../../../shared/domain/redisclosure/redisclosure.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { redisclosureView } from '../../views/redisclosure-view.ts'
import { changedSince, notesOf, underOldText, campaignOf } from '../../application/redisclosures/old-contracts.ts'
import type { Costs } from '../../application/cost.ts'
import type { entityPeople } from '../../../shared/api/policy/roles.ts'

type Staff = PrincipalOf<(typeof entityPeople)[number]>
type Noted = Answer<
  ReturnType<typeof redisclosureView>,
  Refusal<'not-found' | 'wrong-stage' | 'does-not-fit' | UsualRefusal>
>

/** Notes one contract of a campaign: it is read itself, and must still be under an older text. */
const note = async (
  deps: Dependencies,
  { redisclosureId, contractId }: { readonly redisclosureId: RedisclosureId; readonly contractId: ContractId },
  { who: { entityId, sub }, at, today, metadata }: RequestContext<Staff>,
  outcome: NoteOutcome,
  said: object,
): Promise<Noted> => {
  const found = await deps.directory.redisclosure(entityId, redisclosureId)
  if (!found) return refuse({ kind: 'not-found', what: 'redisclosure' })
  const { serviceId, toVersion, openedAt } = found.state
  const [service, read, notes] = await Promise.all([
    deps.directory.service(entityId, serviceId),
    deps.contracts.find(contractId),
    notesOf(deps, redisclosureId),
  ])
  const state = read?.kept.state
  if (!service || !read || state?.deal.entityId !== entityId) return refuse({ kind: 'not-found', what: 'contract' })
  const changed = await changedSince(deps, service.state, toVersion)
  const owner = 'holder' in state ? state.holder : state.deal.seller
  const old = underOldText(read, owner, serviceId, changed)
  if (!old) return refuse({ kind: 'not-found', what: 'contract' })
  const paper = paperAt(deps.digest, 'note', found.version, evidenceAlone({ contractId, outcome, ...said, by: sub }))
  const { stage, liveAt } = old.state
  const decision = noteContract(
    found.state,
    { contractId, stage, items: old.items, counted: liveAt <= openedAt },
    { outcome, noteSha256: paper.sha256, before: notes.get(contractId) },
  )
  if (!decision.ok) return decision
  const changedNow = change('redisclosure', redisclosureId, found, decision.value, at, { papers: [paper] })
  return deps.commits.commit({
    metadata,
    answer: redisclosureView(changedNow.state as ExistingRedisclosure, versionAfter(changedNow), today),
    changes: [changedNow],
  })
}

export const tellOfChange =
  (deps: Dependencies): HandlerOf<Routes['tellOfChange']> =>
  ({ params, body: { by: way, ...rest } }, call) =>
    note(deps, params, call, 'told', { way, ...rest })

export const leaveUnderOldText =
  (deps: Dependencies): HandlerOf<Routes['leaveUnderOldText']> =>
  ({ params, body }, call) =>
    note(deps, params, call, 'left', body)

/** Closes a campaign of which nothing is left without a reason. */
export const closeRedisclosure =
  (deps: Dependencies): HandlerOf<Routes['closeRedisclosure']> =>
  async ({ params: { redisclosureId } }, { who: { entityId }, at, today, metadata }) => {
    const campaign = await campaignOf(deps, entityId, redisclosureId)
    if (!campaign) return refuse({ kind: 'not-found', what: 'redisclosure' })
    const { found, contracts, notes } = campaign
    const decision = decideClosing(found.state, contracts, notes, today)
    if (!decision.ok) return decision
    const changed = change('redisclosure', redisclosureId, found, decision.value, at)
    return deps.commits.commit({
      metadata,
      answer: redisclosureView(changed.state as ExistingRedisclosure, versionAfter(changed), today),
      changes: [changed],
    })
  }

export const costs: Costs = {
  tellOfChange: { requests: 5, readUnits: 5, writeUnits: 11 },
  leaveUnderOldText: { requests: 5, readUnits: 5, writeUnits: 11 },
  closeRedisclosure: { requests: 69, readUnits: 68, writeUnits: 9 },
}
