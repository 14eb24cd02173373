import type { EntityId } from '../ids.ts'

/** An implementing entity (第1章2.(3)): a tenant of this deployment, which answers for its services and contracts. */
export type KeptEntity = {
  readonly stage: 'kept'
  readonly entityId: EntityId
  readonly name: string
  readonly corporateNumber: string
  /** Years a contract's papers are kept after its end; the usual ones where it never said. */
  readonly retentionYears?: number
}
export type Entity = { readonly stage: 'none' } | KeptEntity

export type EntityEvent =
  | {
      readonly type: 'entity-registered'
      readonly entityId: EntityId
      readonly name: string
      readonly corporateNumber: string
    }
  | { readonly type: 'retention-years-set'; readonly years: number }

export const noEntity: Entity = { stage: 'none' }

export const evolveEntity = (entity: Entity, event: EntityEvent): Entity => {
  if (event.type === 'entity-registered') {
    const { type: _type, ...kept } = event
    return { stage: 'kept', ...kept }
  }
  return entity.stage === 'none' ? entity : { ...entity, retentionYears: event.years }
}
