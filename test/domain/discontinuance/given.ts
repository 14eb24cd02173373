import type { ConcernEvent, ExistingConcern } from '../../../shared/domain/discontinuance/concern.ts'
import {
  obligationsFrom,
  usualObligationDays,
  type ObligationCode,
} from '../../../shared/domain/discontinuance/obligation.ts'
import type { SubmissionEvent } from '../../../shared/domain/submission/events.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import {
  after,
  concernId,
  contractOf,
  day,
  discontinuanceId,
  entityId,
  folded,
  kept,
  minutes,
  registrationBodyId,
  resellerId,
  sha256,
  start,
  submissionTo,
} from '../given.ts'
import type { DiscontinuanceEvent, ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

export const proposal = {
  discontinuanceId,
  entityId,
  resellerId,
  ground: 'bankruptcy',
  occurredOn: day('2026-10-01'),
  statementSha256: sha256('a'),
  proposedBy: 'first-person',
  approveBy: after(72 * minutes(60)),
} as const
export const reports = [
  { submissionId: submissionTo(1), to: 'ipa' },
  { submissionId: submissionTo(2), to: registrationBodyId },
] as const

/** What is owed from the instant on, by the usual business days from 1 October 2026. */
export const born = obligationsFrom(start, 'first-person', {
  days: usualObligationDays,
  isHoliday: () => false,
})

export const proposed: DiscontinuanceEvent = { type: 'discontinuance-proposed', ...proposal }
export const approved: DiscontinuanceEvent = {
  type: 'discontinuance-approved',
  approvedBy: 'second-person',
  since: start,
  reports,
}
export const frozen: DiscontinuanceEvent = {
  type: 'list-frozen',
  list: { contracts: 37, voided: 2, sha256: sha256('b') },
}
export const reached: DiscontinuanceEvent = { type: 'list-reached' }
export const late: DiscontinuanceEvent = { type: 'late-contract-joined' }
export const setBack: DiscontinuanceEvent = { type: 'takeover-set-back', contractId: contractOf(1) }
export const withdrawn: DiscontinuanceEvent = { type: 'discontinuance-withdrawn' }
export const lapsed: DiscontinuanceEvent = { type: 'discontinuance-lapsed' }
export const closed: DiscontinuanceEvent = { type: 'discontinuance-closed' }

export const raised: ConcernEvent = {
  type: 'concern-raised',
  concernId,
  entityId,
  resellerId,
  cause: 'noticed',
  ground: 'unreachable',
  statementSha256: sha256('1'),
}
export const dismissed: ConcernEvent = { type: 'concern-dismissed', reasonSha256: sha256('2') }
export const concernProposed: ConcernEvent = { type: 'concern-proposed', discontinuanceId }
export const concernAfter = (...events: readonly ConcernEvent[]): ExistingConcern =>
  kept(folded('concern', [raised, ...events]))

export const caseAfter = (...events: readonly DiscontinuanceEvent[]): ExistingDiscontinuance =>
  kept(folded('discontinuance', [proposed, ...events]))

export const submissionDrafted = (n: 1 | 2): SubmissionEvent => ({
  type: 'submission-drafted',
  submissionId: submissionTo(n),
  kind: 'difficultyReport',
  entityId,
  discontinuanceId,
  to: n === 1 ? 'ipa' : registrationBodyId,
  contentSha256: sha256('c'),
})
export const sent: SubmissionEvent = { type: 'submission-sent', contentSha256: sha256('d') }
export const returned: SubmissionEvent = { type: 'submission-returned', reasonSha256: sha256('e') }
export const acknowledged: SubmissionEvent = { type: 'submission-acknowledged', receiptNumber: 'IPA-2026-001' }

export const submissionAfter = (n: 1 | 2, ...events: readonly SubmissionEvent[]): ExistingSubmission =>
  kept(folded('submission', [submissionDrafted(n), ...events]))

/** A case whose obligations have begun, and what can become of one of them. */
export const begun = { ...approved, obligations: born } as DiscontinuanceEvent
export const byPerson = (code: ObligationCode): DiscontinuanceEvent => ({
  type: 'obligation-fulfilled',
  code,
  by: 'person',
  evidenceSha256: sha256('e'),
})
export const waivedOf = (code: ObligationCode): DiscontinuanceEvent => ({
  type: 'obligation-waived',
  code,
  waivedBy: 'admin',
  reasonSha256: sha256('r'),
})
export const escalated = (code: ObligationCode, dueOn: string): DiscontinuanceEvent => ({
  type: 'obligation-escalated',
  entityId,
  code,
  dueOn: day(dueOn),
})
export const one = (code: ObligationCode, ...events: readonly DiscontinuanceEvent[]) => {
  const found = caseAfter(begun, ...events).obligations?.find((each) => each.code === code)
  if (!found) throw new Error(`no ${code}`)
  return found
}
