import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  fulfilObligation as decideFulfilment,
  waiveObligation as decideWaiver,
} from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import type { ObligationCode } from '../../../shared/domain/discontinuance/obligation.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Missing } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Change } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { progressOf } from '../../application/cases/progress.ts'
import { obligationView } from '../../views/obligation-views.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { obligationWordForm } from '../../papers/statements.ts'

const notFound = refuse({ kind: 'not-found' as const, what: 'obligation' })

const answerOf = (changed: Change<'discontinuance'>, code: ObligationCode, today: PlainDate) => {
  const { obligations = [] } = changed.state as ExistingDiscontinuance
  const obligation = obligations.find((one) => one.code === code)
  if (!obligation) throw new Error(`no ${code}`)
  return { ...obligationView(obligation, today), version: versionAfter(changed) }
}

const untoldCodes = new Set(['list', 'takeoversToCount', 'smeToTell'])

/** Users still to be told, as far as the platform knows; asked of one obligation only, since it reads the portfolio. */
const untoldIn = async (
  deps: Dependencies,
  state: ExistingDiscontinuance,
  code: ObligationCode,
  at: Instant,
): Promise<readonly Missing[]> => {
  if (code !== 'tellSmes' || state.stage !== 'takingOver') return []
  const { missing } = await progressOf(deps, state, at)
  return missing.filter((one) => untoldCodes.has(one.code))
}

/**
 * A person says that an obligation is fulfilled; the evidence lies in a document beside the ledger, its hash in the
 * ledger.
 */
export const fulfilObligation =
  (deps: Dependencies): HandlerOf<Routes['fulfilObligation']> =>
  async ({ params: { discontinuanceId, code }, body }, { who: { entityId, sub }, at, today, metadata }) => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return notFound
    const paper = paperAt(
      deps.digest,
      'fulfilled',
      found.version,
      obligationWordForm.write({ code, ...body, recordedBy: sub }),
    )
    const decision = decideFulfilment(
      found.state,
      { code, on: body.on, evidenceSha256: paper.sha256 },
      { today, untold: await untoldIn(deps, found.state, code, at) },
    )
    if (!decision.ok) return decision
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({ metadata, answer: answerOf(changed, code, today), changes: [changed] })
  }

/** An admin lets an obligation go; the reason lies in an evidence document. */
export const waiveObligation =
  (deps: Dependencies): HandlerOf<Routes['waiveObligation']> =>
  async ({ params: { discontinuanceId, code }, body }, { who: { entityId, sub }, at, today, metadata }) => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return notFound
    const paper = paperAt(deps.digest, 'waived', found.version, obligationWordForm.write({ code, ...body }))
    const decision = decideWaiver(found.state, { code, waivedBy: sub, reasonSha256: paper.sha256 }, { today })
    if (!decision.ok) return decision
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({ metadata, answer: answerOf(changed, code, today), changes: [changed] })
  }

/** Saying that every SME was told costs a reading of the reseller's book more. */
export const costs: Costs = {
  fulfilObligation: { requests: 2, readUnits: 1, writeUnits: 13 },
  waiveObligation: { requests: 2, readUnits: 1, writeUnits: 13 },
}
