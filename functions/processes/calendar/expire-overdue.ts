import type { Dependencies } from '../../ports/dependencies.ts'
import type { DiscontinuanceId, FileId, ResellerId } from '../../../shared/domain/ids.ts'
import { expireFile } from '../../../shared/domain/file/file.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import type { Over } from '../../ports/directory.ts'
import { noticePastDue } from '../../application/tenants/notice-concern.ts'
import { lapse } from '../../application/cases/lapse-discontinuance.ts'

const atOnce = 100

/**
 * Writes down what time brings to things other than contracts: proposals that were waited out, requirements that were
 * not met in time, files that nobody took, and signing locks that an approval left behind. Goes through whatever is marked for a moment that is
 * over; idempotent. Gives how many it wrote down.
 */
export const expireOverdue =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    let written = 0
    for (const over of await deps.directory.over(deps.clock.now(), atOnce)) {
      if (!mayGoOn()) return written
      if (await writeDown(deps, over)) written += 1
    }
    return written
  }

const writeDown = (deps: Dependencies, over: Over): Promise<boolean> =>
  'fenced' in over
    ? deps.commits.releaseExpiredSigningLocks(over.fenced, deps.clock.now())
    : 'fileId' in over
      ? expire(deps, over.fileId)
      : writeDownOver(deps, over)

const writeDownOver = (deps: Dependencies, { entityId, id }: Extract<Over, { id: unknown }>): Promise<boolean> =>
  isReseller(id) ? noticePastDue(deps, { entityId, resellerId: id }) : lapse(deps, entityId, id)

const isReseller = (id: DiscontinuanceId | ResellerId): id is ResellerId => id.startsWith('rsl_')

/** Notes that a file was left in quarantine. Its bytes go by the quarantine's own rule. */
const expire = async (deps: Dependencies, fileId: FileId): Promise<boolean> => {
  const now = deps.clock.now()
  const found = await deps.directory.file(fileId)
  const events = found ? expireFile(found.state, now) : []
  if (!found || events.length === 0) return false
  const landed = await deps.commits.commit({
    metadata: systemMetadata('expire-file', fileId, now),
    answer: null,
    changes: [change('file', fileId, found, events, now)],
  })
  return landed.ok
}
