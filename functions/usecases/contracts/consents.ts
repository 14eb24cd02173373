import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import { step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import { consenting, withdrawing } from '../../application/contracts/consenting.ts'
import { consentForm } from '../../papers/words-of-smes.ts'

export const giveConsent =
  (deps: Dependencies): HandlerOf<Routes['giveConsent']> =>
  ({ params: { contractId }, body: { kind, askedBy, how, abroad = null } }, call) =>
    step(deps, contractId, call, (now) => consenting(deps, now, kind, { by: 'seller', askedBy, how }, abroad))

export const withdrawConsent =
  (deps: Dependencies): HandlerOf<Routes['withdrawConsent']> =>
  ({ params: { contractId }, body: { kind, askedBy, how } }, call) =>
    step(deps, contractId, call, (now) => withdrawing(deps, now, kind, { by: 'seller', askedBy, how }))

/** Every receipt of a contract's consents, oldest first. */
export const listConsents =
  (deps: Dependencies): HandlerOf<Routes['listConsents']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const events = await deps.ledger.eventsOf(contractId)
    const items = await Promise.all(events.flatMap((event) => receiptOf(deps, event) ?? []))
    return ok({ items, nextCursor: null })
  }

const receiptOf = (deps: Dependencies, { stream, seq, at, event }: LedgerEvent) => {
  if (event.type !== 'consent-given' && event.type !== 'consent-withdrawn') return undefined
  return (async () => {
    const {
      by,
      askedBy,
      how,
      text,
      signer = null,
    } = consentForm.read(await deps.ledger.paper(stream, numbered(event.type, seq)))
    const { kind, receiptSha256 } = event
    const what = event.type === 'consent-given' ? ('given' as const) : ('withdrawn' as const)
    return { seq, at, kind, what, by, askedBy, how, signer, receiptSha256, text: [...text] }
  })()
}

export const costs: Costs = {
  giveConsent: { requests: 3, readUnits: 3, writeUnits: 17 },
  withdrawConsent: { requests: 2, readUnits: 2, writeUnits: 17 },
  listConsents: { requests: 4, readUnits: 9, writeUnits: 0 },
}
