import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { contactChanges } from '../../../shared/domain/contract/contact.ts'
import {
  approveContactChange as decideApproval,
  contactChangeOn,
  proposeContactChange as decideProposal,
  waitingContactChange,
  type ProposedContactChange,
} from '../../../shared/domain/contract/contact-change.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { evidenceAlone, numbered, paperAt } from '../../ports/papers.ts'
import type { EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import { personBySub } from '../../views/person-shown.ts'
import type { Costs } from '../../application/cost.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import { type ContactChange, contactChangeForm } from '../../papers/words-of-smes.ts'
import { disclosureForm } from '../../papers/texts.ts'

const paperName = 'contact-change'

/** Proposes where an SME is reached from now on, where it cannot sign that itself: a second person has to approve. */
const proposeContactChange =
  (deps: Dependencies): HandlerOf<Routes['proposeContactChange']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, contractId, call, async ({ state, version }): Promise<Result<Step, Refused>> => {
      const { on } = body.evidence
      if (on > call.today)
        return refuse({ kind: 'out-of-order', what: 'evidence.on', given: call.today, notBefore: on })
      const { sme } = await deps.contracts.document(contractId, state.deal.revision)
      if (contactChanges(sme, { ...sme, signatory: body.signatory }).length === 0)
        return refuse({ kind: 'does-not-fit', what: 'signatory', given: 'unchanged', needs: 'another contact' })
      const paper = paperAt(deps.digest, paperName, version, contactChangeForm.write(body))
      const decision = decideProposal(state, paper.sha256)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'out-of-order'>

const waitingOn = async (
  { ledger }: Dependencies,
  contractId: ContractRevision['contractId'],
): Promise<ProposedContactChange | null> => waitingContactChange(await ledger.eventsOf(contractId))

/** The same text with another contact, and how it came to be without a signature. */
const withContact = (
  { digest }: Dependencies,
  before: Disclosure,
  revision: number,
  { signatory, ground, evidence: { kind, on } }: ContactChange,
): EvidenceDocument => {
  const sme = { ...before.sme, signatory, contactSetBy: { ground, evidence: kind, on } }
  const content = disclosureForm.write({ ...before, revision, sme })
  return { name: numbered('document', revision), content, sha256: digest(content) }
}

/** Revision as agreed, under that text. */
const under = (deal: ContractRevision, revision: number, { sha256 }: EvidenceDocument): ContractRevision => ({
  ...deal,
  revision,
  documentSha256: sha256,
})

/**
 * A second person makes the change: in force at once, in what is agreed for the next term as well. Nothing else of any
 * text is touched. The address before is told too, in case it is not lost after all.
 */
const approveContactChange =
  (deps: Dependencies): HandlerOf<Routes['approveContactChange']> =>
  ({ params: { contractId } }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({ state, version }): Promise<Result<Step, Refusal<'wrong-stage' | 'second-person-needed'>>> => {
        const found = contactChangeOn(state, await waitingOn(deps, contractId))
        if (!found.ok) return found
        const { live, waiting } = found.value
        const given = contactChangeForm.read(await deps.ledger.paper(contractId, numbered(paperName, waiting.seq)))
        const rewritten = async ({ revision }: ContractRevision, to: number) =>
          withContact(deps, await deps.contracts.document(contractId, revision), to, given)
        const document = await rewritten(live.deal, live.lastRevision + 1)
        const next = live.next && (await rewritten(live.next.deal, live.lastRevision + 2))
        const { changeSha256, seq } = waiting
        const paper = paperAt(
          deps.digest,
          'proposal',
          version,
          evidenceAlone({ contactChange: seq, changeSha256, changed: [] }),
        )
        const decision = decideApproval(found.value, {
          approvedBy: call.who.sub,
          deal: under(live.deal, live.lastRevision + 1, document),
          next: live.next && next && under(live.next.deal, live.lastRevision + 2, next),
          amendmentSha256: paper.sha256,
        })
        return decision.ok
          ? ok({ events: decision.value, papers: [document, ...(next ? [next] : []), paper] })
          : decision
      },
    )

const withdrawContactChange =
  (deps: Dependencies): HandlerOf<Routes['withdrawContactChange']> =>
  ({ params: { contractId } }, call) =>
    step(deps, contractId, call, async ({ state }) => {
      const waiting = contactChangeOn(state, await waitingOn(deps, contractId))
      return waiting.ok ? ok({ events: [{ type: 'contact-change-withdrawn' }] }) : waiting
    })

/** The change that waits, with its ground and evidence. */
const getContactChange =
  (deps: Dependencies): HandlerOf<Routes['getContactChange']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const waiting = await waitingOn(deps, contractId)
    if (!waiting) return refuse({ kind: 'not-found', what: 'contactChange' })
    const { seq, proposedBy } = waiting
    const given = contactChangeForm.read(await deps.ledger.paper(contractId, numbered(paperName, seq)))
    const names = await deps.people.namesOf([proposedBy], who)
    return ok({ seq, proposedBy: personBySub(proposedBy, names), ...given })
  }

export const contactHandlers = (deps: Dependencies) => ({
  proposeContactChange: proposeContactChange(deps),
  approveContactChange: approveContactChange(deps),
  withdrawContactChange: withdrawContactChange(deps),
  getContactChange: getContactChange(deps),
})

/** The proposal that waits is read from the ledger: this is rare, and a contract's head is paid for on every write. */
export const costs: Costs = {
  proposeContactChange: { requests: 3, readUnits: 3, writeUnits: 14 },
  approveContactChange: { requests: 5, readUnits: 6, writeUnits: 23 },
  withdrawContactChange: { requests: 3, readUnits: 3, writeUnits: 12 },
  getContactChange: { requests: 5, readUnits: 6, writeUnits: 0 },
}
