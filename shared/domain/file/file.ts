import type { ContractId, EntityId, FileId, Holder, ResellerId, ServiceId, SubmissionId } from '../ids.ts'
import { later, type Instant, type PlainDate } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { aboutFilePurpose, maxFileBytes, type FileKind, type FilePurpose } from './purposes.ts'

export const fileStages = ['begun', 'checked', 'accepted', 'approved', 'declined', 'expired'] as const
export type FileStage = (typeof fileStages)[number]

/** Scanners that looked into a file for malware: ours, or S3's. */
export const fileScanners = ['builtIn', 'guardDuty'] as const
export type FileScanner = (typeof fileScanners)[number]

/** Thing a file belongs to, by its id. */
export type FileObjectId = ResellerId | ServiceId | ContractId | SubmissionId

/**
 * File that somebody brings. `begun`: stated, and on its way into quarantine; `checked`: arrived as stated, and looked
 * into; `accepted`: taken for its purpose by a person, and in the vault; `approved`: in force from a day on, which only
 * documents with versions are; `declined` by a person; `expired`: left lying in quarantine.
 */
export type ExistingFile = {
  readonly stage: FileStage
  readonly fileId: FileId
  readonly entityId: EntityId
  /** Whose people bring it. */
  readonly broughtBy: Holder
  readonly of: FileObjectId
  readonly purpose: FilePurpose
  /** Number of a document with versions; null of any other. */
  readonly number: number | null
  readonly kind: FileKind
  readonly bytes: number
  readonly sha256: string
  /** Hash of the evidence document that has its name: a file's name may name people, and stays out of the ledger. */
  readonly nameSha256: string
  readonly begunBy: string
  readonly begunAt: Instant
  /** The last instant of it in quarantine. */
  readonly until: Instant
  readonly scannedBy: FileScanner | null
  readonly checkedAt: Instant | null
  readonly acceptedBy: string | null
  readonly acceptedAt: Instant | null
  readonly approvedBy: string | null
  /** The first day on which an approved version is in force. */
  readonly effectiveOn: PlainDate | null
}
export type UploadedFile = { readonly stage: 'none' } | ExistingFile

export type FileEvent =
  | ({ readonly type: 'file-begun' } & Pick<
      ExistingFile,
      | 'fileId'
      | 'entityId'
      | 'broughtBy'
      | 'of'
      | 'purpose'
      | 'number'
      | 'kind'
      | 'bytes'
      | 'sha256'
      | 'nameSha256'
      | 'begunBy'
      | 'until'
    >)
  | { readonly type: 'file-checked'; readonly scannedBy: FileScanner }
  | { readonly type: 'file-accepted'; readonly by: string }
  | { readonly type: 'file-approved'; readonly by: string; readonly effectiveOn: PlainDate }
  | { readonly type: 'file-declined'; readonly by: string; readonly reasonSha256: string }
  | { readonly type: 'file-expired' }

export const noFile: UploadedFile = { stage: 'none' }

const toCome = {
  scannedBy: null,
  checkedAt: null,
  acceptedBy: null,
  acceptedAt: null,
  approvedBy: null,
  effectiveOn: null,
} as const

export const evolveFile = (state: UploadedFile, event: FileEvent, at: Instant): UploadedFile => {
  if (event.type === 'file-begun') {
    const { type: _, ...begun } = event
    return { ...begun, stage: 'begun', begunAt: at, ...toCome }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'file-checked':
      return { ...state, stage: 'checked', scannedBy: event.scannedBy, checkedAt: at }
    case 'file-accepted':
      return { ...state, stage: 'accepted', acceptedBy: event.by, acceptedAt: at }
    case 'file-approved':
      return { ...state, stage: 'approved', approvedBy: event.by, effectiveOn: event.effectiveOn }
    case 'file-declined':
      return { ...state, stage: 'declined' }
    case 'file-expired':
      return { ...state, stage: 'expired' }
  }
}

const quarantineMs = 30 * 24 * 60 * 60 * 1000

type Stated = Omit<Extract<FileEvent, { type: 'file-begun' }>, 'type' | 'until'>

/** Begins a file as its bringer states it. Whether the statement is true is seen when it has arrived. */
export const beginFile = (stated: Stated, at: Instant): Result<readonly FileEvent[], Refusal<'does-not-fit'>> => {
  const { bytes, number, purpose } = stated
  const { versioned, name } = aboutFilePurpose[purpose]
  if (bytes > maxFileBytes)
    return refuse({
      kind: 'does-not-fit',
      what: 'bytes',
      given: String(bytes),
      needs: `${maxFileBytes} at most`,
      why: {
        ja: `ファイルが大きすぎます。お預かりできるのは 20 MB（${maxFileBytes.toLocaleString('en-US')} バイト）までです。分けるか、解像度を下げてお送りください。`,
        en: `The file is too large: 20 MB (${maxFileBytes} bytes) at most. Split it or lower its resolution.`,
      },
    })
  if (versioned !== (number !== null))
    return refuse({
      kind: 'does-not-fit',
      what: 'number',
      given: String(number),
      needs: versioned ? 'the number of the version' : 'none',
      why: versioned
        ? { ja: `${name.ja}には版の番号を付けてください。`, en: `A ${name.en} needs the number of its version.` }
        : { ja: `${name.ja}に版の番号はありません。`, en: `A ${name.en} has no number.` },
    })
  return ok([{ type: 'file-begun', ...stated, until: later(at, quarantineMs) }])
}

type Decided<More extends 'out-of-order' | 'second-person-needed' = never> = Result<
  readonly FileEvent[],
  Refusal<'wrong-stage' | More>
>

const notIn = (state: ExistingFile, needs: readonly FileStage[], at: Instant): Refusal<'wrong-stage'> | undefined => {
  const stage = isInQuarantine(state) && at > state.until ? 'expired' : state.stage
  return needs.includes(stage) ? undefined : { kind: 'wrong-stage', what: 'file', stage, needs }
}

/** Says that it arrived as stated, and that nothing was found in it. */
export const checkFile = (state: ExistingFile, scannedBy: FileScanner, at: Instant): Decided => {
  const wrong = notIn(state, ['begun'], at)
  return wrong ? refuse(wrong) : ok([{ type: 'file-checked', scannedBy }])
}

/** A person takes it for its purpose. */
export const acceptFile = (state: ExistingFile, by: string, at: Instant): Decided => {
  const wrong = notIn(state, ['checked'], at)
  return wrong ? refuse(wrong) : ok([{ type: 'file-accepted', by }])
}

/** A second person puts a version in force, from today at the earliest: what was told cannot have been told before. */
export const approveFile = (
  state: ExistingFile,
  { by, effectiveOn }: { readonly by: string; readonly effectiveOn: PlainDate },
  { at, today }: { readonly at: Instant; readonly today: PlainDate },
): Decided<'out-of-order' | 'second-person-needed'> => {
  const isVersioned = aboutFilePurpose[state.purpose].versioned
  const wrong = notIn(state, isVersioned ? ['accepted'] : [], at)
  if (wrong) return refuse(wrong)
  if (by === state.begunBy || by === state.acceptedBy) return refuse({ kind: 'second-person-needed' })
  if (effectiveOn < today)
    return refuse({ kind: 'out-of-order', what: 'effectiveOn', given: effectiveOn, notBefore: today })
  return ok([{ type: 'file-approved', by, effectiveOn }])
}

/** A person does not want it: it goes with the quarantine. */
export const declineFile = (
  state: ExistingFile,
  { by, reasonSha256 }: { readonly by: string; readonly reasonSha256: string },
  at: Instant,
): Decided => {
  const wrong = notIn(state, ['begun', 'checked'], at)
  return wrong ? refuse(wrong) : ok([{ type: 'file-declined', by, reasonSha256 }])
}

/** True while it lies in quarantine and waits for somebody. */
export const isInQuarantine = ({ stage }: ExistingFile): boolean => stage === 'begun' || stage === 'checked'

/** Time has come to it: nobody took it in thirty days. */
export const expireFile = (state: ExistingFile, at: Instant): readonly FileEvent[] =>
  isInQuarantine(state) && at > state.until ? [{ type: 'file-expired' }] : []

/** Place of its bytes: the same name in quarantine and in the vault. */
export const fileName = ({ entityId, fileId }: Pick<ExistingFile, 'entityId' | 'fileId'>): string =>
  `files/${entityId}/${fileId}`

/** Version of a document that counts on a day: the latest in force; undefined where none is. */
export const inForceOn = (files: readonly ExistingFile[], purpose: FilePurpose, today: PlainDate) =>
  files
    .filter((one) => one.purpose === purpose && one.effectiveOn !== null && one.effectiveOn <= today)
    .toSorted((one, other) =>
      one.effectiveOn === other.effectiveOn
        ? (one.number ?? 0) - (other.number ?? 0)
        : (one.effectiveOn ?? '') < (other.effectiveOn ?? '')
          ? -1
          : 1,
    )
    .at(-1)
