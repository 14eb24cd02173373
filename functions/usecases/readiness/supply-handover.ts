import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { handoverItem, supplyHandover as decideSupply } from '../../../shared/domain/reseller/handover.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { stopped, isItsOwn } from '../../application/tenants/still-acts.ts'
import { handoverView } from '../../views/readiness-view.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import { handoverForm } from '../../papers/resellers.ts'

type Given = InputOf<Routes['supplyHandover']>['body']

const hasEvidence = ({ documentSha256, custodian }: Given): boolean => documentSha256 !== null || custodian !== null

/** Says where an item lies; the words are an evidence document, its hash and the day are in the ledger. */
export const supplyHandover =
  (deps: Dependencies): HandlerOf<Routes['supplyHandover']> =>
  async ({ params: { resellerId }, body }, { who, at, today, metadata }) => {
    const found = isItsOwn(who, resellerId) ? await deps.directory.reseller(who.entityId, resellerId) : undefined
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    // The implementing entity still says where things lie; a reseller that was stopped says nothing more.
    const over = 'resellerId' in who ? stopped(found.state) : undefined
    if (over) return refuse(over)
    const words = { ...body, recordedBy: who.sub }
    const paper = paperAt(deps.digest, `handover-${body.code}`, found.version, handoverForm.write(words))
    const decision = decideSupply(
      {
        code: body.code,
        asOf: body.asOf,
        keptBy: body.keptBy,
        suppliedBy: 'resellerId' in who ? 'reseller' : 'implementingEntity',
        sha256: paper.sha256,
        paper: found.version + 1,
      },
      { hasEvidence: hasEvidence(body), today },
    )
    if (!decision.ok) return decision
    const changed = change('reseller', resellerId, found, decision.value, at, { papers: [paper] })
    const item = handoverItem(changed.state as ExistingReseller, body.code)
    return deps.commits.commit({
      metadata,
      answer: { ...handoverView(body.code, item, words, today), version: versionAfter(changed) },
      changes: [changed],
    })
  }

export const costs: Costs = {
  supplyHandover: { requests: 2, readUnits: 1, writeUnits: 14 },
}
