import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { receiptInForce } from '../../../shared/domain/contract/consent.ts'
import { movesByAdvanceConsent, settleTakeover as decideSettlement } from '../../../shared/domain/contract/takeover.ts'
import { shardOf, type Holder } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { PortfolioGuard } from '../../../shared/domain/reseller/guard.ts'
import { holdsPlace } from '../../../shared/domain/contract/succession.ts'
import { smeSlot } from '../../ports/unique-keys.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { contractView } from '../../views/contract-view.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingContract, LiveContract } from '../../../shared/domain/contract/states.ts'
import { objectionTo } from '../../../shared/policy/successor.ts'
import { takenOver } from '../../application/cases/in-case.ts'
import { targetCheck } from '../../application/contracts/guard-checks.ts'

/**
 * Settles one takeover: the implementing entity serves on, the contract moves with the SME's consent, be it in advance,
 * or the SME ends it. A new holder gets a pointer in its portfolio in the same transaction, and its guard must be open
 * as read.
 */
export const settleTakeover =
  (deps: Dependencies): HandlerOf<Routes['settleTakeover']> =>
  async ({ params: { discontinuanceId, contractId }, body }, { who: { entityId }, at, today, metadata }) => {
    const found = await takenOver(deps, entityId, discontinuanceId, contractId, at)
    if (!found.ok) return found
    const { read, now } = found.value
    const { settlement, consent, resellerId } = body
    if (consent && consent.on > today) {
      return refuse({ kind: 'out-of-order', what: 'consent.on', given: today, notBefore: consent.on })
    }
    // Whoever names a reseller means a move; it is not left out without a word.
    if (resellerId && settlement !== 'movedToReseller') {
      return refuse({
        kind: 'does-not-fit',
        what: 'resellerId',
        given: resellerId,
        needs: 'no reseller, unless the contract moves to one',
        why: {
          ja: '移す先の再販協力会社は、再販協力会社へ移すときに限って入れてください。',
          en: 'Name a reseller only where the contract moves to one.',
        },
      })
    }
    const target = await targetOf(deps, now.state, settlement === 'movedToReseller' ? resellerId : entityId, at)
    if (!target.ok) return target

    const paper =
      consent && paperAt(deps.digest, 'consent', read.kept.version + now.events.length, evidenceAlone(consent))
    const decision = decideSettlement(now.state, {
      settlement,
      holder: target.value.owner,
      consentSha256: paper?.sha256 ?? null,
      advanceSha256:
        !paper && movesByAdvanceConsent(now.state, settlement) ? await advanceReceipt(deps, contractId) : null,
      on: today,
    })
    if (!decision.ok) return decision
    const events = [...now.events, ...decision.value]
    const changed = change('contract', contractId, read.kept, events, at, {
      papers: paper ? [paper] : [],
      name: read.name,
    })
    const ended = settlement === 'endedBySme'
    const { serviceId, smeId } = now.state.deal
    return deps.commits.commit({
      metadata,
      answer: contractView(
        changed.state as ExistingContract,
        versionAfter(changed),
        read.name,
        ended ? read.gate : target.value,
      ),
      changes: [changed],
      releases: ended && holdsPlace(now.state) ? [smeSlot(serviceId, smeId, contractId)] : [],
      pointers: ended ? [] : [{ holder: target.value.owner, contractId }],
      checks: [governingGuardCheck(read), ...(ended ? [] : [targetCheck(target.value, contractId)])],
    })
  }

/** The receipt by which the SME's consent in advance stands. The head says that it does, and only the ledger by which. */
const advanceReceipt = async ({ ledger }: Dependencies, contractId: string): Promise<string | null> => {
  const words = (await ledger.eventsOf(contractId)).flatMap(({ event }) =>
    event.type === 'consent-given' || event.type === 'consent-withdrawn' ? [event] : [],
  )
  return receiptInForce(words, 'positionTransfer')
}

/** Portfolio guard of whoever is to serve from now on: another reseller only if its contract would conform there. */
const targetOf = async (
  { contracts, directory }: Dependencies,
  state: ExistingContract,
  holder: Holder | undefined,
  now: Instant,
): Promise<Result<PortfolioGuard, Refusal<'does-not-fit' | 'not-found' | 'wrong-stage' | 'breaches-standard'>>> => {
  const { deal } = state as LiveContract
  if (!holder) return refuse({ kind: 'does-not-fit', what: 'resellerId', given: '', needs: 'the reseller it moves to' })
  const gate = await contracts.gate(holder, shardOf(deal.contractId))
  if (gate?.entityId !== deal.entityId) return refuse({ kind: 'not-found', what: 'reseller' })
  const exception = deal.exceptionId && (await directory.exception(deal.entityId, deal.exceptionId))
  const objection = objectionTo(gate, deal, exception || null, now)
  return objection ? refuse(objection) : ok(gate)
}

/** Moving by a consent in advance reads the contract's ledger for its receipt: one request more, and nothing is written. */
export const costs: Costs = {
  settleTakeover: { requests: 3, readUnits: 3, writeUnits: 21 },
}
