import { describe, expect, test } from 'vitest'
import type { AggregateKind, EventOf } from '../../shared/domain/aggregates/aggregates.ts'
import { deliveriesOwedBy } from '../../shared/domain/aggregates/delivery.ts'
import { attested, attestedWithoutLink, ended } from './contract/given.ts'
import { sha256 } from './given.ts'

type Event = EventOf<AggregateKind>

/** What each event owes, to whom and by which way. Every event stands here, so that none is forgotten. */
const owed: Record<Event['type'], readonly string[]> = {
  'entity-registered': [],
  'registration-body-registered': [],
  'member-named': [],
  'member-accepted': [],
  'member-role-changed': [],
  'member-suspended': [],
  'member-reinstated': [],
  'member-removed': [],
  'member-erased': [],
  'service-version-drafted': [],
  'service-version-published': [],
  'service-registered': [],
  'evidence-recorded': [],
  'reseller-invited': ['reseller mail reseller-invited'],
  'requirement-met': [],
  'handover-supplied': [],
  'drill-run': [],
  'requirements-found-past-due': ['people mail requirement-due'],
  'reseller-approved': [],
  'resale-authorized': [],
  'resale-authorization-ended': [],
  'reseller-restricted': ['reseller mail reseller-restricted'],
  'restriction-lifted': ['reseller mail restriction-lifted'],
  'reseller-discontinued': [],
  'contract-drafted': ['worker work list-contract'],
  'contract-revised': ['worker work list-contract'],
  'contract-explained': [],
  'contract-offered': ['sme mail signing-link', 'worker work list-contract'],
  'signing-code-requested': ['sme sms signing-code'],
  'signing-code-refused': [],
  'signing-code-accepted': [],
  'contract-signed': [
    'sme mail contract-signed',
    'worker work list-contract',
    'worker work seal-contract',
    'sme mail signed-papers',
    'people mail signature',
  ],
  'contract-attested': ['worker work list-contract'],
  'attestation-confirmed': ['worker work list-contract', 'worker work seal-contract', 'sme mail signed-papers'],
  'attestation-disputed': ['worker work list-contract', 'people mail dispute'],
  'attestation-kept': ['sme mail dispute-answered', 'worker work list-contract'],
  'attestation-corrected': ['sme mail dispute-answered', 'worker work list-contract'],
  'contract-voided': ['worker work list-contract'],
  'contract-ended': ['sme mail contract-ended', 'worker work list-contract', 'worker work set-retention'],
  'amendment-proposed': [],
  'amendment-withdrawn': [],
  'amendment-signed': [
    'sme mail contract-amended',
    'worker work list-contract',
    'worker work seal-contract',
    'sme mail signed-papers',
  ],
  'contact-change-proposed': [],
  'contact-change-withdrawn': [],
  'contact-change-stopped': ['people mail contact-change'],
  'contact-change-unheard': ['people mail contact-change'],
  'contact-verified': [],
  'letter-told': [],
  'link-bounced': ['people mail link-bounce'],
  'link-reminded': ['sme mail link-reminder', 'people mail link-unsigned'],
  'contract-amended': ['sme mail contract-amended', 'worker work list-contract'],
  'renewal-announced': ['sme mail renewal-announced'],
  'renewal-held': [],
  'contract-renewed': ['sme mail contract-renewed', 'worker work list-contract'],
  'term-begun': ['worker work list-contract'],
  'cancellation-requested': [
    'sme mail cancellation-requested',
    'worker work list-contract',
    'people mail wish-to-leave',
  ],
  'cancellation-withdrawn': ['worker work list-contract'],
  'cancellation-confirmed': ['worker work list-contract'],
  'consent-given': ['sme mail consent-receipt'],
  'consent-withdrawn': ['sme mail consent-receipt', 'people mail consent-withdrawal'],
  'confirmation-asked': ['sme mail attestation-to-confirm'],
  'own-link-sent': ['sme mail own-link'],
  'link-sent-again': ['sme mail link-again'],
  'code-letter-asked': ['sme mail code-letter-asked'],
  'code-letter-printed': [],
  'incident-told': [],
  'form-read': [],
  'incident-telling-judged': [],
  'emergency-supported': [],
  'takeover-opened': ['sme mail takeover-notice'],
  'takeover-told': [],
  'takeover-notice-bounced': [],
  'takeover-notice-sent-again': ['sme mail takeover-notice'],
  'takeover-settled': ['sme mail takeover-settled', 'worker work list-contract'],
  'takeover-coverage-noted': [],
  'discontinuance-proposed': ['people mail proposal-to-approve'],
  'restriction-confirmed': [],
  'discontinuance-lapsed': [],
  'discontinuance-withdrawn': [],
  'discontinuance-approved': ['worker work take-over-contracts', 'reseller mail reseller-discontinued'],
  'list-frozen': [],
  'list-reached': [],
  'late-contract-joined': [],
  'takeover-set-back': [],
  'tally-asked': ['worker work tally-takeovers'],
  'discontinuance-closed': [],
  'concern-raised': ['people mail concern'],
  'concern-dismissed': [],
  'concern-proposed': [],
  'obligation-fulfilled': [],
  'obligation-waived': [],
  'obligation-unheard': [],
  'obligation-escalated': ['entity mail obligation-escalated', 'people mail obligation-late'],
  'submission-drafted': [],
  'submission-sent': ['people mail submission-arrival'],
  'submission-returned': ['people mail report-answer'],
  'submission-acknowledged': ['people mail report-answer'],
  'operation-accepted': ['worker work import-contracts'],
  'operation-listed': [],
  'operation-advanced': [],
  'operation-finished': [],
  'export-cleared': ['worker work clear-export'],
  'exception-asked': ['people mail exception-request'],
  'exception-approved': [],
  'exception-declined': [],
  'exception-withdrawn': [],
  'sme-succeeded': ['sme mail sme-succeeded', 'worker work list-contract'],
  'sme-conflict-settled': [],
  'sme-identity-asked': [],
  'sme-identity-given': [],
  'sme-identity-declined': [],
  'sme-identity-succeeded': [],
  'redisclosure-opened': [],
  'redisclosure-noted': [],
  'redisclosure-closed': [],
  'retention-years-set': [],
  'approval-window-set': [],
  'obligation-settings-set': [],
  'entity-letterhead-stated': [],
  'reseller-letterhead-stated': [],
  'papers-sealed': [],
  'papers-not-printable': [],
  'retention-set': [],
  'hold-placed': [],
  'hold-lifted': [],
  'archive-disposed': ['worker work empty-vault'],
  'file-begun': [],
  'file-checked': [],
  'file-accepted': [],
  'file-approved': [],
  'file-declined': [],
  'file-expired': [],
}
const owedBy = (event: Event) => deliveriesOwedBy(event).map(({ to, by, template }) => `${to} ${by} ${template}`)
const bare = (type: string): Event => ({ type, kind: 'importContracts' }) as unknown as Event

describe('what an event owes', () => {
  test.each(Object.entries(owed))('%s: %j', (type, deliveries) => expect(owedBy(bare(type))).toEqual(deliveries))

  test('an attested contract owes a letter where the SME is to confirm it', () => {
    expect(owedBy(attested)).toEqual(['sme mail attestation-to-confirm', 'worker work list-contract'])
    expect(owedBy(attestedWithoutLink)).toEqual(['worker work list-contract'])
  })

  test('a contract that ended in its takeover owes work and no letter: its SME was written to when that was settled', () => {
    expect(owedBy({ ...ended, ending: 'endedInTakeover' })).toEqual([
      'worker work list-contract',
      'worker work set-retention',
    ])
    for (const ending of ['cancelledBySme', 'expired', 'terminated', 'annulled'] as const)
      expect(owedBy({ ...ended, ending })).toEqual([
        'sme mail contract-ended',
        'worker work list-contract',
        'worker work set-retention',
      ])
  })

  test('people of the seller are told where an SME declines, and where the last code was wrong, and of no other end', () => {
    const list = 'worker work list-contract'
    for (const [type, listed] of [
      ['contract-voided', [list]],
      ['amendment-withdrawn', []],
    ] as const) {
      expect(owedBy({ type, reason: 'declined' })).toEqual([...listed, 'people mail refusal-to-sign'])
      expect(owedBy({ type, reason: 'withdrawn' })).toEqual(listed)
    }
    expect(owedBy({ type: 'signing-code-refused', lastTry: true })).toEqual(['people mail codes-exhausted'])
    expect(owedBy({ type: 'signing-code-refused' })).toEqual([])
  })

  test('an operation owes the work it is named for', () => {
    const accepted = {
      type: 'operation-accepted',
      operationId: 'opr_01k6d2q0000000000000000009',
      entityId: 'ent_01k6d2q0000000000000000001',
      owner: 'ent_01k6d2q0000000000000000001',
      kind: 'recountContracts',
      total: 0,
      inputSha256: sha256('a'),
    } as const
    expect(owedBy(accepted)).toEqual(['worker work recount-contracts'])
    expect(owedBy({ ...accepted, kind: 'drillTakeover' })).toEqual(['worker work drill-takeover'])
    expect(owedBy({ ...accepted, kind: 'relistContracts' })).toEqual(['worker work relist-contracts'])
    for (const kind of ['workOnTakeovers', 'moveContracts'] as const)
      expect(owedBy({ ...accepted, kind })).toEqual(['worker work work-on-takeovers'])
  })
})
