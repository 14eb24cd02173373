import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import type { Costs } from '../cost.ts'
import { archiveView } from '../views/archive-view.ts'
import { filesOf, inVault } from './files.ts'
import { archiveSeen } from './keep-archive.ts'

export const getArchive =
  (world: World): HandlerOf<Routes['getArchive']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await archiveSeen(world, who, contractId)
    if (!found.ok) return found
    const { kept, retention, years } = found.value
    return done(archiveView(contractId, kept.state, kept.version, retention, years))
  }

/** A sealed document as it lies in the vault. Bytes that are not what the ledger says are a defect, and never given out. */
export const downloadSealed =
  (world: World): HandlerOf<Routes['downloadSealed']> =>
  async ({ params: { contractId, name } }, { who }) => {
    const found = await archiveSeen(world, who, contractId)
    if (!found.ok) return found
    const { archiveId, kept } = found.value
    const filed = kept.state.stage === 'kept' ? filesOf(kept.state).find((one) => one.name === name) : undefined
    if (!filed) return refuse({ kind: 'not-found', what: 'document' })
    return done(await trueBytes(world, inVault(archiveId, name), filed.sha256))
  }

/** What lies under a name of the vault, if it is what the ledger says. Throws otherwise. */
export const trueBytes = async ({ vault, bytesDigest }: World, name: string, sha256: string): Promise<Uint8Array> => {
  const bytes = await vault.get(name)
  if (!bytes || bytesDigest(bytes) !== sha256) throw new Error(`${name} is not in the vault as the ledger has it`)
  return bytes
}

export const costs: Costs = {
  getArchive: { requests: 3, readUnits: 4, writeUnits: 0 },
  downloadSealed: { requests: 3, readUnits: 4, writeUnits: 0 },
}
