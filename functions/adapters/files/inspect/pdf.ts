import { PDF, PdfArray, PdfDict, PdfName, PdfRef, type PdfObject } from '@libpdf/core'
import type { FileFault } from '../../../../shared/domain/file/faults.ts'

/** Objects that are looked at in one document, at most. */
const maxObjects = 500_000

/** Names of keys, and of the actions they hold, that make a document do something. */
const faultOfKey: Readonly<Record<string, FileFault>> = {
  JS: 'scripts',
  JavaScript: 'scripts',
  XFA: 'scripts',
  RichMediaContent: 'scripts',
  EmbeddedFiles: 'embeddedFiles',
  EmbeddedFile: 'embeddedFiles',
  EF: 'embeddedFiles',
  AF: 'embeddedFiles',
}
const faultOfAction: Readonly<Record<string, FileFault>> = {
  JavaScript: 'scripts',
  Rendition: 'scripts',
  RichMediaExecute: 'scripts',
  Launch: 'launches',
  GoToR: 'launches',
  GoToE: 'embeddedFiles',
  ImportData: 'launches',
  SubmitForm: 'externalLinks',
  URI: 'externalLinks',
}
const faultOfSubtype: Readonly<Record<string, FileFault>> = {
  FileAttachment: 'embeddedFiles',
  RichMedia: 'scripts',
  Movie: 'embeddedFiles',
  Sound: 'embeddedFiles',
  Screen: 'scripts',
  '3D': 'scripts',
}

// What is said in the open is found as well where the parser and a reader would part ways over the structure.
const openly: readonly (readonly [RegExp, FileFault])[] = [
  [/\/(?:J|#4a)(?:a|#61)(?:v|#76)(?:a|#61)(?:S|#53)(?:c|#63)(?:r|#72)(?:i|#69)(?:p|#70)(?:t|#74)\b/i, 'scripts'],
  [/\/(?:L|#4c)(?:a|#61)(?:u|#75)(?:n|#6e)(?:c|#63)(?:h|#68)\b/, 'launches'],
  [/\/EmbeddedFiles?\b/, 'embeddedFiles'],
  [/\/Encrypt\s+\d+\s+\d+\s+R/, 'encrypted'],
]

/** First fault of a PDF: everything that can be reached from its trailer is looked at. */
export const faultOfPdf = async (bytes: Uint8Array): Promise<FileFault | undefined> => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) return 'otherKind'
  const end = text.lastIndexOf('%%EOF')
  if (end < 0) return 'damaged'
  if (text.slice(end + 5).trim() !== '') return 'trailingData'
  const pdf = await PDF.load(bytes).catch(() => undefined)
  if (!pdf) return /\/Encrypt\b/.test(text) ? 'encrypted' : 'damaged'
  if (pdf.isEncrypted) return 'encrypted'
  const open = openly.find(([pattern]) => pattern.test(text))
  return open?.[1] ?? faultWithin(pdf)
}

const nameOf = (object: PdfObject | undefined, follow: (ref: PdfRef) => PdfObject | null): string => {
  const said = object instanceof PdfRef ? follow(object) : object
  return said instanceof PdfName ? said.value : ''
}

const faultWithin = (pdf: PDF): FileFault | undefined => {
  const { info } = pdf.context
  const follow = (ref: PdfRef): PdfObject | null => pdf.context.resolve(ref)
  const seen = new Set<string>()
  const left: PdfObject[] = [info.trailer]
  for (let looked = 0; left.length > 0; looked += 1) {
    if (looked > maxObjects) return 'tooMuchInside'
    const one = left.pop()
    if (one instanceof PdfRef) {
      const id = `${one.objectNumber} ${one.generation}`
      if (seen.has(id)) continue
      seen.add(id)
      const object = follow(one)
      if (object) left.push(object)
    } else if (one instanceof PdfArray) {
      left.push(...one)
    } else if (one instanceof PdfDict) {
      const fault = faultOfDict(one, follow)
      if (fault) return fault
      for (const [, value] of one) left.push(value)
    }
  }
  return pdf.getPageCount() > 0 ? undefined : 'damaged'
}

const faultOfDict = (dict: PdfDict, follow: (ref: PdfRef) => PdfObject | null): FileFault | undefined => {
  for (const [key] of dict) {
    const fault = Object.hasOwn(faultOfKey, key.value) ? faultOfKey[key.value] : undefined
    if (fault) return fault
  }
  // `S` says the kind of an action, and other things elsewhere that bear none of these names.
  const action = nameOf(dict.get('S'), follow)
  const subtype = nameOf(dict.get('Subtype'), follow)
  return (
    (Object.hasOwn(faultOfAction, action) ? faultOfAction[action] : undefined) ??
    (Object.hasOwn(faultOfSubtype, subtype) ? faultOfSubtype[subtype] : undefined)
  )
}
