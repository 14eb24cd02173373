import type { EntityId, OperationId } from '../ids.ts'

/** Work over many rows: accepted at once, done in steps, its results kept step by step. */
export type KeptOperation = {
  readonly stage: 'accepted' | 'running' | 'finished'
  readonly operationId: OperationId
  readonly entityId: EntityId
  readonly kind: OperationKind
  readonly total: number
  readonly done: number
  readonly accepted: number
  readonly refused: number
  readonly steps: number
}
export type OperationKind = 'importContracts' | 'recountContracts'
export type Operation = { readonly stage: 'none' } | KeptOperation

export type OperationEvent =
  | {
      readonly type: 'operation-accepted'
      readonly operationId: OperationId
      readonly entityId: EntityId
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

export const evolveOperation = (state: Operation, event: OperationEvent): Operation => {
  if (event.type === 'operation-accepted') {
    const { type: _, inputSha256: _input, ...kept } = event
    return { ...kept, stage: 'accepted', done: 0, accepted: 0, refused: 0, steps: 0 }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'operation-advanced':
      return {
        ...state,
        stage: 'running',
        done: state.done + event.accepted + event.refused,
        accepted: state.accepted + event.accepted,
        refused: state.refused + event.refused,
        steps: state.steps + 1,
      }
    case 'operation-finished':
      return { ...state, stage: 'finished' }
  }
}
