import type { ArchiveId, EntityId, PortfolioOwner } from '../../shared/domain/ids.ts'
import type { PageOf } from './pages.ts'

/**
 * A row as it lies in the table, opened up: which kind of row, where it lies, and all that it says. A ledger's event
 * keeps its very text, so that its hash can be checked again by whoever has the export.
 */
export type HeldRow = {
  readonly kind: string
  readonly key: string
  /** The ledger of what this row is the state of; null where it is the state of nothing. */
  readonly stream: string | null
  readonly says: Readonly<Record<string, unknown>>
}

/** Everything a tenant owns, row by row, strongly consistent where a partition of its own holds it. */
export type Holdings = {
  /**
   * Rows an implementing entity has beside contracts: its own, services, resellers, cases, reports, operations, files. Files
   * are found by an index, which follows with a short delay.
   */
  readonly things: (entityId: EntityId) => Promise<readonly HeldRow[]>
  /** The people of an implementing entity and of its resellers. Found by an index, which follows with a short delay. */
  readonly members: (entityId: EntityId) => Promise<readonly HeldRow[]>
  /**
   * Rows of one shard of an owner's portfolio: its guard, the contracts made in it, and where others lie that it ever
   * held.
   */
  readonly shard: (
    owner: PortfolioOwner,
    shard: number,
    page: { readonly after: string | null },
  ) => Promise<PageOf<HeldRow>>
  readonly serviceGates: (serviceId: string) => Promise<readonly HeldRow[]>
  /** A contract's archive; nothing where nothing of it was kept yet. */
  readonly archive: (id: ArchiveId) => Promise<readonly HeldRow[]>
  /** A whole ledger: events, receipts, evidence documents. */
  readonly ledger: (stream: string) => Promise<readonly HeldRow[]>
}

/** A file to be put into an archive: lines of text, or bytes as they are. */
export type ArchiveFile =
  | { readonly name: string; readonly lines: number; readonly text: string }
  | { readonly name: string; readonly bytes: Uint8Array }
/** The same once it is in there. `lines` is null where it has none. */
export type Archived = {
  readonly name: string
  readonly lines: number | null
  readonly bytes: number
  readonly sha256: string
}

/** Archived file that has lines: a table, or a list of rows. */
export type ArchivedText = Archived & { readonly lines: number }

export type Zip = {
  /** Files in one zip, with a manifest of them that is made when their hashes are known. */
  readonly pack: (files: readonly ArchiveFile[], manifest: (archived: readonly Archived[]) => unknown) => Uint8Array
  /** The manifest of a zip that was packed here. Throws for anything else. */
  readonly manifestOf: (zip: Uint8Array) => unknown
}
