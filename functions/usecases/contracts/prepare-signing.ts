import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  explainContract as decideExplanation,
  offerContract as decideOffer,
  voidContract as decideVoid,
} from '../../../shared/domain/contract/prepare.ts'
import { cannotBePrinted } from '../../../shared/domain/documents/undrawable-text.ts'
import { unfitToSign } from '../../../shared/domain/contract/term-bounds.ts'
import { later } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { refuseIfRestricted } from '../../../shared/domain/reseller/guard.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { breachesOn } from '../../../shared/policy/conclude.ts'
import { noSuchSme } from '../../../shared/policy/own-number.ts'
import { versionOnOffer } from '../../../shared/policy/judging.ts'
import { refusedFor } from '../../application/contracts/standing-contract.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import { guardChecks } from '../../application/contracts/guard-checks.ts'
import { sendingLink } from '../../application/contracts/sending-link.ts'
import { explanationForm } from '../../papers/words-of-sellers.ts'

/** Records who explained the conditions, how and when. */
export const explainContract =
  (deps: Dependencies): HandlerOf<Routes['explainContract']> =>
  ({ params: { contractId }, body: { by, ...explanation } }, call) =>
    step(deps, contractId, call, ({ state, version }) => {
      const paper = paperAt(deps.digest, 'explanation', version, explanationForm.write({ by, ...explanation }))
      const decision = decideExplanation(state, { explanation, explanationSha256: paper.sha256 }, call)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

const usualValidDays = 14
const dayMs = 86_400_000

/** Sends the signing link, or sends it anew: everything but the SME's own acts is judged now, so that no one opens a link in vain. */
export const offerContract =
  (deps: Dependencies): HandlerOf<Routes['offerContract']> =>
  ({ params: { contractId }, body: { validDays = usualValidDays } }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({
        state,
      }): Promise<
        Result<
          Step,
          Refusal<
            | 'does-not-fit'
            | 'out-of-order'
            | 'wrong-stage'
            | 'breaches-standard'
            | 'too-many-sendings'
            | 'cannot-be-printed'
          >
        >
      > => {
        const { deal } = state
        const ground = await deps.contracts.ground(contractId, deal)
        if (!ground) throw new Error(`${contractId} lost its ground`)
        const restricted = refuseIfRestricted(ground.gate, call.at)
        if (restricted) return refuse(restricted)
        const version = versionOnOffer(ground.serviceGuard, call.today)
        if (!version.ok) return version
        if (version.value.number !== deal.serviceVersion) {
          // The text names a version that is no longer offered: it has to be revised first.
          return refuse({
            kind: 'does-not-fit',
            what: 'service.version',
            given: String(deal.serviceVersion),
            needs: `version ${version.value.number}; revise the draft`,
          })
        }
        const unfit = unfitToSign(deal, call.today)
        if (unfit) return refuse(unfit)
        // The seller's number may have become this one since, and an id may have been taken the place of.
        const noSme = noSuchSme(deal.smeId, ground)
        if (noSme) return noSme
        const explanation = state.stage === 'drafted' || state.stage === 'offered' ? state.explanation : null
        const breaches = breachesOn('offer', deal, ground, { day: call.today, explanation })
        const expiresAt = later(call.at, validDays * dayMs)
        const decision = decideOffer(state, { nonce: deps.ids.nonce(), expiresAt }, { breaches })
        const text = await deps.contracts.document(contractId, deal.revision)
        if (!decision.ok) {
          const { refusal } = decision
          if (refusal.kind !== 'breaches-standard') return refuse(refusal)
          return refusedFor(deps, call.who, refusal, ground, { deal, text })
        }
        // A draft from before that was asked, or one that names somebody registered before, is asked again here.
        const cannot = cannotBePrinted(text)
        if (cannot) return refuse(cannot)
        return sendingLink(deps, deal, call.at, { events: decision.value, checks: guardChecks(contractId, ground) })
      },
    )

/** Takes back a draft or an open offer; an open link dies with it. */
export const withdrawContract =
  (deps: Dependencies): HandlerOf<Routes['withdrawContract']> =>
  ({ params: { contractId } }, call) =>
    step(deps, contractId, call, ({ state }) => {
      const decision = decideVoid(state, 'withdrawn')
      return decision.ok ? ok({ events: decision.value }) : decision
    })

/** An offer reads the text it asks to sign: what cannot be printed is said before. */
export const costs: Costs = {
  explainContract: { requests: 2, readUnits: 2, writeUnits: 14 },
  offerContract: { requests: 5, readUnits: 7, writeUnits: 18 },
  withdrawContract: { requests: 2, readUnits: 2, writeUnits: 14 },
}
