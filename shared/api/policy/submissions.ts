import { addressees, entityOnOwn, sendersAndAddressees } from './patterns.ts'

export const submissionPolicy = {
  listSubmissions: sendersAndAddressees,
  getSubmission: sendersAndAddressees,
  sendSubmission: entityOnOwn,
  acknowledgeSubmission: addressees,
  returnSubmission: addressees,
} as const
