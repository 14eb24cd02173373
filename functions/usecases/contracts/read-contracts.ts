import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { SmeId } from '../../../shared/domain/ids.ts'
import type { ContractSummary } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { doubtsOfContract } from '../../../shared/policy/judging.ts'
import { conflictIn, contractLineView, contractView, documentView } from '../../views/contract-view.ts'
import { whoSpoke } from '../../views/who-spoke.ts'
import { ownPortfolio, findVisibleContract, type Seller } from '../../application/contracts/contract-access.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { peopleAmong, personShown } from '../../views/person-shown.ts'
import type { Costs } from '../../application/cost.ts'
import { untoldAmong, untoldOf } from '../../application/contracts/untold.ts'
import { findingsView } from '../../views/form-reading-view.ts'

export const getContract =
  (deps: Dependencies): HandlerOf<Routes['getContract']> =>
  async ({ params: { contractId } }, { who, today }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name, gate } = found.value
    const { state } = kept
    const doubts = doubtsOfContract(state, today)
    const read = 'formReading' in state ? (state.formReading ?? null) : null
    const formReading = read && findingsView(read)
    const { deal } = state
    const [untold, { addressee, signer, explainedBy, disputes }] = await Promise.all([
      untoldOf(deps, found.value),
      whoSpoke(deps, deal),
    ])
    const shown = contractView(state, kept.version, name, gate)
    return ok({ ...shown, addressee, signer, explainedBy, disputes, doubts, formReading, untold })
  }

const usualLimit = 50

type Doubted = InputOf<Routes['listContracts']>['query']['doubt']

/**
 * Lines as the list shows them. Asked for what the edition leaves open, it reads their heads: a line says too little of
 * that. One that cannot be read is told beside the others.
 */
const listed = async (
  deps: Dependencies,
  lines: readonly ContractSummary[],
  { who, today }: Pick<RequestContext<Seller>, 'who' | 'today'>,
  doubt: Doubted,
) => {
  const found = doubt && (await deps.contracts.states(lines.map(({ contractId }) => contractId)))
  const open = new Map(found?.items.map((state) => [state.deal.contractId, doubtsOfContract(state, today)]))
  const isAsked = ({ contractId }: ContractSummary) =>
    !doubt || open.get(contractId)?.some(({ kind }) => doubt === 'any' || kind === doubt)
  const asked = lines.filter(isAsked)
  const { untold, unreadable } = await untoldAmong(
    deps,
    who.entityId,
    asked.map(({ contractId }) => contractId),
  )
  const unread = new Set(unreadable.map(({ id }) => id))
  const shown = asked.filter(({ contractId }) => !unread.has(contractId))
  const items = shown.map((line) => {
    const doubts = open.get(line.contractId)
    return {
      ...contractLineView(line),
      untold: untold.has(line.contractId),
      smeConflict: conflictIn(line.stage === 'live' ? line.conflict : null),
      ...(doubts ? { doubts } : {}),
    }
  })
  return { items, unreadable: [...(found?.unreadable ?? []), ...unreadable] }
}

/**
 * Contracts of the SME that has a number, and those it had before another SME took them over: these are found by the
 * listings, and read under the number they have now.
 */
const ofNumber = async (
  { contracts, listings }: Pick<Dependencies, 'contracts' | 'listings'>,
  who: Seller,
  smeId: SmeId,
) => {
  const [own, listed] = await Promise.all([
    contracts.listOfSme(who.entityId, smeId),
    listings.find(ownPortfolio(who), { smeId }, { limit: mostOfNumber, after: null }),
  ])
  const former = listed.items.filter((one) => one.smeId !== smeId)
  const ids = new Set(former.map(({ contractId }) => contractId))
  const later = await Promise.all(
    [...new Set(former.map((one) => one.smeId))].map((now) => contracts.listOfSme(who.entityId, now)),
  )
  return {
    items: [...own.items, ...later.flatMap(({ items }) => items.filter(({ contractId }) => ids.has(contractId)))],
    unreadable: [...own.unreadable, ...later.flatMap(({ unreadable }) => unreadable)],
  }
}
const mostOfNumber = 200

/** A page of contracts. Filters that no key serves are applied to what was read, so a page may hold fewer lines. */
export const listContracts =
  (deps: Dependencies): HandlerOf<Routes['listContracts']> =>
  async (
    { query: { limit = usualLimit, cursor, resellerId, stage, serviceId, corporateNumber, doubt, smeConflict } },
    call,
  ) => {
    const { contracts, cursors } = deps
    const { who } = call
    const own = 'resellerId' in who
    if (own && resellerId && resellerId !== who.resellerId) return refuse({ kind: 'not-found', what: 'reseller' })
    const holder = own ? ownPortfolio(who) : resellerId
    const fits = (line: ContractSummary) =>
      (!stage || line.stage === stage) &&
      (!serviceId || line.serviceId === serviceId) &&
      (!holder || line.holder === holder) &&
      (!smeConflict || (line.stage === 'live' && line.conflict !== null && line.conflict.exceptionId === undefined))

    if (corporateNumber) {
      const { items, unreadable } = await ofNumber(deps, who, corporateNumber)
      const page = await listed(deps, items.filter(fits), call, doubt)
      const unread = [...unreadableFor(who, unreadable), ...page.unreadable]
      return ok({ items: page.items, unreadable: unread, nextCursor: null })
    }
    const scope = `${holder ?? who.entityId}/listContracts`
    const after = cursor === undefined ? null : await cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await contracts.list({ entityId: who.entityId, ...(holder ? { holder } : {}) }, { limit, after })
    const { items, unreadable } = await listed(deps, page.items.filter(fits), call, doubt)
    return ok({
      items,
      unreadable: [...page.unreadable, ...unreadable],
      nextCursor: page.next && (await cursors.seal(scope, page.next)),
    })
  }

export const getDisclosure =
  ({ contracts }: Dependencies): HandlerOf<Routes['getDisclosure']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(contracts, who, contractId)
    if (!found.ok) return found
    const { revision, documentSha256 } = found.value.kept.state.deal
    return ok(documentView(await contracts.document(contractId, revision), documentSha256))
  }

export const getDisclosurePage =
  ({ contracts, documents }: Dependencies): HandlerOf<Routes['getDisclosurePage']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(contracts, who, contractId)
    if (!found.ok) return found
    const { revision, documentSha256 } = found.value.kept.state.deal
    return ok(documents.disclosurePage(await contracts.document(contractId, revision), documentSha256))
  }

export const getContractLedger =
  ({ contracts, ledger, people }: Dependencies): HandlerOf<Routes['getContractLedger']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(contracts, who, contractId)
    if (!found.ok) return found
    const events = await ledger.eventsOf(contractId)
    const names = await people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who)
    const items = events.map(({ seq, at, actor, event, hash, deliveries }) => ({
      seq,
      at,
      actor: { ...actor, ...personShown(actor, names) },
      hash,
      event: { ...event },
      deliveries: deliveries.map(({ to, template, outcome, cameBack = null }) => ({
        to,
        template,
        outcome: cameBack ? ('cameBack' as const) : outcome,
        cause: cameBack,
      })),
    }))
    return ok({ items, nextCursor: null })
  }

/**
 * Names of who was asked and spoke lie in the evidence documents beside the ledger: a request for them, a unit for each
 * 4 KB of texts. A list that is asked for what an edition leaves open reads the heads of its page: a request more, and
 * a unit a contract. A list by the number of an SME asks the listings for what had that number before, too.
 */
export const costs: Costs = {
  getContract: { requests: 3, readUnits: 3.5, writeUnits: 0 },
  getDisclosure: { requests: 2, readUnits: 3, writeUnits: 0 },
  getDisclosurePage: { requests: 2, readUnits: 3, writeUnits: 0 },
  getContractLedger: { requests: 4, readUnits: 6, writeUnits: 0 },
  listContracts: { requests: 2, readUnits: 1.5, writeUnits: 0 },
}
