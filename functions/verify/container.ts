import { crc32 } from 'node:zlib'
import { must } from './wrong.ts'

export type Files = ReadonlyMap<string, Buffer>

const container = '圧縮ファイル / container'
const localMark = 0x04034b50
const centralMark = 0x02014b50
const endMark = 0x06054b50
const version = 20
/** The first of January 1980, as zip writes a day; its time is zero. */
const noDate = 0x21

/** The files of a package. Every byte of the zip is accounted for: it must be the one zip that holds just these files. */
export const filesIn = (zip: Buffer): Files => {
  const files = new Map<string, Buffer>()
  let at = 0
  while (at + 30 <= zip.length && zip.readUInt32LE(at) === localMark) {
    const [size, nameLength] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const from = at + 30 + nameLength
    must(from + size <= zip.length, container, '途中で切れています', 'is cut off')
    const name = zip.subarray(at + 30, from).toString('latin1')
    must(!files.has(name), name, '同じ名前のファイルがあります', 'is there twice')
    const bytes = zip.subarray(from, from + size)
    must(crc32(bytes) === zip.readUInt32LE(at + 14), name, '内容が変わっています', 'has changed')
    files.set(name, bytes)
    at = from + size
  }
  must(files.size > 0, container, '証拠一式ではありません', 'is no evidence package')
  const rebuilt = zipOf(files)
  const differs = firstDifference(zip, rebuilt)
  must(differs === null, container, `${differs}バイト目が正しくありません`, `is wrong at byte ${differs}`)
  return files
}

const block = 4_096

const firstDifference = (a: Buffer, b: Buffer): number | null => {
  if (a.equals(b)) return null
  let at = 0
  while (a.subarray(at, at + block).equals(b.subarray(at, at + block))) at += block
  while (a[at] === b[at]) at += 1
  return at
}

/** The one zip that holds these files: sorted, stored, undated. */
const zipOf = (files: Files): Buffer => {
  const names = [...files.keys()].sort()
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const name of names) {
    const bytes = files.get(name) ?? Buffer.alloc(0)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(version, 0)
    shared.writeUInt16LE(noDate, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(bytes.length, 14)
    shared.writeUInt32LE(bytes.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([uint32(localMark), shared, Buffer.from(name, 'latin1'), bytes])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([uint32(centralMark), uint16(version), shared, place, Buffer.from(name, 'latin1')]))
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
