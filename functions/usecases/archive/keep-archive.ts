import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Archive, ArchiveEvent, ArchiveOf } from '../../../shared/domain/archive/archive.ts'
import {
  disposeArchive as decideDisposal,
  liftHold as decideLift,
  placeHold as decideHold,
} from '../../../shared/domain/archive/keeping.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Refusal, RefusalKind } from '../../../shared/domain/refusal.ts'
import { type PaperContent, evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { archiveView, type Retention } from '../../views/archive-view.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { archiveSeen } from '../../application/archive/archive-seen.ts'
import { reasonForm } from '../../papers/statements.ts'

type About = { readonly contract: ExistingContract; readonly of: ArchiveOf; readonly retention: Retention | null }
type Decide<Kind extends RefusalKind> = (
  archive: Archive,
  paperSha256: string,
  about: About,
) => Result<readonly ArchiveEvent[], Refusal<Kind>>

/** Takes one step of an archive's admin: the reason goes into an evidence document, the event bears its hash. */
const step = async <Kind extends RefusalKind>(
  deps: Dependencies,
  { who, at, metadata }: RequestContext<PrincipalOf<'entityAdmin'>>,
  contractId: ContractId,
  paper: { readonly name: string; readonly content: PaperContent },
  decide: Decide<Kind>,
) => {
  const found = await archiveSeen(deps, who, contractId)
  if (!found.ok) return found
  const { archiveId, contract, kept, years, retention } = found.value
  const reason = paperAt(deps.digest, paper.name, kept.version, paper.content)
  const of = { archiveId, contractId, entityId: contract.deal.entityId }
  const decision = decide(kept.state, reason.sha256, { contract, of, retention })
  if (!decision.ok) return decision
  const changed = change('archive', archiveId, kept, decision.value, at, { papers: [reason] })
  return deps.commits.commit({
    metadata,
    answer: archiveView(contractId, changed.state, versionAfter(changed), retention, years),
    changes: [changed],
  })
}

export const placeHold =
  (deps: Dependencies): HandlerOf<Routes['placeHold']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, call, contractId, { name: 'hold', content: reasonForm.write(body) }, (archive, sha256, { of }) =>
      decideHold(archive, of, sha256),
    )

export const liftHold =
  (deps: Dependencies): HandlerOf<Routes['liftHold']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, call, contractId, { name: 'lift', content: evidenceAlone(body) }, (archive, sha256) =>
      decideLift(archive, body.number, sha256),
    )

export const disposeArchive =
  (deps: Dependencies): HandlerOf<Routes['disposeArchive']> =>
  ({ params: { contractId }, body }, call) =>
    step(
      deps,
      call,
      contractId,
      { name: 'disposal', content: evidenceAlone(body) },
      (archive, sha256, { contract, retention }) =>
        decideDisposal(archive, sha256, {
          contract: contract.stage,
          until: retention?.until ?? null,
          today: call.today,
        }),
    )

export const costs: Costs = {
  placeHold: { requests: 4, readUnits: 4, writeUnits: 13 },
  liftHold: { requests: 4, readUnits: 4, writeUnits: 13 },
  disposeArchive: { requests: 4, readUnits: 4, writeUnits: 14 },
}
