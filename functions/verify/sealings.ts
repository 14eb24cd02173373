import type { Files } from './package-files.ts'
import type { Event, History } from './ledger.ts'
import { sha256 } from './ledger.ts'
import { sealOf } from './sealed-pdf.ts'
import { timeStampOverHash } from './time-stamp.ts'
import { must } from './wrong.ts'

type Filed = { readonly name: string; readonly sha256: string }
type Sealing = {
  readonly contractSeq: number
  readonly revision: number
  readonly documents: readonly ({ readonly what: string } & Filed)[]
  readonly listSha256: string
  readonly stamp: Filed
  readonly certificate: Filed
}
type List = {
  readonly contractId: string
  readonly revision: number
  readonly contractSeq: number
  readonly chain: string
  readonly disclosureSha256: string
  readonly documents: readonly ({ readonly what: string } & Filed)[]
  readonly certificateSha256: string
}
type Deal = { readonly revision: number; readonly documentSha256: string }

/** One sealing that holds: the event it answers, its documents, and the moments they were sealed and listed. */
export type Held = {
  readonly answers: Event
  readonly revision: number
  readonly disclosure: unknown
  readonly documents: readonly { readonly name: string; readonly at: string }[]
  readonly listedAt: string
  readonly sealFingerprint: string
  readonly timeFingerprint: string
}

/** Every sealing the archive has: what was agreed, what was printed of it, its seals and its time, all of one piece. */
export const sealingsIn = (files: Files, contractId: string, contract: History, archive: History): readonly Held[] => {
  const known = new Set<string>()
  const file = (path: string, hash: string): Buffer => {
    known.add(path)
    const bytes = files.get(path)
    must(bytes && sha256(bytes) === hash, path, '台帳の記録と一致しません', 'is not what the ledger says')
    return bytes
  }
  const held = archive.events
    .filter(({ event }) => event['type'] === 'papers-sealed')
    .map(({ event, seq }) => {
      const where = `ledger/archive.json #${seq}`
      const sealing = event['sealing'] as Sealing
      const list = archive.papers.get(sealing.listSha256) as List
      const agrees =
        list.contractId === contractId &&
        list.contractSeq === sealing.contractSeq &&
        list.revision === sealing.revision &&
        list.certificateSha256 === sealing.certificate.sha256 &&
        namesOf(list.documents) === namesOf(sealing.documents)
      must(agrees, where, '封印の一覧と一致しません', 'does not agree with the list that was stamped')
      const { answers, disclosure } = agreedIn(where, contract, list)

      const certificate = file(sealing.certificate.name, sealing.certificate.sha256)
      const seals = sealing.documents.map(({ name, sha256: hash }) => {
        const path = `documents/${name}`
        return { name, ...sealOf(path, file(path, hash), certificate) }
      })
      const stampPath = `stamps/${sealing.stamp.name}`
      const token = file(stampPath, sealing.stamp.sha256)
      const listed = timeStampOverHash(stampPath, token, Buffer.from(sealing.listSha256, 'hex'))
      return {
        answers,
        disclosure,
        revision: list.revision,
        documents: seals.map(({ name, at }) => ({ name, at })),
        listedAt: listed.at,
        sealFingerprint: sha256(certificate),
        timeFingerprint: sha256(listed.certificate.raw),
      }
    })
  must(held.length > 0, 'ledger/archive.json', '封印の記録がありません', 'has no sealing')
  for (const path of files.keys()) {
    const isOfSealing = /^(?:documents|stamps)\/|^keys\/.*\.der$/.test(path)
    must(!isOfSealing || known.has(path), path, '台帳に記録がありません', 'is in no sealing')
  }
  return held
}

const namesOf = (documents: Sealing['documents']): string =>
  JSON.stringify(documents.map(({ what, name, sha256: hash }) => [what, name, hash]))

/** Agreement as of a sealing: the chain it bears, the text that was signed, and the signer's own word for it. */
const agreedIn = (where: string, { events, papers }: History, list: List) => {
  const answers = events[list.contractSeq - 1]
  must(answers?.hash === list.chain, where, '契約の台帳と一致しません', 'does not fit the ledger of the contract')
  const isOfDeal = events
    .slice(0, list.contractSeq)
    .map(({ event }) => event['deal'] as Deal | undefined)
    .some((deal) => deal?.documentSha256 === list.disclosureSha256 && deal.revision === list.revision)
  must(isOfDeal, where, '契約の内容と一致しません', 'is of another text than the contract')
  const disclosure = papers.get(list.disclosureSha256)
  const { event, seq } = answers
  const here = `ledger/contract.json #${seq}`
  const word = papers.get(String(event['signatureSha256'] ?? event['confirmationSha256']))
  const isOver = (word as { readonly documentSha256?: unknown } | undefined)?.documentSha256
  must(isOver === list.disclosureSha256, here, '署名した方が見た書面と違います', 'was signed over another text')
  const says = event['documentSha256'] ?? list.disclosureSha256
  must(says === list.disclosureSha256, here, '署名された書面と違います', 'signs another text')
  return { answers, disclosure }
}
