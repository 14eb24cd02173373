import { entityOnOwn, readersOfOwn } from './patterns.ts'

export const servicePolicy = {
  registerService: entityOnOwn,
  draftServiceVersion: entityOnOwn,
  publishServiceVersion: entityOnOwn,
  recordRegistration: entityOnOwn,
  recordEvidence: entityOnOwn,
  listServices: readersOfOwn,
  getService: readersOfOwn,
  getServiceVersion: readersOfOwn,
} as const
