import { crc32 } from 'node:zlib'
import type { FileFault } from '../../../../shared/domain/file/faults.ts'

/** Side of a picture at most, and pixels of the whole: an A0 sheet in 600 dots an inch fits. */
const maxSide = 40_000
const maxPixels = 600_000_000

const dimensions = (width: number, height: number): FileFault | undefined => {
  if (width === 0 || height === 0) return 'damaged'
  return width > maxSide || height > maxSide || width * height > maxPixels ? 'dimensions' : undefined
}

const pngStart = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** First fault of a PNG: every chunk with its checksum, from the header to the end, and nothing behind it. */
export const faultOfPng = (given: Uint8Array): FileFault | undefined => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (!bytes.subarray(0, 8).equals(pngStart)) return 'otherKind'
  let hasData = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'damaged'
    if ((at === 8) !== (type === 'IHDR')) return 'damaged'
    if (type === 'IHDR') {
      const wrong = length === 13 ? dimensions(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)) : 'damaged'
      if (wrong) return wrong
    }
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') return end < bytes.length ? 'trailingData' : hasData ? undefined : 'damaged'
    at = end
  }
  return 'damaged'
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** First fault of a JPEG: segment by segment to the end of the picture, and nothing behind it. */
export const faultOfJpeg = (given: Uint8Array): FileFault | undefined => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return 'otherKind'
  let hasFrame = false
  let hasScan = false
  for (let at = 2; at + 2 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'damaged'
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return at + 2 < bytes.length ? 'trailingData' : hasFrame && hasScan ? undefined : 'damaged'
    if (standsAlone(marker)) {
      at += 2
      continue
    }
    if (marker === 0xd8 || marker === 0 || at + 4 > bytes.length) return 'damaged'
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return 'damaged'
    if (isFrame(marker)) {
      if (length < 8) return 'damaged'
      hasFrame = true
      const wrong = dimensions(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
      if (wrong) return wrong
    }
    at += 2 + length
    if (marker === 0xda) {
      hasScan = true
      at = endOfScan(bytes, at)
    }
  }
  return 'damaged'
}

/** Place behind the coded data of a scan: the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}
