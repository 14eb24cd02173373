import { PDF, PdfArray, PdfDict, PdfName, PdfString } from '@libpdf/core'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { asAttachment } from '../../functions/adapters/files/content-disposition.ts'
import { inspectContent } from '../../functions/adapters/files/inspect/inspect-content.ts'
import { scanBuiltIn } from '../../functions/adapters/files/scan-built-in.ts'
import { fileKinds } from '../../shared/domain/file/purposes.ts'
import { aCsv, aJpeg, aPdf, aPng, aWorkbook } from '../support/files.ts'

const joined = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  Buffer.concat(parts.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : one)))

/** A PDF whose catalog says one thing more. */
const pdfWith = async (key: string, value: PdfDict | PdfArray): Promise<Uint8Array> => {
  const pdf = PDF.create()
  pdf.addPage()
  pdf.getCatalog().set(key, value)
  return pdf.save()
}
const action = (kind: string) => PdfDict.of({ S: PdfName.of(kind), URI: PdfString.fromString('https://example.jp') })
const external = '<Relationships><Relationship TargetMode="External" Target="https://example.jp"/></Relationships>'
const emptyZip = 'PK\x05\x06' + '\0'.repeat(18)
const zipWith = (bytes: Uint8Array, comment: string): Buffer => {
  const zip = Buffer.from(bytes)
  zip.writeUInt16LE(comment.length, zip.length - 2)
  return joined(zip, comment)
}

describe('content of files', () => {
  test('the smallest whole file of each kind has no fault, and is of no other kind', async () => {
    const samples = { pdf: await aPdf(), jpeg: aJpeg(), png: aPng(), xlsx: aWorkbook(), csv: aCsv() }
    for (const kind of fileKinds)
      for (const stated of fileKinds)
        expect([kind, stated, (await inspectContent(stated, samples[kind])) === undefined]).toEqual([
          kind,
          stated,
          kind === stated,
        ])
  })

  const faults: readonly (readonly [string, Parameters<typeof inspectContent>[0], () => unknown, string])[] = [
    ['a PDF cut short', 'pdf', async () => (await aPdf()).subarray(0, 200), 'damaged'],
    ['a PDF with more behind its end', 'pdf', async () => joined(await aPdf(), '<html>'), 'trailingData'],
    [
      'a PDF that is a zip as well',
      'pdf',
      async () => joined(await aPdf(), zipWith(joined(emptyZip), '%%EOF')),
      'twoKinds',
    ],
    ['a PDF with a script', 'pdf', () => pdfWith('OpenAction', action('JavaScript')), 'scripts'],
    ['a PDF that starts a program', 'pdf', () => pdfWith('OpenAction', action('Launch')), 'launches'],
    ['a PDF that leads outside', 'pdf', () => pdfWith('OpenAction', action('URI')), 'externalLinks'],
    ['a PDF with a file in it', 'pdf', () => pdfWith('AF', new PdfArray([])), 'embeddedFiles'],
    ['a PNG with more behind its end', 'png', () => joined(aPng(), 'x'), 'trailingData'],
    ['a PNG cut short', 'png', () => aPng().subarray(0, 50), 'damaged'],
    ['a PNG with a wrong checksum', 'png', () => Buffer.from(aPng()).fill(1, 20, 21), 'damaged'],
    ['a PNG larger than can be handled', 'png', () => aPng(40_001, 1), 'dimensions'],
    ['a JPEG with more behind its end', 'jpeg', () => joined(aJpeg(), 'x'), 'trailingData'],
    ['a JPEG cut short', 'jpeg', () => aJpeg().subarray(0, -2), 'damaged'],
    ['a workbook with macros', 'xlsx', () => aWorkbook({ 'xl/vbaProject.bin': 'x' }), 'macros'],
    ['a workbook with a file in it', 'xlsx', () => aWorkbook({ 'xl/embeddings/o.docx': 'x' }), 'embeddedFiles'],
    [
      'a workbook that leads outside',
      'xlsx',
      () => aWorkbook({ 'xl/_rels/workbook.xml.rels': external }),
      'externalLinks',
    ],
    [
      'a workbook with links to others',
      'xlsx',
      () => aWorkbook({ 'xl/externalLinks/e1.xml': '<x/>' }),
      'externalLinks',
    ],
    ['a workbook with controls', 'xlsx', () => aWorkbook({ 'xl/activeX/a1.xml': '<x/>' }), 'scripts'],
    ['a workbook with an entity', 'xlsx', () => aWorkbook({ 'xl/s.xml': '<!DOCTYPE x><x/>' }), 'scripts'],
    [
      'a workbook that unpacks without end',
      'xlsx',
      () => aWorkbook({ 'xl/big.xml': ' '.repeat(3_000_000) }),
      'tooMuchInside',
    ],
    ['a workbook with a password', 'xlsx', () => joined('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'encrypted'],
    ['a zip that is no workbook', 'xlsx', () => zipSync({ 'a.txt': new Uint8Array(1) }), 'otherKind'],
    ['a workbook with more behind its end', 'xlsx', () => joined(aWorkbook(), 'x'), 'trailingData'],
    ['a CSV with a NUL', 'csv', () => joined('a,b\r\n1,\0\r\n'), 'notText'],
    ['a CSV that says nothing in any charset', 'csv', () => joined('a,b\r\n', '\xff\xff\x81'), 'notText'],
    ['a page of the web', 'csv', () => joined('<html><script>1</script>'), 'otherKind'],
  ]
  test.each(faults)('%s is refused', async (_, kind, make, fault) => {
    expect(await inspectContent(kind, (await make()) as Uint8Array)).toBe(fault)
  })

  test('an encrypted PDF is refused', async () => {
    const pdf = await PDF.load(await aPdf())
    pdf.setProtection({ userPassword: 'secret', ownerPassword: 'owner' })
    expect(await inspectContent('pdf', await pdf.save())).toBe('encrypted')
  })

  test('the test file of scanners is found, inside a workbook too', async () => {
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
    const verdict = async (bytes: Uint8Array) => (await scanBuiltIn('x', bytes)).verdict
    expect(await verdict(Buffer.from(eicar))).toBe('found')
    expect(await verdict(aWorkbook({ 'xl/media/a.xml': eicar }))).toBe('found')
    expect(await verdict(aWorkbook())).toBe('clean')
  })

  test('a name is handed out so that no browser takes it for more than a name', () => {
    expect(asAttachment('規約 "1"; x=\r\ny/../z.pdf')).toBe(
      `attachment; filename="__ _1__ x=__y_.._z.pdf"; filename*=UTF-8''%E8%A6%8F%E7%B4%84%20_1_%3B%20x%3D__y_.._z.pdf`,
    )
  })
})
