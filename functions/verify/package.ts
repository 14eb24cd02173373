import { filesIn } from './container.ts'
import { historyIn } from './ledger.ts'
import { manifestIn } from './manifest.ts'
import { sealingsIn, type Held } from './sealings.ts'
import { must } from './wrong.ts'

/** A package in which nothing is wrong, and what it is of. */
export type Valid = {
  readonly contractId: string
  readonly events: number
  readonly sealings: readonly Held[]
  readonly keyFingerprint: string
}

/** Checks a package from the outside in, by its bytes alone. Throws the first thing that is wrong with it. */
export const validPackage = (zip: Buffer): Valid => {
  const files = filesIn(zip)
  const { contractId, archiveId, asOf, keyFingerprint } = manifestIn(files)
  const isOfContract = typeof contractId === 'string' && archiveId === `arc_${contractId.slice('ctr_'.length)}`
  must(isOfContract, 'manifest.json', '契約と保管の番号が一致しません', 'names an archive of another contract')
  const contract = historyIn(files, 'contract', contractId, asOf.contract)
  const archive = historyIn(files, 'archive', archiveId, asOf.archive)
  const sealings = sealingsIn(files, contractId, contract, archive)
  return { contractId, sealings, keyFingerprint, events: contract.events.length + archive.events.length }
}
