import { later, type Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { done, refuse, type Result } from '../result.ts'
import type { Contract } from './contract.ts'

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

/** The link a contract waits on: to be signed, or, once attested, to be confirmed. */
export const linkOf = (contract: Contract): Link | null => {
  if (contract.stage === 'offered') return contract.link
  if (contract.stage === 'live' && contract.confirmation.stage === 'awaiting') return contract.confirmation.link
  return null
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

/** A wrong code is recorded too, so that tries are counted across servers. */
export const tryCode = (right: boolean): CodeEvent => ({
  type: right ? 'signing-code-accepted' : 'signing-code-refused',
})

export const wrongCodesLeft = (link: Link): number => maxWrongCodes - link.wrongCodes

/** The link, if its code was entered: what signing, confirming, declining and disputing need. */
export const passedLink = (
  contract: Contract,
  nonce: string,
  at: Instant,
): Result<Link, Refusal<'link-not-usable'>> => {
  const link = openLink(contract, nonce, at)
  return link.ok && link.value.passedAt ? link : notUsable
}
