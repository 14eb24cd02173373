import type {
  ArchiveEvent,
  Filed,
  ExistingArchive,
  SealedKind,
  Sealing,
} from '../../../shared/domain/archive/archive.ts'
import { isDealtWith, recordNotPrintable, recordSealing } from '../../../shared/domain/archive/keeping.ts'
import type { PrintedDocument } from '../../../shared/domain/documents/printed-document.ts'
import { archiveOf, type ContractId } from '../../../shared/domain/ids.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { evidenceAlone, numbered, paperAt } from '../../ports/papers.ts'
import { fresh, type Versioned, type EvidenceDocument } from '../../ports/records.ts'
import { madeOnce } from '../../ports/vault.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { inVault } from '../../application/archive/files.ts'
import { retain } from './set-retention.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import { contractToPrint, writingOf } from '../../application/documents/contract-to-print.ts'
import { certificateOf } from '../../application/documents/certificate.ts'
import { confirmationForm } from '../../papers/words-of-smes.ts'

/**
 * Seals what an event of a contract brought about: its text, and where the platform saw the signature the certificate of
 * it. Each file is made once and found again, so it can stop anywhere and begin anew, and two workers at once end with
 * the same files. True when all of it is done.
 */
export const sealContract =
  (deps: Dependencies) =>
  async (signed: LedgerEvent): Promise<boolean> => {
    const { stream, seq, event, hash } = signed
    const contractId = stream as ContractId
    const archiveId = archiveOf(contractId)
    const archive = await deps.directory.archive(archiveId)
    if (!archive || !isDealtWith(archive.state, seq)) {
      const { deal } = writingOf(await deps.ledger.eventsOf(contractId), await textOf(deps, signed))
      const about = { contractId, seq, hash, deal, of: { archiveId, contractId, entityId: deal.entityId } }
      const done = await record(deps, archive, about, await documentsFor(deps, about, event.type))
      if (!done) return false
    }
    return retain(deps, contractId)
  }

type About = {
  readonly contractId: ContractId
  readonly seq: number
  readonly hash: string
  readonly deal: ContractRevision
  readonly of: Extract<ArchiveEvent, { of: unknown }>['of']
}
type ToPrint = { readonly what: SealedKind; readonly document: PrintedDocument }

/** The text the SME put its name to: it stands on the event, or in the evidence document of who confirmed. */
const textOf = async ({ ledger }: Dependencies, { stream, seq, event }: LedgerEvent): Promise<string> => {
  if ('documentSha256' in event) return event.documentSha256
  return confirmationForm.read(await ledger.paper(stream, numbered('confirmation', seq))).documentSha256
}

const documentsFor = async (
  deps: Dependencies,
  { contractId, seq, deal }: About,
  type: LedgerEvent['event']['type'],
): Promise<readonly ToPrint[]> => {
  const contract = { what: 'contract', document: await contractToPrint(deps, deal) } as const
  if (type !== 'contract-signed' && type !== 'amendment-signed') return [contract]
  const read = await deps.contracts.find(contractId)
  if (!read) throw new Error(`no ${contractId}`)
  const certificate = await certificateOf(deps, read.kept.state, seq)
  if (!certificate.ok) throw new Error(`${contractId} was signed and has no certificate`)
  return [contract, { what: 'certificate', document: certificate.value }]
}

const record = async (
  deps: Dependencies,
  archive: Versioned<ExistingArchive> | undefined,
  about: About,
  documents: readonly ToPrint[],
): Promise<boolean> => {
  const kept = archive ?? { state: { stage: 'none' as const }, ...fresh }
  const { contractId, seq, deal, of } = about
  const printed = await printAll(deps, documents)
  const now = deps.clock.now()
  const write = async (events: readonly ArchiveEvent[], paper: EvidenceDocument) => {
    const changes = [change('archive', of.archiveId, kept, events, now, { papers: [paper] })]
    const metadata = systemMetadata('seal-contract', `${contractId}/${seq}`, now)
    return (await deps.commits.commit({ metadata, answer: seq, changes })).ok
  }
  if (!printed.ok) {
    const paper = paperAt(deps.digest, 'characters', kept.version, evidenceAlone(printed.missing))
    const why = { contractSeq: seq, revision: deal.revision, charactersSha256: paper.sha256 }
    return write(recordNotPrintable(kept.state, of, why), paper)
  }
  const { sealing, list } = await sealAll(deps, about, printed.all)
  return write(
    recordSealing(kept.state, of, sealing),
    paperAt(deps.digest, 'sealing', kept.version, evidenceAlone(list)),
  )
}

type Printed = { readonly what: SealedKind; readonly pdf: Uint8Array }

const printAll = async (
  { printing }: Dependencies,
  documents: readonly ToPrint[],
): Promise<
  { readonly ok: true; readonly all: readonly Printed[] } | { readonly ok: false; readonly missing: readonly string[] }
> => {
  const all: Printed[] = []
  const missing = new Set<string>()
  for (const { what, document } of documents) {
    const out = await printing.print(document)
    if (out.ok) all.push({ what, pdf: out.pdf })
    else for (const one of out.missingGlyphs) missing.add(one)
  }
  return missing.size === 0 ? { ok: true, all } : { ok: false, missing: [...missing].sort() }
}

const reasons: Readonly<Record<SealedKind, string>> = {
  contract: '契約の内容の保全',
  certificate: '署名の記録の保全',
}

/** Seals and stamps; whatever was made before a worker stopped is taken as it is, since no seal comes out twice alike. */
const sealAll = async (
  deps: Dependencies,
  { contractId, seq, hash, deal, of }: About,
  printed: readonly Printed[],
): Promise<{ readonly sealing: Sealing; readonly list: object }> => {
  const at = deps.clock.now()
  const { revision, documentSha256 } = deal
  const file = async (name: string, contentType: string, make: () => Promise<Uint8Array>): Promise<Filed> => {
    const bytes = await madeOnce(deps.vault, inVault(of.archiveId, name), { contentType, keepUntil: null }, make)
    return { name, sha256: deps.bytesDigest(bytes) }
  }
  const documents: Sealing['documents'][number][] = []
  for (const { what, pdf } of printed) {
    const make = () => deps.seals.sealPdf(pdf, { at, reason: reasons[what] })
    documents.push({ what, ...(await file(`${numbered(what, seq)}.pdf`, 'application/pdf', make)) })
  }
  const { name, der } = await deps.seals.certificate()
  const certificate = { name, sha256: deps.bytesDigest(der) }
  const list = {
    format: 'musubi/sealing/1',
    contractId,
    revision,
    contractSeq: seq,
    chain: hash,
    disclosureSha256: documentSha256,
    documents,
    certificateSha256: certificate.sha256,
  }
  const listSha256 = deps.digest(list)
  const make = () => deps.seals.stamp(listSha256)
  const stamp = await file(`${numbered('stamp', seq)}.tst`, 'application/timestamp-token', make)
  return { list, sealing: { contractSeq: seq, revision, documents, listSha256, stamp, certificate } }
}
