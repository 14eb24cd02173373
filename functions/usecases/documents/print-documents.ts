import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { Deal } from '../../../shared/domain/contract/contract.ts'
import { contractDocument } from '../../../shared/domain/documents/contract-document.ts'
import { insuranceCover } from '../../../shared/domain/documents/insurance-cover.ts'
import type { Printed, PrintedDocument } from '../../../shared/domain/documents/printed-document.ts'
import { takeoverNotice } from '../../../shared/domain/documents/takeover-notice.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { World } from '../../ports/world.ts'
import { seen } from '../contracts/act-on-contract.ts'
import type { Costs } from '../cost.ts'
import { caughtUp } from '../discontinuances/catch-up.ts'
import { takenOver } from './taken-over.ts'
import { servingUrl } from './serving-url.ts'
import { waitingText } from '../signing/waiting-text.ts'

/** A document as its PDF; refused where a character of it cannot be drawn, each such character named. */
export const onPaper = async (
  { printing }: Pick<World, 'printing'>,
  document: PrintedDocument,
): Promise<Result<Uint8Array, Refusal<'cannot-be-printed'>>> => {
  const out = await printing.print(document)
  return out.ok ? done(out.pdf) : refuse({ kind: 'cannot-be-printed', missingGlyphs: out.missingGlyphs })
}

/** The event that put a revision together, known by the hash of its text. */
export const writingOf = (
  events: readonly LedgerEvent[],
  documentSha256: string,
): { readonly at: Instant; readonly deal: Deal } => {
  for (const { at, event } of events)
    if ('deal' in event && event.deal.documentSha256 === documentSha256) return { at, deal: event.deal }
  throw new Error(`no event has the text ${documentSha256}`)
}

type Revision = Pick<Deal, 'contractId' | 'revision' | 'documentSha256'>

/** One revision's text, with its hash and the moment it was put together: what a printed contract is made of. */
const revisionOf = async (
  { contracts, ledger }: Pick<World, 'contracts' | 'ledger'>,
  { contractId, revision, documentSha256: sha256 }: Revision,
) => {
  const [disclosure, events] = await Promise.all([
    contracts.document(contractId, revision),
    ledger.eventsOf(contractId),
  ])
  return { disclosure, sha256, madeAt: writingOf(events, sha256).at }
}

/** The contract of one revision, ready to be printed: the same document whenever it is asked for. */
export const contractToPrint = async (
  world: Pick<World, 'contracts' | 'ledger'>,
  revision: Revision,
): Promise<Printed<'contract-document'>> => {
  const { disclosure, ...made } = await revisionOf(world, revision)
  return contractDocument(disclosure, made)
}

export const printContract =
  (world: World): HandlerOf<Routes['printContract']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await seen(world.contracts, who, contractId)
    return found.ok ? onPaper(world, await contractToPrint(world, found.value.kept.state.deal)) : found
  }

/** The document a signer has before it, for who came through the link and its code. */
export const printSigningDocument =
  (world: World): HandlerOf<Routes['printSigningDocument']> =>
  async (_, call) => {
    const waiting = await waitingText(world, call)
    return waiting.ok ? onPaper(world, await contractToPrint(world, waiting.value)) : waiting
  }

export const printInsuranceCover =
  (world: World): HandlerOf<Routes['printInsuranceCover']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await seen(world.contracts, who, contractId)
    if (!found.ok) return found
    const { disclosure, ...made } = await revisionOf(world, found.value.kept.state.deal)
    return onPaper(world, insuranceCover(disclosure, made))
  }

/** The notice of the takeover a contract is or was last in, as its gate has it even before the worker came round. */
export const printTakeoverNotice =
  (world: World): HandlerOf<Routes['printTakeoverNotice']> =>
  async ({ params: { contractId } }, { who, at }) => {
    const found = await seen(world.contracts, who, contractId)
    if (!found.ok) return found
    const { state } = caughtUp(found.value, at)
    const takeover = state.stage === 'live' || state.stage === 'ended' ? state.takeover : null
    if (!takeover) return refuse({ kind: 'not-found', what: 'takeover' })
    const { revision, documentSha256: sha256 } = state.deal
    const disclosure = await world.contracts.document(contractId, revision)
    const page = await servingUrl(world, contractId)
    return onPaper(world, takeoverNotice(disclosure, { sha256, page, ...(await takenOver(world, state, takeover)) }))
  }

export const costs: Costs = {
  printContract: { requests: 3, readUnits: 5, writeUnits: 0 },
  printSigningDocument: { requests: 3, readUnits: 5, writeUnits: 0 },
  printInsuranceCover: { requests: 3, readUnits: 5, writeUnits: 0 },
  printTakeoverNotice: { requests: 3, readUnits: 4, writeUnits: 0 },
}
