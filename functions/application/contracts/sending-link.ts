import { factorsReach } from '../../../shared/domain/contract/contact.ts'
import { later, type Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { countSending } from './count-sending.ts'
import type { Step } from './step.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'

const dayMs = 86_400_000

const usualValidDays = 14

export const newLinkOf = ({ ids }: Dependencies, at: Instant, validDays = usualValidDays) => ({
  nonce: ids.nonce(),
  expiresAt: later(at, validDays * dayMs),
})

/**
 * A link needs a mail. Its code goes to a telephone that receives one, or by a letter, which always works. Whoever has no
 * mail is told by telephone or post, or its contact is changed.
 */
export const unreachable = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  { contractId, revision, noticeBy }: ContractRevision,
): Promise<Refusal<'does-not-fit'> | undefined> => {
  const { sme } = await contracts.document(contractId, revision)
  if (factorsReach(sme).mail !== null) return undefined
  return {
    kind: 'does-not-fit',
    what: sme.signatory ? 'signatory' : 'noticeContact',
    given: noticeBy,
    needs: 'a mail address',
  }
}

/** A step that sends an SME a link, where it may be sent one more today. */
export const sendingLink = async (
  deps: Pick<Dependencies, 'commits'>,
  deal: ContractRevision,
  at: Instant,
  taken: Step,
): Promise<Result<Step, Refusal<'too-many-sendings'>>> => {
  const counted = await countSending(deps, 'links', deal, at)
  return counted.ok ? ok({ ...taken, claims: [counted.value.claim] }) : counted
}
