import { strToU8, unzipSync, zipSync } from 'fflate'
import { sha256 } from '../../../functions/audit/reading/hash.ts'
import { inSealing, listSays, sealedIn } from './archives.ts'
import { event, type Seed, type Tampering } from './tampering.ts'

const bytesOf = ({ book }: Tampering, name: string): Buffer => {
  const bytes = book.files?.read(name)
  if (!bytes) throw new Error(`no ${name}`)
  return Buffer.from(bytes)
}

/** The names, in the vault, of what a signature was sealed into. */
const sealedFiles = (tampering: Tampering) => {
  const { sealed } = sealedIn(tampering)
  const { documents, stamp, certificate } = sealed.event.sealing
  const inVault = (name: string) => `${sealed.stream}/${name}`
  return { document: inVault(documents[0]?.name ?? ''), stamp: inVault(stamp.name), certificate: certificate.name }
}

/** A document with one byte of what was printed changed. */
const spoilt = (tampering: Tampering): Buffer => {
  const bytes = bytesOf(tampering, sealedFiles(tampering).document)
  const at = bytes.length >> 2
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes
}

/** A time stamp of another sealing. */
const otherStamp = (tampering: Tampering): Buffer => {
  const { sealed } = sealedIn(tampering)
  const other = event(tampering.book, 'papers-sealed', ({ stream }) => stream !== sealed.stream)
  return bytesOf(tampering, `${other.stream}/${other.event.sealing.stamp.name}`)
}

/** Edits the files in a part of an export that has a table of contracts. */
const inExport = (tampering: Tampering, edit: (files: Record<string, Uint8Array>) => void): void => {
  for (const name of tampering.book.files?.names ?? []) {
    if (!name.endsWith('.zip')) continue
    const files = unzipSync(bytesOf(tampering, name))
    if (!files['contracts.csv']) continue
    edit(files)
    tampering.put(name, zipSync(files, { level: 0 }))
    return
  }
  throw new Error('nothing was exported')
}
const cell = (text: string) => (tampering: Tampering) =>
  inExport(tampering, (files) => {
    files['contracts.csv'] = Buffer.concat([files['contracts.csv'] ?? new Uint8Array(), strToU8(`a,${text},b\r\n`)])
  })

/** Something more at the end of a document, as a later hand would add it. */
const withObject = (tampering: Tampering, object: string): Buffer =>
  Buffer.concat([bytesOf(tampering, sealedFiles(tampering).document), Buffer.from(`\n9999 0 obj ${object} endobj\n`)])
const document = (object: string) => (tampering: Tampering) =>
  inExport(tampering, (files) => (files['files/other.pdf'] = withObject(tampering, object)))

/** Seeded violations of I23 and I47: what lies in the vault. */
export const fileSeeds: readonly Seed[] = [
  {
    invariant: 'I23',
    name: 'a byte of a sealed document is another',
    edit: (tampering) => tampering.put(sealedFiles(tampering).document, spoilt(tampering)),
  },
  {
    invariant: 'I23',
    name: 'a byte of a sealed document is another, and the ledger says so',
    also: ['I19', 'I29'],
    edit: (tampering) => {
      const bytes = spoilt(tampering)
      tampering.put(sealedFiles(tampering).document, bytes)
      inSealing(tampering, (sealing) => (sealing.documents[0].sha256 = sha256(bytes)))
    },
  },
  {
    invariant: 'I23',
    name: 'a sealed document is gone',
    edit: (tampering) => tampering.put(sealedFiles(tampering).document, null),
  },
  {
    invariant: 'I23',
    name: 'the time stamp is of another list, and the ledger says so',
    also: ['I29'],
    edit: (tampering) => {
      const bytes = otherStamp(tampering)
      tampering.put(sealedFiles(tampering).stamp, bytes)
      inSealing(tampering, (sealing) => (sealing.stamp.sha256 = sha256(bytes)))
    },
  },
  {
    invariant: 'I23',
    name: 'another certificate lies in the place of the platform’s',
    edit: (tampering) => {
      const { certificate } = sealedFiles(tampering)
      const other = tampering.book.files?.names.find((name) => name.endsWith('.der') && name !== certificate)
      tampering.put(certificate, bytesOf(tampering, other ?? ''))
    },
  },
  {
    invariant: 'I23',
    name: 'the stamped list was made for another purpose',
    also: ['I07'],
    edit: listSays('format', 'musubi/other/1'),
  },
  { invariant: 'I47', name: 'a cell of an exported table is a formula', edit: cell('=1+1') },
  { invariant: 'I47', name: 'a cell is a formula behind a wide blank and in wide letters', edit: cell('"　＠SUM(1)"') },
  {
    invariant: 'I47',
    name: 'a document of an export acts when it is opened',
    edit: document('<< /OpenAction 3 0 R >>'),
  },
  {
    invariant: 'I47',
    name: 'a document leads to an address that is not https',
    edit: document('<< /S /URI /URI (http://example.jp/) >>'),
  },
  {
    invariant: 'I47',
    name: 'a sealed document holds a script, under a name that hides it',
    also: ['I23'],
    edit: (tampering) =>
      tampering.put(
        sealedFiles(tampering).document,
        withObject(tampering, '<< /S /J#61vaScript /J#53 (app.alert(1)) >>'),
      ),
  },
]
