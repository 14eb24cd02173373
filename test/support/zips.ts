import { crc32 } from 'node:zlib'
import type { Files } from './tampering-package.ts'

/** Zips as other tools write them, part by part. */
type Kind = { readonly descriptor?: boolean; readonly wide?: boolean; readonly otherName?: boolean }

const number = (value: number, bytes: 2 | 4 | 8): Buffer => {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value))
  else buffer.writeUIntLE(value, 0, bytes)
  return buffer
}
const full = 0xffffffff

const zipAs = (files: Files, { descriptor = false, wide = false, otherName = false }: Kind): Buffer => {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [path, bytes] of Object.entries(files)) {
    const name = Buffer.from(path)
    const [crc, size] = [crc32(bytes), bytes.length]
    const stated = wide ? full : size
    const extra = wide
      ? Buffer.concat([number(1, 2), number(24, 2), number(size, 8), number(size, 8), number(offset, 8)])
      : Buffer.alloc(0)
    const head = (isLocal: boolean) => {
      const hides = isLocal && descriptor
      return Buffer.concat([
        number(45, 2),
        number(descriptor ? 8 : 0, 2),
        number(0, 2),
        number(0x21_0000, 4),
        number(hides ? 0 : crc, 4),
        number(hides ? 0 : stated, 4),
        number(hides ? 0 : stated, 4),
        number(name.length, 2),
        number(isLocal ? 0 : extra.length, 2),
      ])
    }
    const local = Buffer.concat([
      number(0x04034b50, 4),
      head(true),
      otherName ? Buffer.alloc(name.length, 'x') : name,
      bytes,
      ...(descriptor ? [number(0x08074b50, 4), number(crc, 4), number(size, 4), number(size, 4)] : []),
    ])
    const place = Buffer.concat([Buffer.alloc(10), number(wide ? full : offset, 4)])
    centrals.push(Buffer.concat([number(0x02014b50, 4), number(45, 2), head(false), place, name, extra]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const count = centrals.length
  const end64 = Buffer.concat([
    number(0x06064b50, 4),
    number(44, 8),
    number(45, 2),
    number(45, 2),
    number(0, 8),
    number(count, 8),
    number(count, 8),
    number(central.length, 8),
    number(offset, 8),
    number(0x07064b50, 4),
    number(0, 4),
    number(offset + central.length, 8),
    number(1, 4),
  ])
  const end = Buffer.concat([
    number(0x06054b50, 4),
    number(0, 4),
    number(wide ? 0xffff : count, 2),
    number(wide ? 0xffff : count, 2),
    number(wide ? full : central.length, 4),
    number(wide ? full : offset, 4),
    number(0, 2),
  ])
  return Buffer.concat([...locals, central, ...(wide ? [end64] : []), end])
}

/** As tools write that stream: sizes and checksum stand behind the bytes. */
export const described = (files: Files): Buffer => zipAs(files, { descriptor: true })
/** As tools write that are ready for very large files. */
export const zip64 = (files: Files): Buffer => zipAs(files, { wide: true })
/** One whose directory names files otherwise than they are named beside their bytes. */
export const centralFirst = (files: Files): Buffer => zipAs(files, { otherName: true })
