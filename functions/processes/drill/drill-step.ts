import { wentOut } from '../../../shared/domain/contract/bounced-notice.ts'
import type { ContractId, DiscontinuanceId, OperationId } from '../../../shared/domain/ids.ts'
import { emptyTally, rehearseContract, tallied } from '../../../shared/domain/reseller/drill.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import {
  isHeldBy,
  pagesOf,
  startOfPortfolio,
  type PortfolioEntry,
  type PortfolioCursor,
} from '../../application/contracts/portfolio.ts'
import type { DrillInput, DrillLine, DrillStep } from '../../papers/drills.ts'

export const beforeFirstStep: DrillStep = { place: startOfPortfolio, tally: emptyTally, pages: 0, readMs: 0, lines: [] }

/** Least number of entries to a step while there is time: an empty portfolio is one, a page of a full one another. */
const entriesPerStep = 500

/** The next step through the book: read as the freeze reads it, decided on as the takeover decides. Writes nothing. */
export const nextStep = async (
  deps: Dependencies,
  operationId: OperationId,
  input: DrillInput,
  before: DrillStep & { readonly place: PortfolioCursor },
  mayGoOn: () => boolean,
): Promise<DrillStep> => {
  const began = Date.parse(deps.clock.now())
  let { tally, pages } = before
  let place: PortfolioCursor | null = before.place
  const lines: DrillLine[] = []
  let entries = 0
  for await (const page of pagesOf(deps.contracts, input.resellerId, before.place)) {
    const held = page.entries.filter(({ kept }) => isHeldBy(input.resellerId, kept.state))
    const returned = await lettersReturned(deps, held)
    for (const entry of held) {
      const found = await rehearse(deps, operationId, input, entry, returned)
      tally = tallied(tally, found)
      const { deal } = entry.kept.state
      if (found.fate === 'voided' || found.weaknesses.length + found.gaps.length > 0)
        lines.push({ contractId: deal.contractId, name: entry.name, ...found } as DrillLine)
    }
    place = page.next
    pages += 1
    entries += page.entries.length
    if (entries >= entriesPerStep || !mayGoOn()) break
  }
  return { place, tally, pages, readMs: before.readMs + Date.parse(deps.clock.now()) - began, lines }
}

const rehearse = async (
  deps: Dependencies,
  operationId: OperationId,
  { handover }: DrillInput,
  { kept: { state } }: PortfolioEntry,
  returned: ReadonlySet<ContractId>,
) => {
  const { contractId, serviceId, serviceVersion } = state.deal
  const { insurance } = await deps.facts(serviceId, serviceVersion)
  // No case bears this id: whatever takeover a contract had before, this one would be a new one.
  const discontinuanceId: DiscontinuanceId = `dsc_${operationId.slice('opr_'.length)}`
  const beside = { policyholder: insurance.policyholder, letterReturned: returned.has(contractId), handover }
  return rehearseContract(state, beside, { discontinuanceId, since: deps.clock.now() })
}

/** Whose last letter came back. Only where one ever did is a ledger read. */
const lettersReturned = async (
  deps: Dependencies,
  entries: readonly PortfolioEntry[],
): Promise<ReadonlySet<ContractId>> => {
  const live = entries.filter(({ kept }) => kept.state.stage === 'live').map(({ kept }) => kept.state.deal.contractId)
  if (live.length === 0) return new Set()
  const ever = await deps.contracts.lettersReturned(live)
  const still = new Set<ContractId>()
  for (const contractId of live.filter((id) => ever.has(id))) {
    const letters = (await deps.ledger.eventsOf(contractId))
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ to, by, outcome }) => to === 'sme' && by === 'mail' && (wentOut(outcome) || outcome === 'bounced'))
    const last = letters.at(-1)
    if (last?.outcome === 'bounced' || last?.cameBack) still.add(contractId)
  }
  return still
}
