import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { ownPortfolio } from '../../application/contracts/contract-access.ts'
import { attest } from '../../application/contracts/attest.ts'
import { sellersOwnContact } from '../../application/contracts/sellers-own-contact.ts'
import { contractView } from '../../views/contract-view.ts'

export const attestContract =
  (deps: Dependencies): HandlerOf<Routes['attestContract']> =>
  async ({ body }, call) =>
    (await sellersOwnContact(deps, body.sme, call.who, body.resellerId ?? ownPortfolio(call.who))) ??
    attest(deps, body, call, {
      answer: ({ state, version, name, gate }) => contractView(state, version, name, gate),
    })

/**
 * The usual way of one contract: its reseller's own contact in one request (1), guards and place in one (3), then the command (4), the head (2) with three index
 * entries (3), the event (4) with its mark (1), document and attestation (6), the place (2) and two guard checks (4).
 */
export const costs: Costs = {
  attestContract: { requests: 3, readUnits: 4, writeUnits: 34 },
}
