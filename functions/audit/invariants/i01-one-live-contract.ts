import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { concluded, liveIn, streamsOf } from '../reading/looking-up.ts'
import type { LiveContract } from '../shapes/contract.ts'
import type { ContractId, Instant } from '../shapes/ids.ts'

type Stay = { readonly id: ContractId; readonly place: string; readonly from: Instant; readonly until: Instant }

const placeOf = ({ deal }: LiveContract): string => `${deal.serviceId} for ${deal.smeId}`

/** Longest time by which the clock of one command may differ from that of another. */
const clocksDiffer = 60_000

/** Stays of every contract in its places by its ledger, in the order of time; until forever where it still stands there. */
const staysIn = (book: Book): readonly Stay[] => {
  const stays = streamsOf(book, 'contract').flatMap(({ id, entries, states }) => {
    const places = states.map((state) =>
      state.stage === 'live' && state.conflict === undefined ? placeOf(state) : undefined,
    )
    return entries.flatMap(({ at }, index): readonly Stay[] => {
      const place = places[index]
      if (place === undefined || place === places[index - 1]) return []
      const left = places.findIndex((one, later) => later > index && one !== place)
      return [{ id: id as ContractId, place, from: at, until: entries[left]?.at ?? '~' }]
    })
  })
  return stays.sort((one, other) => (one.from < other.from ? -1 : 1))
}

/** Stays that began while another contract was still in the place. */
const overlapping = (book: Book): readonly (readonly [Stay, Stay])[] => {
  const last = new Map<string, Stay>()
  return staysIn(book).flatMap((stay): readonly (readonly [Stay, Stay])[] => {
    const before = last.get(stay.place)
    if (!before || stay.until > before.until) last.set(stay.place, stay)
    const over = before && before.until !== '~' && Date.parse(before.until) - Date.parse(stay.from) > clocksDiffer
    // Two that both still stand there are told by their heads.
    return before && before.id !== stay.id && over ? [[before, stay]] : []
  })
}

/** Whether a contract in conflict is so with one that held its place when its SME became this one. */
const wrongConflict = (book: Book, id: string, { deal, conflict }: LiveContract): string | undefined => {
  if (conflict === undefined) return undefined
  const other = book.heads.get(conflict.with)?.contract
  if (!other) return `is in conflict with ${conflict.with}, which is not there`
  const made = concluded(other)
  const hadPlace =
    made?.deal.serviceId === deal.serviceId && [made.deal.smeId, ...(made.formerSmeIds ?? [])].includes(deal.smeId)
  return conflict.with === id || !hadPlace
    ? `is in conflict with ${conflict.with}, which never had this service and SME`
    : undefined
}

/**
 * I01. An SME has at most one live contract for a service (第2章1.(6)), now and at any time before. A service belongs to
 * one implementing entity, so service and 法人番号 name the place; live runs from signing until the end, whatever the
 * first day of service. Where a merger brought two together, the one that came stands in conflict, which is listed and
 * names the other, until one ends or under an exception.
 */
export const oneLiveContract: Invariant = {
  id: 'I01',
  says: { ja: '一つのサービスにつき、利用者ごとに有効な契約は一つ', en: 'one live contract an SME and service' },
  check: (book, see) => {
    const first = new Map<string, string>()
    for (const { id, where, contract } of liveIn(book)) {
      if (contract.conflict !== undefined) {
        see(where, wrongConflict(book, id, contract))
        continue
      }
      const place = placeOf(contract)
      const other = first.get(place)
      first.set(place, other ?? id)
      see(where, other !== undefined && `${place} is live here and in ${other}`)
    }
    for (const [before, { id, place, from }] of overlapping(book))
      see(`LED#${id}`, `has been live for ${place} since ${from}, where ${before.id} was live until ${before.until}`)
  },
}
