import type { ArchiveId, ContractId, EntityId } from '../ids.ts'
import type { Instant, PlainDate } from '../plain-date.ts'

/** Documents sealed of a contract: its text, and the certificate of who signed it. */
export const sealedKinds = ['contract', 'certificate'] as const
export type SealedKind = (typeof sealedKinds)[number]

/** A file in the vault, under its name in the archive. */
export type Filed = { readonly name: string; readonly sha256: string }

/**
 * Sealing: what a revision came to on paper, sealed and stamped. It answers an event of the contract, known by its
 * number there; the list that was stamped is its evidence document.
 */
export type Sealing = {
  readonly contractSeq: number
  readonly revision: number
  readonly documents: readonly ({ readonly what: SealedKind } & Filed)[]
  /** SHA-256 of the list of all that was sealed, which bears the contract's chain: what the time stamp is over. */
  readonly listSha256: string
  readonly stamp: Filed
  /** The certificate the documents were sealed under, as the vault has it. */
  readonly certificate: Filed
}

/** A hold: someone may need it as evidence, so nothing goes, whatever day it is. */
export type Hold = { readonly number: number; readonly placedAt: Instant }

export const archiveStages = ['kept', 'disposed'] as const
export type ArchiveStage = (typeof archiveStages)[number]

/**
 * 保管: what is kept of one contract as evidence, how long, and what holds it. It has a ledger of its own, so that
 * sealing and keeping never stand in the way of what is done with the contract.
 */
export type ExistingArchive = {
  readonly stage: ArchiveStage
  readonly archiveId: ArchiveId
  readonly contractId: ContractId
  readonly entityId: EntityId
  readonly sealings: readonly (Sealing & { readonly sealedAt: Instant })[]
  /** Events of the contract whose papers could not be printed, since no font has a character of theirs. */
  readonly unprintable: readonly number[]
  /** The last day it must be kept; null while the contract has no end. */
  readonly keepUntil: PlainDate | null
  readonly holds: readonly Hold[]
  readonly holdsPlaced: number
  readonly disposedOn: PlainDate | null
}
export type Archive = { readonly stage: 'none' } | ExistingArchive

/** Whose archive it is; on every event that can be its first. */
export type ArchiveOf = Pick<ExistingArchive, 'archiveId' | 'contractId' | 'entityId'>

export type ArchiveEvent =
  | { readonly type: 'papers-sealed'; readonly of: ArchiveOf; readonly sealing: Sealing }
  | {
      readonly type: 'papers-not-printable'
      readonly of: ArchiveOf
      readonly contractSeq: number
      readonly revision: number
      /** SHA-256 of the evidence document that names the characters. */
      readonly charactersSha256: string
    }
  | {
      readonly type: 'retention-set'
      readonly until: PlainDate
      readonly endedOn: PlainDate
      /** The tenant's years at the time. */
      readonly years: number
    }
  | {
      readonly type: 'hold-placed'
      readonly of: ArchiveOf
      readonly number: number
      /** SHA-256 of the evidence document with the reason. */
      readonly reasonSha256: string
    }
  | { readonly type: 'hold-lifted'; readonly number: number; readonly reasonSha256: string }
  | { readonly type: 'archive-disposed'; readonly on: PlainDate; readonly reasonSha256: string }

export const noArchive: Archive = { stage: 'none' }

const begun = (of: ArchiveOf): ExistingArchive => ({
  ...of,
  stage: 'kept',
  sealings: [],
  unprintable: [],
  keepUntil: null,
  holds: [],
  holdsPlaced: 0,
  disposedOn: null,
})

/** State after an event. Never refuses; a decision has already allowed the event. */
export const evolveArchive = (archive: Archive, event: ArchiveEvent, at: Instant): Archive => {
  const kept = archive.stage === 'none' ? ('of' in event ? begun(event.of) : undefined) : archive
  if (!kept) return archive
  switch (event.type) {
    case 'papers-sealed':
      return { ...kept, sealings: [...kept.sealings, { ...event.sealing, sealedAt: at }] }
    case 'papers-not-printable':
      return { ...kept, unprintable: [...kept.unprintable, event.contractSeq] }
    case 'retention-set':
      return { ...kept, keepUntil: event.until }
    case 'hold-placed':
      return { ...kept, holds: [...kept.holds, { number: event.number, placedAt: at }], holdsPlaced: event.number }
    case 'hold-lifted':
      return { ...kept, holds: kept.holds.filter(({ number }) => number !== event.number) }
    case 'archive-disposed':
      return { ...kept, stage: 'disposed', disposedOn: event.on }
  }
}
