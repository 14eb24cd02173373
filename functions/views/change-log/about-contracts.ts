import type { Ending } from '../../../shared/domain/contract/contract-words.ts'
import * as closed from './closed-words.ts'
import { atOnce, entered, follows, from, said, unasked, type About } from './why.ts'

/** Where the reason for an end lies; a term that was over has none. */
const paperOfEnding: Readonly<Record<Ending, string>> = {
  cancelledBySme: 'cancellation',
  endedInTakeover: 'cancellation',
  expired: 'none',
  terminated: 'termination',
  annulled: 'annulment',
}

const byLink = atOnce(unasked)
const byTime = (words: string) => atOnce(follows(words))

/** When and why, of each event of a contract. */
export const aboutContracts: About['contract'] = {
  'amendment-proposed': from(({ deal }) => deal.startOn, entered('proposal', 'reason')),
  'amendment-signed': from(({ signedOn }) => signedOn),
  'amendment-withdrawn': atOnce(said(({ reason }) => closed.withdrawals[reason])),
  'attestation-confirmed': byLink,
  'attestation-corrected': atOnce(entered('dispute-answer', 'answer')),
  'attestation-disputed': atOnce(entered('dispute', 'what')),
  'attestation-kept': atOnce(entered('dispute-answer', 'answer')),
  'cancellation-confirmed': atOnce(unasked),
  'cancellation-requested': from(({ on }) => on, entered('cancellation', ['reason', 'ground'])),
  'cancellation-withdrawn': atOnce(unasked),
  'confirmation-asked': atOnce(follows('書面で結ばれた契約の記録は、本人に確かめる')),
  'consent-given': atOnce(unasked),
  'consent-withdrawn': atOnce(unasked),
  'contact-change-proposed': from(({ waits }) => waits?.from, entered('contact-change', 'evidence.what', 'house')),
  'contact-change-withdrawn': atOnce(unasked),
  'contact-verified': atOnce(entered('contact-change', 'evidence.what', 'house')),
  'contact-change-stopped': byTime('これまでの連絡先からの差止め'),
  'contact-change-unheard': byTime('これまでの連絡先にお知らせが届かなかった'),
  'contract-amended': atOnce(entered('proposal', 'reason')),
  'sme-succeeded': from(({ on }) => on, entered('succession', 'evidence.description')),
  'sme-conflict-settled': atOnce(follows('1契約者につき1契約（第2章1.(6)）')),
  'contract-attested': from(({ signedOn }) => signedOn),
  'contract-drafted': from(({ deal }) => deal.startOn),
  'contract-ended': from(
    ({ on }) => on,
    entered(({ ending }) => paperOfEnding[ending], ['reason', 'words']),
  ),
  'contract-explained': from(({ explanation }) => explanation.on),
  'contract-offered': byLink,
  'contract-renewed': from(({ deal }) => deal.startOn),
  'contract-revised': from(({ deal }) => deal.startOn),
  'contract-signed': from(({ signedOn }) => signedOn),
  'contract-voided': atOnce(said(({ reason }) => closed.voidings[reason])),
  'emergency-supported': from(
    ({ startedAt }) => startedAt,
    entered('support', ['summary', 'setUpReason', 'deviation']),
  ),
  'form-read': from(({ readOn }) => readOn),
  'incident-told': from(({ toldAt }) => toldAt, entered('incident', ['summary', 'lateReason', 'deviation'])),
  'incident-telling-judged': atOnce(entered('verdict', 'reason')),
  'letter-told': from(({ on }) => on, entered('letter-told', 'note')),
  'link-sent-again': atOnce(follows('「問い合わせ先の確認」からの、本人の求め')),
  'link-bounced': atOnce(said(({ cause }) => closed.bounceCauses[cause])),
  'link-reminded': byTime('署名の期限の3日前'),
  'code-letter-asked': atOnce(follows('ユーザーの求め')),
  'code-letter-printed': atOnce(follows('ユーザーの求め')),
  'own-link-sent': byLink,
  'renewal-announced': from(({ answerBy }) => answerBy, follows('契約の定めによる更新')),
  'renewal-held': atOnce(
    said(({ departsFrom, wishedOn, unheard }) =>
      departsFrom.length > 0
        ? `次の契約期間が、${departsFrom.join('、')}に沿わない`
        : wishedOn
          ? '解約の申出が確定していない'
          : unheard
            ? '更新の予告が届いていない'
            : null,
    ),
  ),
  'signing-code-accepted': byLink,
  'signing-code-refused': byLink,
  'signing-code-requested': atOnce(follows('ユーザーの求め')),
  'takeover-coverage-noted': from(({ statedAt }) => statedAt, {
    is: 'entered',
    entered: {
      paper: 'coverage',
      says: ['evidence'],
      to: 'house',
      in: ({ operationId }) => operationId && { stream: operationId, name: 'input-0001' },
    },
  }),
  'takeover-notice-bounced': atOnce(said(({ cause }) => closed.bounceCauses[cause])),
  'takeover-notice-sent-again': atOnce(unasked),
  'takeover-opened': from(({ since }) => since, follows('再販協力会社の提供困難（第2章1.(10)）')),
  'takeover-settled': atOnce(unasked),
  'takeover-told': atOnce(entered('told', 'note', 'house')),
  'term-begun': byTime('次の契約期間の初日'),
}
