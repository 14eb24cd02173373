import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import { successionForm } from '../../papers/sme-identities.ts'
import { personBySub } from '../../views/person-shown.ts'
import type { Costs } from '../../application/cost.ts'

/** Successions of a contract, oldest first, each as its evidence document says. */
export const listSuccessions =
  (deps: Dependencies): HandlerOf<Routes['listSuccessions']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const events = await deps.ledger.eventsOf(contractId)
    const names = events.flatMap(({ event, seq }) =>
      event.type === 'sme-succeeded' ? [numbered('succession', seq)] : [],
    )
    const papers = names.length > 0 ? (await deps.ledger.papers(contractId, names)).map(successionForm.read) : []
    const people = await deps.people.namesOf(
      papers.map(({ by }) => by),
      who,
    )
    return ok({
      items: papers.map(({ from, by, ground, on, evidence, consents, successor }) => ({
        from,
        to: successor.corporateNumber,
        name: successor.name,
        reading: successor.reading,
        ground,
        on,
        by: personBySub(by, people),
        evidence,
        consents: [...consents],
      })),
      nextCursor: null,
    })
  }

/** A contract with one succession. */
export const costs: Costs = {
  listSuccessions: { requests: 5, readUnits: 6, writeUnits: 0 },
}
