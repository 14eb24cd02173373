import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  explainAmendment as decideExplanation,
  offerAmendment as decideOffer,
  proposalOf,
  proposeAmendment as decideProposal,
  withdrawAmendment as decideWithdrawal,
} from '../../../shared/domain/contract/amendment.ts'
import { cannotBePrinted } from '../../../shared/domain/documents/undrawable-text.ts'
import { contactChanges } from '../../../shared/domain/contract/contact.ts'
import { differencesBetween, samePartiesIn } from '../../../shared/domain/contract/differences.ts'
import { disclosureItemCodes } from '../../../shared/domain/disclosure-items.ts'
import type { Sme } from '../../../shared/domain/contract/terms.ts'
import { unfitToAmend } from '../../../shared/domain/contract/term-bounds.ts'
import { daysAfter, later } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import { compile, keepingOptional } from '../../application/contracts/compile.ts'
import { faceOn } from '../../application/contracts/face.ts'
import { nextTouched } from '../../application/contracts/next-term.ts'
import { differencesOf, groundOfLive, liveChecks } from '../../application/contracts/revisions.ts'
import { sellersOwnContact } from '../../application/contracts/sellers-own-contact.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import type { ContractRevision, LiveContract } from '../../../shared/domain/contract/states.ts'
import { breachesOn } from '../../../shared/policy/conclude.ts'
import { versionFor } from '../../../shared/policy/revision.ts'
import { sendingLink, unreachable } from '../../application/contracts/sending-link.ts'
import { explanationForm } from '../../papers/words-of-sellers.ts'

const dayMs = 86_400_000
const usualValidDays = 14

type Given = InputOf<Routes['proposeAmendment']>['body']

/** Proposes a new revision of a live contract, with its text compiled beside the one in force. */
export const proposeAmendment =
  (deps: Dependencies): HandlerOf<Routes['proposeAmendment']> =>
  ({ params: { contractId }, body }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({
        read,
        state,
        version,
      }): Promise<Result<Step, Refused | Refusal<'next-term-agreed' | 'out-of-order'>>> => {
        const { kind, reason, askedBy, version: wanted, ...given } = body
        if (state.stage !== 'live') return wrongStageOf(state.stage)
        const { deal: now } = state
        const same = fits(now, given)
        if (same) return refuse(same)
        const own = await sellersOwnContact(deps, given.sme, call.who, state.holder)
        if (own) return own
        const ground = await groundOfLive(deps, state, given)
        const on = versionFor(kind, now, ground, wanted, call.today)
        if (!on.ok) return on

        const revision = state.lastRevision + 1
        const before = await deps.contracts.document(contractId, now.revision)
        const carried = { ...given, sme: keepingOptional(withContactSetBy(given.sme, before.sme), before.sme) }
        const face = await faceOn(deps, { ...ground.gate, serviceId: now.serviceId }, call.today)
        const {
          deal,
          document,
          text: after,
        } = await compile(deps, contractId, revision, carried, ground, on.value, face)
        const unfit = unfitToAmend(deal, call.today) ?? cannotBePrinted(after)
        if (unfit) return refuse(unfit)
        const differences = differencesBetween(before, after).map(({ code }) => code)
        const changed = samePartiesIn(before, after) ? differences : disclosureItemCodes
        const changesContact = contactChanges(before.sme, after.sme).length > 0
        const forNext = await nextTouched(deps, state, {
          kind,
          given: carried,
          ground,
          deal,
          signed: changed.length > 0 || changesContact,
          before,
          after,
        })
        const paper = paperAt(deps.digest, 'proposal', version, evidenceAlone({ reason, askedBy, changed }))
        const decision = decideProposal(
          state,
          { kind, deal, changed, changesContact, proposalSha256: paper.sha256 },
          {
            breaches: breachesOn('propose', deal, ground, { day: call.today }),
            firstDay: kind === 'renewal' ? daysAfter(now.endOn, 1) : now.startOn,
            forNext,
          },
        )
        return decision.ok
          ? ok({
              events: decision.value,
              papers: [document, ...forNext.papers, paper],
              checks: liveChecks(read, ground),
            })
          : decision
      },
    )

/** Keeps in every later text how a contact was set that the SME never signed. */
const withContactSetBy = (given: Given['sme'], { contactSetBy }: Sme) => ({
  ...given,
  ...(contactSetBy ? { contactSetBy } : {}),
})

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'breaches-standard' | 'cannot-be-printed'>

const wrongStageOf = (stage: string) =>
  refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'contract', stage, needs: ['live'] })

const fits = (
  now: ContractRevision,
  { sme, terms }: Pick<Given, 'sme' | 'terms'>,
): Refusal<'does-not-fit'> | undefined => {
  if (sme.corporateNumber !== now.smeId)
    return { kind: 'does-not-fit', what: 'sme.corporateNumber', given: sme.corporateNumber, needs: now.smeId }
  if (terms.serviceId !== now.serviceId)
    return { kind: 'does-not-fit', what: 'terms.serviceId', given: terms.serviceId, needs: now.serviceId }
  return undefined
}

/** Records how the new conditions were explained. */
export const explainAmendment =
  (deps: Dependencies): HandlerOf<Routes['explainAmendment']> =>
  ({ params: { contractId }, body: { by, ...explanation } }, call) =>
    step(deps, contractId, call, ({ state, version }) => {
      const paper = paperAt(deps.digest, 'explanation', version, explanationForm.write({ by, ...explanation }))
      const decision = decideExplanation(state, { explanation, explanationSha256: paper.sha256 }, call)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

/** Sends the SME the link to read what would change, and to sign it. */
export const offerAmendment =
  (deps: Dependencies): HandlerOf<Routes['offerAmendment']> =>
  ({ params: { contractId }, body: { validDays = usualValidDays } }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({ read, state }): Promise<Result<Step, Refused | Refusal<'too-many-sendings'>>> => {
        const proposal = proposalOf(state)
        if (!proposal.ok) return proposal
        const live = state as LiveContract
        const { contractId: id, revision } = proposal.value.deal
        const [unreached, text] = await Promise.all([
          unreachable(deps, live.deal),
          deps.contracts.document(id, revision),
        ])
        const cannot = unreached ?? cannotBePrinted(text)
        if (cannot) return refuse(cannot)
        const { deal, explanation } = proposal.value
        const ground = await groundOfLive(deps, live, deal)
        const breaches = breachesOn('offerAmendment', deal, ground, { day: call.today, explanation })
        const sent = { nonce: deps.ids.nonce(), expiresAt: later(call.at, validDays * dayMs) }
        const decision = decideOffer(state, sent, { breaches })
        return decision.ok
          ? sendingLink(deps, live.deal, call.at, { events: decision.value, checks: liveChecks(read, ground) })
          : decision
      },
    )

export const withdrawAmendment =
  (deps: Dependencies): HandlerOf<Routes['withdrawAmendment']> =>
  ({ params: { contractId } }, call) =>
    step(deps, contractId, call, ({ state }) => {
      const decision = decideWithdrawal(state)
      return decision.ok ? ok({ events: decision.value }) : decision
    })

export const getDifferences =
  (deps: Dependencies): HandlerOf<Routes['getDifferences']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { state } = found.value.kept
    const proposal = proposalOf(state)
    return proposal.ok ? ok(await differencesOf(deps, state as LiveContract, proposal.value)) : proposal
  }

/**
 * A change of a contract whose next term is agreed reads that text as well, and may write it anew. An offer reads the text
 * it asks to sign, for what cannot be printed is said before, beside the one that says where the link goes.
 */
export const costs: Costs = {
  proposeAmendment: { requests: 9, readUnits: 10.5, writeUnits: 26 },
  explainAmendment: { requests: 2, readUnits: 2, writeUnits: 16 },
  offerAmendment: { requests: 6, readUnits: 8, writeUnits: 19 },
  withdrawAmendment: { requests: 2, readUnits: 2, writeUnits: 14 },
  getDifferences: { requests: 3, readUnits: 4, writeUnits: 0 },
}
