import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { explanationOnRecord } from '../../../shared/domain/contract/explanation.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { ContractLine } from '../../ports/contracts.ts'
import type { World } from '../../ports/world.ts'
import { findingsView } from '../form-readings/read-form-readings.ts'
import { doubtsInShort, doubtsOfConclusion, doubtsOfDeal, doubtsOfText } from '../judging.ts'
import { contractLineView, contractView, documentView } from '../views/contract-view.ts'
import { whoSpoke } from '../views/who-spoke.ts'
import { untoldAmong, untoldOf } from '../deliveries/list-untold.ts'
import { ownPortfolio, seen } from './act-on-contract.ts'
import type { Costs } from '../cost.ts'

export const getContract =
  (world: World): HandlerOf<Routes['getContract']> =>
  async ({ params: { contractId } }, { who, today }) => {
    const found = await seen(world.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name, gate } = found.value
    const { state } = kept
    const { deal } = state
    const signedOn = 'signedOn' in state ? state.signedOn : today
    const conclusion = { explanation: explanationOnRecord(state), signedOn }
    const said = [...doubtsOfDeal(deal), ...doubtsOfConclusion(deal.edition, conclusion)]
    const doubts = [...doubtsInShort(said), ...doubtsOfText(state)]
    const read = 'formReading' in state ? (state.formReading ?? null) : null
    const formReading = read && findingsView(read)
    const [untold, { addressee, signer }] = await Promise.all([untoldOf(world, found.value), whoSpoke(world, deal)])
    const shown = contractView(state, kept.version, name, gate)
    return done({ ...shown, addressee, signer, doubts, formReading, untold })
  }

const usualLimit = 50

/** A page of contracts. Filters that no key serves are applied to what was read, so a page may hold fewer lines. */
export const listContracts =
  (world: World): HandlerOf<Routes['listContracts']> =>
  async ({ query: { limit = usualLimit, cursor, resellerId, stage, serviceId, corporateNumber } }, { who }) => {
    const { contracts, cursors } = world
    const shown = async (lines: readonly ContractLine[]) => {
      const ids = lines.map(({ contractId }) => contractId)
      const untold = await untoldAmong(world, who.entityId, ids)
      return lines.map((line) => ({ ...contractLineView(line), untold: untold.has(line.contractId) }))
    }
    const own = 'resellerId' in who
    if (own && resellerId && resellerId !== who.resellerId) return refuse({ kind: 'not-found', what: 'reseller' })
    const holder = own ? ownPortfolio(who) : resellerId
    const fits = (line: ContractLine) =>
      (!stage || line.stage === stage) &&
      (!serviceId || line.serviceId === serviceId) &&
      (!holder || line.holder === holder)

    if (corporateNumber) {
      const { items, unreadable } = await contracts.listOfSme(who.entityId, corporateNumber)
      // Whose it is stands in what cannot be read: a reseller is told of none that may be another's.
      return done({
        items: await shown(items.filter(fits)),
        unreadable: own ? [] : [...unreadable],
        nextCursor: null,
      })
    }
    const scope = `${holder ?? who.entityId}/listContracts`
    const after = cursor === undefined ? null : await cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await contracts.list({ entityId: who.entityId, ...(holder ? { holder } : {}) }, { limit, after })
    return done({
      items: await shown(page.items.filter(fits)),
      unreadable: [...page.unreadable],
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

/** Who was asked and who spoke lie in the papers beside the ledger: a request for them, and a unit for each 4 KB of texts. */
export const costs: Costs = {
  getContract: { requests: 3, readUnits: 3.5, writeUnits: 0 },
  getDisclosure: { requests: 2, readUnits: 3, writeUnits: 0 },
  getDisclosurePage: { requests: 2, readUnits: 3, writeUnits: 0 },
  getContractLedger: { requests: 2, readUnits: 4, writeUnits: 0 },
  listContracts: { requests: 2, readUnits: 1.5, writeUnits: 0 },
}
