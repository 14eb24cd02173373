import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { declineAmendment } from '../../../shared/domain/contract/amendment.ts'
import {
  confirmAttestation as decideConfirmation,
  declineContract as decideDecline,
  disputeAttestation as decideDispute,
  signContract as decideSigning,
} from '../../../shared/domain/contract/conclude.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { refuseIfRestricted } from '../../../shared/domain/reseller/guard.ts'
import { judge } from '../../../shared/standard/index.ts'
import { smeSlot } from '../../ports/unique-keys.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { breachesOn } from '../../../shared/policy/conclude.ts'
import { noSuchSme } from '../../../shared/policy/own-number.ts'
import { editionOf, versionOnOffer } from '../../../shared/policy/judging.ts'
import { disputesIn } from '../../views/dispute-view.ts'
import { documentView } from '../../views/contract-view.ts'
import { noLink, own, written } from '../../application/contracts/as-sme.ts'
import type { Costs } from '../../application/cost.ts'
import { waitingText } from '../../application/contracts/waiting-text.ts'
import { wrongStage } from '../../../shared/domain/contract/in-stage.ts'
import { guardChecks } from '../../application/contracts/guard-checks.ts'
import { confirmationForm, disputeForm, signatureForm } from '../../papers/words-of-smes.ts'

/**
 * The SME signs. One transaction holds the contract's head, the event with what it owes, the signature's evidence
 * document, the SME's place for the service, the checks of both guards and the command itself: all of it lands, or
 * nothing.
 */
export const signContract =
  (deps: Dependencies): HandlerOf<Routes['signContract']> =>
  async ({ body: { signer, documentSha256, acknowledged, remoteSupportConsent } }, call) => {
    const { who, at, today } = call
    const found = await deps.contracts.findWithEligibility(who.contractId, who)
    if (!found) return noLink
    const { read, ground } = found
    const { state, version } = read.kept
    if (state.stage !== 'offered') return wrongStage(state, 'offered')
    // The reason is between the implementing entity and the reseller: the SME learns that it is looked into, and keeps
    // its link.
    if (refuseIfRestricted(ground.gate, at)) return refuse({ kind: 'being-checked' })
    const onOffer = versionOnOffer(ground.serviceGuard, today)
    if (!onOffer.ok) return onOffer
    // The text is no longer the one on offer under a newer version of the service.
    if (onOffer.value.number !== state.deal.serviceVersion) return refuse({ kind: 'document-changed' })

    if (noSuchSme(state.deal.smeId, ground)) return refuse({ kind: 'being-checked' })
    const from = call.origin
    const words = signatureForm.write({ signer, documentSha256, acknowledged, remoteSupportConsent, from })
    const paper = paperAt(deps.digest, 'signature', version, words)
    const decision = decideSigning(
      state,
      { nonce: who.nonce, documentSha256, remoteSupportConsent, signatureSha256: paper.sha256 },
      {
        at,
        today,
        breaches: breachesOn('sign', state.deal, ground, { day: today, explanation: state.explanation, acknowledged }),
      },
    )
    if (!decision.ok) return decision
    return written(
      deps,
      { read, state, version, caught: [] },
      {
        events: decision.value,
        papers: [paper],
        checks: guardChecks(who.contractId, ground, { signs: true }),
        claims: [smeSlot(who.serviceId, who.smeId, who.contractId)],
      },
      call,
    )
  }

export const declineContract =
  (deps: Dependencies): HandlerOf<Routes['declineContract']> =>
  async (_, call) => {
    const now = await own(deps, call)
    if (!now) return noLink
    // A live contract has something to decline only where a change of it was proposed.
    const decline = now.state.stage === 'live' ? declineAmendment : decideDecline
    const decision = decline(now.state, call.who.nonce, call.at)
    return decision.ok ? written(deps, now, { events: decision.value }, call) : decision
  }

/** The SME stands by a contract that was attested for it, item by item. */
export const confirmAttestation =
  (deps: Dependencies): HandlerOf<Routes['confirmAttestation']> =>
  async ({ body }, call) => {
    const { who, at } = call
    const now = await own(deps, call)
    if (!now) return noLink
    const { state } = now
    const breaches = judge(editionOf(state.deal.edition), 'signature', body)
    const words = confirmationForm.write({ ...body, from: call.origin })
    const paper = paperAt(deps.digest, 'confirmation', now.version, words)
    const decision = decideConfirmation(
      state,
      { nonce: who.nonce, documentSha256: body.documentSha256, confirmationSha256: paper.sha256 },
      { breaches, at },
    )
    return decision.ok ? written(deps, now, { events: decision.value, papers: [paper] }, call) : decision
  }

/** The SME says that what was attested is not right; its words are kept for the people who look into it. */
export const disputeAttestation =
  (deps: Dependencies): HandlerOf<Routes['disputeAttestation']> =>
  async ({ body }, call) => {
    const now = await own(deps, call)
    if (!now) return noLink
    const said = disputeForm.write({ ...body, from: call.origin })
    const paper = paperAt(deps.digest, 'dispute', now.version, said)
    const words = { nonce: call.who.nonce, disputeSha256: paper.sha256 }
    const decision = decideDispute(now.state, words, call.at)
    return decision.ok ? written(deps, now, { events: decision.value, papers: [paper] }, call) : decision
  }

export const readSigningDocument =
  (deps: Dependencies): HandlerOf<Routes['readSigningDocument']> =>
  async (_, call) => {
    const waiting = await waitingText(deps, call)
    if (!waiting.ok) return waiting
    const { contractId, revision, documentSha256 } = waiting.value
    const [text, said] = await Promise.all([
      deps.contracts.document(contractId, revision),
      deps.ledger.papersBetween(contractId, 'dispute-', 'dispute-~'),
    ])
    return ok({ ...documentView(text, documentSha256), disputes: disputesIn(said) })
  }

export const readSigningPage =
  (deps: Dependencies): HandlerOf<Routes['readSigningPage']> =>
  async (_, call) => {
    const waiting = await waitingText(deps, call)
    if (!waiting.ok) return waiting
    const { contractId, revision, documentSha256 } = waiting.value
    return ok(deps.documents.disclosurePage(await deps.contracts.document(contractId, revision), documentSha256))
  }

/**
 * Signing: both guards, the place and the head are read in one request; the write is the command (2), the head (2) with
 * its entries in two indexes (2), the event (4: it owes a letter, a seal and a listing) with its mark (1), the
 * signature's evidence document (2), the place (2) and two guard checks (4).
 */
export const costs: Costs = {
  readSigningDocument: { requests: 3, readUnits: 4, writeUnits: 0 },
  readSigningPage: { requests: 2, readUnits: 3, writeUnits: 0 },
  signContract: { requests: 2, readUnits: 4, writeUnits: 21 },
  declineContract: { requests: 2, readUnits: 2, writeUnits: 12 },
  confirmAttestation: { requests: 2, readUnits: 2, writeUnits: 16 },
  disputeAttestation: { requests: 2, readUnits: 2, writeUnits: 14 },
}
