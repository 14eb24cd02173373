import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { Facts } from '../ports/dependencies.ts'
import { numbered } from '../ports/papers.ts'
import { serviceFactsForm } from '../papers/texts.ts'

const remembered = 200

/**
 * Facts of service versions from the ledger's evidence documents. A version's facts never change, so the last few are
 * kept.
 */
export const factsInLedger = (ledger: Pick<Ledger, 'paper'>): Facts => {
  const known = new Map<string, ServiceFacts>()
  return async (serviceId, number) => {
    const name = `${serviceId}/${number}`
    const before = known.get(name)
    if (before) return before
    const facts = serviceFactsForm.read(await ledger.paper(serviceId, numbered('facts', number)))
    if (known.size >= remembered) known.delete(known.keys().next().value ?? name)
    known.set(name, facts)
    return facts
  }
}
