import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Archive } from '../ports/holdings.ts'
import { sha256 } from './canonical.ts'

// A zip wants a day for each file. When they were made stands in the manifest; the same contents give the same bytes.
const mtime = '2000-01-01T00:00:00'

/** A zip as every system opens it. */
export const zipArchive: Archive = (files, manifest) => {
  const contents: Zippable = {}
  const archived = files.map(({ name, lines, text }) => {
    const bytes = strToU8(text)
    contents[name] = [bytes, { mtime }]
    return { name, lines, bytes: bytes.length, sha256: sha256(bytes) }
  })
  contents['manifest.json'] = [strToU8(`${JSON.stringify(manifest(archived), null, 2)}\n`), { mtime }]
  const bytes = zipSync(contents, { level: 6 })
  return { bytes, sha256: sha256(bytes), files: archived }
}
