import type { AggregateKind, EventOf } from '../shapes/aggregates.ts'
import type { Owed } from './entries.ts'

type Owes = Omit<Owed, 'id'>
type Event = EventOf<AggregateKind>

const mailTo =
  (to: string) =>
  (template: string): Owes => ({ to, by: 'mail', template })
const sme = mailTo('sme')
const reseller = mailTo('reseller')
const entity = mailTo('entity')
const people = mailTo('people')
const work = (template: string): Owes => ({ to: 'worker', by: 'work', template })

const listing = work('list-contract')
const sealing = [work('seal-contract'), sme('signed-papers')] as const

/** Outbox entries that an event owes whatever it says. */
const always: { readonly [Type in Event['type']]?: readonly Owes[] } = {
  'reseller-invited': [reseller('reseller-invited')],
  'reseller-restricted': [reseller('reseller-restricted')],
  'restriction-lifted': [reseller('restriction-lifted')],
  'contract-drafted': [listing],
  'contract-revised': [listing],
  'cancellation-withdrawn': [listing],
  'cancellation-confirmed': [listing],
  'contract-offered': [sme('signing-link'), listing],
  'contract-signed': [sme('contract-signed'), listing, ...sealing, people('signature')],
  'attestation-confirmed': [listing, ...sealing],
  'attestation-disputed': [listing, people('dispute')],
  'attestation-kept': [sme('dispute-answered'), listing],
  'attestation-corrected': [sme('dispute-answered'), listing],
  'archive-disposed': [work('empty-vault')],
  'takeover-opened': [sme('takeover-notice')],
  'takeover-notice-sent-again': [sme('takeover-notice')],
  'takeover-settled': [sme('takeover-settled'), listing],
  'confirmation-asked': [sme('attestation-to-confirm')],
  'link-reminded': [sme('link-reminder'), people('link-unsigned')],
  'link-bounced': [people('link-bounce')],
  'contact-change-stopped': [people('contact-change')],
  'contact-change-unheard': [people('contact-change')],
  'own-link-sent': [sme('own-link')],
  'link-sent-again': [sme('link-again')],
  'code-letter-asked': [sme('code-letter-asked')],
  'renewal-announced': [sme('renewal-announced')],
  'sme-succeeded': [sme('sme-succeeded'), listing],
  'contract-renewed': [sme('contract-renewed'), listing],
  'term-begun': [listing],
  'cancellation-requested': [sme('cancellation-requested'), listing, people('wish-to-leave')],
  'consent-given': [sme('consent-receipt')],
  'consent-withdrawn': [sme('consent-receipt'), people('consent-withdrawal')],
  'discontinuance-approved': [work('take-over-contracts'), reseller('reseller-discontinued')],
  'tally-asked': [work('tally-takeovers')],
  'obligation-escalated': [entity('obligation-escalated'), people('obligation-late')],
  'requirements-found-past-due': [people('requirement-due')],
  'exception-asked': [people('exception-request')],
  'concern-raised': [people('concern')],
  'submission-sent': [people('submission-arrival')],
  'submission-returned': [people('report-answer')],
  'submission-acknowledged': [people('report-answer')],
  'export-cleared': [work('clear-export')],
}

const workOfOperation: Readonly<Record<string, string>> = {
  importContracts: 'import-contracts',
  rehearseImport: 'rehearse-import',
  recountContracts: 'recount-contracts',
  relistContracts: 'relist-contracts',
  exportHoldings: 'export-holdings',
  drillTakeover: 'drill-takeover',
  workOnTakeovers: 'work-on-takeovers',
  moveContracts: 'work-on-takeovers',
  recordFormReading: 'record-form-reading',
}

const where = (so: unknown, ...owed: readonly Owes[]): readonly Owes[] => (so ? owed : [])

/** Outbox entries that an event owes, by the event alone, in the order in which it lists them. */
export const deliveriesOwedBy = (event: Event): readonly Owes[] => {
  switch (event.type) {
    case 'member-named':
      if (event.elsewhere) return [{ to: 'person', by: 'mail', template: 'invited-elsewhere' }]
      return where(event.elsewhereSha256, { to: 'person', by: 'mail', template: 'named-elsewhere' })
    case 'signing-code-requested':
      return [{ to: 'sme', by: event.by ?? 'sms', template: 'signing-code' }]
    case 'contract-attested':
      return [
        ...where(event.confirmBy, sme('attestation-to-confirm')),
        ...where(event.tellsOfRecord, sme('attestation-recorded')),
        listing,
      ]
    case 'contract-amended':
    case 'amendment-signed':
      return [
        sme('contract-amended'),
        ...where(event.contactBefore !== undefined, sme('contact-changed')),
        listing,
        ...where(event.type === 'amendment-signed', ...sealing),
      ]
    case 'contact-change-proposed': {
      const by = event.waits?.byPhone
      return [
        ...where(event.waits?.byMail, sme('contact-change-announced')),
        ...(by ? [{ to: 'sme', by, template: 'contact-change-told' }] : []),
      ]
    }
    case 'contract-ended': {
      const told = event.ending === 'endedInTakeover' || event.onRecordOnly
      return [...where(!told, sme('contract-ended')), listing, work('set-retention')]
    }
    case 'discontinuance-proposed':
      return [...where(event.restriction === 'asked', entity('restriction-asked')), people('proposal-to-approve')]
    case 'contract-voided':
      return [listing, ...where(event.reason === 'declined', people('refusal-to-sign'))]
    case 'amendment-withdrawn':
      return where(event.reason === 'declined', people('refusal-to-sign'))
    case 'signing-code-refused':
      return where(event.lastTry, people('codes-exhausted'))
    case 'operation-accepted':
      return [work(workOfOperation[event.kind] ?? event.kind)]
    default:
      return always[event.type] ?? []
  }
}
