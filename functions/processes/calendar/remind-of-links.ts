import type { Answer } from '../../../shared/domain/command.ts'
import { reminderDue, remindOfLink } from '../../../shared/domain/contract/reminder.ts'
import { refuseIfRestricted, servesOn } from '../../../shared/domain/reseller/guard.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { ok } from '../../../shared/domain/result.ts'
import { change } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { LinkToRemindOf } from '../../ports/notices.ts'
import type { CommitRefusal } from '../../ports/records.ts'

const atOnce = 100

/**
 * Reminds each SME, once, of the link it has not signed with three days before it runs out, and tells whoever sells. Goes
 * through what was put down for a moment that has come, not through contracts; idempotent. Gives how many were reminded.
 */
export const remindOfLinks =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    let reminded = 0
    for (const due of await deps.notices.remindersDue(deps.clock.now(), atOnce)) {
      if (!mayGoOn()) return reminded
      if (await remind(deps, due)) reminded += 1
    }
    return reminded
  }

const remind = async (deps: Dependencies, { contractId, nonce }: LinkToRemindOf): Promise<boolean> => {
  const metadata = systemMetadata('remind-of-link', `${contractId}/${nonce}`, deps.clock.now())
  const done = await runCommand(deps.commits, metadata, async (): Promise<Answer<boolean, CommitRefusal>> => {
    const read = await deps.contracts.find(contractId)
    const events = read && canBeSigned(read, metadata.at) ? remindOfLink(read.kept.state, nonce, metadata.at) : []
    if (!read || events.length === 0) return ok(false)
    const changed = change('contract', contractId, read.kept, events, metadata.at, { name: read.name })
    return deps.commits.commit({ metadata, answer: true, changes: [changed], checks: [governingGuardCheck(read)] })
  })
  if (!done.ok) throw new Error(`${contractId} could not be reminded: ${done.refusal.kind}`)
  if (!done.value && (await waitsOn(deps, { contractId, nonce }, metadata.at))) return false
  await deps.notices.noLongerRemind(contractId, nonce)
  return done.value && !done.replayed
}

/** Nobody is asked to sign what cannot be signed: a new contract of a seller that signs nobody new, or a change of one that stopped. */
const canBeSigned = ({ gate, kept: { state } }: ContractAsRead, at: Instant): boolean =>
  servesOn(gate) && (state.stage === 'live' || !refuseIfRestricted(gate, at))

/** True for a link that runs out later than it did, since a code was asked for by letter: its reminder waits on. */
const waitsOn = async (deps: Dependencies, { contractId, nonce }: LinkToRemindOf, at: Instant): Promise<boolean> => {
  const read = await deps.contracts.find(contractId)
  const on = read ? reminderDue(read.kept.state, nonce, at) : null
  if (on === null) return false
  await deps.notices.remindLater({ contractId, nonce }, on)
  return true
}
