import type { Call } from '../../../shared/api/call.ts'
import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { ContractLine } from '../../ports/contracts.ts'
import type { World } from '../../ports/world.ts'
import { doubtsOfContract } from '../../../shared/policy/judging.ts'
import { contractLineView, contractView, documentView } from '../../views/contract-view.ts'
import { whoSpoke } from '../../views/who-spoke.ts'
import { ownPortfolio, seen, type Seller } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import { untoldAmong, untoldOf } from '../../application/contracts/untold.ts'
import { findingsView } from '../../views/form-reading-view.ts'

export const getContract =
  (world: World): HandlerOf<Routes['getContract']> =>
  async ({ params: { contractId } }, { who, today }) => {
    const found = await seen(world.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name, gate } = found.value
    const { state } = kept
    const doubts = doubtsOfContract(state, today)
    const read = 'formReading' in state ? (state.formReading ?? null) : null
    const formReading = read && findingsView(read)
    const { deal } = state
    const [untold, { addressee, signer }] = await Promise.all([untoldOf(world, found.value), whoSpoke(world, deal)])
    const shown = contractView(state, kept.version, name, gate)
    return done({ ...shown, addressee, signer, doubts, formReading, untold })
  }

const usualLimit = 50

type Doubted = InputOf<Routes['listContracts']>['query']['doubt']

/**
 * Lines as the list shows them. Asked for what the edition leaves open, it reads their heads: a line says too little of
 * that. One that cannot be read is told beside the others.
 */
const listed = async (
  world: World,
  lines: readonly ContractLine[],
  { who, today }: Pick<Call<Seller>, 'who' | 'today'>,
  doubt: Doubted,
) => {
  const found = doubt && (await world.contracts.states(lines.map(({ contractId }) => contractId)))
  const open = new Map(found?.items.map((state) => [state.deal.contractId, doubtsOfContract(state, today)]))
  const isAsked = ({ contractId }: ContractLine) =>
    !doubt || open.get(contractId)?.some(({ kind }) => doubt === 'any' || kind === doubt)
  const asked = lines.filter(isAsked)
  const untold = await untoldAmong(
    world,
    who.entityId,
    asked.map(({ contractId }) => contractId),
  )
  const items = asked.map((line) => {
    const doubts = open.get(line.contractId)
    return { ...contractLineView(line), untold: untold.has(line.contractId), ...(doubts ? { doubts } : {}) }
  })
  return { items, unreadable: found?.unreadable ?? [] }
}

/** A page of contracts. Filters that no key serves are applied to what was read, so a page may hold fewer lines. */
export const listContracts =
  (world: World): HandlerOf<Routes['listContracts']> =>
  async ({ query: { limit = usualLimit, cursor, resellerId, stage, serviceId, corporateNumber, doubt } }, call) => {
    const { contracts, cursors } = world
    const { who } = call
    const own = 'resellerId' in who
    if (own && resellerId && resellerId !== who.resellerId) return refuse({ kind: 'not-found', what: 'reseller' })
    const holder = own ? ownPortfolio(who) : resellerId
    const fits = (line: ContractLine) =>
      (!stage || line.stage === stage) &&
      (!serviceId || line.serviceId === serviceId) &&
      (!holder || line.holder === holder)

    if (corporateNumber) {
      const { items, unreadable } = await contracts.listOfSme(who.entityId, corporateNumber)
      const page = await listed(world, items.filter(fits), call, doubt)
      // Whose it is stands in what cannot be read: a reseller is told of none that may be another's.
      const unread = [...(own ? [] : unreadable), ...page.unreadable]
      return done({ items: page.items, unreadable: unread, nextCursor: null })
    }
    const scope = `${holder ?? who.entityId}/listContracts`
    const after = cursor === undefined ? null : await cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await contracts.list({ entityId: who.entityId, ...(holder ? { holder } : {}) }, { limit, after })
    const { items, unreadable } = await listed(world, page.items.filter(fits), call, doubt)
    return done({
      items,
      unreadable: [...page.unreadable, ...unreadable],
      nextCursor: page.next && (await cursors.seal(scope, page.next)),
    })
  }

export const getDisclosure =
  ({ contracts }: World): HandlerOf<Routes['getDisclosure']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await seen(contracts, who, contractId)
    if (!found.ok) return found
    const { revision, documentSha256 } = found.value.kept.state.deal
    return done(documentView(await contracts.document(contractId, revision), documentSha256))
  }

export const getDisclosurePage =
  ({ contracts, documents }: World): HandlerOf<Routes['getDisclosurePage']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await seen(contracts, who, contractId)
    if (!found.ok) return found
    const { revision, documentSha256 } = found.value.kept.state.deal
    return done(documents.disclosurePage(await contracts.document(contractId, revision), documentSha256))
  }

export const getContractLedger =
  ({ contracts, ledger }: World): HandlerOf<Routes['getContractLedger']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await seen(contracts, who, contractId)
    if (!found.ok) return found
    const events = await ledger.eventsOf(contractId)
    const items = events.map(({ seq, at, actor, event, hash, deliveries }) => ({
      seq,
      at,
      actor,
      hash,
      event: { ...event },
      deliveries: deliveries.map(({ to, template, outcome, cameBack = null }) => ({
        to,
        template,
        outcome: cameBack ? ('cameBack' as const) : outcome,
        cause: cameBack,
      })),
    }))
    return done({ items, nextCursor: null })
  }

/**
 * Who was asked and who spoke lie in the papers beside the ledger: a request for them, and a unit for each 4 KB of texts.
 * A list that is asked for what an edition leaves open reads the heads of its page: a request more, and a unit a contract.
 */
export const costs: Costs = {
  getContract: { requests: 3, readUnits: 3.5, writeUnits: 0 },
  getDisclosure: { requests: 2, readUnits: 3, writeUnits: 0 },
  getDisclosurePage: { requests: 2, readUnits: 3, writeUnits: 0 },
  getContractLedger: { requests: 2, readUnits: 4, writeUnits: 0 },
  listContracts: { requests: 2, readUnits: 1.5, writeUnits: 0 },
}
