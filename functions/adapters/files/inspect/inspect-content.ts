import type { FileFault } from '../../../../shared/domain/file/faults.ts'
import type { FileKind } from '../../../../shared/domain/file/purposes.ts'
import type { InspectContent } from '../../../ports/uploads.ts'
import { decoded } from '../../csv/charsets.ts'
import { faultOfPdf } from './pdf.ts'
import { faultOfJpeg, faultOfPng } from './pictures.ts'
import { faultOfWorkbook } from './workbook.ts'
import { endsAsZip } from './zip-entries.ts'

/** First fault of a CSV: text in a charset that is certain, without a sign that no text has. */
const faultOfCsv = (bytes: Uint8Array): FileFault | undefined => {
  // Without a mark nothing is taken for UTF-16: two bytes of anything, one of them NUL, could be a sign of it.
  const read = decoded(bytes, null, () => false)
  if (!read.ok) return read.refusal.line === null && read.refusal.byte === null ? 'otherKind' : 'notText'
  return /[\u0000-\u0008\u000e-\u001f\u007f]/.test(read.value.text) ? 'notText' : undefined
}

const faultOf: Readonly<
  Record<FileKind, (bytes: Uint8Array) => FileFault | undefined | Promise<FileFault | undefined>>
> = { pdf: faultOfPdf, jpeg: faultOfJpeg, png: faultOfPng, xlsx: faultOfWorkbook, csv: faultOfCsv }

/** True where a reader of PDF would take bytes for one: it looks for the mark among the first thousand. */
const beginsAsPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-')

/**
 * Inspection of content by its kind. Names and stated types are not believed: what does not begin, go on and end as its
 * kind does is refused, and so is what could be opened as another kind too.
 */
export const inspectContent: InspectContent = async (kind, bytes) => {
  const fault = await faultOf[kind](bytes)
  if (fault) return fault
  const isTwo = (kind !== 'pdf' && beginsAsPdf(bytes)) || (kind !== 'xlsx' && endsAsZip(bytes))
  return isTwo ? 'twoKinds' : undefined
}
