import type { DiscontinuanceId, EntityId, OperationId, PortfolioOwner } from '../ids.ts'
import { dayInJapan, daysAfter, type Instant, type PlainDate } from '../plain-date.ts'

export const operationStages = ['accepted', 'running', 'finished'] as const
export type OperationStage = (typeof operationStages)[number]

/** Verdicts on a row. */
export const rowVerdicts = ['accepted', 'refused'] as const

/** Work over many rows: accepted at once, done in steps, its results kept step by step. */
export type ExistingOperation = {
  readonly stage: OperationStage
  readonly operationId: OperationId
  readonly entityId: EntityId
  /** Owner that asked for it, and alone may read it. */
  readonly owner: PortfolioOwner
  readonly kind: OperationKind
  /** The case whose takeovers it works on; absent for any other work. */
  readonly discontinuanceId?: DiscontinuanceId
  /** Number of rows; null while what it is to work on is still being listed. */
  readonly total: number | null
  /** The rows listed so far, and in how many evidence documents, where it lists them itself. */
  readonly listed?: { readonly papers: number; readonly rows: number }
  readonly acceptedAt: Instant
  /** Instant at which its last step was noted. */
  readonly advancedAt: Instant
  readonly done: number
  readonly accepted: number
  readonly refused: number
  readonly steps: number
  /** For an export whose files are gone: the day they went. */
  readonly clearedOn?: PlainDate
}
export const operationKinds = [
  'importContracts',
  'rehearseImport',
  'recountContracts',
  'relistContracts',
  'exportHoldings',
  'drillTakeover',
  'workOnTakeovers',
  'moveContracts',
  'recordFormReading',
] as const
export type OperationKind = (typeof operationKinds)[number]
export type Operation = { readonly stage: 'none' } | ExistingOperation

export type OperationEvent =
  | {
      readonly type: 'operation-accepted'
      readonly operationId: OperationId
      readonly entityId: EntityId
      readonly owner: PortfolioOwner
      readonly kind: OperationKind
      readonly discontinuanceId?: DiscontinuanceId
      readonly total: number | null
      readonly inputSha256: string
    }
  | {
      readonly type: 'operation-listed'
      readonly rows: number
      /** True with the last of them: from then on the total is known. */
      readonly complete: boolean
      /** SHA-256 of the evidence document with what was listed, and where the list goes on. */
      readonly listedSha256: string
    }
  | {
      readonly type: 'operation-advanced'
      readonly accepted: number
      readonly refused: number
      /** SHA-256 of the evidence document with the itemised results of this step. */
      readonly resultsSha256: string
    }
  | { readonly type: 'operation-finished' }
  | { readonly type: 'export-cleared'; readonly entityId: EntityId; readonly on: PlainDate }

export const noOperation: Operation = { stage: 'none' }

export const evolveOperation = (state: Operation, event: OperationEvent, at: Instant): Operation => {
  if (event.type === 'operation-accepted') {
    const { type: _, inputSha256: _input, ...kept } = event
    return { ...kept, stage: 'accepted', acceptedAt: at, advancedAt: at, done: 0, accepted: 0, refused: 0, steps: 0 }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'operation-listed': {
      const { papers, rows } = state.listed ?? { papers: 0, rows: 0 }
      const listed = { papers: papers + 1, rows: rows + event.rows }
      return { ...state, stage: 'running', advancedAt: at, listed, total: event.complete ? listed.rows : null }
    }
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
    case 'export-cleared':
      return { ...state, clearedOn: event.on }
  }
}

/** True once every row is done; never while it is not known how many there are. */
export const isThrough = ({ total, done }: Pick<ExistingOperation, 'total' | 'done'>): boolean =>
  total !== null && done >= total

/** Days after its last part for which the files of an export can be fetched. */
export const exportKeptDays = 7

/** The last day the files of an export lie ready; null while it is not finished, and for what is no export. */
export const exportKeptThrough = ({ kind, stage, advancedAt }: ExistingOperation): PlainDate | null =>
  kind === 'exportHoldings' && stage === 'finished' ? daysAfter(dayInJapan(advancedAt), exportKeptDays) : null

/** The first day on which the files of an export are to go; null where there is nothing, or nothing any more, to go. */
export const clearExportFrom = (operation: ExistingOperation): PlainDate | null => {
  const through = exportKeptThrough(operation)
  return through === null || operation.clearedOn ? null : daysAfter(through, 1)
}

/** Lets the files of an export go, from the day after their last on. Nothing where that is not yet, or was done. */
export const clearExport = (operation: ExistingOperation, today: PlainDate): readonly OperationEvent[] => {
  const from = clearExportFrom(operation)
  return from !== null && from <= today ? [{ type: 'export-cleared', entityId: operation.entityId, on: today }] : []
}
