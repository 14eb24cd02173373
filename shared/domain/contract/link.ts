import { later, type Instant } from '../plain-date.ts'
import type { CodeWay } from '../phone.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { CodeLetter, SentCode, Link, Contract, LiveContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import type { CodeEvent, CodeLetterEvent } from './link-events.ts'

const codesADay = 10
const maxWrongCodes = 5
const dayMs = 24 * 60 * 60 * 1000
const codeGoodForMs = 10 * 60 * 1000
/** Time for which the code of a letter opens its link, from its printing on. */
export const codeLetterGoodForMs = 14 * dayMs

export const newLink = (nonce: string, expiresAt: Instant): Link => ({
  nonce,
  expiresAt,
  codesSent: 0,
  codeSentAt: null,
  wrongCodes: 0,
  passedAt: null,
})

/** The codes of a link of the day before a moment. */
const codesOf = ({ codes, codesSent, codeSentAt, passedAt }: Link, at: Instant): readonly SentCode[] => {
  const last = codeSentAt ? [{ n: codesSent, at: codeSentAt, ...(passedAt ? { used: true as const } : {}) }] : []
  return (codes ?? last).filter((code) => at < later(code.at, dayMs))
}

export const linkAfter = (link: Link, event: CodeEvent | CodeLetterEvent, at: Instant): Link => {
  switch (event.type) {
    case 'code-letter-asked': {
      const { n, expiresAt } = event
      return { ...link, expiresAt, codesSent: n, codes: codesOf(link, at), letter: { n, askedAt: at } }
    }
    case 'code-letter-printed':
      return link.letter ? { ...link, expiresAt: event.expiresAt, letter: { ...link.letter, printedAt: at } } : link
    case 'signing-code-requested': {
      const { n } = event
      if (n === undefined) return { ...link, codesSent: link.codesSent + 1, codeSentAt: at, passedAt: null }
      // Another code takes nothing away: who is in stays in, and what was sent stays good for its time.
      return { ...link, codesSent: n, codeSentAt: at, codes: [...codesOf(link, at), { n, at }] }
    }
    case 'signing-code-refused':
      return { ...link, wrongCodes: link.wrongCodes + 1 }
    case 'signing-code-accepted': {
      const { n } = event
      if (n === undefined || !link.codes) return { ...link, passedAt: at }
      const codes = link.codes.map((code): SentCode => (code.n === n ? { ...code, used: true } : code))
      return { ...link, passedAt: at, codes }
    }
  }
}

/**
 * Purposes of a link: to sign, to confirm what was attested, to sign a new revision, the SME's own page, or, once its
 * contract has ended, the papers that are kept of it.
 */
export const linkPurposes = ['sign', 'confirm', 'amend', 'own', 'papers'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

export type OpenLink = { readonly purpose: LinkPurpose; readonly link: Link }

/** The one link of a contract that opens: the last that was sent. */
export const openLinkOf = (contract: Contract): OpenLink | null => {
  if (contract.stage === 'offered') return { purpose: 'sign', link: contract.link }
  if (contract.stage === 'ended') return contract.ownLink && { purpose: 'papers', link: contract.ownLink }
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
  return open ? ok(link) : notUsable
}

/** Number of codes that can be sent at a moment, and the instant of the next where none can. */
export const codesLeft = (link: Link, at: Instant): { readonly left: number; readonly nextAt: Instant | null } => {
  const codes = codesOf(link, at)
  const left = Math.max(0, codesADay - codes.length)
  const [first] = codes
  return { left, nextAt: left === 0 && first ? later(first.at, dayMs) : null }
}

/** Asks for a code by the second channel. Ten of a link in a day are sent; each comes back a day after it was sent. */
export const requestCode = (
  contract: Contract,
  nonce: string,
  at: Instant,
  by: CodeWay = 'sms',
): Result<readonly CodeEvent[], Refusal<'link-not-usable' | 'too-many-sendings'>> => {
  const link = openLink(contract, nonce, at)
  if (!link.ok) return link
  const { nextAt } = codesLeft(link.value, at)
  if (nextAt) return refuse({ kind: 'too-many-sendings', of: 'link', nextAt })
  return ok([{ type: 'signing-code-requested', n: link.value.codesSent + 1, ...(by === 'sms' ? {} : { by }) }])
}

/** Link for which a code can be tried now: one was sent, and not too long ago. */
export const codeToTry = (contract: Contract, nonce: string, at: Instant): Result<Link, Refusal<'link-not-usable'>> => {
  const link = openLink(contract, nonce, at)
  if (!link.ok) return link
  const { codeSentAt } = link.value
  const sent = codeSentAt && at < later(codeSentAt, codeGoodForMs)
  return sent || letterCode(link.value, at).length > 0 ? link : notUsable
}

/** The code of a letter, from its printing on; whoever waited days for it may come back with it while it is good. */
const letterCode = ({ letter }: Link, at: Instant): readonly number[] =>
  letter?.printedAt && at < letterOverAt(letter) ? [letter.n] : []

/** Instant from which a letter is over: fourteen days from its printing, or from its asking where it was not printed. */
export const letterOverAt = ({ askedAt, printedAt }: CodeLetter): Instant =>
  later(printedAt ?? askedAt, codeLetterGoodForMs)

/**
 * The codes that open a link at a moment: each that was sent within its ten minutes and not entered yet, and that of a
 * letter.
 */
export const goodCodes = (link: Link, at: Instant): readonly number[] => [
  ...codesOf(link, at).flatMap((code) => (!code.used && at < later(code.at, codeGoodForMs) ? [code.n] : [])),
  ...letterCode(link, at),
]

/**
 * A try with a link that gave the code of this number, or none that is good. Wrong ones are recorded too, and counted across
 * servers; the last that a link allows says so.
 */
export const tryCode = (link: Link, n: number | null): CodeEvent => {
  if (n !== null) return { type: 'signing-code-accepted', n }
  return { type: 'signing-code-refused', ...(wrongCodesLeft(link) <= 1 ? { lastTry: true as const } : {}) }
}

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
  return ok([{ type: 'confirmation-asked', ...sent }])
}

/** Sends the SME the link to its own page. Whatever other link was open is dead. */
export const sendOwnLink = (contract: Contract, sent: Sent): Sending =>
  contract.stage === 'live'
    ? ok([{ type: 'own-link-sent', ...sent }])
    : refuse({ kind: 'wrong-stage', what: 'contract', stage: contract.stage, needs: ['live'] })

/** Sends the SME of an ended contract the link to its papers: it opens for no longer than they are kept for it. */
const sendPapersLink = (
  contract: Contract,
  { nonce, expiresAt }: Sent,
  at: Instant,
  keptUntil: Instant | null,
): Sending =>
  contract.stage === 'ended' && keptUntil !== null && at < keptUntil
    ? ok([{ type: 'own-link-sent', nonce, expiresAt: expiresAt < keptUntil ? expiresAt : keptUntil }])
    : sendOwnLink(contract, { nonce, expiresAt })

/**
 * What comes of asking for a link from "who serves me now", which anyone can do who has that page's address: so nothing
 * that is open may die of it. A link that waits for an answer, or that of the own page with a day left, goes out again as
 * it is; else one to the own page does. Of an ended contract it is the link to its papers, until the instant to which
 * they are kept for its SME; null where none are.
 */
export const askForLink = (contract: Contract, sent: Sent, at: Instant, keptUntil: Instant | null): Sending => {
  const over = contract.stage === 'ended' && (keptUntil === null || at >= keptUntil)
  const open = over || contract.stage === 'offered' ? null : openLinkOf(contract)
  const until = open?.purpose === 'own' || open?.purpose === 'papers' ? later(at, dayMs) : at
  return open && openLink(contract, open.link.nonce, until).ok
    ? ok([{ type: 'link-sent-again', nonce: open.link.nonce }])
    : sendPapersLink(contract, sent, at, keptUntil)
}
