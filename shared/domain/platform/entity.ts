import type { ObligationDays } from '../discontinuance/obligation.ts'
import type { EntityId } from '../ids.ts'
import { withLetterhead, type StatedLetterhead } from '../letterhead.ts'
import type { Instant } from '../plain-date.ts'

/** An implementing entity (第1章2.(3)): a tenant of this deployment, which answers for its services and contracts. */
export type ExistingEntity = {
  readonly stage: 'kept'
  readonly entityId: EntityId
  readonly name: string
  readonly corporateNumber: string
  /** Years a contract's papers are kept after its end; the usual ones where it never said. */
  readonly retentionYears?: number
  /** Hours a second person has to approve that a reseller cannot go on; the usual ones where it never said. */
  readonly approvalWindowHours?: number
  /** Settings for its obligations in a discontinuance; as usual where it never said. */
  readonly obligationSettings?: {
    readonly days: ObligationDays
    /** Number of times it said so: the last notice's evidence document tells where letters about what is overdue go. */
    readonly notices: number
    readonly noticeSha256: string
  }
  /** Letterheads that count or are to come, the earliest first; absent where it never stated one. */
  readonly letterheads?: readonly StatedLetterhead[]
}
export type Entity = { readonly stage: 'none' } | ExistingEntity

export type EntityEvent =
  | {
      readonly type: 'entity-registered'
      readonly entityId: EntityId
      readonly name: string
      readonly corporateNumber: string
    }
  | { readonly type: 'retention-years-set'; readonly years: number }
  | { readonly type: 'approval-window-set'; readonly hours: number }
  | { readonly type: 'obligation-settings-set'; readonly days: ObligationDays; readonly noticeSha256: string }
  | ({ readonly type: 'entity-letterhead-stated' } & StatedLetterhead)

export const noEntity: Entity = { stage: 'none' }

export const evolveEntity = (entity: Entity, event: EntityEvent, at: Instant): Entity => {
  if (event.type === 'entity-registered') {
    const { type: _type, ...kept } = event
    return { stage: 'kept', ...kept }
  }
  if (entity.stage === 'none') return entity
  switch (event.type) {
    case 'retention-years-set':
      return { ...entity, retentionYears: event.years }
    case 'approval-window-set':
      return { ...entity, approvalWindowHours: event.hours }
    case 'obligation-settings-set': {
      const notices = (entity.obligationSettings?.notices ?? 0) + 1
      return { ...entity, obligationSettings: { days: event.days, notices, noticeSha256: event.noticeSha256 } }
    }
    case 'entity-letterhead-stated':
      return { ...entity, letterheads: withLetterhead(entity.letterheads, event, at) }
  }
}
