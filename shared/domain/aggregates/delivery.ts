import type { AggregateKind, EventOf } from './aggregates.ts'
import type { CodeWay } from '../phone.ts'
import type { OperationKind } from '../platform/operation.ts'
import type { NoticeTopic } from '../notices/topics.ts'

/** Outbox entry of an event: a letter, a code, or work for one of the platform's own workers. */
export type Delivery =
  | { readonly to: 'sme'; readonly by: 'mail'; readonly template: SmeLetter }
  | { readonly to: 'sme'; readonly by: CodeWay; readonly template: 'signing-code' | 'contact-change-told' }
  | { readonly to: 'reseller'; readonly by: 'mail'; readonly template: ResellerLetter }
  | { readonly to: 'entity'; readonly by: 'mail'; readonly template: EntityLetter }
  | { readonly to: 'person'; readonly by: 'mail'; readonly template: 'named-elsewhere' | 'invited-elsewhere' }
  | { readonly to: 'people'; readonly by: 'mail'; readonly template: NoticeTopic }
  | { readonly to: 'worker'; readonly by: 'work'; readonly template: Work }

/** Message to a person, as against work: a letter, or a code. */
export type Notification = Exclude<Delivery, { readonly by: 'work' }>
/** The ways a letter goes. */
export type ChannelName = Notification['by']
export const channelNames = ['mail', 'sms', 'voice'] as const satisfies readonly ChannelName[]
/** The ways an implementing entity is written to. */
export type EntityChannel = Extract<Notification, { readonly to: 'entity' }>['by']

export const entityLetters = ['obligation-escalated', 'restriction-asked'] as const
type EntityLetter = (typeof entityLetters)[number]

export const resellerLetters = [
  'reseller-invited',
  'reseller-restricted',
  'restriction-lifted',
  'reseller-discontinued',
] as const
export type ResellerLetter = (typeof resellerLetters)[number]
export const smeLetters = [
  'signing-link',
  'link-reminder',
  'attestation-to-confirm',
  'attestation-recorded',
  'dispute-answered',
  'contract-signed',
  'signed-papers',
  'takeover-notice',
  'takeover-settled',
  'own-link',
  'link-again',
  'code-letter-asked',
  'contract-amended',
  'sme-succeeded',
  'contact-change-announced',
  'contact-changed',
  'renewal-announced',
  'contract-renewed',
  'cancellation-requested',
  'contract-ended',
  'consent-receipt',
] as const
export type SmeLetter = (typeof smeLetters)[number]
export const works = [
  'import-contracts',
  'rehearse-import',
  'recount-contracts',
  'relist-contracts',
  'export-holdings',
  'clear-export',
  'take-over-contracts',
  'tally-takeovers',
  'drill-takeover',
  'work-on-takeovers',
  'record-form-reading',
  'list-contract',
  'seal-contract',
  'set-retention',
  'empty-vault',
] as const
export type Work = (typeof works)[number]

const toSme = (template: SmeLetter): readonly Delivery[] => [{ to: 'sme', by: 'mail', template }]
const toReseller = (template: ResellerLetter): readonly Delivery[] => [{ to: 'reseller', by: 'mail', template }]
const toEntity = (template: EntityLetter): readonly Delivery[] => [{ to: 'entity', by: 'mail', template }]
/** A notice to the people of the organizations concerned: each has it as it chose. */
const toPeople = (template: NoticeTopic): readonly Delivery[] => [{ to: 'people', by: 'mail', template }]
const toWorker = (template: Work): readonly Delivery[] => [{ to: 'worker', by: 'work', template }]

const workOf = {
  importContracts: 'import-contracts',
  rehearseImport: 'rehearse-import',
  recountContracts: 'recount-contracts',
  relistContracts: 'relist-contracts',
  exportHoldings: 'export-holdings',
  drillTakeover: 'drill-takeover',
  workOnTakeovers: 'work-on-takeovers',
  moveContracts: 'work-on-takeovers',
  recordFormReading: 'record-form-reading',
} as const satisfies Record<OperationKind, Work>

/**
 * True for a delivery that a worker takes: work, or a letter that brings a printed document, which only the worker can
 * print.
 */
export const isForWorker = (delivery: Delivery): boolean => delivery.by === 'work' || isPrinted(delivery)

/** Letters that bring a printed document, or the sealed one. */
export const isPrinted = ({ template }: Delivery): boolean =>
  template === 'takeover-notice' || template === 'signed-papers'

/** Work of sealing what an SME agreed to, and the letter that brings it: a worker does one after the other. */
const toBeSealed: readonly Delivery[] = [...toWorker('seal-contract'), ...toSme('signed-papers')]

/** Work of listing a contract anew, since what it is found by has changed. */
const toBeListed = toWorker('list-contract')

/** The letters and the work an event owes. It keeps the list, and is marked until every entry has a receipt. */
export const deliveriesOwedBy = (event: EventOf<AggregateKind>): readonly Delivery[] => {
  switch (event.type) {
    case 'member-named':
      if (event.elsewhere) return [{ to: 'person', by: 'mail', template: 'invited-elsewhere' }]
      return event.elsewhereSha256 ? [{ to: 'person', by: 'mail', template: 'named-elsewhere' }] : []
    case 'reseller-invited':
      return toReseller('reseller-invited')
    case 'reseller-restricted':
      return toReseller('reseller-restricted')
    case 'restriction-lifted':
      return toReseller('restriction-lifted')
    case 'contract-drafted':
    case 'contract-revised':
    case 'cancellation-withdrawn':
    case 'cancellation-confirmed':
      return toBeListed
    case 'contract-offered':
      return [...toSme('signing-link'), ...toBeListed]
    case 'signing-code-requested':
      return [{ to: 'sme', by: event.by ?? 'sms', template: 'signing-code' }]
    case 'contract-signed':
      return [...toSme('contract-signed'), ...toBeListed, ...toBeSealed, ...toPeople('signature')]
    case 'contract-voided':
      return [...toBeListed, ...(event.reason === 'declined' ? toPeople('refusal-to-sign') : [])]
    case 'amendment-withdrawn':
      return event.reason === 'declined' ? toPeople('refusal-to-sign') : []
    case 'link-reminded':
      return [...toSme('link-reminder'), ...toPeople('link-unsigned')]
    case 'link-bounced':
      return toPeople('link-bounce')
    case 'signing-code-refused':
      return event.lastTry ? toPeople('codes-exhausted') : []
    case 'requirements-found-past-due':
      return toPeople('requirement-due')
    case 'exception-asked':
      return toPeople('exception-request')
    case 'concern-raised':
      return toPeople('concern')
    case 'submission-sent':
      return toPeople('submission-arrival')
    case 'submission-returned':
    case 'submission-acknowledged':
      return toPeople('report-answer')
    case 'attestation-confirmed':
      return [...toBeListed, ...toBeSealed]
    case 'attestation-disputed':
      return [...toBeListed, ...toPeople('dispute')]
    case 'attestation-kept':
    case 'attestation-corrected':
      return [...toSme('dispute-answered'), ...toBeListed]
    case 'archive-disposed':
      return toWorker('empty-vault')
    case 'contract-attested':
      return [
        ...(event.confirmBy ? toSme('attestation-to-confirm') : []),
        ...(event.tellsOfRecord ? toSme('attestation-recorded') : []),
        ...toBeListed,
      ]
    case 'takeover-opened':
    case 'takeover-notice-sent-again':
      return toSme('takeover-notice')
    case 'takeover-settled':
      return [...toSme('takeover-settled'), ...toBeListed]
    case 'confirmation-asked':
      return toSme('attestation-to-confirm')
    case 'own-link-sent':
      return toSme('own-link')
    case 'link-sent-again':
      return toSme('link-again')
    case 'code-letter-asked':
      return toSme('code-letter-asked')
    case 'amendment-signed':
      return [
        ...toSme('contract-amended'),
        ...(event.contactBefore === undefined ? [] : toSme('contact-changed')),
        ...toBeListed,
        ...toBeSealed,
      ]
    case 'contract-amended':
      return [
        ...toSme('contract-amended'),
        ...(event.contactBefore === undefined ? [] : toSme('contact-changed')),
        ...toBeListed,
      ]
    case 'contact-change-proposed': {
      const { byMail = false, byPhone = null } = event.waits ?? {}
      return [
        ...(byMail ? toSme('contact-change-announced') : []),
        ...(byPhone ? [{ to: 'sme', by: byPhone, template: 'contact-change-told' } as const] : []),
      ]
    }
    case 'contact-change-stopped':
    case 'contact-change-unheard':
      return toPeople('contact-change')
    case 'renewal-announced':
      return toSme('renewal-announced')
    case 'contract-renewed':
      return [...toSme('contract-renewed'), ...toBeListed]
    case 'sme-succeeded':
      return [...toSme('sme-succeeded'), ...toBeListed]
    case 'term-begun':
      return toBeListed
    case 'cancellation-requested':
      return [...toSme('cancellation-requested'), ...toBeListed, ...toPeople('wish-to-leave')]
    case 'contract-ended':
      // No letter on an end inside a takeover: the SME was written to when that was settled.
      return [
        ...(event.ending === 'endedInTakeover' || event.onRecordOnly ? [] : toSme('contract-ended')),
        ...toBeListed,
        ...toWorker('set-retention'),
      ]
    case 'consent-given':
      return toSme('consent-receipt')
    case 'consent-withdrawn':
      return [...toSme('consent-receipt'), ...toPeople('consent-withdrawal')]
    case 'discontinuance-approved':
      return [...toWorker('take-over-contracts'), ...toReseller('reseller-discontinued')]
    case 'tally-asked':
      return toWorker('tally-takeovers')
    case 'discontinuance-proposed':
      return [
        ...(event.restriction === 'asked' ? toEntity('restriction-asked') : []),
        ...toPeople('proposal-to-approve'),
      ]
    case 'obligation-escalated':
      return [...toEntity('obligation-escalated'), ...toPeople('obligation-late')]
    case 'operation-accepted':
      return toWorker(workOf[event.kind])
    case 'export-cleared':
      return toWorker('clear-export')
    default:
      return []
  }
}
