import type { EntityId } from '../ids.ts'

/** An implementing entity (第1章2.(3)): a tenant of this deployment, which answers for its services and contracts. */
export type KeptEntity = {
  readonly stage: 'kept'
  readonly entityId: EntityId
  readonly name: string
  readonly corporateNumber: string
}
export type Entity = { readonly stage: 'none' } | KeptEntity

export type EntityEvent = {
  readonly type: 'entity-registered'
  readonly entityId: EntityId
  readonly name: string
  readonly corporateNumber: string
}

export const noEntity: Entity = { stage: 'none' }

export const evolveEntity = (_: Entity, { type: _type, ...kept }: EntityEvent): Entity => ({ stage: 'kept', ...kept })
