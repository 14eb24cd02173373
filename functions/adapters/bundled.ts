import { zipSync, type ZippableFile } from 'fflate'
import type { Bundled } from '../ports/dependencies.ts'

/** Zip knows no time before this, and no zone: so it is made of local parts, and comes out the same everywhere. */
const noTime = new Date(1980, 0, 1)

/** A zip whose bytes follow from its files alone: sorted by path, stored as they are, without a date of their own. */
export const bundled: Bundled = (files) => {
  const sorted: Record<string, ZippableFile> = {}
  for (const path of Object.keys(files).sort()) sorted[path] = files[path] ?? new Uint8Array()
  return zipSync(sorted, { level: 0, mtime: noTime })
}
