import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { contactChanges, factorsReach } from '../../../shared/domain/contract/contact.ts'
import {
  approveContactChange as decideApproval,
  contactChangeOn,
  proposeContactChange as decideProposal,
  toldBefore,
  verifyContact,
} from '../../../shared/domain/contract/contact-change.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { contactMade, contactPaper, contactProposed, waitingOn } from '../../application/contracts/contact-made.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import { sellersOwnContact } from '../../application/contracts/sellers-own-contact.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import { personBySub } from '../../views/person-shown.ts'
import type { Costs } from '../../application/cost.ts'
import { contactChangeForm } from '../../papers/words-of-smes.ts'

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'out-of-order'>

/**
 * Proposes where an SME is reached from now on, where it does not sign that itself. It is told where it was reached, and may
 * stop it there; where nothing reaches it any more, a second person has to approve. On the ground `verified` nothing changes:
 * it is on record that the contact in force is the SME's own.
 */
const proposeContactChange =
  (deps: Dependencies): HandlerOf<Routes['proposeContactChange']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, contractId, call, async ({ state, version }): Promise<Result<Step, Refused>> => {
      const { on } = body.evidence
      if (on > call.today)
        return refuse({ kind: 'out-of-order', what: 'evidence.on', given: call.today, notBefore: on })
      const { sme } = await deps.contracts.document(contractId, state.deal.revision)
      const reached = factorsReach(sme)
      if (body.ground === 'verified') {
        const same = reached.mail === body.signatory.mail && reached.phone === body.signatory.phone
        if (!same)
          return refuse({ kind: 'does-not-fit', what: 'signatory', given: 'another', needs: 'the contact in force' })
        const seen = paperAt(deps.digest, contactPaper, version, contactChangeForm.write(body))
        const verified = verifyContact(state, seen.sha256)
        return verified.ok ? ok({ events: verified.value, papers: [seen] }) : verified
      }
      if (contactChanges(sme, { ...sme, signatory: body.signatory }).length === 0)
        return refuse({ kind: 'does-not-fit', what: 'signatory', given: 'unchanged', needs: 'another contact' })
      const own = await sellersOwnContact(deps, body, call.who, 'holder' in state ? state.holder : state.deal.seller)
      if (own) return own
      const paper = paperAt(deps.digest, contactPaper, version, contactChangeForm.write(body))
      const { ground } = body
      const waits = toldBefore(reached, { ground, stop: deps.ids.nonce(), today: call.today })
      const decision = decideProposal(state, paper.sha256, waits)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

/**
 * A second person makes the change: in force at once, in what is agreed for the next term as well. The address before is
 * told too, in case it is not lost after all.
 */
const approveContactChange =
  (deps: Dependencies): HandlerOf<Routes['approveContactChange']> =>
  ({ params: { contractId } }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({ state, version }): Promise<Result<Step, Refusal<'wrong-stage' | 'second-person-needed'>>> => {
        const found = contactChangeOn(state, (await waitingOn(deps, contractId)).waiting)
        if (!found.ok) return found
        const { texts, papers } = await contactMade(deps, found.value, { version, today: call.today })
        const decision = decideApproval(found.value, { ...texts, approvedBy: call.who.sub })
        return decision.ok ? ok({ events: decision.value, papers }) : decision
      },
    )

const withdrawContactChange =
  (deps: Dependencies): HandlerOf<Routes['withdrawContactChange']> =>
  ({ params: { contractId } }, call) =>
    step(deps, contractId, call, async ({ state }) => {
      const found = contactChangeOn(state, (await waitingOn(deps, contractId)).waiting)
      return found.ok ? ok({ events: [{ type: 'contact-change-withdrawn' }] }) : found
    })

/** The change that is not decided, with its ground and evidence, and the day it takes effect by itself. */
const getContactChange =
  (deps: Dependencies): HandlerOf<Routes['getContactChange']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { waiting } = await waitingOn(deps, contractId)
    if (!waiting) return refuse({ kind: 'not-found', what: 'contactChange' })
    const { seq, proposedBy, waits } = waiting
    const [given, names] = await Promise.all([
      contactProposed(deps, contractId, seq),
      deps.people.namesOf([proposedBy], who),
    ])
    return ok({ seq, proposedBy: personBySub(proposedBy, names), from: waits?.from ?? null, ...given })
  }

export const contactHandlers = (deps: Dependencies) => ({
  proposeContactChange: proposeContactChange(deps),
  approveContactChange: approveContactChange(deps),
  withdrawContactChange: withdrawContactChange(deps),
  getContactChange: getContactChange(deps),
})

/**
 * The proposal that waits is read from the ledger: this is rare, and a contract's head is paid for on every write. One that
 * the SME is told of owes two letters: 5 write units more.
 */
export const costs: Costs = {
  proposeContactChange: { requests: 4, readUnits: 4, writeUnits: 16 },
  approveContactChange: { requests: 5, readUnits: 6, writeUnits: 25 },
  withdrawContactChange: { requests: 3, readUnits: 4, writeUnits: 14 },
  getContactChange: { requests: 5, readUnits: 7, writeUnits: 0 },
}
