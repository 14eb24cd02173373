import type { Instant } from '../shapes/ids.ts'
import type {
  Archive,
  ArchiveEvent,
  ExceptionEvent,
  Redisclosure,
  RedisclosureEvent,
  SeparateContractException,
} from '../shapes/papers.ts'
import type { Operation, OperationEvent } from '../shapes/platform.ts'

/** An operation after an event. */
export const foldOperation = (state: Operation, event: OperationEvent, at: Instant): Operation => {
  if (event.type === 'operation-accepted') {
    const { type: _, inputSha256: __, ...asked } = event
    const counts = { done: 0, accepted: 0, refused: 0, steps: 0 }
    return { ...asked, ...counts, stage: 'accepted', acceptedAt: at, advancedAt: at }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'operation-listed': {
      const listed = { papers: 1 + (state.listed?.papers ?? 0), rows: event.rows + (state.listed?.rows ?? 0) }
      return { ...state, stage: 'running', advancedAt: at, listed, total: event.complete ? listed.rows : null }
    }
    case 'operation-advanced': {
      const [accepted, refused] = [state.accepted + event.accepted, state.refused + event.refused]
      const done = state.done + event.accepted + event.refused
      return { ...state, stage: 'running', advancedAt: at, accepted, refused, done, steps: state.steps + 1 }
    }
    case 'operation-finished':
      return { ...state, stage: 'finished', advancedAt: at }
    case 'export-cleared':
      return { ...state, clearedOn: event.on }
  }
}

/** An exception from the one contract after an event. */
export const foldException = (state: SeparateContractException, event: ExceptionEvent): SeparateContractException => {
  if (event.type === 'exception-asked') {
    const { type: _, ...asked } = event
    return { ...asked, stage: 'asked', approvedBy: null, approvedOn: null }
  }
  if (state.stage === 'none') return state
  if (event.type === 'exception-approved') {
    const { approvedBy, on: approvedOn } = event
    return { ...state, stage: 'approved', approvedBy, approvedOn }
  }
  return { ...state, stage: event.type === 'exception-declined' ? 'declined' : 'withdrawn' }
}

/** A campaign of disclosing anew after an event; its notes stand in its ledger alone. */
export const foldRedisclosure = (state: Redisclosure, event: RedisclosureEvent, at: Instant): Redisclosure => {
  if (event.type === 'redisclosure-opened') {
    const { type: _, ...opened } = event
    return { ...opened, stage: 'open', openedAt: at }
  }
  return state.stage !== 'none' && event.type === 'redisclosure-closed' ? { ...state, stage: 'closed' } : state
}

/** Folds an event into what is kept of a contract as evidence. */
export const foldArchive = (before: Archive, event: ArchiveEvent, at: Instant): Archive => {
  const begun = 'of' in event ? event.of : undefined
  if (before.stage === 'none' && !begun) return before
  const state =
    before.stage === 'none' && begun
      ? {
          ...begun,
          stage: 'kept' as const,
          sealings: [],
          unprintable: [],
          holds: [],
          holdsPlaced: 0,
          keepUntil: null,
          disposedOn: null,
        }
      : before
  if (state.stage === 'none') return before
  switch (event.type) {
    case 'papers-sealed':
      return { ...state, sealings: [...state.sealings, { ...event.sealing, sealedAt: at }] }
    case 'papers-not-printable':
      return { ...state, unprintable: [...state.unprintable, event.contractSeq] }
    case 'retention-set':
      return { ...state, keepUntil: event.until }
    case 'hold-placed': {
      const { number } = event
      return { ...state, holds: [...state.holds, { number, placedAt: at }], holdsPlaced: number }
    }
    case 'hold-lifted':
      return { ...state, holds: state.holds.filter(({ number }) => number !== event.number) }
    case 'archive-disposed':
      return { ...state, stage: 'disposed', disposedOn: event.on }
  }
}
