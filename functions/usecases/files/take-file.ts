import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  acceptFile as decideAcceptance,
  approveFile as decideApproval,
  declineFile as decideDecline,
  fileName,
  type ExistingFile,
} from '../../../shared/domain/file/file.ts'
import { aboutFileKind } from '../../../shared/domain/file/purposes.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { paperAt } from '../../ports/papers.ts'
import { fileVersion } from '../../ports/unique-keys.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { arrivedAsStated } from '../../application/files/arrived.ts'
import { findOwnFile } from '../../application/files/file-access.ts'
import { hashesOnRecord } from '../../application/files/hashes-on-record.ts'
import { fileDone } from '../../views/file-view.ts'
import { reasonForm } from '../../papers/statements.ts'

const notTheOne = (given: string, known: readonly string[]): Refusal<'does-not-fit'> => ({
  kind: 'does-not-fit',
  what: 'sha256',
  given,
  needs: known.join(', '),
  why: {
    ja: 'すでに記録されている SHA-256 と違うファイルです。記録したものと同じファイルをお送りになるか、先に記録を改めてください。',
    en: 'It is not the file whose SHA-256 is on record. Send that very file, or put the new one on record first.',
  },
})

/**
 * Takes a file for its purpose, by a person's word: it goes into the locked vault, and only then is it said that it was
 * accepted. Where a hash is on record already, it must be that very file.
 */
export const acceptFile =
  (deps: Dependencies): HandlerOf<Routes['acceptFile']> =>
  async ({ params: { fileId } }, { who, at, metadata }) => {
    const found = await findOwnFile(deps, who, fileId)
    if (!found.ok) return found
    const { state } = found.value
    const decision = decideAcceptance(state, who.sub, at)
    if (!decision.ok) return decision
    const known = await hashesOnRecord(deps.ledger, state)
    if (known.length > 0 && !known.includes(state.sha256)) return refuse(notTheOne(state.sha256, known))
    const claims = state.number === null ? [] : [fileVersion(state.purpose, state.of, state.number, fileId)]
    for (const claim of claims)
      if ((await deps.commits.holderOf(claim)) !== null) return refuse({ kind: 'already-exists', what: 'number' })
    const arrived = await arrivedAsStated(deps, state)
    if (!arrived.ok) return arrived
    // What is in the locked vault cannot be taken out of it.
    if (!metadata.dryRun && !(await deps.commits.isStillMember(metadata))) return refuse({ kind: 'no-longer-member' })
    const name = fileName(state)
    const how = { contentType: aboutFileKind[state.kind].type, keepUntil: null }
    if (!metadata.dryRun) await deps.vault.put(name, arrived.value, how)
    const changed = change('file', fileId, found.value, decision.value, at)
    return deps.commits.commit({
      metadata,
      answer: fileDone(changed.state as ExistingFile, versionAfter(changed)),
      changes: [changed],
      claims,
    })
  }

/** Puts a version in force, by a second person of the implementing entity. */
export const approveFile =
  (deps: Dependencies): HandlerOf<Routes['approveFile']> =>
  async ({ params: { fileId }, body: { effectiveOn } }, { who, at, today, metadata }) => {
    const found = await findOwnFile(deps, who, fileId)
    if (!found.ok) return found
    const decision = decideApproval(found.value.state, { by: who.sub, effectiveOn }, { at, today })
    if (!decision.ok) return decision
    const changed = change('file', fileId, found.value, decision.value, at)
    return deps.commits.commit({
      metadata,
      answer: fileDone(changed.state as ExistingFile, versionAfter(changed)),
      changes: [changed],
    })
  }

/** Does not take a file, and says why. Its bytes go with the quarantine. */
export const declineFile =
  (deps: Dependencies): HandlerOf<Routes['declineFile']> =>
  async ({ params: { fileId }, body: { reason } }, { who, at, metadata }) => {
    const found = await findOwnFile(deps, who, fileId)
    if (!found.ok) return found
    const paper = paperAt(deps.digest, 'declined', found.value.version, reasonForm.write({ reason }))
    const decision = decideDecline(found.value.state, { by: who.sub, reasonSha256: paper.sha256 }, at)
    if (!decision.ok) return decision
    const changed = change('file', fileId, found.value, decision.value, at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: fileDone(changed.state as ExistingFile, versionAfter(changed)),
      changes: [changed],
    })
  }

/** Of a version the number is looked up and claimed; of others, the hash on record. Who accepts is asked for ahead. */
export const costs: Costs = {
  acceptFile: { requests: 4, readUnits: 3, writeUnits: 12 },
  approveFile: { requests: 2, readUnits: 1, writeUnits: 9 },
  declineFile: { requests: 2, readUnits: 1, writeUnits: 12 },
}
