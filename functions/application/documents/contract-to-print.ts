import { contractDocument, type Concluded } from '../../../shared/domain/documents/contract-document.ts'
import type { Printed, PrintedDocument } from '../../../shared/domain/documents/printed-document.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { dayInJapan, type Instant } from '../../../shared/domain/plain-date.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'

/** A document as its PDF; refused where a character of it cannot be drawn, each such character named. */
export const onPaper = async (
  { printing }: Pick<Dependencies, 'printing'>,
  document: PrintedDocument,
): Promise<Result<Uint8Array, Refusal<'cannot-be-printed'>>> => {
  const out = await printing.print(document)
  return out.ok ? ok(out.pdf) : refuse({ kind: 'cannot-be-printed', missingGlyphs: out.missingGlyphs })
}

/** The event that put a revision together, known by the hash of its text. */
export const writingOf = (
  events: readonly LedgerEvent[],
  documentSha256: string,
): { readonly at: Instant; readonly deal: ContractRevision } => {
  for (const { at, event } of events)
    if ('deal' in event && event.deal.documentSha256 === documentSha256) return { at, deal: event.deal }
  throw new Error(`no event has the text ${documentSha256}`)
}

type Revision = Pick<ContractRevision, 'contractId' | 'revision' | 'documentSha256'>

/** When the contract was concluded, and the signature of one text of it; undefined while nobody has signed anything. */
const concludedIn = (events: readonly LedgerEvent[], documentSha256: string): Concluded | undefined => {
  const first = events.find(({ event }) => event.type === 'contract-signed' || event.type === 'contract-attested')
  if (!first) return undefined
  const on = first.event.type === 'contract-attested' ? first.event.signedOn : dayInJapan(first.at)
  const signed = events.find(
    ({ event }) =>
      (event.type === 'contract-signed' || event.type === 'amendment-signed') &&
      event.documentSha256 === documentSha256,
  )
  return { on, signature: signed ? { on: dayInJapan(signed.at), seq: signed.seq } : null }
}

/** Content of a printed contract: one revision's text, with its hash and the instant it was put together. */
export const revisionOf = async (
  { contracts, ledger }: Pick<Dependencies, 'contracts' | 'ledger'>,
  { contractId, revision, documentSha256: sha256 }: Revision,
) => {
  const [disclosure, events] = await Promise.all([
    contracts.document(contractId, revision),
    ledger.eventsOf(contractId),
  ])
  return { disclosure, sha256, madeAt: writingOf(events, sha256).at, concluded: concludedIn(events, sha256) }
}

/** The contract of one revision, ready to be printed: the same document whenever it is asked for. */
export const contractToPrint = async (
  deps: Pick<Dependencies, 'contracts' | 'ledger'>,
  revision: Revision,
): Promise<Printed<'contract-document'>> => {
  const { disclosure, ...made } = await revisionOf(deps, revision)
  return contractDocument(disclosure, made)
}
