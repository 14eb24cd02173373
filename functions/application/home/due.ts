import { hasExpired, type ExistingException } from '../../../shared/domain/exception/exception.ts'
import type { ExistingConcern } from '../../../shared/domain/discontinuance/concern.ts'
import { isOpen, obligationOf } from '../../../shared/domain/discontinuance/obligation.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { aboutDue, urgencyOf, type DueKind } from '../../../shared/domain/home.ts'
import { dayInJapan, daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { lapsesOfReseller } from '../../../shared/domain/reseller/lapses.ts'
import { requirementOf } from '../../../shared/domain/reseller/requirement.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import { lapsesOfService } from '../../../shared/domain/service/lapses.ts'
import type { ExistingService } from '../../../shared/domain/service/service.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import type { Words } from '../../../shared/domain/words.ts'

type AboutType = 'contract' | 'discontinuance' | 'concern' | 'exception' | 'reseller' | 'service' | 'submission'

/** Something that is due, before the names of people are known. */
export type Due = {
  readonly kind: DueKind
  readonly urgency: ReturnType<typeof urgencyOf>
  readonly on: PlainDate
  readonly what: Words
  readonly clause: string | null
  readonly ownerSub: string | null
  readonly about: {
    readonly type: AboutType
    readonly id: string
    readonly name: string | null
    readonly shortNumber: string | null
  }
}

/** Days before something lapses from which it is shown. */
const lapseShown = 90
const soon = (on: PlainDate, today: PlainDate, days: number): boolean => on <= daysAfter(today, days)

/** One thing that is due, in the words of its kind unless it has its own. */
export const dueOf = (
  kind: DueKind,
  on: PlainDate,
  today: PlainDate,
  about: Pick<Due['about'], 'type' | 'id'> & Partial<Due['about']>,
  more: { readonly what?: Words; readonly clause?: string; readonly ownerSub?: string } = {},
): Due => ({
  kind,
  urgency: urgencyOf(on, today),
  on,
  what: more.what ?? aboutDue[kind].what,
  clause: more.clause ?? aboutDue[kind].clause,
  ownerSub: more.ownerSub ?? null,
  about: { name: null, shortNumber: null, ...about },
})

/** What a case asks for: its open obligations, or while it is proposed, a decision. */
export const dueOfCase = (
  { stage, discontinuanceId: id, approveBy, obligations = [] }: ExistingDiscontinuance,
  name: string | null,
  today: PlainDate,
): readonly Due[] => {
  const about = { type: 'discontinuance', id, name } as const
  if (stage === 'proposed') return [dueOf('proposalToApprove', dayInJapan(approveBy), today, about)]
  if (stage !== 'takingOver') return []
  return obligations.filter(isOpen).map(({ code, dueOn, owner }) =>
    dueOf('obligation', dueOn, today, about, {
      what: obligationOf[code].what,
      clause: obligationOf[code].clause,
      ownerSub: owner,
    }),
  )
}

export const dueOfConcern = (
  { stage, concernId: id, raisedAt }: ExistingConcern,
  name: string | null,
  today: PlainDate,
): readonly Due[] =>
  stage === 'open' ? [dueOf('concernOpen', dayInJapan(raisedAt), today, { type: 'concern', id, name })] : []

export const dueOfException = (one: ExistingException, today: PlainDate): readonly Due[] => {
  const { stage, exceptionId: id, expiresOn } = one
  if (hasExpired(one, today)) return []
  if (stage === 'asked') return [dueOf('exceptionToDecide', expiresOn, today, { type: 'exception', id })]
  return stage === 'approved' && soon(expiresOn, today, 30)
    ? [dueOf('exceptionEnds', expiresOn, today, { type: 'exception', id })]
    : []
}

/** What a reseller owes, and what of it lapses; for its implementing entity also that it waits to be approved. */
export const dueOfReseller = (one: ExistingReseller, today: PlainDate, forItself: boolean): readonly Due[] => {
  const { stage, resellerId: id, name, requirements } = one
  if (stage === 'discontinued') return []
  const about = { type: 'reseller', id, name } as const
  const owed = requirements.filter(({ met }) => met === null)
  const suppliedBy = forItself ? 'reseller' : 'implementingEntity'
  return [
    ...owed
      .filter(({ code }) => requirementOf[code].suppliedBy === suppliedBy)
      .map(({ code, dueOn }) => dueOf('requirementDue', dueOn, today, about, { what: requirementOf[code].what })),
    ...(!forItself && stage === 'invited' && owed.length === 0
      ? [dueOf('resellerToApprove', today, today, about)]
      : []),
    ...lapsesOfReseller(one)
      .filter(({ lastDay }) => today <= lastDay && soon(lastDay, today, lapseShown))
      .map(({ lastDay }) => dueOf('authorizationLapses', lastDay, today, about)),
  ]
}

export const dueOfService = (one: ExistingService, today: PlainDate): readonly Due[] =>
  lapsesOfService(one)
    .filter(({ lastDay }) => soon(lastDay, today, lapseShown))
    .map((lapse) => {
      const about = { type: 'service', id: one.serviceId, name: one.code } as const
      return lapse.what === 'registration'
        ? dueOf('registrationLapses', lapse.lastDay, today, about)
        : dueOf('evidenceLapses', lapse.lastDay, today, about, { clause: lapse.clause })
    })

/** What its sender has to see to, or whoever it is addressed to. */
export const dueOfSubmission = (
  { stage, submissionId: id, sentAt, answeredAt }: ExistingSubmission,
  today: PlainDate,
  isAddressee: boolean,
): readonly Due[] => {
  const about = { type: 'submission', id } as const
  if (isAddressee)
    return stage === 'sent' && sentAt ? [dueOf('submissionToAnswer', dayInJapan(sentAt), today, about)] : []
  if (stage === 'drafted') return [dueOf('submissionToSend', today, today, about)]
  return stage === 'returned' && answeredAt ? [dueOf('submissionReturned', dayInJapan(answeredAt), today, about)] : []
}
