import { unzipSync } from 'fflate'

/** Bounds on what a zip holds: parts, bytes of all of them unpacked, and how far one may be packed. */
const maxParts = 5_000
export const maxUnpacked = 200 * 1024 * 1024
const maxRatio = 200

class TooMuch extends Error {}

const endOfZip = Buffer.from('PK\x05\x06', 'latin1')

/** True where bytes end as a zip does: its directory's end, and a comment that reaches to the very last byte. */
export const endsAsZip = (bytes: Uint8Array): boolean => {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 65_557)))
  for (let at = tail.lastIndexOf(endOfZip); at >= 0; at = at > 0 ? tail.lastIndexOf(endOfZip, at - 1) : -1) {
    if (at + 22 <= tail.length && tail.readUInt16LE(at + 20) === tail.length - at - 22) return true
  }
  return false
}

/** The parts of a zip by their names; undefined for what is none or cannot be read, `too-much` past the bounds. */
export const zipParts = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | 'too-much' | undefined => {
  let parts = 0
  let unpacked = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize, size }) => {
        parts += 1
        unpacked += originalSize
        const isBomb = originalSize > 1024 * 1024 && originalSize > size * maxRatio
        if (parts > maxParts || unpacked > maxUnpacked || isBomb) throw new TooMuch()
        return true
      },
    })
  } catch (error) {
    return error instanceof TooMuch ? 'too-much' : undefined
  }
}

/** The parts of what may be a zip, within the bounds; else undefined. */
export const entriesOf = (bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined => {
  const parts = bytes[0] === 0x50 && bytes[1] === 0x4b ? zipParts(bytes) : undefined
  return parts === 'too-much' ? undefined : parts
}
