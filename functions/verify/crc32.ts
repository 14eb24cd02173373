import * as zlib from 'node:zlib'

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

const byTable = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] as number)
  return (crc ^ 0xffffffff) >>> 0
}

/** The CRC-32 a zip bears of a file. Node has a quick one of its own only since 20.15, and the verifier runs on any 20. */
export const crc32: (bytes: Buffer) => number =
  (zlib as { readonly crc32?: (bytes: Buffer) => number }).crc32 ?? byTable
