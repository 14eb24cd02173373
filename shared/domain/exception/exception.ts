import type { EntityId, ExceptionId, PortfolioOwner, ServiceId, SmeId } from '../ids.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Missing, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { serviceFunctions, type ServiceFunction } from '../service/facts.ts'
import { wordsForMissing, type ExceptionPart } from './parts.ts'

/** 第2章1.(6): a law asks for it (法令), or another circumstance leaves no choice (やむを得ない事情). */
export const exceptionGrounds = ['law', 'necessity'] as const
export type ExceptionGround = (typeof exceptionGrounds)[number]

export const exceptionStages = ['asked', 'approved', 'declined', 'withdrawn'] as const
export type ExceptionStage = (typeof exceptionStages)[number]

/**
 * 個別契約の例外: why some contracts of a service do not bind all its functions. For the contracts of one seller, with
 * SMEs that are each named by number, and until a last day. `asked` by one person and `approved` or `declined` at the
 * implementing entity; `withdrawn` by whoever no longer wants it. That it has expired follows from the day alone.
 */
export type ExistingException = {
  readonly stage: ExceptionStage
  readonly exceptionId: ExceptionId
  readonly entityId: EntityId
  /** Whose contracts it is for. */
  readonly seller: PortfolioOwner
  readonly serviceId: ServiceId
  readonly smeIds: readonly SmeId[]
  /** The functions that a contract under it leaves out: these, all of them, and no others. */
  readonly leavesOut: readonly ServiceFunction[]
  readonly ground: ExceptionGround
  /** SHA-256 of the evidence documents with the ground, the evidence, and how the burden on the user is kept low. */
  readonly groundSha256: string
  readonly evidenceSha256: string
  readonly burdenSha256: string
  /** Its last day: a contract of that day may still be made under it. */
  readonly expiresOn: PlainDate
  readonly askedBy: string
  /** Approver of the exception; stays when it is withdrawn later, as the contracts made under it do. */
  readonly approvedBy: string | null
  readonly approvedOn: PlainDate | null
}
export type SeparateContractException = { readonly stage: 'none' } | ExistingException

type Asked = Omit<ExistingException, 'stage' | 'approvedBy' | 'approvedOn'>

export type ExceptionEvent =
  | ({ readonly type: 'exception-asked' } & Asked)
  | { readonly type: 'exception-approved'; readonly approvedBy: string; readonly on: PlainDate }
  | {
      readonly type: 'exception-declined' | 'exception-withdrawn'
      /** SHA-256 of the evidence document with the reason, and who gave it. */
      readonly reasonSha256: string
    }

export const noException: SeparateContractException = { stage: 'none' }

export const evolveException = (state: SeparateContractException, event: ExceptionEvent): SeparateContractException => {
  if (event.type === 'exception-asked') {
    const { type: _, ...asked } = event
    return { ...asked, stage: 'asked', approvedBy: null, approvedOn: null }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'exception-approved':
      return { ...state, stage: 'approved', approvedBy: event.approvedBy, approvedOn: event.on }
    case 'exception-declined':
      return { ...state, stage: 'declined' }
    case 'exception-withdrawn':
      return { ...state, stage: 'withdrawn' }
  }
}

type Decided<Kind extends RefusalKind> = Result<readonly ExceptionEvent[], Refusal<Kind>>

/**
 * Request for an exception, before anyone has looked whether it is whole: a part that was not given is null or empty.
 */
export type AskedInPart = Omit<Asked, ExceptionPart | 'groundSha256' | 'evidenceSha256' | 'burdenSha256'> & {
  readonly smeIds: readonly SmeId[]
  readonly leavesOut: readonly ServiceFunction[]
  readonly ground: ExceptionGround | null
  readonly groundSha256: string | null
  readonly evidenceSha256: string | null
  readonly burdenSha256: string | null
  readonly expiresOn: PlainDate | null
}

const missingIn = ({ seller, entityId, ...asked }: AskedInPart): readonly Missing[] => {
  const suppliedBy = seller === entityId ? 'implementingEntity' : 'reseller'
  const given: Readonly<Record<ExceptionPart, boolean>> = {
    smeIds: asked.smeIds.length > 0,
    leavesOut: asked.leavesOut.length > 0,
    ground: asked.ground !== null,
    groundInWords: asked.groundSha256 !== null,
    evidence: asked.evidenceSha256 !== null,
    burden: asked.burdenSha256 !== null,
    expiresOn: asked.expiresOn !== null,
  }
  return (Object.keys(given) as ExceptionPart[])
    .filter((part) => !given[part])
    .map((code) => ({ code, suppliedBy, why: wordsForMissing[code] }))
}

/**
 * Asks for an exception. It has a ground, evidence, a way to keep the burden on the user low, and a last day, or it is
 * refused with everything that is missing. It leaves out some functions, never all: then there would be no contract.
 */
export const askForException = (
  asked: AskedInPart,
  { today }: { readonly today: PlainDate },
): Decided<'incomplete' | 'does-not-fit' | 'out-of-order'> => {
  const { ground, groundSha256, evidenceSha256, burdenSha256, expiresOn } = asked
  const missing = missingIn(asked)
  if (
    missing.length > 0 ||
    ground === null ||
    groundSha256 === null ||
    evidenceSha256 === null ||
    burdenSha256 === null ||
    expiresOn === null
  )
    return refuse({ kind: 'incomplete', what: 'exception', missing })
  const leavesOut = serviceFunctions.filter((one) => asked.leavesOut.includes(one))
  if (leavesOut.length === serviceFunctions.length) {
    const needs = 'at least one function that the contract still binds'
    return refuse({ kind: 'does-not-fit', what: 'leavesOut', given: leavesOut.join(', '), needs })
  }
  const over = expired({ expiresOn }, today)
  if (over) return over
  const smeIds = [...new Set(asked.smeIds)]
  const whole = { ground, groundSha256, evidenceSha256, burdenSha256, expiresOn, smeIds, leavesOut }
  return ok([{ type: 'exception-asked', ...asked, ...whole }])
}

const expired = ({ expiresOn }: Pick<ExistingException, 'expiresOn'>, today: PlainDate) =>
  hasExpired({ expiresOn }, today)
    ? refuse<Refusal<'out-of-order'>>({ kind: 'out-of-order', what: 'expiresOn', given: expiresOn, notBefore: today })
    : undefined

/** True once its last day is past. */
export const hasExpired = ({ expiresOn }: Pick<ExistingException, 'expiresOn'>, today: PlainDate): boolean =>
  expiresOn < today

const inStage = (state: ExistingException, ...needs: ExistingException['stage'][]) =>
  needs.includes(state.stage)
    ? undefined
    : refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'exception', stage: state.stage, needs })

/** A second person approves, on a day on which it still holds. */
export const approveException = (
  state: ExistingException,
  { approvedBy, today }: { readonly approvedBy: string; readonly today: PlainDate },
): Decided<'wrong-stage' | 'second-person-needed' | 'out-of-order'> => {
  const no = inStage(state, 'asked')
  if (no) return no
  if (approvedBy === state.askedBy) return refuse({ kind: 'second-person-needed' })
  return expired(state, today) ?? ok([{ type: 'exception-approved', approvedBy, on: today }])
}

export const declineException = (state: ExistingException, reasonSha256: string): Decided<'wrong-stage'> =>
  inStage(state, 'asked') ?? ok([{ type: 'exception-declined', reasonSha256 }])

/** Nothing is made under it any more. Contracts that were stand as they are. */
export const withdrawException = (state: ExistingException, reasonSha256: string): Decided<'wrong-stage'> =>
  inStage(state, 'asked', 'approved') ?? ok([{ type: 'exception-withdrawn', reasonSha256 }])
