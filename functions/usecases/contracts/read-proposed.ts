import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { proposalOf } from '../../../shared/domain/contract/amendment.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { documentView } from '../../views/contract-view.ts'
import type { Costs } from '../../application/cost.ts'
import { findVisibleContract, type Seller } from '../../application/contracts/contract-access.ts'

type Text = { readonly disclosure: Disclosure; readonly sha256: string }

/** The whole text of the change or renewal that is on its way, as the SME is or will be shown it. */
const proposedText = async (
  { contracts }: Dependencies,
  contractId: ContractId,
  { who }: Pick<RequestContext<Seller>, 'who'>,
): Promise<Result<Text, Refusal<'not-found' | 'wrong-stage'>>> => {
  const found = await findVisibleContract(contracts, who, contractId)
  if (!found.ok) return found
  const proposal = proposalOf(found.value.kept.state)
  if (!proposal.ok) return proposal
  const { revision, documentSha256 } = proposal.value.deal
  return ok({ disclosure: await contracts.document(contractId, revision), sha256: documentSha256 })
}

export const getProposedDisclosure =
  (deps: Dependencies): HandlerOf<Routes['getProposedDisclosure']> =>
  async ({ params: { contractId } }, call) => {
    const text = await proposedText(deps, contractId, call)
    return text.ok ? ok(documentView(text.value.disclosure, text.value.sha256)) : text
  }

export const getProposedDisclosurePage =
  (deps: Dependencies): HandlerOf<Routes['getProposedDisclosurePage']> =>
  async ({ params: { contractId } }, call) => {
    const text = await proposedText(deps, contractId, call)
    return text.ok ? ok(deps.documents.disclosurePage(text.value.disclosure, text.value.sha256)) : text
  }

export const costs: Costs = {
  getProposedDisclosure: { requests: 2, readUnits: 3, writeUnits: 0 },
  getProposedDisclosurePage: { requests: 2, readUnits: 3, writeUnits: 0 },
}
