import { later, type Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { done, refuse, type Result } from '../result.ts'
import type { Contract, ContractEvent, LiveContract } from './contract.ts'

/**
 * A link an SME was sent, to sign or to confirm. It opens with a code sent by another channel; codes and wrong
 * tries are counted, and a link that used up either is dead.
 */
export type Link = {
  readonly nonce: string
  readonly expiresAt: Instant
  readonly codesSent: number
  readonly codeSentAt: Instant | null
  readonly wrongCodes: number
  readonly passedAt: Instant | null
}

const maxCodes = 5
const maxWrongCodes = 5
const codeGoodForMs = 10 * 60 * 1000

export const newLink = (nonce: string, expiresAt: Instant): Link => ({
  nonce,
  expiresAt,
  codesSent: 0,
  codeSentAt: null,
  wrongCodes: 0,
  passedAt: null,
})

type CodeEvent = { readonly type: 'signing-code-requested' | 'signing-code-refused' | 'signing-code-accepted' }

/** What befalls links: they are sent, a code is sent for them, and one is entered. Offering a text sends one too. */
export type LinkEvent =
  | CodeEvent
  /** The SME is asked once more to confirm what was attested for it. */
  | { readonly type: 'confirmation-asked'; readonly nonce: string; readonly expiresAt: Instant }
  | { readonly type: 'own-link-sent'; readonly nonce: string; readonly expiresAt: Instant }

export const linkAfter = (link: Link, event: CodeEvent, at: Instant): Link => {
  switch (event.type) {
    case 'signing-code-requested':
      return { ...link, codesSent: link.codesSent + 1, codeSentAt: at, passedAt: null }
    case 'signing-code-refused':
      return { ...link, wrongCodes: link.wrongCodes + 1 }
    case 'signing-code-accepted':
      return { ...link, passedAt: at }
  }
}

/** What a link is for: to sign, to confirm what was attested, to sign a new revision, or the SME's own page. */
export type LinkPurpose = 'sign' | 'confirm' | 'amend' | 'own'

export type OpenLink = { readonly purpose: LinkPurpose; readonly link: Link }

/** The one link of a contract that opens: the last that was sent. */
export const openLinkOf = (contract: Contract): OpenLink | null => {
  if (contract.stage === 'offered') return { purpose: 'sign', link: contract.link }
  if (contract.stage !== 'live') return null
  const { ownLink, proposal, confirmation } = contract
  if (ownLink) return { purpose: 'own', link: ownLink }
  if (proposal?.link) return { purpose: 'amend', link: proposal.link }
  if (confirmation.stage === 'awaiting' && confirmation.link) return { purpose: 'confirm', link: confirmation.link }
  return null
}

export const linkOf = (contract: Contract): Link | null => openLinkOf(contract)?.link ?? null

/** A live contract whose one open link is this one, or, with null, without any. */
export const withOnlyLink = (contract: LiveContract, open: OpenLink | null): LiveContract => {
  const linkFor = (purpose: LinkPurpose) => (open?.purpose === purpose ? open.link : null)
  const { proposal, confirmation } = contract
  return {
    ...contract,
    ownLink: linkFor('own'),
    proposal: proposal && { ...proposal, link: linkFor('amend') },
    confirmation: confirmation.stage === 'awaiting' ? { stage: 'awaiting', link: linkFor('confirm') } : confirmation,
  }
}

const notUsable = refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable' })

/** The link, if it is the one named and still open. Used, replaced, expired and worn out all answer alike. */
export const openLink = (contract: Contract, nonce: string, at: Instant): Result<Link, Refusal<'link-not-usable'>> => {
  const link = linkOf(contract)
  const open = link && link.nonce === nonce && at < link.expiresAt && link.wrongCodes < maxWrongCodes
  return open ? done(link) : notUsable
}

/** Asks for a code by the second channel. */
export const requestCode = (
  contract: Contract,
  nonce: string,
  at: Instant,
): Result<readonly CodeEvent[], Refusal<'link-not-usable'>> => {
  const link = openLink(contract, nonce, at)
  if (!link.ok) return link
  return link.value.codesSent < maxCodes ? done([{ type: 'signing-code-requested' }]) : notUsable
}

/** Whether a code can be tried now: one was sent, and not too long ago. */
export const codeToTry = (contract: Contract, nonce: string, at: Instant): Result<Link, Refusal<'link-not-usable'>> => {
  const link = openLink(contract, nonce, at)
  if (!link.ok) return link
  const { codeSentAt } = link.value
  return codeSentAt && at < later(codeSentAt, codeGoodForMs) ? link : notUsable
}

/** Whether the last code that was sent has not been entered yet: a code is good once. */
export const isUnused = ({ passedAt }: Link): boolean => passedAt === null

/** A wrong code is recorded too, so that tries are counted across servers. */
export const tryCode = (right: boolean): CodeEvent => ({
  type: right ? 'signing-code-accepted' : 'signing-code-refused',
})

export const wrongCodesLeft = (link: Link): number => maxWrongCodes - link.wrongCodes

/** The link, if it is for this purpose and its code was entered: what every act of the SME itself needs. */
export const passedLink = (
  contract: Contract,
  nonce: string,
  at: Instant,
  purpose: LinkPurpose,
): Result<Link, Refusal<'link-not-usable'>> => {
  const link = openLink(contract, nonce, at)
  const fits = openLinkOf(contract)?.purpose === purpose
  return link.ok && link.value.passedAt && fits ? link : notUsable
}

type Sent = { readonly nonce: string; readonly expiresAt: Instant }
type Sending = Result<readonly ContractEvent[], Refusal<'wrong-stage'>>

/** Asks the SME once more to confirm what was attested for it: the link before is dead. */
export const askConfirmation = (contract: Contract, sent: Sent): Sending => {
  const stage = contract.stage === 'live' ? contract.confirmation.stage : contract.stage
  if (stage !== 'awaiting') return refuse({ kind: 'wrong-stage', what: 'confirmation', stage, needs: ['awaiting'] })
  return done([{ type: 'confirmation-asked', ...sent }])
}

/** Sends the SME the link to its own page. Whatever other link was open is dead. */
export const sendOwnLink = (contract: Contract, sent: Sent): Sending =>
  contract.stage === 'live'
    ? done([{ type: 'own-link-sent', ...sent }])
    : refuse({ kind: 'wrong-stage', what: 'contract', stage: contract.stage, needs: ['live'] })
