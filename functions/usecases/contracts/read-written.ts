import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { writtenIn, type Shown } from '../../views/written.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'

/** What concerns whoever holds a contract, and its implementing entity. */
const ofHolders = [
  'annulment',
  'attestation',
  'cancellation',
  'cancellation-confirmed',
  'cancellation-withdrawn',
  'confirmation',
  'consent',
  'consent-given',
  'consent-withdrawn',
  'dispute',
  'dispute-answer',
  'explanation',
  'form-reading',
  'incident',
  'letter-told',
  'proposal',
  'signature',
  'support',
  'termination',
  'verdict',
]

/** What is the implementing entity's own: its takeovers, and contacts that two of its people vouch for. */
const ofEntity = ['contact-change', 'coverage', 'notice-address', 'told']

/** The texts of the contract lie among them and have views of their own: they are left out of what is read. */
const besideTexts: Shown['between'] = [
  ['', 'document-'],
  ['document.', '~'],
]

/** What people wrote about a contract, in order. A former holder finds no contract, and nothing that was written. */
export const listWritten =
  (deps: Dependencies): HandlerOf<Routes['listWritten']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const documents = 'resellerId' in who ? ofHolders : [...ofHolders, ...ofEntity]
    const items = await writtenIn(deps, who, contractId, { documents, between: besideTexts })
    return ok({ items: [...items], nextCursor: null })
  }

/** The contract, its ledger, the papers before and after its texts, and the names of who wrote. */
export const costs: Costs = {
  listWritten: { requests: 6, readUnits: 8, writeUnits: 0 },
}
