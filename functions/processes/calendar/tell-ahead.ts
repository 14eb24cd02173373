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
 * One thing that cannot be read or told keeps no other waiting: it is thrown when all were gone through, and tried again,
 * as the day does not count as done. Gives the number of things it told of.
 */
export const tellAhead =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    const today = dayInJapan(deps.clock.now())
    const after = (await deps.notices.lookedAheadOn()) ?? daysAfter(today, -1)
    if (after >= today) return 0
    const span = { after, today }
    const things = [
      ...(await casesNear(deps, span)),
      ...(await requirementsNear(deps, span)),
      ...(await lapsesNear(deps, span)),
    ]
    const failed: unknown[] = []
    let told = 0
    for (const nearIn of things) {
      if (!mayGoOn()) return told
      try {
        for (const one of await nearIn()) {
          await tellPeople(deps, noticeOf(deps, one))
          told += 1
        }
      } catch (error) {
        failed.push(error)
      }
    }
    if (failed.length > 0) throw new Error(`${failed.length} things could not be told ahead`, { cause: failed[0] })
    await deps.notices.noteLookedAhead(today)
    return told
  }

/** A thing that may have come near: what of it did. */
type Thing = () => Promise<readonly Near[]>

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

const casesNear = async (deps: Dependencies, span: Span): Promise<readonly Thing[]> => {
  // A case is marked with the day on which its first obligation is late: the day after it is due.
  const until = daysAfter(span.today, most(daysBeforeObligation) + 1)
  return (await deps.directory.casesOverdue(until, 1_000)).map(({ entityId, discontinuanceId }) => async () => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    return found ? ofCase(deps, found.state, span) : []
  })
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

const requirementsNear = async (deps: Dependencies, span: Span): Promise<readonly Thing[]> => {
  const until = daysAfter(span.today, most(daysBeforeRequirement))
  return (await deps.directory.resellersDueBy(until)).map(({ entityId, resellerId }) => async () => {
    const found = await deps.directory.reseller(entityId, resellerId)
    return found ? ofOwing(found.state, span) : []
  })
}

const ofOwing = (state: ExistingReseller, span: Span): readonly Near[] =>
  requirementsOwed(state).flatMap((dueOn) => {
    const came = cameNear(dueOn, daysBeforeRequirement, span)
    if (!came) return []
    const { entityId, resellerId, name } = state
    return [
      {
        topic: 'requirement-due',
        stream: resellerId,
        what: 'requirement',
        lastDay: dueOn,
        ...came,
        words: requirementDueWords(name, dueOn),
        page: `/resellers/${resellerId}`,
        concerns: { seller: { role: 'resellerAdmin', entityId, resellerId } },
      } as const,
    ]
  })

const lapsesNear = async (deps: Dependencies, span: Span): Promise<readonly Thing[]> => {
  const until = daysAfter(span.today, most(daysBeforeLapse))
  return (await deps.directory.lapsing(until)).map(({ entityId, id }) => async () => {
    if (isService(id)) {
      const found = await deps.directory.service(entityId, id)
      return found ? ofService(found.state, span) : []
    }
    const found = await deps.directory.reseller(entityId, id)
    return found ? ofReseller(deps, found.state, span) : []
  })
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
