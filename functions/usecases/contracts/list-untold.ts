import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { factorsReach } from '../../../shared/domain/contract/contact.ts'
import { tellLetter as decideTelling, untoldBecause } from '../../../shared/domain/contract/untold.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findAnsweredContract, findVisibleContract, type Seller } from '../../application/contracts/contract-access.ts'
import { step, type ContractForDecision, type Step } from '../../application/contracts/step.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import { toPost } from '../../views/to-post.ts'
import type { Costs } from '../../application/cost.ts'
import type { UntoldRef } from '../../ports/event-ref.ts'
import { letterView, contractsOf } from '../../application/contracts/untold.ts'

const usualLimit = 50

/** True where this seller is shown a contract's letters: those it holds, and those of the reseller it asks for. */
const isShown = (who: Seller, state: ExistingContract, resellerId: string | undefined): boolean => {
  const holder = 'holder' in state ? state.holder : state.deal.seller
  const wanted = 'resellerId' in who ? who.resellerId : resellerId
  return state.deal.entityId === who.entityId && (wanted === undefined || holder === wanted)
}

/** A page of an implementing entity's list; a reseller sees what is of contracts it holds, so a page may hold fewer lines. */
export const listUntoldLetters =
  (deps: Dependencies): HandlerOf<Routes['listUntoldLetters']> =>
  async ({ query: { limit = usualLimit, cursor, resellerId } }, { who }) => {
    if ('resellerId' in who && resellerId && resellerId !== who.resellerId)
      return refuse({ kind: 'not-found', what: 'reseller' })
    const scope = `${'resellerId' in who ? who.resellerId : who.entityId}/listUntoldLetters`
    const after = cursor === undefined ? null : await deps.cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await deps.ledger.untold(who.entityId, { limit, after })
    const { states, unreadable } = await contractsOf(deps, page.items)
    const lines = await Promise.all(
      page.items.map(async (ref) => {
        const state = states.get(ref.stream)
        return state && isShown(who, state, resellerId) ? lineOf(deps, state, ref) : null
      }),
    )
    return ok({
      items: lines.filter((line) => line !== null),
      unreadable: unreadableFor(who, unreadable),
      nextCursor: page.next && (await deps.cursors.seal(scope, page.next)),
    })
  }

const lineOf = async (deps: Dependencies, state: ExistingContract, ref: UntoldRef) => {
  const event = await deps.ledger.event(ref)
  const letter = event && letterView(state, event, ref.deliveryId)
  if (!letter) return null
  const { contractId, revision, seller } = state.deal
  const { sme } = await deps.contracts.document(contractId, revision)
  return {
    ...letter,
    ...numbersOf(contractId),
    holder: 'holder' in state ? state.holder : seller,
    sme: { smeId: sme.smeId, name: sme.name, prefecture: sme.prefecture },
    person: sme.signatory?.name ?? null,
    ...toPost(sme),
    ...factorsReach(sme),
  }
}

/** A person told the SME what a letter could not: the seller's, or the implementing entity's, for an offer as for a contract. */
export const tellLetter =
  (deps: Dependencies): HandlerOf<Routes['tellLetter']> =>
  async ({ params: { contractId, deliveryId }, body }, call) => {
    const found = await findVisibleContract(deps.contracts, call.who, contractId)
    if (!found.ok) return found
    const history = await deps.ledger.eventsOf(contractId)
    // What the SME is owed there is a letter with a code: only its printing settles that.
    const letter = history.find(({ deliveries }) => deliveries.some(({ id }) => id === deliveryId))
    const sent = letter?.deliveries.find(({ id }) => id === deliveryId)
    if (!letter || !sent || sent.to !== 'sme' || sent.by !== 'mail' || sent.template === 'code-letter-asked')
      return refuse({ kind: 'not-found', what: 'letter' })
    const told = history.some(({ event }) => event.type === 'letter-told' && event.deliveryId === deliveryId)
    const decide = ({ state, version }: ContractForDecision): Result<Step, Refused> => {
      const paper = paperAt(
        deps.digest,
        'letter-told',
        version,
        evidenceAlone({ deliveryId, letter: sent.template, ...body }),
      )
      const decision = decideTelling(
        state,
        { event: letter.event, because: untoldBecause(sent), told },
        { deliveryId, by: body.by, on: body.on, toldSha256: paper.sha256 },
        call,
      )
      if (!decision.ok) return decision
      return ok({
        events: decision.value,
        papers: [paper],
        told: [{ stream: contractId, seq: letter.seq, deliveryId }],
      })
    }
    return step(deps, contractId, call, decide, findAnsweredContract)
  }

type Refused = Refusal<'wrong-stage' | 'out-of-order'>

/** Costs of one letter. Each more of them on a page is two requests. */
export const costs: Costs = {
  listUntoldLetters: { requests: 4, readUnits: 3.5, writeUnits: 0 },
  tellLetter: { requests: 4, readUnits: 6, writeUnits: 19 },
}
