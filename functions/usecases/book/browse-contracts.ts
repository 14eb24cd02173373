import * as z from 'zod'
import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { attentionOf, attentions, type Attention } from '../../../shared/domain/contract/book-entry.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { startOfDayInJapan, daysAfter } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { BookLine, BookPart } from '../../ports/book.ts'
import type { ContractSummary } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Scope } from '../../ports/listings.ts'
import { bookOf } from '../../application/book/book-of.ts'
import { isHeldBy } from '../../application/contracts/portfolio.ts'
import { untoldAmong } from '../../application/contracts/untold.ts'
import type { Costs } from '../../application/cost.ts'
import { placeIn } from '../../application/cursor-place.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { conflictIn, contractLineView } from '../../views/contract-view.ts'

type Asked = Omit<InputOf<Routes['browseContracts']>['query'], 'limit' | 'cursor'>
type Read = { readonly line: ContractSummary; readonly kept: Versioned<ExistingContract> }

const usualLimit = 50
/** Pages of keys a page is made of at most, where a service is asked for: if it has few, it holds few. */
const mostLooks = 4

/** Place in an order: the last key that was looked at, and whether it is gone through backwards. */
const Place = z.strictObject({ at: z.string(), back: z.boolean() })

/** Part of a book that is asked for, if it can be. */
const partOf = ({
  sort = 'changed',
  order,
  stage,
  attention,
  from,
  until,
}: Asked): Result<BookPart, Refusal<'out-of-order' | 'does-not-fit'>> => {
  if (from !== undefined && until !== undefined && until < from)
    return refuse({ kind: 'out-of-order', what: 'until', given: until, notBefore: from })
  if (sort === 'firm' && (from !== undefined || until !== undefined))
    return refuse({ kind: 'does-not-fit', what: 'from', given: from ?? until ?? '', needs: 'an order by days' })
  if (attention !== undefined && (stage !== undefined || (sort !== 'changed' && sort !== undefined)))
    return refuse({
      kind: 'does-not-fit',
      what: 'attention',
      given: attention.join(','),
      needs: 'no stage and no sort',
    })
  // Instants are kept in UTC: a day in Japan begins before it does there.
  const isInstant = attention === undefined && sort === 'changed'
  const first = from === undefined || !isInstant ? from : startOfDayInJapan(from)
  const last = until === undefined || !isInstant ? until : startOfDayInJapan(daysAfter(until, 1))
  return ok({
    sort,
    order: order ?? (sort === 'firm' || attention !== undefined ? 'asc' : 'desc'),
    of: attention === undefined ? { stages: stage ?? ['drafted', 'offered', 'live', 'ended'] } : { attention },
    from: first,
    until: last,
  })
}

/** True where a contract still is what its line says: a book follows the heads with a delay. */
const stillStands = (
  scope: Scope,
  part: BookPart,
  { attention }: BookLine,
  { line, kept: { state } }: Read,
): boolean => {
  if (scope !== state.deal.entityId && !isHeldBy(scope, state)) return false
  if ('stages' in part.of) return part.of.stages.includes(line.stage)
  // One that wants attention for several reasons stands once: where it goes by the earliest day.
  const now = attentionOf(state)
  const asked = part.of.attention.filter((one) => now[one] !== undefined)
  return attention !== null && earliest(now, asked) === attention
}

const earliest = (now: ReturnType<typeof attentionOf>, asked: readonly Attention[]): Attention | undefined =>
  asked.toSorted((one, other) => ((now[one] ?? '') < (now[other] ?? '') ? -1 : 1))[0]

const attentionShown = (state: ExistingContract) => {
  const now = attentionOf(state)
  return attentions.flatMap((reason) => {
    const on = now[reason]
    return on === undefined ? [] : [{ reason, on }]
  })
}

/** Reads a page of lines with the contracts they are of; in the order asked for, or backwards from a place. */
const pageRead = async (
  deps: Dependencies,
  scope: Scope,
  part: BookPart,
  {
    serviceId,
    limit,
    from,
  }: Pick<Asked, 'serviceId'> & { readonly limit: number; readonly from: z.output<typeof Place> | null },
) => {
  const order = from?.back ? (part.order === 'asc' ? 'desc' : 'asc') : part.order
  const shown: (Read & { readonly position: string })[] = []
  const unreadable: { readonly id: string; readonly error: unknown }[] = []
  let after = from?.at ?? null
  let first: string | null = null
  let more = true
  for (let looks = 0; more && shown.length < limit && looks < mostLooks; looks += 1) {
    const page = await deps.book.page(scope, { ...part, order }, { limit: limit - shown.length, after })
    const found = await deps.contracts.lines(page.lines.map(({ contractId }) => contractId))
    const reads = new Map(found.items.map((one) => [one.line.contractId, one]))
    unreadable.push(...found.unreadable.map(({ id, error }) => ({ id: String(id), error })))
    for (const line of page.lines) {
      const read = reads.get(line.contractId)
      const isShown = shown.some((one) => one.line.contractId === line.contractId)
      const isAsked = !isShown && (serviceId === undefined || read?.line.serviceId === serviceId)
      if (read && isAsked && stillStands(scope, part, line, read)) shown.push({ ...read, position: line.position })
    }
    first ??= page.lines[0]?.position ?? null
    after = page.lines.at(-1)?.position ?? after
    more = page.more
    if (serviceId === undefined) break
  }
  return { shown: from?.back ? shown.toReversed() : shown, unreadable, first, last: after, more }
}

/** A page of a book in an order, forwards or backwards. */
export const browseContracts =
  (deps: Dependencies): HandlerOf<Routes['browseContracts']> =>
  async ({ query: { limit = usualLimit, cursor, ...asked } }, { who }) => {
    const part = partOf(asked)
    if (!part.ok) return part
    const scope = await bookOf(deps, who, asked.resellerId)
    if (scope === undefined) return refuse({ kind: 'not-found', what: 'reseller' })
    const sealedFor = `${scope}/browseContracts/${JSON.stringify([part.value, asked.serviceId])}`
    const from = cursor === undefined ? null : await placeIn(deps, sealedFor, cursor, Place)
    if (from === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await pageRead(deps, scope, part.value, { serviceId: asked.serviceId, limit, from })
    const { untold, unreadable } = await untoldAmong(
      deps,
      who.entityId,
      page.shown.map(({ line }) => line.contractId),
    )
    const seal = async (at: string | null, back: boolean): Promise<string | null> =>
      at === null ? null : deps.cursors.seal(sealedFor, JSON.stringify({ at, back }))
    const isBack = from?.back ?? false
    // Behind a page that was reached backwards there is at least the one it was reached from, and so before one that was not.
    const [start, end] = isBack ? [page.last, page.first] : [page.first, page.last]
    return ok({
      items: page.shown.map(({ line, kept: { state, at } }) => ({
        ...contractLineView(line),
        untold: untold.has(line.contractId),
        smeConflict: conflictIn(line.stage === 'live' ? line.conflict : null),
        changedAt: at,
        attention: attentionShown(state),
      })),
      unreadable: unreadableFor(who, [...page.unreadable, ...unreadable]),
      nextCursor: isBack || page.more ? await seal(end, false) : null,
      previousCursor: (isBack ? page.more : from !== null) ? await seal(start, true) : null,
    })
  }

/**
 * A request for each stage or reason asked for, four without any, which read a line more than the page holds and a read
 * unit for some sixty; their contracts in one request and a unit each; the untold letters of the page. A reseller's book
 * is a request and a unit more. However large the book.
 */
export const costs: Costs = {
  browseContracts: { requests: 6, readUnits: 16.5, writeUnits: 0 },
}
