import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { attest } from '../../application/contracts/attest.ts'
import { sellersOwnMail } from '../../application/contracts/sellers-own-mail.ts'
import { contractView } from '../../views/contract-view.ts'

export const attestContract =
  (deps: Dependencies): HandlerOf<Routes['attestContract']> =>
  async ({ body }, call) =>
    (await sellersOwnMail(deps, body.sme, call.who)) ??
    attest(deps, body, call, {
      answer: ({ state, version, name, gate }) => contractView(state, version, name, gate),
    })

/**
 * The usual way of one contract: guards and place in one request, then the command (4), the head (2) with three index
 * entries (3), the event (4) with its mark (1), document and attestation (6), the place (2) and two guard checks (4).
 */
export const costs: Costs = {
  attestContract: { requests: 2, readUnits: 3, writeUnits: 34 },
}
