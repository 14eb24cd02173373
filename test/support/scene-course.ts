import type { RouteName } from '../../shared/api/routes/index.ts'
import type { contactRoutes } from '../../shared/api/routes/contact.ts'
import type { disputeRoutes } from '../../shared/api/routes/disputes.ts'
import type { courseRoutes } from '../../shared/api/routes/lifecycle.ts'
import type { ownRoutes } from '../../shared/api/routes/own.ts'
import type { untoldRoutes } from '../../shared/api/routes/untold.ts'
import { wish } from './cancelling.ts'
import { draft, explanation } from './parties.ts'
import { speaker } from './signing.ts'

type CourseRoute =
  | keyof typeof courseRoutes
  | keyof typeof ownRoutes
  | keyof typeof disputeRoutes
  | keyof typeof contactRoutes
  | keyof typeof untoldRoutes
type Sample = { readonly path: string; readonly body?: unknown }

/** An amendment of a contract with the SME and the first day it already has. */
export const amendment = (serviceId: `svc_${string}`, n: number, startOn: string, more: object = {}) => {
  const { sme, terms } = draft(serviceId, { n })
  return {
    sme,
    terms: { ...terms, startOn, monthlyFeeExTaxYen: 9_900 },
    kind: 'amendment',
    version: 'asSigned',
    reason: '端末が増えたため',
    askedBy: '社長',
    ...more,
  }
}

/** A new contact of an SME that can sign nothing any more, as two people of the implementing entity vouch for it. */
export const lostContact = (on: string, more: object = {}) => ({
  signatory: { name: '髙橋 次郎', title: '代表取締役', mail: 'jiro@new.example.jp', phone: '090-9999-0001' },
  ground: 'lost',
  evidence: {
    kind: 'visit',
    on,
    by: { name: '結城 京子', title: '課長' },
    what: '本社を訪ね、代表者の名刺と登記事項証明書を確かめた。',
  },
  ...more,
})

const asked = { askedBy: '社長', how: 'phone' }

/** A sample for every line about what happens to a live contract. */
export const courseSamples = (of: {
  readonly live: string
  readonly serviceId: `svc_${string}`
  readonly n: number
  readonly today: string
  readonly stopLink: string
}): Record<CourseRoute | 'readLinkSender', Sample> & Partial<Record<RouteName, Sample>> => {
  const contract = `/v1/contracts/${of.live}`
  return {
    readLinkSender: { path: '/v1/signing/sender', body: { link: of.stopLink } },
    proposeAmendment: { path: `${contract}/amendments`, body: amendment(of.serviceId, of.n, of.today) },
    explainAmendment: { path: `${contract}/amendments/explain`, body: explanation(of.today) },
    offerAmendment: { path: `${contract}/amendments/offer`, body: {} },
    withdrawAmendment: { path: `${contract}/amendments/withdraw` },
    getDifferences: { path: `${contract}/amendments/differences` },
    getProposedDisclosure: { path: `${contract}/amendments/disclosure` },
    getProposedDisclosurePage: { path: `${contract}/amendments/disclosure.html` },
    proposeContactChange: { path: `${contract}/contact-change`, body: lostContact(of.today) },
    approveContactChange: { path: `${contract}/contact-change/approve` },
    withdrawContactChange: { path: `${contract}/contact-change/withdraw` },
    getContactChange: { path: `${contract}/contact-change` },
    stopContactChange: { path: '/v1/signing/contact-change/stop', body: { link: of.stopLink } },
    listUntoldLetters: { path: '/v1/untold-letters' },
    tellLetter: {
      path: `${contract}/letters/${'0'.repeat(24)}/tell`,
      body: { by: 'phone', on: of.today, spokeTo: '社長' },
    },
    printCodeLetter: { path: `${contract}/code-letter/print`, body: {} },
    getCodeLetter: { path: `${contract}/code-letter.pdf` },
    requestCancellation: { path: `${contract}/request-cancellation`, body: wish(of.today) },
    withdrawCancellation: { path: `${contract}/withdraw-cancellation` },
    cancelContract: { path: `${contract}/cancel`, body: { penaltyExTaxYen: 0 } },
    terminateContract: {
      path: `${contract}/terminate`,
      body: { ground: 'agreed', on: of.today, warned: null, words: '双方の合意により終わりにする。', by: '結城' },
    },
    annulContract: { path: `${contract}/annul`, body: { words: '権限のない人が結んだ。', by: '結城' } },
    listDisputes: { path: '/v1/disputes' },
    listSharedContacts: { path: '/v1/shared-contacts' },
    getSharedContacts: { path: `${contract}/shared-contacts` },
    correctRecord: {
      path: `${contract}/dispute/correct`,
      body: { terms: { terminals: 4 }, answer: 'ご指摘のとおり、台数を4台に直しました。' },
    },
    keepRecord: { path: `${contract}/dispute/keep`, body: { answer: '契約書の写しのとおり、5台です。' } },
    askConfirmation: { path: `${contract}/ask-confirmation`, body: {} },
    sendOwnLink: { path: `${contract}/send-own-link`, body: {} },
    giveConsent: { path: `${contract}/consents`, body: { kind: 'positionTransfer', ...asked } },
    withdrawConsent: { path: `${contract}/consents/withdraw`, body: { kind: 'remoteSupport', ...asked } },
    listConsents: { path: `${contract}/consents` },
    readSigningDifferences: { path: '/v1/signing/differences' },
    signAmendment: {
      path: '/v1/signing/sign-amendment',
      body: { documentSha256: 'a'.repeat(64), acknowledged: [], signer: { name: '髙橋 花子', title: '社長' } },
    },
    readOwnContract: { path: '/v1/signing/contract' },
    readOwnPapers: { path: '/v1/signing/papers' },
    downloadOwnPaper: { path: '/v1/signing/papers/contract-0006.pdf' },
    giveOwnConsent: { path: '/v1/signing/consents', body: { kind: 'positionTransfer', signer: speaker } },
    withdrawOwnConsent: { path: '/v1/signing/consents/withdraw', body: { kind: 'remoteSupport', signer: speaker } },
    requestOwnCancellation: {
      path: '/v1/signing/request-cancellation',
      body: { on: of.today, reason: '移転のため', signer: speaker },
    },
    confirmOwnCancellation: { path: '/v1/signing/cancel', body: { penaltyExTaxYen: 0, signer: speaker } },
    withdrawOwnCancellation: { path: '/v1/signing/withdraw-cancellation', body: { signer: speaker } },
  }
}
