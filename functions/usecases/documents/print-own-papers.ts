import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { SealedKind } from '../../../shared/domain/archive/archive.ts'
import { isAnsweredLink } from '../../../shared/domain/contract/answered-link.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import { archiveOf } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { inVault, trueBytes } from '../../application/archive/files.ts'
import type { Costs } from '../../application/cost.ts'
import { noLink, own, type Sme } from '../../application/contracts/as-sme.ts'
import type { ContractRevision, ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import { contractToPrint, onPaper, writingOf } from '../../application/documents/contract-to-print.ts'
import { certificateOf } from '../../application/documents/certificate.ts'

type Own = { readonly state: ExistingContract; readonly deal: ContractRevision }

/**
 * Papers that an SME may take away of its contract: what stands, behind the link to its own page; or what it has just
 * agreed to, behind the link it did so, for as long as its token is good.
 */
const ownPapers = async (
  deps: Dependencies,
  call: RequestContext<Sme>,
): Promise<Result<Own, Refusal<'link-not-usable'>>> => {
  const now = await own(deps, call)
  if (!now) return noLink
  const { state } = now
  if (passedLink(state, call.who.nonce, call.at, 'own').ok) return ok({ state, deal: state.deal })
  if (state.stage !== 'live' && state.stage !== 'ended') return noLink
  const events = await deps.ledger.eventsOf(state.deal.contractId)
  const ofContract = events.map(({ event }) => event as ContractEvent)
  return isAnsweredLink(ofContract, call.who.nonce) ? ok({ state, deal: agreedTo(events) ?? state.deal }) : noLink
}

/** The text of the last signature: a renewal is signed before it stands. */
const agreedTo = (events: readonly LedgerEvent[]): ContractRevision | undefined => {
  for (const { event } of [...events].reverse())
    if (event.type === 'contract-signed' || event.type === 'amendment-signed')
      return writingOf(events, event.documentSha256).deal
  return undefined
}

/**
 * The sealed bytes of a paper, as they lie in the vault: what an SME can show to a third party. Undefined while the
 * paper waits for its seal, and of a revision that nobody signed.
 */
const sealedPaper = async (deps: Dependencies, { deal }: Own, what: SealedKind): Promise<Uint8Array | undefined> => {
  const archiveId = archiveOf(deal.contractId)
  const archive = await deps.directory.archive(archiveId)
  if (archive?.state.stage !== 'kept') return undefined
  const filed = archive.state.sealings
    .filter(({ revision }) => revision === deal.revision)
    .flatMap(({ documents }) => documents)
    .findLast((one) => one.what === what)
  return filed && trueBytes(deps, inVault(archiveId, filed.name), filed.sha256)
}

export const printOwnContract =
  (deps: Dependencies): HandlerOf<Routes['printOwnContract']> =>
  async (_, call) => {
    const found = await ownPapers(deps, call)
    if (!found.ok) return found
    const sealed = await sealedPaper(deps, found.value, 'contract')
    return sealed ? ok(sealed) : onPaper(deps, await contractToPrint(deps, found.value.deal))
  }

export const printOwnCertificate =
  (deps: Dependencies): HandlerOf<Routes['printOwnCertificate']> =>
  async (_, call) => {
    const found = await ownPapers(deps, call)
    if (!found.ok) return found
    const sealed = await sealedPaper(deps, found.value, 'certificate')
    if (sealed) return ok(sealed)
    const certificate = await certificateOf(deps, found.value.state)
    return certificate.ok ? onPaper(deps, certificate.value) : certificate
  }

/**
 * Costs once they are sealed. Before that, of a contract that was changed once: 4 and 5 requests, and one more just
 * after signing.
 */
export const costs: Costs = {
  printOwnContract: { requests: 2, readUnits: 3, writeUnits: 0 },
  printOwnCertificate: { requests: 2, readUnits: 3, writeUnits: 0 },
}
