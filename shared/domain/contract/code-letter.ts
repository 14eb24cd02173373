import { later, type Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { codeLetterGoodForMs, letterOverAt, linkOf, openLink } from './link.ts'
import type { ContractEvent } from './events.ts'
import type { CodeLetterEvent } from './link-events.ts'
import type { Contract, Link } from './states.ts'

/** Life of a link that a letter is under way for: it must not run out before the code does. */
const stretched = (link: Link, at: Instant): Instant => {
  const least = later(at, codeLetterGoodForMs)
  return link.expiresAt < least ? least : link.expiresAt
}

/**
 * Asks for a code by letter. One letter of a link is under way or good at a time; whoever asks again is told from when
 * another can be asked for. Its code has a number among those of its link.
 */
export const askCodeLetter = (
  contract: Contract,
  nonce: string,
  at: Instant,
): Result<readonly CodeLetterEvent[], Refusal<'link-not-usable' | 'too-many-sendings'>> => {
  const open = openLink(contract, nonce, at)
  if (!open.ok) return open
  const { letter, codesSent } = open.value
  if (letter && at < letterOverAt(letter))
    return refuse({ kind: 'too-many-sendings', of: 'link', nextAt: letterOverAt(letter) })
  return ok([{ type: 'code-letter-asked', n: codesSent + 1, expiresAt: stretched(open.value, at) }])
}

/** Whoever had a hand in what an SME was sent, by what they did: the code that opens it is not for their eyes. */
const handsOn: ReadonlySet<string> = new Set<ContractEvent['type']>([
  'contract-drafted',
  'contract-revised',
  'contract-explained',
  'contract-offered',
  'contract-attested',
  'amendment-proposed',
  'confirmation-asked',
  'own-link-sent',
  'attestation-kept',
  'attestation-corrected',
])

type Done = { readonly event: { readonly type: string }; readonly actor: { readonly sub: string } }

/** True for someone who drafted, explained or offered it, or sent any link of it. */
const hadAHandIn = (history: readonly Done[], sub: string): boolean =>
  history.some(({ event, actor }) => handsOn.has(event.type) && actor.sub === sub)

type Printed = { readonly letterSha256: string; readonly by: string; readonly history: readonly Done[] }

/** Records that a person of the implementing entity prints the letter: from now on its code is good. */
export const printCodeLetter = (
  contract: Contract,
  { letterSha256, by, history }: Printed,
  at: Instant,
): Result<readonly CodeLetterEvent[], Refusal<'wrong-stage' | 'second-person-needed'>> => {
  const link = linkOf(contract)
  const open = link && openLink(contract, link.nonce, at)
  const letter = open?.ok ? open.value.letter : undefined
  if (!link || !letter || letter.printedAt)
    return refuse({
      kind: 'wrong-stage',
      what: 'codeLetter',
      stage: letter ? 'printed' : 'none',
      needs: ['asked'],
    })
  if (hadAHandIn(history, by)) return refuse({ kind: 'second-person-needed' })
  return ok([{ type: 'code-letter-printed', n: letter.n, letterSha256, expiresAt: stretched(link, at) }])
}

/** A letter whose code is good at a moment, with the link it opens; null where there is none. */
export const goodCodeLetter = (
  contract: Contract,
  at: Instant,
): { readonly nonce: string; readonly n: number; readonly goodUntil: Instant } | null => {
  const link = linkOf(contract)
  const letter = link?.letter
  if (!link || !letter?.printedAt || at >= letterOverAt(letter)) return null
  return { nonce: link.nonce, n: letter.n, goodUntil: letterOverAt(letter) }
}
