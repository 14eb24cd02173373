import type { EntityId, OperationId, PortfolioOwner } from '../ids.ts'
import type { Instant } from '../plain-date.ts'

/** Work over many rows: accepted at once, done in steps, its results kept step by step. */
export type KeptOperation = {
  readonly stage: 'accepted' | 'running' | 'finished'
  readonly operationId: OperationId
  readonly entityId: EntityId
  /** Who asked for it, and alone may read it. */
  readonly owner: PortfolioOwner
  readonly kind: OperationKind
  readonly total: number
  readonly acceptedAt: Instant
  /** When its last step was noted. */
  readonly advancedAt: Instant
  readonly done: number
  readonly accepted: number
  readonly refused: number
  readonly steps: number
}
export const operationKinds = [
  'importContracts',
  'rehearseImport',
  'recountContracts',
  'relistContracts',
  'exportHoldings',
] as const
export type OperationKind = (typeof operationKinds)[number]
export type Operation = { readonly stage: 'none' } | KeptOperation

export type OperationEvent =
  | {
      readonly type: 'operation-accepted'
      readonly operationId: OperationId
      readonly entityId: EntityId
      readonly owner: PortfolioOwner
      readonly kind: OperationKind
      readonly total: number
      readonly inputSha256: string
    }
  | {
      readonly type: 'operation-advanced'
      readonly accepted: number
      readonly refused: number
      /** SHA-256 of the paper with the itemised results of this step. */
      readonly resultsSha256: string
    }
  | { readonly type: 'operation-finished' }

export const noOperation: Operation = { stage: 'none' }

export const evolveOperation = (state: Operation, event: OperationEvent, at: Instant): Operation => {
  if (event.type === 'operation-accepted') {
    const { type: _, inputSha256: _input, ...kept } = event
    return { ...kept, stage: 'accepted', acceptedAt: at, advancedAt: at, done: 0, accepted: 0, refused: 0, steps: 0 }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'operation-advanced':
      return {
        ...state,
        stage: 'running',
        advancedAt: at,
        done: state.done + event.accepted + event.refused,
        accepted: state.accepted + event.accepted,
        refused: state.refused + event.refused,
        steps: state.steps + 1,
      }
    case 'operation-finished':
      return { ...state, stage: 'finished', advancedAt: at }
  }
}
