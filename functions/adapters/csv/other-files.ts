import type { Words } from '../../../shared/domain/words.ts'

const asCsv = '「CSV UTF-8（コンマ区切り）」で保存し直してください。'
const anew = 'Save it as "CSV UTF-8" and send that.'

const what = (ja: string, en: string, how = asCsv): Words => ({
  ja: `これは CSV ではなく、${ja}です。${how}`,
  en: `Not a CSV but ${en}. ${anew}`,
})
const fromExcel = `Excel で開き、「名前を付けて保存」から${asCsv}`

const inZip: readonly (readonly [part: string, Words])[] = [
  ['xl/workbook.', what('Excel ブック（.xlsx）', 'an Excel workbook (.xlsx)', fromExcel)],
  ['opendocument.spreadsheet', what('OpenDocument の表（.ods）', 'an OpenDocument spreadsheet')],
  ['word/document', what('Word の文書', 'a Word document')],
  ['', what('ZIP で圧縮したファイル', 'a zip file', '中の CSV を取り出して送ってください。')],
]

const beginnings: readonly (readonly [RegExp, Words])[] = [
  [
    /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    what(
      '古い形式の Excel ブック（.xls）か、パスワードの付いたブック',
      'an Excel workbook (.xls, or one with a password)',
      fromExcel,
    ),
  ],
  [/^%PDF/, what('PDF', 'a PDF', '元の表から CSV を書き出してください。')],
  [/^\{\\rtf/, what('リッチテキスト', 'a rich text')],
  [
    /^\x1f\x8b|^7z\xbc\xaf|^Rar!/,
    what('圧縮したファイル', 'a compressed file', '中の CSV を取り出して送ってください。'),
  ],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^II\*\0|^MM\0\*/, what('画像', 'a picture', '元の表から CSV を書き出してください。')],
  [
    /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|meta|body|table|\?xml|!--)/i,
    what('ウェブページか XML のファイル', 'a web page or XML', fromExcel),
  ],
]

/**
 * Kind, in words, of a file that bears a CSV's name only, as its bytes show it; undefined for anything that may be a
 * CSV.
 */
export const otherFile = (bytes: Uint8Array): Words | undefined => {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  if (/^PK(?:\x03\x04|\x05\x06)/.test(start)) return inZip.find(([part]) => Buffer.from(bytes).includes(part))?.[1]
  return beginnings.find(([pattern]) => pattern.test(start))?.[1]
}
