import * as z from 'zod'
import { operationKinds, operationStages, rowVerdicts } from '../../domain/platform/operation.ts'
import {
  At,
  ContractIdField,
  Day,
  DiscontinuanceIdField,
  EntityIdField,
  HolderField,
  OperationIdField,
  ShortNumberField,
} from '../fields.ts'
import { WriterView } from './written.ts'
import { DoubtInShort } from './judgement.ts'

export const OperationView = z.strictObject({
  operationId: OperationIdField,
  entityId: EntityIdField,
  owner: HolderField,
  kind: z.enum(operationKinds),
  stage: z.enum(operationStages),
  /** The case whose takeovers it works on; null for any other work. */
  discontinuanceId: DiscontinuanceIdField.nullable(),
  /** Null, as `left` is, while what it is to work on is still being listed. */
  total: z.int().nullable(),
  done: z.int(),
  left: z.int().nullable(),
  accepted: z.int(),
  refused: z.int(),
  acceptedAt: At,
  advancedAt: At,
  /** Pace at which it has gone so far; null before its first step. */
  perMinute: z.int().nullable(),
  /** Time that what is left will take at that pace; null while no pace is known. */
  secondsLeft: z.int().nullable(),
  /** Files of a finished export: the last day they lie ready, and the day they went. Null for anything else. */
  files: z.strictObject({ keptThrough: Day, goneOn: Day.nullable() }).nullable(),
})

/** The same with who asked for it. */
export const OperationInFullView = OperationView.extend({ askedBy: WriterView })

/** Result of one row. A refusal is the problem a single call would have answered. */
export const RowResult = z.strictObject({
  row: z.int(),
  /** The line of the file on which the row begins; null where the work came in no file. */
  line: z.int().nullable().default(null),
  verdict: z.enum(rowVerdicts),
  /** Null for a row of a book of contracts that was refused or only judged, or whose number cannot be read. */
  contractId: ContractIdField.nullable(),
  shortNumber: ShortNumberField.nullable(),
  /** True where the same row had been imported before, and what it made still stands. */
  replayed: z.boolean(),
  /** Contract that the same row had made before, where that was annulled: the row was judged anew. */
  formerly: ContractIdField.nullable().default(null),
  name: z.string(),
  problem: z.looseObject({ kind: z.string() }).nullable(),
  /** The number of an earlier row of the same book that says the very same. */
  sameAs: z.int().nullable().default(null),
  /** An earlier row of the same book on the same SME and service that says something else, and in which columns. */
  differsFrom: z
    .strictObject({ row: z.int(), columns: z.array(z.string()) })
    .nullable()
    .default(null),
  /** Doubts (neither kept nor breached) in a contract that was put on record, or would be. */
  doubts: z.array(DoubtInShort).default([]),
})

/** Work on rows as it was taken in, or as a dry run judged it. */
export const RowsView = OperationView.extend({
  /** Results of a dry run, one for each row; null where an operation says them. */
  rows: z.array(RowResult).nullable(),
})

/** Rows that a dry run judges at once. */
export const maxRowsAtOnce = 500

/**
 * A part of an export: a zip of its own, and the tables and lists in it. The files of contracts are named in its list of
 * files; `missing` is how many of those could not be taken out of the vault as the ledger has them.
 */
export const ExportPartView = z.strictObject({
  part: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  files: z.array(z.strictObject({ name: z.string(), lines: z.int(), bytes: z.int(), sha256: z.string() })),
  missing: z.int(),
})
