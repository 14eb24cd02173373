import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { Answer } from '../../../shared/domain/command.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { labelOfConsent } from '../../../shared/domain/contract/consent.ts'
import { confirmCancellation, withdrawCancellation } from '../../../shared/domain/contract/ending.ts'
import { leavingDays } from '../../../shared/domain/contract/leaving-days.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import { effectiveResponsibility } from '../../../shared/domain/contract/responsibility.ts'
import { feesWithTax } from '../../../shared/domain/documents/contract-document.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ContractForDecision, Step } from '../../application/contracts/step.ts'
import { leavingView } from '../../views/contract-view.ts'
import { whoSpoke } from '../../views/who-spoke.ts'
import { noLink, own, written, type Sme } from '../../application/contracts/as-sme.ts'
import type { Costs } from '../../application/cost.ts'
import { consenting, consentText, toldAbroad, withdrawing } from '../../application/contracts/consenting.ts'
import { wishToLeave } from '../../application/contracts/leaving.ts'

type Written = Awaited<ReturnType<typeof written>> extends Answer<infer Body, unknown> ? Body : never

/** Takes one step of the SME on its own page. */
const ownStep = async <No>(
  deps: Dependencies,
  call: RequestContext<Sme>,
  decide: (now: ContractForDecision) => Promise<Result<Step, No>> | Result<Step, No>,
): Promise<Answer<Written, No | Refusal<'link-not-usable' | UsualRefusal>>> => {
  const now = await own(deps, call)
  if (!now) return noLink
  const link = passedLink(now.state, call.who.nonce, call.at, 'own')
  if (!link.ok) return link
  const decision = await decide(now)
  return decision.ok ? written(deps, now, decision.value, call) : decision
}

/** Shows the SME its contract: who answers now, its fees and days, its consents, its wish to leave. */
export const readOwnContract =
  (deps: Dependencies): HandlerOf<Routes['readOwnContract']> =>
  async (_, call) => {
    const now = await own(deps, call)
    if (!now) return noLink
    const { state, read } = now
    const link = passedLink(state, call.who.nonce, call.at, 'own')
    if (!link.ok || state.stage !== 'live') return noLink
    const { deal } = state
    const { disclosure, addressee, signer, from, disputes } = await whoSpoke(deps, deal)
    const abroad = await toldAbroad(deps, state)
    const kinds = [
      ...(['remoteSupport', 'positionTransfer'] as const),
      ...(abroad ? ['foreignPersonalData' as const] : []),
    ]
    const answering = effectiveResponsibility(state.responsibility, read.gate).at(-1)
    const byEntity = answering?.party === deal.entityId
    return ok({
      ...numbersOf(deal.contractId),
      stage: state.stage,
      serviceName: disclosure.service.name,
      smeName: read.name,
      addressee,
      signer,
      signedFrom: from && { ...from },
      disputes,
      answers: {
        party: answering?.party ?? null,
        name: byEntity ? disclosure.implementingEntity.name : read.gate.name,
        since: answering?.from ?? null,
      },
      helpDesk: disclosure.items.find(({ code }) => code === 'helpDesk')?.lines.join('、') ?? '',
      startOn: deal.startOn,
      endOn: deal.endOn,
      monthlyFeeExTaxYen: deal.monthlyFeeExTaxYen,
      fees: feesWithTax(disclosure),
      certified: state.entry === 'signed',
      renewalAnnounced: state.announced && { ...state.announced },
      leaving: leavingView(state),
      leavingDays: { ...leavingDays(state, call.today) },
      consents: state.consents.map((one) => ({ ...one })),
      consentTexts: kinds.map((kind) => ({
        kind,
        label: labelOfConsent[kind],
        text: [...consentText(deps, kind, disclosure, kind === 'foreignPersonalData' ? abroad : null)],
      })),
    })
  }

const byItself = { by: 'sme', askedBy: null, how: null } as const

/**
 * Gives a consent. On data abroad the SME is told only what it was told before: it consents again to that very text.
 */
export const giveOwnConsent =
  (deps: Dependencies): HandlerOf<Routes['giveOwnConsent']> =>
  ({ body: { kind, signer } }, call) =>
    ownStep(deps, call, async (now) => {
      const abroad = kind === 'foreignPersonalData' ? await toldAbroad(deps, now.state) : null
      return consenting(deps, now, kind, { ...byItself, signer, from: call.origin }, abroad)
    })

export const withdrawOwnConsent =
  (deps: Dependencies): HandlerOf<Routes['withdrawOwnConsent']> =>
  ({ body: { kind, signer } }, call) =>
    ownStep(deps, call, (now) => withdrawing(deps, now, kind, { ...byItself, signer, from: call.origin }))

export const requestOwnCancellation =
  (deps: Dependencies): HandlerOf<Routes['requestOwnCancellation']> =>
  ({ body }, call) =>
    ownStep(deps, call, (now) => wishToLeave(deps, now, body, call))

export const confirmOwnCancellation =
  (deps: Dependencies): HandlerOf<Routes['confirmOwnCancellation']> =>
  ({ body }, call) =>
    ownStep(deps, call, ({ state, version }) => {
      const words = evidenceAlone({ ...body, from: call.origin })
      const paper = paperAt(deps.digest, 'cancellation-confirmed', version, words)
      const { penaltyExTaxYen } = body
      const decision = confirmCancellation(state, { penaltyExTaxYen, spokenSha256: paper.sha256 }, call)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

export const withdrawOwnCancellation =
  (deps: Dependencies): HandlerOf<Routes['withdrawOwnCancellation']> =>
  ({ body }, call) =>
    ownStep(deps, call, ({ state, version }) => {
      const words = evidenceAlone({ ...body, from: call.origin })
      const paper = paperAt(deps.digest, 'cancellation-withdrawn', version, words)
      const decision = withdrawCancellation(state, { spokenSha256: paper.sha256 })
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

/**
 * Information given on data that goes abroad is read from the ledger: two requests more, to show and to consent again.
 * The page reads every text of the contract, one beside the other, for one of them names who spoke. Leaving and staying
 * write an evidence document of who it was: 2 units.
 */
export const costs: Costs = {
  readOwnContract: { requests: 2, readUnits: 5, writeUnits: 0 },
  giveOwnConsent: { requests: 3, readUnits: 3, writeUnits: 13 },
  withdrawOwnConsent: { requests: 2, readUnits: 2, writeUnits: 15 },
  requestOwnCancellation: { requests: 2, readUnits: 2, writeUnits: 15 },
  confirmOwnCancellation: { requests: 2, readUnits: 2, writeUnits: 19 },
  withdrawOwnCancellation: { requests: 2, readUnits: 2, writeUnits: 13 },
}
