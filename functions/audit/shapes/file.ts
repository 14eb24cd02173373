import type {
  ContractId,
  EntityId,
  FileId,
  Holder,
  Instant,
  PlainDate,
  ResellerId,
  ServiceId,
  SubmissionId,
} from './ids.ts'

export type FileStage = 'begun' | 'checked' | 'accepted' | 'approved' | 'declined' | 'expired'

export type FilePurpose =
  | 'resaleAgreement'
  | 'trainingMaterial'
  | 'trainingProof'
  | 'conformityEvidence'
  | 'serviceTerms'
  | 'insuranceGuide'
  | 'paperContract'
  | 'authorityReceipt'

export type FileScanner = 'builtIn' | 'guardDuty'

/** A file that somebody brings: stated, looked into, and taken by a person for its purpose. */
export type KeptFile = {
  readonly stage: FileStage
  readonly fileId: FileId
  readonly entityId: EntityId
  readonly broughtBy: Holder
  /** Thing it belongs to. */
  readonly of: ResellerId | ServiceId | ContractId | SubmissionId
  readonly purpose: FilePurpose
  readonly number: number | null
  readonly kind: 'pdf' | 'jpeg' | 'png' | 'xlsx' | 'csv'
  readonly bytes: number
  readonly sha256: string
  readonly nameSha256: string
  readonly begunBy: string
  readonly begunAt: Instant
  readonly until: Instant
  readonly scannedBy: FileScanner | null
  readonly checkedAt: Instant | null
  readonly acceptedBy: string | null
  readonly acceptedAt: Instant | null
  readonly approvedBy: string | null
  readonly effectiveOn: PlainDate | null
}

export type UploadedFile = { readonly stage: 'none' } | KeptFile

export type FileEvent =
  | ({ readonly type: 'file-begun' } & Pick<
      KeptFile,
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
