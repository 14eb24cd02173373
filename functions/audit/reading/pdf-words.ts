import { inflateSync } from 'node:zlib'

/** Words of a PDF outside of what it shows: the names in its dictionaries, and the addresses it leads to. */
type PdfWords = { readonly names: ReadonlySet<string>; readonly addresses: readonly string[] }

const streamStart = /\bstream\r?\n/g
const isObjects = /\/Type\s*\/ObjStm\b/
const isDeflated = /\/FlateDecode\b/

/**
 * Reads the objects of a PDF, those packed in object streams too. Streams of anything else (pages, fonts, pictures) are
 * left out: a name in there does nothing.
 */
export const wordsOf = (pdf: Buffer): PdfWords => {
  const names = new Set<string>()
  const addresses: string[] = []
  for (const text of objectsIn(pdf)) gather(text, names, addresses)
  return { names, addresses }
}

const objectsIn = (pdf: Buffer): readonly string[] => {
  const text = pdf.toString('latin1')
  const parts: string[] = []
  let from = 0
  for (const found of text.matchAll(streamStart)) {
    if (found.index < from) continue
    const body = found.index + found[0].length
    const end = text.indexOf('endstream', body)
    const before = text.slice(from, found.index)
    parts.push(before)
    const dictionary = before.slice(before.lastIndexOf(' obj'))
    if (end !== -1 && isObjects.test(dictionary)) {
      const packed = pdf.subarray(body, end)
      parts.push((isDeflated.test(dictionary) ? inflateSync(packed) : packed).toString('latin1'))
    }
    from = end === -1 ? text.length : end
  }
  return [...parts, text.slice(from)]
}

const token = /%[^\r\n]*|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|<[^>]*>|\/[^\s()<>[\]{}/%]*/g

/** Names as they count, with `#` and two digits undone, and every text that stands behind `/URI`. */
const gather = (text: string, names: Set<string>, addresses: string[]): void => {
  let last = ''
  for (const [found] of text.matchAll(token)) {
    const isName = found.startsWith('/')
    const name = isName
      ? found.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : ''
    if (isName) names.add(name)
    else if (last === 'URI' && /^(?:\(|<(?!<))/.test(found)) addresses.push(textOf(found))
    if (!found.startsWith('%')) last = name
  }
}

const textOf = (found: string): string =>
  found.startsWith('(')
    ? found.slice(1, -1).replace(/\\([\s\S])/g, '$1')
    : Buffer.from(found.slice(1, -1).replace(/\s/g, ''), 'hex').toString('latin1')
