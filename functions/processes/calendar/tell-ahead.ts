import { isOpen } from '../../../shared/domain/discontinuance/obligation.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import type { EntityId, ResellerId, ServiceId } from '../../../shared/domain/ids.ts'
import {
  cameNear,
  daysBeforeLapse,
  daysBeforeObligation,
  daysBeforeRequirement,
  type Span,
} from '../../../shared/domain/notices/ahead.ts'
import type { NoticeTopic } from '../../../shared/domain/notices/topics.ts'
import {
  dayInJapan,
  daysAfter,
  daysUntil,
  startOfDayInJapan,
  type PlainDate,
} from '../../../shared/domain/plain-date.ts'
import { lapsesOfReseller } from '../../../shared/domain/reseller/lapses.ts'
import { requirementsOwed } from '../../../shared/domain/reseller/past-due.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import { lapsesOfService } from '../../../shared/domain/service/lapses.ts'
import type { ExistingService } from '../../../shared/domain/service/service.ts'
import { pageAt } from '../../notifications/people/notice-of.ts'
import { tellPeople, type Notice } from '../../notifications/people/tell-people.ts'
import {
  authorizationLapseWords,
  obligationDueWords,
  requirementDueWords,
  serviceLapseWords,
} from '../../notifications/templates/ahead-words.ts'
import type { NoticeWords } from '../../notifications/templates/notice-words.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** Something that came near: what it is known by, the day it came, and what is said of it to whom. */
type Near = {
  readonly topic: NoticeTopic
  readonly stream: string
  readonly what: string
  readonly lastDay: PlainDate
  readonly daysBefore: number
  readonly on: PlainDate
  readonly words: NoticeWords
  readonly page: string
  readonly concerns: Notice['concerns']
}

const most = (days: readonly number[]): number => Math.max(...days)

/**
 * Tells people, once a day, of what is due or about to lapse: what came near since the day that was looked at last. Goes
 * through what indexes hold of those days, and through no book. Told again after it was killed, it tells nobody twice.
 * Gives the number of things it told of.
 */
export const tellAhead =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    const today = dayInJapan(deps.clock.now())
    const after = (await deps.notices.lookedAheadOn()) ?? daysAfter(today, -1)
    if (after >= today) return 0
    const near = [
      ...(await obligationsNear(deps, { after, today })),
      ...(await requirementsNear(deps, { after, today })),
      ...(await lapsesNear(deps, { after, today })),
    ]
    for (const one of near) {
      if (!mayGoOn()) return 0
      await tellPeople(deps, noticeOf(deps, one))
    }
    await deps.notices.noteLookedAhead(today)
    return near.length
  }

const noticeOf = (
  deps: Dependencies,
  { topic, stream, what, lastDay, daysBefore, on, words, page, concerns }: Near,
): Notice => ({
  id: deps.digest({ stream, what, lastDay, daysBefore }).slice(0, 24),
  topic,
  text: { ...words, url: pageAt(deps, page) },
  concerns,
  of: { stream, seq: 1 },
  happenedAt: startOfDayInJapan(on),
  causedBy: null,
})

const ofEntity = (entityId: EntityId): Notice['concerns'] => ({ entity: { role: 'entityAdmin', entityId } })

const obligationsNear = async (deps: Dependencies, span: Span): Promise<readonly Near[]> => {
  // A case is marked with the day on which its first obligation is late: the day after it is due.
  const until = daysAfter(span.today, most(daysBeforeObligation) + 1)
  const near: Near[] = []
  for (const { entityId, discontinuanceId } of await deps.directory.casesOverdue(until, 1_000)) {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (found) near.push(...(await ofCase(deps, found.state, span)))
  }
  return near
}

const ofCase = async (deps: Dependencies, state: ExistingDiscontinuance, span: Span): Promise<readonly Near[]> => {
  const { stage, obligations = [], entityId, discontinuanceId, resellerId } = state
  const due = stage === 'takingOver' ? obligations.filter(isOpen) : []
  const came = due.flatMap(({ code, dueOn }) => {
    const one = cameNear(dueOn, daysBeforeObligation, span)
    return one ? [{ code, dueOn, ...one }] : []
  })
  if (came.length === 0) return []
  const reseller = await deps.directory.reseller(entityId, resellerId)
  return came.map(({ code, dueOn, daysBefore, on }) => ({
    topic: 'obligation-due',
    stream: discontinuanceId,
    what: code,
    lastDay: dueOn,
    daysBefore,
    on,
    words: obligationDueWords(reseller?.state.name ?? resellerId, code, dueOn),
    page: `/cases/${discontinuanceId}`,
    concerns: ofEntity(entityId),
  }))
}

const requirementsNear = async (deps: Dependencies, span: Span): Promise<readonly Near[]> => {
  const near: Near[] = []
  for (const { entityId, resellerId } of await deps.directory.resellersDueBy(
    daysAfter(span.today, most(daysBeforeRequirement)),
  )) {
    const found = await deps.directory.reseller(entityId, resellerId)
    for (const dueOn of found ? requirementsOwed(found.state) : []) {
      const came = cameNear(dueOn, daysBeforeRequirement, span)
      if (!found || !came) continue
      near.push({
        topic: 'requirement-due',
        stream: resellerId,
        what: 'requirement',
        lastDay: dueOn,
        ...came,
        words: requirementDueWords(found.state.name, dueOn),
        page: `/resellers/${resellerId}`,
        concerns: { seller: { role: 'resellerAdmin', entityId, resellerId } },
      })
    }
  }
  return near
}

const lapsesNear = async (deps: Dependencies, span: Span): Promise<readonly Near[]> => {
  const near: Near[] = []
  for (const { entityId, id } of await deps.directory.lapsing(daysAfter(span.today, most(daysBeforeLapse)))) {
    if (isService(id)) {
      const found = await deps.directory.service(entityId, id)
      if (found) near.push(...ofService(found.state, span))
    } else {
      const found = await deps.directory.reseller(entityId, id)
      if (found) near.push(...(await ofReseller(deps, found.state, span)))
    }
  }
  return near
}

const isService = (id: ServiceId | ResellerId): id is ServiceId => id.startsWith('svc_')

const ofService = (state: ExistingService, span: Span): readonly Near[] =>
  lapsesOfService(state).flatMap((lapse) => {
    const came = cameNear(lapse.lastDay, daysBeforeLapse, span)
    if (!came) return []
    const { serviceId, entityId, code } = state
    return [
      {
        topic: 'about-to-lapse',
        stream: serviceId,
        what: lapse.what === 'registration' ? lapse.what : `${lapse.clause}/${lapse.topic}`,
        lastDay: lapse.lastDay,
        ...came,
        words: serviceLapseWords(code, lapse, daysUntil(lapse.lastDay, span.today)),
        page: `/services/${serviceId}`,
        concerns: ofEntity(entityId),
      } as const,
    ]
  })

const ofReseller = async (deps: Dependencies, state: ExistingReseller, span: Span): Promise<readonly Near[]> => {
  const { entityId, resellerId, name } = state
  const near: Near[] = []
  for (const { serviceId, lastDay } of lapsesOfReseller(state)) {
    const came = cameNear(lastDay, daysBeforeLapse, span)
    if (!came) continue
    const code = (await deps.directory.service(entityId, serviceId))?.state.code ?? serviceId
    near.push({
      topic: 'about-to-lapse',
      stream: resellerId,
      what: serviceId,
      lastDay,
      ...came,
      words: authorizationLapseWords(name, code, { lastDay, days: daysUntil(lastDay, span.today) }),
      page: `/resellers/${resellerId}`,
      concerns: ofEntity(entityId),
    })
  }
  return near
}
