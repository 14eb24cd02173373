import { inflateRawSync } from 'node:zlib'
import { crc32 } from './crc32.ts'
import { must, reading } from './wrong.ts'

/** One file of a zip, as its directory names it. */
export type ZipEntry = { readonly path: string; readonly bytes: Buffer }

const container = '圧縮ファイル / container'
const localMark = 0x04034b50
const centralMark = 0x02014b50
const endMark = 0x06054b50
const end64Mark = 0x06064b50
const locator64Mark = 0x07064b50
/** The end of a zip without its comment, and the longest comment there can be. */
const [endLength, longestComment] = [22, 65_535]
/** The most that one file may unpack to, in bytes: no file of a contract comes near it, and a zip bomb does. */
const largestFile = 512 * 1024 * 1024

const asksForFolder = '展開したフォルダーを指定してください'
const asksForFolderEn = 'name the unpacked folder instead'

/**
 * The files of an ordinary zip, whichever tool wrote it: stored or deflated, in any order, dated, commented, streamed,
 * zip64. Throws what keeps it from being read: a zip that is cut off, encrypted, packed in another way, or that says one
 * thing in its directory and another beside the file.
 */
export const entriesOf = (zip: Buffer): readonly ZipEntry[] => {
  const { at, count, shift } = reading(container, () => directoryOf(zip))
  const entries: ZipEntry[] = []
  const seen = new Set<string>()
  let next = at
  for (let n = 0; n < count; n += 1) {
    const entry = reading(container, () => centralEntry(zip, next))
    next = entry.end
    // Some tools of Windows part folders by a backslash.
    const path = entry.name.toString('utf8').replaceAll('\\', '/')
    must(!seen.has(path), path, '同じ名前のファイルがあります', 'is there twice')
    seen.add(path)
    if (path.endsWith('/')) continue
    entries.push({ path, bytes: unpacked(zip, entry, path, shift) })
  }
  return entries
}

/** Place of the directory, how many files it names, and by how much everything lies further on than it says. */
const directoryOf = (zip: Buffer) => {
  const end = endOf(zip)
  must(end !== undefined, container, '途中で切れているか、zip ではありません', 'is cut off, or is no zip')
  const stated = { count: zip.readUInt16LE(end + 10), size: zip.readUInt32LE(end + 12), at: zip.readUInt32LE(end + 16) }
  const isLarge = stated.count === 0xffff || stated.size === 0xffffffff || stated.at === 0xffffffff
  const [stop, { count, size, at }] = isLarge ? end64Of(zip, end) : [end, stated]
  // Bytes put before the zip, as self-extracting ones have, move everything on.
  const shift = stop - size - at
  must(shift >= 0, container, '目次の場所が正しくありません', 'has its directory in the wrong place')
  return { at: at + shift, count, shift }
}

/** Place of the end of a zip: the last mark of one. */
const endOf = (zip: Buffer): number | undefined => {
  for (let at = zip.length - endLength; at >= Math.max(0, zip.length - endLength - longestComment); at -= 1)
    if (zip.readUInt32LE(at) === endMark) return at
  return undefined
}

const end64Of = (zip: Buffer, end: number) => {
  const locator = end - 20
  must(zip.readUInt32LE(locator) === locator64Mark, container, '目次を読み取れません', 'has no directory')
  const at = Number(zip.readBigUInt64LE(locator + 8))
  must(zip.readUInt32LE(at) === end64Mark, container, '目次を読み取れません', 'has no directory')
  const number = (offset: number) => Number(zip.readBigUInt64LE(at + offset))
  return [at, { count: number(32), size: number(40), at: number(48) }] as const
}

type Central = ReturnType<typeof centralEntry>

const centralEntry = (zip: Buffer, at: number) => {
  must(zip.readUInt32LE(at) === centralMark, container, '目次を読み取れません', 'has a broken directory')
  const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
  const extraEnd = nameEnd + zip.readUInt16LE(at + 30)
  const stated = {
    size: zip.readUInt32LE(at + 24),
    packed: zip.readUInt32LE(at + 20),
    local: zip.readUInt32LE(at + 42),
  }
  return {
    name: zip.subarray(at + 46, nameEnd),
    isEncrypted: (zip.readUInt16LE(at + 8) & 1) !== 0,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    ...sizes64(zip.subarray(nameEnd, extraEnd), stated),
    end: extraEnd + zip.readUInt16LE(at + 32),
  }
}

type Sizes = { readonly size: number; readonly packed: number; readonly local: number }

/** Sizes of zip64 stand in an extra field, in this order, each only where its own place is full of ones. */
const sizes64 = (extra: Buffer, stated: Sizes): Sizes => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    const wide = (value: number): number => {
      if (value !== 0xffffffff) return value
      from += 8
      return Number(extra.readBigUInt64LE(from - 8))
    }
    const size = wide(stated.size)
    const packed = wide(stated.packed)
    return { size, packed, local: wide(stated.local) }
  }
  return stated
}

const unpacked = (zip: Buffer, entry: Central, path: string, shift: number): Buffer => {
  const { method, size, packed, crc, name } = entry
  must(!entry.isEncrypted, path, `パスワードがかかっています。${asksForFolder}`, `is encrypted: ${asksForFolderEn}`)
  const isKnown = method === 0 || method === 8
  must(isKnown, path, `この圧縮方式は読めません。${asksForFolder}`, `is packed in a way not read: ${asksForFolderEn}`)
  must(size <= largestFile, path, '大きすぎます', 'is too large')
  const at = entry.local + shift
  const isThere = at + 30 <= zip.length && zip.readUInt32LE(at) === localMark
  must(isThere, path, '目次の場所にありません', 'is not where the directory says')
  const nameEnd = at + 30 + zip.readUInt16LE(at + 26)
  const isSameName = zip.subarray(at + 30, nameEnd).equals(name)
  must(isSameName, path, '目次と中で名前が違います', 'has another name in the directory')
  const from = nameEnd + zip.readUInt16LE(at + 28)
  must(from + packed <= zip.length, path, '途中で切れています', 'is cut off')
  const raw = zip.subarray(from, from + packed)
  const bytes = method === 0 ? raw : reading(path, () => inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) }))
  const isWhole = bytes.length === size && crc32(bytes) === crc
  must(isWhole, path, '圧縮ファイルの中で壊れています', 'is damaged inside the zip')
  return bytes
}
