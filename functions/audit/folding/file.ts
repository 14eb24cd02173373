import type { FileEvent, UploadedFile } from '../shapes/file.ts'
import type { Instant } from '../shapes/ids.ts'

/** A file after an event. */
export const foldFile = (state: UploadedFile, event: FileEvent, at: Instant): UploadedFile => {
  if (event.type === 'file-begun') {
    const { type: _, ...stated } = event
    const notYet = { scannedBy: null, checkedAt: null, acceptedBy: null, acceptedAt: null }
    return { ...stated, ...notYet, stage: 'begun', begunAt: at, approvedBy: null, effectiveOn: null }
  }
  if (state.stage === 'none') return state
  if (event.type === 'file-checked') return { ...state, stage: 'checked', scannedBy: event.scannedBy, checkedAt: at }
  if (event.type === 'file-accepted') return { ...state, stage: 'accepted', acceptedBy: event.by, acceptedAt: at }
  if (event.type === 'file-approved')
    return { ...state, stage: 'approved', approvedBy: event.by, effectiveOn: event.effectiveOn }
  return { ...state, stage: event.type === 'file-declined' ? 'declined' : 'expired' }
}
