import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import { strToU8, zipSync } from 'fflate'
import type { fileRoutes } from '../../shared/api/routes/files.ts'
import type { UploadsHere } from '../../functions/adapters/files/uploads-here.ts'
import { throughDoor } from '../../functions/local/file-doors.ts'
import type { Ask, House, Reply } from './house.ts'
import { good } from './parties.ts'
import type { Sample } from './scene.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The smallest whole file of each kind. */
export const aPdf = (): Promise<Uint8Array> => {
  const pdf = PDF.create()
  pdf.addPage({ size: 'a4' })
  return pdf.save()
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
export const aPng = (width = 1, height = 1): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const segment = (marker: number, data: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255, ...data])
export const aJpeg = (): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd9]),
  ])

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
export const aWorkbook = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${main}"/></Types>`,
        '_rels/.rels': '<Relationships><Relationship Id="rId1" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': '<workbook><sheets/></workbook>',
        'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )
export const aCsv = (): Uint8Array => Buffer.from('氏名,日付\r\n受講 花子,2026-09-01\r\n')

/** What is stated of bytes before they are sent. */
export const stated = (of: string, purpose: string, bytes: Uint8Array, more: object = {}) => ({
  of,
  purpose,
  name: '書面.pdf',
  kind: 'pdf',
  bytes: bytes.length,
  sha256: sha256Of(bytes),
  ...more,
})

type Link = { readonly url: string; readonly headers: Readonly<Record<string, string>> }

/** Sends bytes to the address that was given, through the door of this machine's server. */
export const sendTo = ({ deps }: House, { url, headers }: Link, bytes: Uint8Array) =>
  throughDoor(deps.uploads as UploadsHere, {
    method: 'PUT',
    pathname: new URL(url).pathname,
    type: headers['content-type'],
    body: Buffer.from(bytes),
  })

/** Saves what an address leads to. */
export const saveFrom = ({ deps }: House, url: string) =>
  throughDoor(deps.uploads as UploadsHere, {
    method: 'GET',
    pathname: new URL(url).pathname,
    type: undefined,
    body: Buffer.alloc(0),
  })

/** Begins a file, sends it, and asks for it to be looked into. */
export const brought = async (
  house: House,
  ask: Ask,
  given: object,
  bytes: Uint8Array,
): Promise<{ readonly fileId: string; readonly finished: Reply }> => {
  const begun = good(await ask.post('/v1/files', given))
  const put = await sendTo(house, begun.upload, bytes)
  if (put.status !== 200) throw new Error(`${put.status} ${String(put.body)}`)
  return { fileId: begun.fileId, finished: await ask.post(`/v1/files/${begun.fileId}/finish`) }
}

/** Something of every stage for the lines about files. */
export const fileSamples = async (
  house: House,
  { admin, staff }: { readonly admin: Ask; readonly staff: Ask },
  serviceId: string,
): Promise<Record<keyof typeof fileRoutes, Sample>> => {
  const pdf = await aPdf()
  const terms = (number: number) => stated(serviceId, 'serviceTerms', pdf, { number })
  const checked = async (number: number) => {
    const { fileId, finished } = await brought(house, admin, terms(number), pdf)
    good(finished)
    return fileId
  }
  const accepted = async (number: number) => {
    const fileId = await checked(number)
    good(await admin.post(`/v1/files/${fileId}/accept`))
    return fileId
  }
  const inForce = await accepted(1)
  good(await staff.post(`/v1/files/${inForce}/approve`, { effectiveOn: house.clock.today() }))
  const sent = good(await admin.post('/v1/files', terms(9)))
  await sendTo(house, sent.upload, pdf)
  return {
    beginUpload: { path: '/v1/files', body: terms(7) },
    finishUpload: { path: `/v1/files/${sent.fileId}/finish` },
    acceptFile: { path: `/v1/files/${await checked(2)}/accept` },
    approveFile: { path: `/v1/files/${await accepted(3)}/approve`, body: { effectiveOn: house.clock.today() } },
    declineFile: { path: `/v1/files/${await checked(4)}/decline`, body: { reason: '版が古いため' } },
    listFiles: { path: `/v1/files?of=${serviceId}` },
    getFile: { path: `/v1/files/${inForce}` },
    handOutFile: { path: `/v1/files/${inForce}/download` },
    listOwnFiles: { path: '/v1/signing/contract/files' },
    handOutOwnFile: { path: `/v1/signing/contract/files/${inForce}/download` },
  }
}

/** The same of scans of a paper contract, brought by whoever sells it. */
export const scanSamples = async (
  house: House,
  { seller, entity, contractId }: { readonly seller: Ask; readonly entity: Ask; readonly contractId: string },
): Promise<Partial<Record<keyof typeof fileRoutes, Sample>>> => {
  const pdf = await aPdf()
  const scan = stated(contractId, 'paperContract', pdf)
  const checked = async () => {
    const { fileId, finished } = await brought(house, seller, scan, pdf)
    good(finished)
    return fileId
  }
  const kept = await checked()
  good(await entity.post(`/v1/files/${kept}/accept`))
  const sent = good(await seller.post('/v1/files', scan))
  await sendTo(house, sent.upload, pdf)
  return {
    beginUpload: { path: '/v1/files', body: scan },
    finishUpload: { path: `/v1/files/${sent.fileId}/finish` },
    acceptFile: { path: `/v1/files/${await checked()}/accept` },
    declineFile: { path: `/v1/files/${await checked()}/decline`, body: { reason: '写りが悪いため' } },
    getFile: { path: `/v1/files/${kept}` },
    handOutFile: { path: `/v1/files/${kept}/download` },
  }
}
