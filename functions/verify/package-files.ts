import { crc32 } from './crc32.ts'
import { must } from './wrong.ts'
import { entriesOf, type ZipEntry } from './zip.ts'

export type Files = ReadonlyMap<string, Buffer>

/** Ways the files can have come: in the very zip the platform made, in another zip of the same files, or as a folder. */
export type Packing = 'asMade' | 'packedAgain' | 'folder'
export type PackageFiles = { readonly files: Files; readonly packing: Packing }

/** Files that systems put beside those of a folder, and nobody sees. */
const bySystem = /(?:^|\/)(?:__MACOSX\/.*|\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i
const manifest = 'manifest.json'

/** The files of a package out of any zip. A zip that holds nothing but another is opened as that other. */
export const filesInZip = (zip: Buffer): PackageFiles => {
  const entries = entriesOf(zip)
  const [only, ...others] = entries.filter(({ path }) => !bySystem.test(path))
  if (only && others.length === 0 && /\.zip$/i.test(only.path))
    return { files: filesAmong(entriesOf(only.bytes)), packing: 'packedAgain' }
  const files = filesAmong(entries)
  return { files, packing: zipOf(files).equals(zip) ? 'asMade' : 'packedAgain' }
}

/** The files of a package that was unpacked into a folder. */
export const filesInFolder = (entries: readonly ZipEntry[]): PackageFiles => ({
  files: filesAmong(entries),
  packing: 'folder',
})

/** The files by their paths in the package: without the folder somebody put around them, and without what systems add. */
const filesAmong = (entries: readonly ZipEntry[]): Files => {
  const ours = entries.filter(({ path }) => !bySystem.test(path))
  must(ours.length > 0, '証拠一式 / package', '証拠一式ではありません', 'is no evidence package')
  const [list] = ours
    .map(({ path }) => path)
    .filter((path) => path === manifest || path.endsWith(`/${manifest}`))
    .toSorted((a, b) => a.split('/').length - b.split('/').length)
  const around = list?.slice(0, -manifest.length) ?? ''
  return new Map(
    ours.map(({ path, bytes }) => [path.startsWith(around) ? path.slice(around.length) : path, bytes] as const),
  )
}

const localMark = 0x04034b50
const centralMark = 0x02014b50
const endMark = 0x06054b50
const version = 20
/** The first of January 1980, as zip writes a day; its time is zero. */
const noDate = 0x21

/** The one zip the platform makes of these files: sorted, stored, undated. */
const zipOf = (files: Files): Buffer => {
  const names = [...files.keys()].toSorted()
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const path of names) {
    const bytes = files.get(path) ?? Buffer.alloc(0)
    const name = Buffer.from(path, 'latin1')
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(version, 0)
    shared.writeUInt16LE(noDate, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(bytes.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([uint32(localMark), shared, name, bytes])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([uint32(centralMark), uint16(version), shared, place, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endMark, 0)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const uint16 = (n: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(n)
  return bytes
}
const uint32 = (n: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n)
  return bytes
}
