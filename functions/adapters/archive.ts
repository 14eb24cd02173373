import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Zip } from '../ports/holdings.ts'
import { sha256 } from './canonical.ts'

// A zip wants a day for each file. When they were made stands in the manifest; the same contents give the same bytes.
const mtime = '2000-01-01T00:00:00'
const manifestName = 'manifest.json'

/** Zips as every system opens them. What comes as bytes is packed already, and is stored as it is. */
export const zipArchive: Zip = {
  pack: (files, manifest) => {
    const contents: Zippable = {}
    const archived = files.map((file) => {
      const isText = 'text' in file
      const bytes = isText ? strToU8(file.text) : file.bytes
      contents[file.name] = [bytes, { mtime, level: isText ? 6 : 0 }]
      return { name: file.name, lines: isText ? file.lines : null, bytes: bytes.length, sha256: sha256(bytes) }
    })
    contents[manifestName] = [strToU8(`${JSON.stringify(manifest(archived), null, 2)}\n`), { mtime }]
    return zipSync(contents, { level: 6 })
  },
  manifestOf: (zip) => {
    const { [manifestName]: manifest } = unzipSync(zip, { filter: ({ name }) => name === manifestName })
    if (!manifest) throw new Error('a zip without a manifest')
    const says: unknown = JSON.parse(strFromU8(manifest))
    return says
  },
}
