import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { dayInJapan } from '../../../shared/domain/plain-date.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import {
  changedSince,
  oldContractView,
  ownersOf,
  placeBehind,
  underOldText,
  Place,
} from '../../application/redisclosures/old-contracts.ts'
import type { Unreadable } from '../../ports/pages.ts'
import { placeIn } from '../../application/cursor-place.ts'
import type { Costs } from '../../application/cost.ts'
import { signatureForm } from '../../papers/words-of-smes.ts'

type Found = NonNullable<ReturnType<typeof underOldText>>

/**
 * Person who saw the text: whoever signed it, as the signature's evidence document says; or that it was confirmed, or
 * is on paper alone.
 */
const whoSaw = async ({ ledger }: Dependencies, { deal, signedOn }: Found['state']) => {
  const events = await ledger.eventsOf(deal.contractId)
  const signed = events.findLast(({ event }) => event.type === 'contract-signed' || event.type === 'amendment-signed')
  if (signed) {
    const { signer } = signatureForm.read(await ledger.paper(deal.contractId, numbered('signature', signed.seq)))
    return { how: 'signed' as const, ...signer, on: dayInJapan(signed.at) }
  }
  const confirmed = events.findLast(({ event }) => event.type === 'attestation-confirmed')
  return confirmed
    ? { how: 'confirmed' as const, name: null, title: null, on: dayInJapan(confirmed.at) }
    : { how: 'onPaper' as const, name: null, title: null, on: signedOn }
}

const usualLimit = 20
const firstPlace: Place = { owner: 0, shard: 0, after: null, skip: 0 }

/** Live contracts under an older text, from the books, so that none is skipped or shown twice. */
export const listAffectedContracts =
  (deps: Dependencies): HandlerOf<Routes['listAffectedContracts']> =>
  async ({ params: { serviceId, number }, query: { cursor, limit = usualLimit } }, { who: { entityId } }) => {
    const { directory, contracts, cursors } = deps
    const service = await directory.service(entityId, serviceId)
    if (!service?.state.versions.some((one) => one.number === number))
      return refuse({ kind: 'not-found', what: 'serviceVersion' })
    const scope = `${serviceId}/${number}/listAffectedContracts`
    const from = cursor === undefined ? firstPlace : await placeIn(deps, scope, cursor, Place)
    if (from === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    let place = from as Place | null

    const [changed, { owners }] = await Promise.all([
      changedSince(deps, service.state, number),
      ownersOf(deps, entityId),
    ])
    const found: Found[] = []
    const unreadable: Unreadable[] = []
    while (place && changed.size > 0 && found.length < limit) {
      const owner = owners[place.owner]
      if (!owner) break
      const page = await contracts.portfolioShard(owner, place.shard, { after: place.after, toShow: true })
      unreadable.push(...(page.unreadable ?? []))
      const old = page.items
        .flatMap((entry) => underOldText(entry, owner, serviceId, changed) ?? [])
        .filter(({ state }) => state.stage === 'live')
        .slice(place.skip)
      const room = limit - found.length
      found.push(...old.slice(0, room))
      place = old.length > room ? { ...place, skip: place.skip + room } : placeBehind(place, page.next, owners.length)
    }
    const items = await Promise.all(
      found.map(async (one) => ({
        ...oldContractView(one),
        document: { revision: one.state.deal.revision, sha256: one.state.deal.documentSha256 },
        saw: await whoSaw(deps, one.state),
      })),
    )
    const next = changed.size > 0 ? place : null
    return ok({ items, unreadable, nextCursor: next && (await cursors.seal(scope, JSON.stringify(next))) })
  }

export const costs: Costs = {
  listAffectedContracts: { requests: 67, readUnits: 67, writeUnits: 0 },
}
