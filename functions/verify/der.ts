/** A value in DER: its tag, its whole encoding, and what is inside. */
export type Der = { readonly tag: number; readonly whole: Buffer; readonly inside: Buffer }

const bad = (): never => {
  throw new Error('not DER')
}

/** The value that begins at an offset. Throws on anything that is not DER with a definite, shortest length. */
export const derAt = (bytes: Buffer, at = 0): Der => {
  const [tag, first] = [bytes[at] ?? bad(), bytes[at + 1] ?? bad()]
  if ((tag & 0x1f) === 0x1f || first === 0x80) bad()
  const wide = first < 0x80 ? 0 : first & 0x7f
  if (wide > 4 || at + 2 + wide > bytes.length) bad()
  const length = wide === 0 ? first : bytes.readUIntBE(at + 2, wide)
  if (wide > 0 && (length < 0x80 || (wide > 1 && length < 2 ** (8 * (wide - 1))))) bad()
  const from = at + 2 + wide
  if (from + length > bytes.length) bad()
  return { tag, whole: bytes.subarray(at, from + length), inside: bytes.subarray(from, from + length) }
}

/** The one value these bytes are, with nothing behind it. */
export const derOf = (bytes: Buffer): Der => {
  const value = derAt(bytes)
  return value.whole.length === bytes.length ? value : bad()
}

/** The values inside another, in order. */
export const inside = ({ inside: bytes }: Der): readonly Der[] => {
  const values: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const value = derAt(bytes, at)
    values.push(value)
    at += value.whole.length
  }
  return values
}

/** The value at a place inside another; throws where there is none, or it is of another tag. */
export const nth = (value: Der, index: number, tag?: number): Der => {
  const found = inside(value)[index] ?? bad()
  return tag === undefined || found.tag === tag ? found : bad()
}

/** An object identifier in dots. */
export const oid = ({ tag, inside: bytes }: Der): string => {
  if (tag !== 0x06) bad()
  const arcs: number[] = []
  let arc = 0
  for (const byte of bytes) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const first = arcs[0] ?? bad()
  const top = Math.min(Math.floor(first / 40), 2)
  return [top, first - top * 40, ...arcs.slice(1)].join('.')
}

/** A moment in UTC, RFC 3339; of a GeneralizedTime. */
export const moment = ({ tag, inside: bytes }: Der): string => {
  const text = bytes.toString('latin1')
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text)
  if (tag !== 0x18 || !parts) return bad()
  const [, year, month, day, hour, minute, second, fraction = ''] = parts
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`
}

export const tags = { octets: 0x04, sequence: 0x30, set: 0x31, integer: 0x02 } as const
