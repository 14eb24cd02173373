import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { writtenBeside, type Shown } from '../../views/written.ts'
import { peopleAmong } from '../../views/person-shown.ts'
import type { LedgerEvent, NamedPaper } from '../../ports/ledger.ts'
import { evidenceAlone, numbered } from '../../ports/papers.ts'
import { workInputForm } from '../../papers/takeover-work.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import { filesShown } from '../../application/files/files-shown.ts'
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

/** What is the implementing entity's own: its takeovers, contacts that two of its people vouch for, and where it posted codes. */
const ofEntity = ['code-letter', 'contact-change', 'coverage', 'notice-address', 'told']

/** The texts of the contract lie among them and have views of their own: they are left out of what is read. */
const besideTexts: Shown['between'] = [
  ['', 'document-'],
  ['document.', '~'],
]

/** What people wrote about a contract, in order. A former holder finds no contract, and nothing that was written. */
export const listWritten =
  (deps: Dependencies): HandlerOf<Routes['listWritten']> =>
  async ({ params: { contractId } }, { who, today }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const documents = 'resellerId' in who ? ofHolders : [...ofHolders, ...ofEntity]
    const { ledger, people } = deps
    const [events, ...papers] = await Promise.all([
      ledger.eventsOf(contractId),
      ...besideTexts.map(([first, last]) => ledger.papersBetween(contractId, first, last)),
    ])
    const [names, ofWork, files] = await Promise.all([
      people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who),
      'resellerId' in who ? [] : evidenceOfWork(deps, events),
      filesShown(deps, who, contractId, today),
    ])
    return ok({
      items: [...writtenBeside(events, [...papers.flat(), ...ofWork], documents, names)],
      files,
      nextCursor: null,
    })
  }

/** Evidence that lies with work on many takeovers, without the other contracts that it stands for: one request a work. */
const evidenceOfWork = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  events: readonly LedgerEvent[],
): Promise<readonly NamedPaper[]> => {
  const works = new Map(
    events.flatMap(({ event }) =>
      event.type === 'takeover-coverage-noted' && event.operationId ? [[event.evidenceSha256, event.operationId]] : [],
    ),
  )
  return Promise.all(
    [...works].map(async ([sha256, operationId]) => {
      const input = workInputForm.read(await ledger.paper(operationId, numbered('input', 1)))
      const { on: _, work: __, ...says } = input
      return { name: numbered('coverage', 0), sha256, content: evidenceAlone(says) }
    }),
  )
}

/**
 * The contract, its ledger, the evidence documents before and after its texts, the names of who wrote, and the list of
 * files; and one request for each work on many takeovers that brought evidence of it.
 */
export const costs: Costs = {
  listWritten: { requests: 7, readUnits: 8.5, writeUnits: 0 },
}
