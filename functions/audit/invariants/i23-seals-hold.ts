import { X509Certificate } from 'node:crypto'
import { sealOf } from '../../verify/sealed-pdf.ts'
import { timeStampOverHash } from '../../verify/time-stamp.ts'
import type { Invariant } from './invariant.ts'
import type { Files } from '../reading/files.ts'
import { sha256 } from '../reading/hash.ts'
import { paperWith } from '../reading/looking-up.ts'
import { remembered } from '../reading/remembered.ts'
import { sealingsOf } from '../reading/sealings.ts'

/** Message of a check that throws; undefined where it does not. */
const trouble = (check: () => unknown): string | undefined => {
  try {
    check()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The bytes under a name, if they are what the ledger says. */
const trueBytes = (files: Files, name: string, hash: string): Buffer => {
  const bytes = files.read(name)
  if (!bytes) throw new Error(`${name} is not in the vault`)
  if (sha256(bytes) !== hash) throw new Error(`${name} is not what the ledger says`)
  return bytes
}

/** The platform's certificate: what it lies under is the hash of its key. */
const ofItsKey = (name: string, der: Buffer): Buffer => {
  const key = new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' })
  if (name !== `keys/${sha256(key)}.der`) throw new Error(`${name} holds another key`)
  return der
}

// Validity of a seal or a stamp hangs on bytes alone, and on the hash a stamp is over.
const held = remembered<unknown>()

/**
 * I23. Every seal holds: each sealed document is, byte for byte, what the ledger names, signed over all of it under the
 * platform's certificate as the vault has it; the time stamp is over the very list on record; and the signer's own word
 * is over the text that was sealed. The SME has no key of its own to check: its word is bound by nonce (I24) and chain
 * (I28); that the list bears that chain is for the verifier of an evidence package. Without a vault only rows are judged.
 */
export const sealsHold: Invariant = {
  id: 'I23',
  says: { ja: 'すべての封印とタイムスタンプが有効', en: 'every seal and time stamp holds' },
  check: (book, see) => {
    for (const { where, archive, sealing, answers, list } of sealingsOf(book)) {
      const event = answers?.event
      const wordSha256 =
        event &&
        ('signatureSha256' in event
          ? event.signatureSha256
          : 'confirmationSha256' in event
            ? event.confirmationSha256
            : undefined)
      const word = wordSha256 === undefined ? undefined : paperWith(book, archive.contractId, wordSha256)
      const over = word && (JSON.parse(word.text) as { readonly documentSha256?: unknown }).documentSha256
      see(
        where,
        list && list['format'] !== 'musubi/sealing/1' && 'has sealed a list for another purpose',
        list && word && over !== list['disclosureSha256'] && 'seals another text than its signer put a name to',
      )
      const { files } = book
      if (!files || archive.stage === 'disposed') continue
      const inVault = (name: string) => `${archive.archiveId}/${name}`
      const { documents, certificate, stamp, listSha256 } = sealing
      for (const { name, sha256: hash } of documents)
        see(
          inVault(name),
          trouble(() => {
            const pdf = trueBytes(files, inVault(name), hash)
            const der = trueBytes(files, certificate.name, certificate.sha256)
            const both = [name, hash, certificate.name, certificate.sha256].join(' ')
            return held(both, () => sealOf(name, pdf, ofItsKey(certificate.name, der)))
          }),
        )
      see(
        inVault(stamp.name),
        trouble(() => {
          const token = trueBytes(files, inVault(stamp.name), stamp.sha256)
          const both = [stamp.name, stamp.sha256, listSha256].join(' ')
          return held(both, () => timeStampOverHash(stamp.name, token, Buffer.from(listSha256, 'hex')))
        }),
      )
    }
  },
}
