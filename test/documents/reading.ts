import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'

/** A PDF as another program reads it. The reader takes the bytes it is given, so it is given a copy. */
export const opened = (pdf: Uint8Array) => getDocumentProxy(Uint8Array.from(pdf))

type Piece = { readonly str: string; readonly transform: readonly number[]; readonly width: number }

/** Each page's pieces of text, in the order they were drawn, with the page's size in points. */
export const pagesOf = async (pdf: Uint8Array) => {
  const document = await opened(pdf)
  const pages: { readonly width: number; readonly height: number; readonly pieces: readonly Piece[] }[] = []
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ disableNormalization: true })
    pages.push({ width, height, pieces: items.filter((item) => 'str' in item) })
  }
  return pages
}

/** Text without its spaces: a reader of PDFs finds some where letters of two scripts meet, and at every line's end. */
export const tight = (text: string): string => text.replaceAll(/\s/g, '')

/** All that a PDF says, without spaces. */
export const wordsOf = async (pdf: Uint8Array): Promise<string> =>
  tight((await pagesOf(pdf)).flatMap(({ pieces }) => pieces.map(({ str }) => str)).join(''))

/** All that a page of ours says, without its markup and spaces. */
export const wordsOfPage = (page: string): string =>
  tight(
    page
      .replace(/<style>.*?<\/style>/s, '')
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? ''),
  )
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** Every text in a value, however deep. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** What is left of a text when these are taken out, the longest first. */
export const without = (text: string, taken: readonly string[]): string =>
  [...new Set(taken.map(tight))]
    .filter((one) => one !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, one) => rest.replaceAll(one, '\n'), text)
    .replaceAll('\n', '')

/** The objects of a PDF as text: those that lie open, and those packed together. Pictures and letters are left out. */
export const objectsIn = (pdf: Uint8Array): string => {
  const raw = Buffer.from(pdf).toString('latin1')
  const open: string[] = []
  let from = 0
  for (const { index, 0: start } of raw.matchAll(/stream\r?\n/g)) {
    if (index < from) continue
    const end = raw.indexOf('endstream', index)
    const head = raw.slice(from, index)
    open.push(head)
    const packed = Buffer.from(raw.slice(index + start.length, end), 'latin1')
    if (/\/Type\s*\/ObjStm/.test(head.slice(head.lastIndexOf('obj')))) open.push(inflateSync(packed).toString('latin1'))
    if (/\/Type\s*\/Metadata/.test(head.slice(head.lastIndexOf('obj')))) open.push(packed.toString('utf8'))
    from = end + 'endstream'.length
  }
  return [...open, raw.slice(from)].join('\n')
}
