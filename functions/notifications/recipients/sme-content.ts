import { eventOfType } from '../../../shared/domain/aggregates/event-of-type.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { takeoverNotice } from '../../../shared/domain/documents/takeover-notice.ts'
import { openLinkOf } from '../../../shared/domain/contract/link.ts'
import type { Delivery, SmeLetter } from '../../../shared/domain/aggregates/delivery.ts'
import type { Speaker } from '../../../shared/domain/contract/who-spoke.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Letter, Dependencies } from '../../ports/dependencies.ts'
import { numbered } from '../../ports/papers.ts'
import { takenOver } from '../../application/documents/taken-over.ts'
import { papersKeptOf } from '../../application/archive/retention.ts'
import { askUrl, servingUrl } from '../../application/documents/serving-url.ts'
import {
  attestationLetter,
  codeLetterAskedLetter,
  confirmationReminderLetter,
  contractSignedLetter,
  linkReminderLetter,
  recordedLetter,
  signingLinkLetter,
} from '../templates/contract-letters.ts'
import { settledLetter, takeoverLetter, type TakenOver } from '../templates/takeover-letters.ts'
import type { CodeBy, Text } from '../templates/parts.ts'
import {
  amendedLetter,
  amendmentLinkLetter,
  cancellationLetter,
  consentLetter,
  disputeAnsweredLetter,
  endedLetter,
  linkAgainLetter,
  ownLinkLetter,
  renewalAnnouncedLetter,
  renewedLetter,
  succeededLetter,
} from '../templates/course-letters.ts'
import { contactChangeAnnouncedLetter, contactChangedLetter } from '../templates/contact-letters.ts'
import { stillWaits } from './contact-that-waits.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { signedPapersContent } from './signed-papers.ts'
import { papersLinkLetter } from '../templates/papers-letters.ts'
import { nonceSentBy } from '../../application/contracts/nonce-sent.ts'
import { cancellationForm, consentForm, signatureForm } from '../../papers/words-of-smes.ts'
import { annulmentForm, disputeAnswerForm } from '../../papers/words-of-sellers.ts'

type SmeContent = Text & Pick<Letter, 'attachments'>

/** The text a letter is about: that of a change while it waits to be signed, otherwise the one in force. */
export const revisionMeant = (state: ExistingContract, { type }: Pick<LedgerEvent['event'], 'type'>): number => {
  if (state.stage !== 'live') return state.deal.revision
  if ((type === 'contract-offered' || type === 'link-reminded') && state.proposal) return state.proposal.deal.revision
  if (type === 'amendment-signed' && state.next) return state.next.deal.revision
  return state.deal.revision
}

/**
 * The revision that says where a letter goes. What waits to be signed goes where the SME is reached by what was agreed,
 * never by what it is asked to agree to; and whoever was reached before a change is told of it there.
 */
export const revisionReached = (
  state: ExistingContract,
  event: LedgerEvent['event'],
  { template }: { readonly template: Delivery['template'] },
): number => {
  if (template === 'contact-changed' && 'contactBefore' in event && event.contactBefore !== undefined)
    return event.contactBefore
  const toSign = event.type === 'contract-offered' || event.type === 'link-reminded'
  return toSign && state.stage === 'live' ? state.deal.revision : revisionMeant(state, event)
}

const linkLetters = {
  sign: signingLinkLetter,
  confirm: attestationLetter,
  amend: amendmentLinkLetter,
  own: ownLinkLetter,
  papers: papersLinkLetter,
}

const takeoverOf = (state: ExistingContract) => (state.stage === 'live' ? state.takeover : null)

/** The notice with the same on paper; without it where it cannot be printed, for the SME must learn of it in any case. */
const takeoverNoticeLetter = async (
  deps: Dependencies,
  { deal }: ExistingContract,
  disclosure: Disclosure,
  taken: TakenOver,
): Promise<SmeContent> => {
  const page = await servingUrl(deps, deal.contractId)
  const notice = takeoverNotice(disclosure, { sha256: deal.documentSha256, page, ...taken })
  const out = await deps.printing.print(notice).catch(() => notPrinted)
  const text = takeoverLetter(disclosure, { ...taken, page, printed: out.ok })
  if (!out.ok) return text
  return {
    ...text,
    attachments: [{ name: `oshirase-${deal.contractId}.pdf`, type: 'application/pdf', bytes: out.pdf }],
  }
}

const notPrinted = { ok: false } as const

const isNext = (state: ExistingContract, { revision }: Disclosure): boolean =>
  state.stage === 'live' && state.next?.deal.revision === revision

const signerOf = async ({ ledger }: Dependencies, contractId: ContractId, seq: number): Promise<Speaker> =>
  signatureForm.read(await ledger.paper(contractId, numbered('signature', seq))).signer

/** Answer to the SME that an annulment's evidence document holds; null where it holds none, and for any other end. */
const answerIn = async (
  { ledger }: Dependencies,
  contractId: ContractId,
  event: LedgerEvent['event'],
  seq: number,
): Promise<string | null> => {
  if (event.type !== 'contract-ended' || event.ending !== 'annulled') return null
  const { answer = null } = annulmentForm.read(await ledger.paper(contractId, numbered('annulment', seq)))
  return answer
}

/** Until when, and where, the SME of an ended contract asks for its papers; null where nothing was sealed. */
const papersOf = async (deps: Dependencies, state: ExistingContract) => {
  const { day } = await papersKeptOf(deps, state)
  return day && { until: day.until, page: await askUrl(deps, state.deal.contractId) }
}

/** Address at which an SME reads and signs: its secret stands behind the #, and reaches no server's log. */
const linkTo = async ({ places, links }: Dependencies, contractId: ContractId, nonce: string): Promise<string> =>
  `${places.site}/sign/#${await links.linkFor({ contractId, nonce })}`

/** A letter to the SME as it reads now; undefined where what it was about is over, as a link that was replaced. */
export const smeContent = async (
  deps: Dependencies,
  state: ExistingContract,
  { disclosure, codeBy }: { readonly disclosure: Disclosure; readonly codeBy: CodeBy },
  { event, seq }: Pick<LedgerEvent, 'event' | 'seq'>,
  template: SmeLetter,
): Promise<SmeContent | undefined> => {
  const { contractId } = state.deal
  switch (template) {
    case 'signing-link':
    case 'attestation-to-confirm':
    case 'own-link':
    case 'link-again': {
      const open = openLinkOf(state)
      // The link that replaced it has a letter of its own.
      if (!open || open.link.nonce !== nonceSentBy(event)) return undefined
      const { nonce, expiresAt } = open.link
      const url = await linkTo(deps, contractId, nonce)
      return template === 'link-again'
        ? linkAgainLetter(disclosure, open.purpose, { url, expiresAt, codeBy })
        : linkLetters[open.purpose](disclosure, { url, expiresAt, codeBy })
    }
    case 'dispute-answered': {
      const { nonce, expiresAt, type } = eventOfType(event, 'attestation-kept', 'attestation-corrected')
      // Once another link was sent, that one's letter says where to go on.
      if (openLinkOf(state)?.link.nonce !== nonce) return undefined
      const { answer } = disputeAnswerForm.read(await deps.ledger.paper(contractId, numbered('dispute-answer', seq)))
      const url = await linkTo(deps, contractId, nonce)
      const corrected = type === 'attestation-corrected'
      return disputeAnsweredLetter(disclosure, { corrected, answer, url, expiresAt, codeBy })
    }
    case 'link-reminder': {
      const { link: nonce } = eventOfType(event, 'link-reminded')
      const open = openLinkOf(state)
      // Whoever answered or was sent another link meanwhile is not asked again.
      if (open?.link.nonce !== nonce) return undefined
      const sent = { url: await linkTo(deps, contractId, nonce), expiresAt: open.link.expiresAt, codeBy }
      return open.purpose === 'confirm'
        ? confirmationReminderLetter(disclosure, sent)
        : linkReminderLetter(disclosure, sent, open.purpose === 'amend')
    }
    case 'code-letter-asked':
      return codeLetterAskedLetter(disclosure)
    case 'attestation-recorded':
      return recordedLetter(disclosure)
    case 'contract-signed':
      return contractSignedLetter(disclosure, await signerOf(deps, contractId, seq), await servingUrl(deps, contractId))
    case 'signed-papers':
      return signedPapersContent(deps, state, disclosure, { event, seq })
    case 'takeover-notice': {
      const about = event.type === 'takeover-opened' ? event : takeoverOf(state)
      return about ? takeoverNoticeLetter(deps, state, disclosure, await takenOver(deps, state, about)) : undefined
    }
    case 'takeover-settled': {
      const { settlement, holder } = eventOfType(event, 'takeover-settled')
      const gate = await deps.contracts.gate(holder, 0)
      const name = gate?.name ?? disclosure.implementingEntity.name
      return settledLetter(disclosure, settlement, name, await servingUrl(deps, contractId))
    }
    case 'contract-amended':
      return amendedLetter(disclosure)
    case 'sme-succeeded': {
      const { ground, on } = eventOfType(event, 'sme-succeeded')
      return succeededLetter(disclosure, ground, on)
    }
    case 'contact-change-announced': {
      const waits = await stillWaits(deps, state, event)
      return waits && contactChangeAnnouncedLetter(disclosure, waits)
    }
    case 'contact-changed':
      return contactChangedLetter(disclosure, isNext(state, disclosure) ? disclosure.terms.startOn : null)
    case 'renewal-announced': {
      const { endOn, answerBy } = eventOfType(event, 'renewal-announced')
      return renewalAnnouncedLetter(disclosure, endOn, answerBy)
    }
    case 'contract-renewed':
      // Terms made up for one after the other: the SME is told of the last, which runs.
      return eventOfType(event, 'contract-renewed').deal.revision === state.deal.revision
        ? renewedLetter(disclosure)
        : undefined
    case 'cancellation-requested': {
      const { signer } = cancellationForm.read(await deps.ledger.paper(contractId, numbered('cancellation', seq)))
      return cancellationLetter(disclosure, eventOfType(event, 'cancellation-requested'), signer)
    }
    case 'contract-ended':
      return endedLetter(disclosure, eventOfType(event, 'contract-ended'), {
        answer: await answerIn(deps, contractId, event, seq),
        papers: await papersOf(deps, state),
      })
    case 'consent-receipt': {
      const { kind, type } = eventOfType(event, 'consent-given', 'consent-withdrawn')
      const { signer } = consentForm.read(await deps.ledger.paper(contractId, numbered(type, seq)))
      return consentLetter(disclosure, { kind, given: type === 'consent-given' }, signer)
    }
  }
}
