import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { checkFile, fileName, type ExistingFile } from '../../../shared/domain/file/file.ts'
import { wordsOfFault, type FileFault } from '../../../shared/domain/file/faults.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { findOwnFile } from '../../application/files/file-access.ts'
import { arrivedAsStated } from '../../application/files/arrived.ts'
import { fileDone } from '../../views/file-view.ts'

const faulty = (fault: FileFault, { kind }: ExistingFile): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'content',
  given: fault,
  needs: `a whole ${kind} that does nothing by itself`,
  why: wordsOfFault(fault, kind),
})

/**
 * Looks into what arrived: as many bytes as stated, their SHA-256, the kind by the content, what stands in it, and what
 * the scanner says. Whatever is wrong is refused and nothing is written: the same file can be sent again, another is
 * begun anew.
 */
export const finishUpload =
  (deps: Dependencies): HandlerOf<Routes['finishUpload']> =>
  async ({ params: { fileId } }, { who, at, metadata }) => {
    const found = await findOwnFile(deps, who, fileId)
    if (!found.ok) return found
    const { state } = found.value
    // Whether it may be checked at all is asked before twenty megabytes are read.
    const asked = checkFile(state, 'builtIn', at)
    if (!asked.ok) return asked
    const arrived = await arrivedAsStated(deps, state)
    if (!arrived.ok) return arrived
    const name = fileName(state)
    const { by, verdict } = await deps.uploads.scan(name, arrived.value)
    const fault = verdict === 'found' ? 'malware' : await deps.uploads.inspect(state.kind, arrived.value)
    if (fault) return refuse(faulty(fault, state))
    const decision = checkFile(state, by, at)
    if (!decision.ok) return decision
    const changed = change('file', fileId, found.value, decision.value, at)
    return deps.commits.commit({
      metadata,
      answer: fileDone(changed.state as ExistingFile, versionAfter(changed)),
      changes: [changed],
    })
  }

export const costs: Costs = {
  finishUpload: { requests: 2, readUnits: 1, writeUnits: 9 },
}
