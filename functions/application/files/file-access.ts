import type { ExistingFile, FileObjectId } from '../../../shared/domain/file/file.ts'
import { aboutFilePurpose, type FilePurpose } from '../../../shared/domain/file/purposes.ts'
import type { ContractId, FileId, ResellerId, ServiceId, SubmissionId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Versioned } from '../../ports/records.ts'
import { findAnsweredContract, findVisibleContract, type Seller } from '../contracts/contract-access.ts'
import { stopped } from '../tenants/still-acts.ts'

const noFile = refuse<Refusal<'not-found'>>({ kind: 'not-found', what: 'file' })
const noObject = refuse<Refusal<'not-found'>>({ kind: 'not-found', what: 'of' })

type Reach = Result<null, Refusal<'not-found' | 'wrong-stage'>>

const seen = (found: unknown): Reach => (found ? ok(null) : noObject)

/**
 * Whether someone may see a thing that files belong to; with `acts`, whether they may still put something on record for
 * it. What is another's does not exist.
 */
export const reachObject = async (
  { directory, contracts }: Dependencies,
  who: Seller,
  of: FileObjectId,
  acts: boolean,
): Promise<Reach> => {
  switch (of.slice(0, 3)) {
    case 'ctr': {
      const find = acts ? findAnsweredContract : findVisibleContract
      const found = await find(contracts, who, of as ContractId)
      return found.ok ? ok(null) : found
    }
    case 'svc':
      return seen(await directory.service(who.entityId, of as ServiceId))
    case 'rsl': {
      if ('resellerId' in who && who.resellerId !== of) return noObject
      const found = await directory.reseller(who.entityId, of as ResellerId)
      const over = found && acts && 'resellerId' in who ? stopped(found.state) : undefined
      return over ? refuse(over) : seen(found)
    }
    default:
      return 'resellerId' in who ? noObject : seen(await directory.submission(who.entityId, of as SubmissionId))
  }
}

/** True for a file of a thing that someone sees, if the file is for their eyes too. */
export const isFor = (
  who: Seller,
  { entityId, broughtBy, purpose, stage }: Pick<ExistingFile, 'entityId' | 'broughtBy' | 'purpose' | 'stage'>,
): boolean => {
  if (entityId !== who.entityId) return false
  if (!('resellerId' in who) || broughtBy === who.resellerId) return true
  const { readBy, versioned } = aboutFilePurpose[purpose]
  return readBy.includes('reseller') && (stage === 'approved' || (stage === 'accepted' && !versioned))
}

/** The file, if someone may see it. */
export const findFile = async (
  deps: Dependencies,
  who: Seller,
  id: FileId,
): Promise<Result<Versioned<ExistingFile>, Refusal<'not-found'>>> => {
  const found = await deps.directory.file(id)
  if (!found || !isFor(who, found.state)) return noFile
  // Whose contract it is may have changed since: a former holder sees its files no more.
  const reach = 'resellerId' in who ? await reachObject(deps, who, found.state.of, false) : ok(null)
  return reach.ok ? ok(found) : noFile
}

/** The file, if someone may go on with it: the implementing entity, or whose people brought it. */
export const findOwnFile = async (
  deps: Dependencies,
  who: Seller,
  id: FileId,
): Promise<Result<Versioned<ExistingFile>, Refusal<'not-found' | 'wrong-stage'>>> => {
  const found = await deps.directory.file(id)
  if (!found || found.state.entityId !== who.entityId) return noFile
  if (!('resellerId' in who)) return ok(found)
  if (found.state.broughtBy !== who.resellerId) return noFile
  const reach = await reachObject(deps, who, found.state.of, true)
  return reach.ok ? ok(found) : reach
}

/** The start of the ids of the things that files for a purpose belong to. */
export const objectOf = (purpose: FilePurpose): string =>
  ({ reseller: 'rsl', service: 'svc', contract: 'ctr', submission: 'sbm' })[aboutFilePurpose[purpose].of]
