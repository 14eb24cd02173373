import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { sendNoticeAgain as decideSending } from '../../../shared/domain/contract/takeover.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import {
  addressPaper,
  statedAddress,
  isLetterToSme,
  noMail,
  hasMail,
} from '../../application/contracts/stated-address.ts'
import { contractView } from '../../views/contract-view.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { takenOver } from '../../application/cases/in-case.ts'

/**
 * Sends an SME the notice of its takeover once more. An address somebody stated is kept in an evidence document, with
 * who did.
 */
export const sendNoticeAgain =
  (deps: Dependencies): HandlerOf<Routes['sendNoticeAgain']> =>
  async ({ params: { discontinuanceId, contractId }, body: { address } }, { who, at, metadata }) => {
    const found = await takenOver(deps, who.entityId, discontinuanceId, contractId, at)
    if (!found.ok) return found
    const { read, now } = found.value
    const paper = address && addressPaper(deps, read.kept.version + now.events.length, address)
    const decision = decideSending(now.state, { addressSha256: paper?.sha256 ?? null })
    if (!decision.ok) return decision
    if (!address && !hasMail(now.state) && !(await statedAddress(deps, contractId))) return refuse(noMail(now.state))
    if (!address && (await isSuppressed(deps, contractId))) return refuse(suppressed)
    const events = [...now.events, ...decision.value]
    const papers = paper ? [paper] : []
    const changed = change('contract', contractId, read.kept, events, at, { papers, name: read.name })
    return deps.commits.commit({
      metadata,
      answer: contractView(changed.state as ExistingContract, versionAfter(changed), read.name, read.gate),
      changes: [changed],
      checks: [governingGuardCheck(read)],
    })
  }

/** True where the carrier sends nothing any more to where the last letter went: another one would only seem to tell. */
const isSuppressed = async ({ ledger }: Dependencies, contractId: ContractId): Promise<boolean> => {
  const last = (await ledger.eventsOf(contractId)).flatMap(({ deliveries }) => deliveries).findLast(isLetterToSme)
  return last?.cameBack === 'suppressed'
}

const suppressed: Refusal<'does-not-fit'> = {
  kind: 'does-not-fit',
  what: 'address',
  given: 'an address on the suppression list',
  needs: 'another address that somebody states; or telephone or post',
}

/** Costs with an address stated. */
export const costs: Costs = {
  sendNoticeAgain: { requests: 2, readUnits: 2, writeUnits: 16 },
}
