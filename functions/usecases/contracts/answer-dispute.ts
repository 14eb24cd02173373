import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import {
  correctRecord as decideCorrection,
  keepRecord as decideKeeping,
  undecidedDispute,
} from '../../../shared/domain/contract/dispute.ts'
import type { LiveContract } from '../../../shared/domain/contract/states.ts'
import { cannotBePrinted } from '../../../shared/domain/documents/undrawable-text.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse, type Result } from '../../../shared/domain/result.ts'
import { breachesOn } from '../../../shared/policy/conclude.ts'
import { versionFor } from '../../../shared/policy/revision.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { compile, type TextInput } from '../../application/contracts/compile.ts'
import { faceIn } from '../../application/contracts/face.ts'
import { groundOfLive, liveChecks } from '../../application/contracts/revisions.ts'
import { newLinkOf, sendingLink, unreachable } from '../../application/contracts/sending-link.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import { type DisputeAnswer, disputeAnswerForm } from '../../papers/words-of-sellers.ts'

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'too-many-sendings'>

const answerPaper = (deps: Dependencies, version: number, content: DisputeAnswer) =>
  paperAt(deps.digest, 'dispute-answer', version, disputeAnswerForm.write(content))

/** Keeps the record, tells the SME why, and asks it again: it can confirm, or say once more what is wrong. */
export const keepRecord =
  (deps: Dependencies): HandlerOf<Routes['keepRecord']> =>
  ({ params: { contractId }, body: { answer, validDays } }, call) =>
    step(deps, contractId, call, async ({ state, version }): Promise<Result<Step, Refused>> => {
      const disputed = undecidedDispute(state)
      if (!disputed.ok) return disputed
      const cannot = await unreachable(deps, state.deal)
      if (cannot) return refuse(cannot)
      const paper = answerPaper(deps, version, { way: 'kept', answer })
      const sent = newLinkOf(deps, call.at, validDays)
      const decision = decideKeeping(state, { ...sent, answerSha256: paper.sha256 })
      return decision.ok
        ? sendingLink(deps, state.deal, call.at, { events: decision.value, papers: [paper] })
        : decision
    })

type Given = InputOf<Routes['correctRecord']>['body']

/** The text in force with what was given put into it. Whom the contract is with, and where it is reached, stays. */
const corrected = ({ sme, terms }: Disclosure, given: Given, { deal }: LiveContract): TextInput => {
  const { smeId, ...before } = sme
  const { functions, exceptionId } = deal
  return {
    sme: { ...before, ...stated(given.sme), corporateNumber: smeId },
    terms: { ...terms, ...stated(given.terms) },
    functions,
    exceptionId,
  }
}

/** What was given, without what was left out: that stays as it is. */
const stated = <Part extends object>(part: Part | undefined): { [Key in keyof Part]?: Exclude<Part[Key], undefined> } =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined)) as never

/** Refusal of an address outside the prefecture the record says, where only one of the two was corrected. */
const outsideItsPrefecture = ({ prefecture, postalAddress }: TextInput['sme']): Refusal<'does-not-fit'> | undefined =>
  postalAddress && postalAddress.prefecture !== prefecture
    ? { kind: 'does-not-fit', what: 'sme.postalAddress.prefecture', given: postalAddress.prefecture, needs: prefecture }
    : undefined

/** Puts the record right, tells the SME, and asks it again. It is judged as when it was put on record. */
export const correctRecord =
  (deps: Dependencies): HandlerOf<Routes['correctRecord']> =>
  ({ params: { contractId }, body }, call) =>
    step(
      deps,
      contractId,
      call,
      async ({
        read,
        state,
        version,
      }): Promise<Result<Step, Refused | Refusal<'breaches-standard' | 'cannot-be-printed'>>> => {
        const disputed = undecidedDispute(state)
        if (!disputed.ok) return disputed
        const live = disputed.value
        const before = await deps.contracts.document(contractId, live.deal.revision)
        const given = corrected(before, body, live)
        const elsewhere = outsideItsPrefecture(given.sme)
        if (elsewhere) return refuse(elsewhere)
        const ground = await groundOfLive(deps, live, live.deal)
        const on = versionFor('amendment', live.deal, ground, 'asSigned', call.today)
        if (!on.ok) return on
        const { deal, document, text, name } = await compile(
          deps,
          contractId,
          live.lastRevision + 1,
          given,
          ground,
          on.value,
          faceIn(before),
        )
        const undrawable = cannotBePrinted(text)
        if (undrawable) return refuse(undrawable)
        const cannot = await unreachable(deps, live.deal)
        if (cannot) return refuse(cannot)
        const paper = answerPaper(deps, version, { way: 'corrected', answer: body.answer })
        const decision = decideCorrection(
          live,
          { ...newLinkOf(deps, call.at, body.validDays), deal, answerSha256: paper.sha256 },
          {
            breaches: breachesOn('correct', deal, ground, {
              day: live.signedOn,
              explanation: live.explanation,
              attestedByEntity: !('resellerId' in call.who),
            }),
          },
        )
        return decision.ok
          ? sendingLink(deps, live.deal, call.at, {
              events: decision.value,
              papers: [document, paper],
              checks: liveChecks(read, ground),
              name,
            })
          : decision
      },
    )

/** Each answers the SME by a letter with a link; a correction compiles the text anew and is judged. */
export const costs: Costs = {
  keepRecord: { requests: 4, readUnits: 4, writeUnits: 22 },
  correctRecord: { requests: 6, readUnits: 8, writeUnits: 30 },
}
