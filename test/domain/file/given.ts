import type { FileEvent } from '../../../shared/domain/file/file.ts'
import { instant } from '../../../shared/domain/plain-date.ts'
import { entityId, sha256 } from '../given.ts'

export const fileId = 'fil_01k6d2q000000000000000000f'
export const fileBegun = {
  type: 'file-begun',
  fileId,
  entityId,
  broughtBy: entityId,
  of: 'svc_01k6d2q0000000000000000001',
  purpose: 'serviceTerms',
  number: 1,
  kind: 'pdf',
  bytes: 1_000,
  sha256: sha256('a'),
  nameSha256: sha256('b'),
  begunBy: 'one',
  until: instant('2026-10-31T00:00:00.000Z'),
} as const satisfies FileEvent
export const fileChecked = { type: 'file-checked', scannedBy: 'builtIn' } as const satisfies FileEvent
export const fileAccepted = { type: 'file-accepted', by: 'two' } as const satisfies FileEvent
