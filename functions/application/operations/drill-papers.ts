import type { ResellerId, ContractId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { HandoverCode, HandoverStage } from '../../../shared/domain/reseller/handover.ts'
import type { Tally, Weakness } from '../../../shared/domain/reseller/drill.ts'
import type { PortfolioCursor } from '../contracts/portfolio.ts'
import type { CoverageArea } from '../../../shared/domain/contract/contract-words.ts'

/** Input of a drill from its first step to its last: whose portfolio, and the handover items as they stood that day. */
export type DrillInput = {
  readonly resellerId: ResellerId
  readonly on: PlainDate
  readonly handover: Readonly<Record<HandoverCode, HandoverStage>>
}

/** A contract that something was found of, as the lists of a drill have it. */
export type DrillLine = {
  readonly contractId: ContractId
  readonly name: string
  readonly fate: 'takenOver' | 'voided'
  readonly weaknesses: readonly Weakness[]
  readonly gaps: readonly CoverageArea[]
}

/** Checkpoint of a drill's step: where the next begins, what was counted so far, and what was found in its pages. */
export type DrillStep = {
  /** Null where the book is through. */
  readonly place: PortfolioCursor | null
  readonly tally: Tally
  readonly pages: number
  /** Milliseconds that reading and deciding took so far. */
  readonly readMs: number
  readonly lines: readonly DrillLine[]
}
