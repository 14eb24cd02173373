import type { FileFault } from '../../../../shared/domain/file/faults.ts'
import { endsAsZip, zipParts } from './zip-entries.ts'

const mainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** Parts of a workbook by which it would act, or carry something else in. */
const unwanted: readonly (readonly [RegExp, FileFault])[] = [
  [/vbaproject|vbadata|(?:^|\/)macrosheets\/|(?:^|\/)dialogsheets\//i, 'macros'],
  [/(?:^|\/)activex\/|(?:^|\/)ctrlprops\/|(?:^|\/)customui|(?:^|\/)webextensions\//i, 'scripts'],
  [/(?:^|\/)embeddings\/|oleobject|\.bin$(?<!printersettings\d+\.bin)/i, 'embeddedFiles'],
  [/(?:^|\/)externallinks\/|(?:^|\/)connections\.xml$|(?:^|\/)querytables\//i, 'externalLinks'],
]

const textOf = (bytes: Uint8Array | undefined): string => {
  if (!bytes) return ''
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(wide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}

/** First fault of an Excel workbook (.xlsx). */
export const faultOfWorkbook = (bytes: Uint8Array): FileFault | undefined => {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'encrypted'
  if (!start.startsWith('PK\x03\x04')) return 'otherKind'
  if (!endsAsZip(bytes)) return 'trailingData'
  const parts = zipParts(bytes)
  if (parts === 'too-much') return 'tooMuchInside'
  if (!parts) return 'damaged'
  const names = Object.keys(parts)
  const types = textOf(parts['[Content_Types].xml'])
  if (/macroEnabled|vbaProject/i.test(types)) return 'macros'
  if (!types.includes(mainType) || !names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return 'otherKind'
  for (const [pattern, fault] of unwanted) if (names.some((name) => pattern.test(name))) return fault
  for (const name of names) {
    const text = /\.(?:rels|xml|vml)$/i.test(name) ? textOf(parts[name]) : ''
    // An entity could stand for anything, and nothing that writes workbooks declares one.
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return 'scripts'
    if (name.toLowerCase().endsWith('.rels') && /TargetMode\s*=\s*["']\s*External/i.test(text)) return 'externalLinks'
    if (
      /^xl\/worksheets\//i.test(name) &&
      /<f\b[^>]*>[^<]*(?:\bHYPERLINK\s*\(|\bWEBSERVICE\s*\(|\bDDE\s*\()/i.test(text)
    )
      return 'externalLinks'
    if (/<(?:\w+:)?(?:oleObject|ddeLink)\b/i.test(text)) return 'embeddedFiles'
  }
  return undefined
}
