import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { done } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { seen } from '../../application/contracts/contract-access.ts'
import { step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import { type Receipt, consenting, withdrawing } from '../../application/contracts/consenting.ts'

export const giveConsent =
  (world: World): HandlerOf<Routes['giveConsent']> =>
  ({ params: { contractId }, body: { kind, askedBy, how, abroad = null } }, call) =>
    step(world, contractId, call, (now) => consenting(world, now, kind, { by: 'seller', askedBy, how }, abroad))

export const withdrawConsent =
  (world: World): HandlerOf<Routes['withdrawConsent']> =>
  ({ params: { contractId }, body: { kind, askedBy, how } }, call) =>
    step(world, contractId, call, (now) => withdrawing(world, now, kind, { by: 'seller', askedBy, how }))

/** Every receipt of a contract's consents, oldest first. */
export const listConsents =
  (world: World): HandlerOf<Routes['listConsents']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await seen(world.contracts, who, contractId)
    if (!found.ok) return found
    const events = await world.ledger.eventsOf(contractId)
    const items = await Promise.all(events.flatMap((event) => receiptOf(world, event) ?? []))
    return done({ items, nextCursor: null })
  }

const receiptOf = (world: World, { stream, seq, at, event }: LedgerEvent) => {
  if (event.type !== 'consent-given' && event.type !== 'consent-withdrawn') return undefined
  return (async () => {
    const {
      by,
      askedBy,
      how,
      text,
      signer = null,
    } = (await world.ledger.paper(stream, numbered(event.type, seq))) as Receipt
    const { kind, receiptSha256 } = event
    const what = event.type === 'consent-given' ? ('given' as const) : ('withdrawn' as const)
    return { seq, at, kind, what, by, askedBy, how, signer, receiptSha256, text: [...text] }
  })()
}

export const costs: Costs = {
  giveConsent: { requests: 3, readUnits: 3, writeUnits: 11 },
  withdrawConsent: { requests: 2, readUnits: 2, writeUnits: 13 },
  listConsents: { requests: 4, readUnits: 8, writeUnits: 0 },
}
