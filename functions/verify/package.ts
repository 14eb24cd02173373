import { historyIn } from './ledger.ts'
import { manifestIn } from './manifest.ts'
import { filesInFolder, filesInZip, type PackageFiles, type Packing } from './package-files.ts'
import { sealingsIn, type Held } from './sealings.ts'
import { must } from './wrong.ts'
import type { ZipEntry } from './zip.ts'

/** A package in which nothing is wrong, what it is of, and how its files came. */
export type Valid = {
  readonly contractId: string
  readonly events: number
  readonly sealings: readonly Held[]
  readonly keyFingerprint: string
  readonly packing: Packing
}

/** Checks a package in a zip from the outside in, by its bytes alone. Throws the first thing that is wrong with it. */
export const validPackage = (zip: Buffer): Valid => valid(filesInZip(zip))

/** Checks a package that was unpacked into a folder, in the same way. */
export const validFolder = (entries: readonly ZipEntry[]): Valid => valid(filesInFolder(entries))

const valid = ({ files, packing }: PackageFiles): Valid => {
  const { contractId, archiveId, asOf, keyFingerprint } = manifestIn(files)
  const isOfContract = typeof contractId === 'string' && archiveId === `arc_${contractId.slice('ctr_'.length)}`
  must(isOfContract, 'manifest.json', '契約と保管の番号が一致しません', 'names an archive of another contract')
  const contract = historyIn(files, 'contract', contractId, asOf.contract)
  const archive = historyIn(files, 'archive', archiveId, asOf.archive)
  const sealings = sealingsIn(files, contractId, contract, archive)
  return { contractId, sealings, keyFingerprint, packing, events: contract.events.length + archive.events.length }
}
