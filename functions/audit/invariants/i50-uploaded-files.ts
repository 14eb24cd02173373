import { dayInJapan } from '../reading/fields/days.ts'
import type { Book } from '../reading/book.ts'
import { sha256 } from '../reading/hash.ts'
import { keptAll, streamsOf } from '../reading/looking-up.ts'
import type { KeptFile } from '../shapes/file.ts'
import type { Invariant } from './invariant.ts'

/** Bytes of a file at most, and how long it may lie in quarantine. */
const maxBytes = 20 * 1024 * 1024
const quarantineMs = 30 * 24 * 60 * 60 * 1000

const objectOf: Readonly<Record<KeptFile['purpose'], string>> = {
  resaleAgreement: 'rsl_',
  trainingProof: 'rsl_',
  trainingMaterial: 'svc_',
  conformityEvidence: 'svc_',
  serviceTerms: 'svc_',
  insuranceGuide: 'svc_',
  paperContract: 'ctr_',
  authorityReceipt: 'sbm_',
}
const versioned = new Set<string>(['serviceTerms', 'insuranceGuide'])

const wrongStatement = (book: Book, { purpose, of, number, bytes, entityId, begunAt, until }: KeptFile) => [
  !of.startsWith(objectOf[purpose]) && `is a ${purpose} of ${of}`,
  of.startsWith('ctr_') && book.heads.get(of)?.contract.deal.entityId !== entityId && `is of no contract ${of}`,
  versioned.has(purpose) !== (number !== null) && `has the number ${number}`,
  bytes > maxBytes && `has ${bytes} bytes`,
  Date.parse(until) - Date.parse(begunAt) > quarantineMs && `may lie in quarantine until ${until}`,
]

const wrongBytes = ({ files }: Book, name: string, { bytes, sha256: hash }: KeptFile): string | false => {
  if (!files) return false
  const found = files.read(name)
  if (!found) return `${name} is not in the vault`
  if (found.length !== bytes) return `${name} has other bytes in the vault`
  return sha256(found) !== hash && `${name} is not what the ledger says`
}

/**
 * I50. A file is what was stated of it: of the right kind of thing, no larger than allowed, with a number where it has
 * versions. It was accepted by a person, after it was looked into and while it lay in quarantine; a version came in force
 * by the word of a second person, and no day before. What was accepted lies in the vault byte for byte, and nothing lies
 * there that was not looked into.
 */
export const uploadedFiles: Invariant = {
  id: 'I50',
  says: {
    ja: '受け入れたファイルは、調べてから人が受け入れたもので、そのまま保管されている',
    en: 'files as they were accepted',
  },
  check: (book, see) => {
    for (const { entries } of streamsOf(book, 'file')) {
      let until = ''
      let isScanned = false
      const hands = new Set<string>()
      for (const { where, event, at, actor } of entries) {
        if (event.type === 'file-begun') {
          until = event.until
          hands.add(event.begunBy)
        }
        if (event.type === 'file-checked') isScanned = true
        if (event.type === 'file-accepted') hands.add(event.by)
        see(
          where,
          (event.type === 'file-checked' || event.type === 'file-accepted') &&
            at > until &&
            'comes after its quarantine',
          event.type === 'file-expired' && at <= until && 'comes before its time is over',
          event.type === 'file-accepted' && !isScanned && 'accepts what nobody looked into',
          'by' in event && (actor.role === 'system' || actor.sub !== event.by) && `is not by ${event.by}`,
          event.type === 'file-approved' && hands.has(event.by) && 'is approved by one who brought or accepted it',
          event.type === 'file-approved' && event.effectiveOn < dayInJapan(at) && 'is in force before it was approved',
        )
      }
    }
    const looked = new Set<string>()
    for (const { where, state } of keptAll(book, 'file')) {
      const name = `files/${state.entityId}/${state.fileId}`
      if (state.checkedAt !== null) looked.add(name)
      see(where, ...wrongStatement(book, state), state.acceptedAt !== null && wrongBytes(book, name, state))
    }
    for (const name of book.files?.names ?? [])
      if (name.startsWith('files/')) see(name, !looked.has(name) && 'lies in the vault, and nobody looked into it')
  },
}
