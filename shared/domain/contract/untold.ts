import type { PlainDate } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { wentOut } from './bounced-notice.ts'
import type { BounceCause } from './contract-words.ts'
import { openLinkOf } from './link.ts'
import { answerByWhenTold } from './term.ts'
import type { ExistingContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import type { LetterToldEvent } from './service-events.ts'

/**
 * Causes for which a letter has to be told by another way: what its carrier said of it, or nobody could be written to,
 * or no code can reach its reader, so that the letter went out and could not ask for an answer; or the SME asked for a
 * letter with a code, which only post brings.
 */
export const untoldCauses = [
  'bounce',
  'complaint',
  'expired',
  'undetermined',
  'suppressed',
  'rejected',
  'noAddress',
  'noCode',
  'codeLetter',
] as const satisfies readonly (BounceCause | 'noAddress' | 'noCode' | 'codeLetter')[]
export type UntoldCause = (typeof untoldCauses)[number]

type Sent = {
  readonly template: string
  readonly outcome: string | null
  readonly cameBack?: BounceCause | undefined
}

/**
 * Cause for which a letter with legal weight is owed by another way; null while it may still arrive, or where it never
 * mattered. A takeover's notice has a list of its own, the word to an address that is replaced goes there only in case
 * (where none of it arrives, two people decide), and a reminder says nothing that its link's own letter did not.
 */
export const untoldBecause = ({ template, outcome, cameBack }: Sent): UntoldCause | null => {
  if (['takeover-notice', 'link-reminder'].includes(template) || template.startsWith('contact-change')) return null
  if (template === 'code-letter-asked') return outcome === null || outcome === 'overtaken' ? null : 'codeLetter'
  if (cameBack) return cameBack
  if (outcome === 'bounced') return 'bounce'
  if (outcome === 'givenUp') return 'noAddress'
  return template === 'attestation-recorded' && wentOut(outcome) ? 'noCode' : null
}

/** True while what a letter said still has to be told: a link that was replaced has a letter of its own. */
export const isStillOwed = (
  contract: ExistingContract,
  { event, nonce }: { readonly event: ContractEvent; readonly nonce: string | undefined },
): boolean => {
  if (nonce !== undefined) return openLinkOf(contract)?.link.nonce === nonce
  if (event.type === 'code-letter-asked') {
    const letter = openLinkOf(contract)?.link.letter
    return letter !== undefined && letter.n === event.n && letter.printedAt === undefined
  }
  if (event.type === 'renewal-announced')
    return contract.stage === 'live' && contract.announced !== null && contract.deal.endOn === event.endOn
  return true
}

/**
 * A renewal whose announcement did not reach its SME was not announced: it is held until a person has told it. Nothing
 * where it is held already, or of an announcement that is over.
 */
export const renewalUnheard = (
  contract: ExistingContract,
  event: ContractEvent | { readonly type: string },
  deliveryId: string,
): readonly ContractEvent[] => {
  if (contract.stage !== 'live' || !contract.announced || contract.announced.held) return []
  if (event.type !== 'renewal-announced' || !('endOn' in event) || event.endOn !== contract.deal.endOn) return []
  return [{ type: 'renewal-held', departsFrom: [], wishedOn: null, unheard: deliveryId }]
}

type ToldLetter = Omit<LetterToldEvent, 'type' | 'answerBy'>

/** A person told an SME what a letter could not. A renewal that was told so is announced from that day on. */
export const tellLetter = (
  contract: ExistingContract,
  letter: {
    readonly event: ContractEvent | { readonly type: string }
    readonly because: UntoldCause | null
    readonly told: boolean
  },
  told: ToldLetter,
  { today }: { readonly today: PlainDate },
): Result<readonly ContractEvent[], Refusal<'wrong-stage' | 'out-of-order'>> => {
  const stage = letter.told ? 'told' : letter.because === null ? 'sent' : null
  if (stage) return refuse({ kind: 'wrong-stage', what: 'letter', stage, needs: ['untold'] })
  if (told.on > today) return refuse({ kind: 'out-of-order', what: 'on', given: today, notBefore: told.on })
  const announces =
    contract.stage === 'live' && contract.announced !== null && letter.event.type === 'renewal-announced'
  const answerBy = announces ? answerByWhenTold(contract.deal, told.on) : null
  return ok([{ type: 'letter-told', ...told, answerBy }])
}
