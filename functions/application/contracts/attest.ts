import type { Answer } from '../../../shared/domain/command.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { attestContract as decideAttestation } from '../../../shared/domain/contract/conclude.ts'
import { factorsReach } from '../../../shared/domain/contract/contact.ts'
import { endOnRecord } from '../../../shared/domain/contract/paper-end.ts'
import type { Explanation } from '../../../shared/domain/contract/explanation.ts'
import { applyDiscontinuance } from '../../../shared/domain/contract/takeover.ts'
import { businessDaysAfter } from '../../../shared/domain/business-day.ts'
import { dayInJapan, later } from '../../../shared/domain/plain-date.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { type PortfolioGuard, refuseIfRestricted, stillSignedOn } from '../../../shared/domain/reseller/guard.ts'
import { numberTakenBy, smeSlot } from '../../ports/unique-keys.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Change } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning, change, versionAfter } from '../change.ts'
import { breachesOn, versionToWrite } from '../../../shared/policy/conclude.ts'
import { ownPortfolio, type Seller } from './contract-access.ts'
import { compile } from './compile.ts'
import { paperTerm } from '../../../shared/policy/paper-term.ts'
import { refusedFor } from './standing-contract.ts'
import type { EndedContract, LiveContract } from '../../../shared/domain/contract/states.ts'
import { after } from '../../../shared/domain/aggregates/after.ts'
import { aboutGiven, guardChecks } from './guard-checks.ts'
import { entityOf, obligationDaysOf } from '../tenants/entity.ts'
import { attestationForm } from '../../papers/words-of-sellers.ts'

const confirmWithinMs = 30 * 86_400_000

type Given = InputOf<Routes['attestContract']>['body']

type Explained = NonNullable<Given['explanation']>

/** Contract as it is attested. Only a book may leave out who explained it. */
export type Attested = Omit<Given, 'explanation'> & {
  readonly explanation: (Omit<Explained, 'by'> & Partial<Pick<Explained, 'by'>>) | null
}

type Refused = Refusal<
  'not-found' | 'wrong-stage' | 'does-not-fit' | 'out-of-order' | 'breaches-standard' | UsualRefusal
>

/** A contract as it stands once it is on record. */
type OnRecord = {
  readonly state: LiveContract | EndedContract
  readonly version: number
  readonly name: string
  readonly gate: PortfolioGuard
}

/**
 * Answer to the command, and whether it is remembered for ever. It is kept with the command and given again on a
 * replay.
 */
type Answered<Body> = {
  readonly answer: (made: OnRecord) => Body
  readonly rememberForEver?: true
}

/**
 * Puts a contract signed on paper on record: a reseller its own, the implementing entity any reseller's or its own.
 * It is live at once, in the term that runs by its renewals; one that is over is put on record as ended, or not at all.
 * One that turns up after its reseller has been discontinued enters the takeover at once.
 */
export const attest = async <Body>(
  deps: Dependencies,
  given: Attested,
  { who, at, today, metadata }: RequestContext<Seller>,
  { answer, ...remembered }: Answered<Body>,
): Promise<Answer<Body, Refused>> => {
  const byEntity = !('resellerId' in who)
  const owner = byEntity ? (given.resellerId ?? who.entityId) : ownPortfolio(who)
  if (!byEntity && given.resellerId && given.resellerId !== owner)
    return refuse({ kind: 'not-found', what: 'reseller' })
  const contractId = deps.ids.contractIn(owner)
  const { serviceId } = given.terms
  const smeId = given.sme.corporateNumber
  const ground = await deps.contracts.ground(contractId, aboutGiven(given, who.entityId))
  if (ground?.gate.entityId !== who.entityId || ground.serviceGuard.entityId !== who.entityId) {
    return refuse({ kind: 'not-found', what: 'resellerId or terms.serviceId' })
  }
  // A contract signed on paper before a restriction can still be put on record, by the implementing entity.
  const restricted =
    byEntity && stillSignedOn(ground.gate, given.signedOn) ? undefined : refuseIfRestricted(ground.gate, at)
  if (restricted) return refuse(restricted)
  const version = versionToWrite(given, ground, { seller: owner, day: given.signedOn })
  if (!version.ok) return version

  const { explanation: told, signedOn, remoteSupportConsent, attestedBy, scanSha256 = null, ended = null } = given
  const term = paperTerm(deps.calendar, given, today)
  if (!term.ok) return term
  const { startOn, termMonths } = term.value
  const terms = { ...given.terms, startOn, termMonths }
  const { deal, document, text, name } = await compile(deps, contractId, 1, { ...given, terms }, ground, version.value)
  const isLaterTerm = startOn !== given.terms.startOn
  const paper = paperAt(
    deps.digest,
    'attestation',
    0,
    attestationForm.write({
      attestedBy,
      scanSha256,
      explainedBy: told?.by ?? null,
      ...(isLaterTerm ? { firstTerm: { startOn: given.terms.startOn, termMonths: given.terms.termMonths } } : {}),
      ...(ended ? { ended } : {}),
    }),
  )
  // A contract that is over takes nobody's place, and stands in nobody's way.
  const place = ended ? { ...ground, slotHeldBy: null } : ground
  const explanation = told && attestedExplanation(told)
  const breaches = breachesOn('attest', deal, place, { day: signedOn, explanation, attestedByEntity: byEntity })
  if (!explanation) return refuse({ kind: 'breaches-standard', breaches })
  // The link goes by mail; its code to a telephone that receives one, or by a letter, which always works.
  const asksByLink = factorsReach(text.sme).mail !== null
  const decision = decideAttestation(
    {
      deal,
      signedOn,
      remoteSupportConsent,
      explanation,
      attestationSha256: paper.sha256,
      confirmBy: !ended && asksByLink ? { nonce: deps.ids.nonce(), expiresAt: later(at, confirmWithinMs) } : null,
      ...(ended || asksByLink ? {} : { tellsOfRecord: true }),
      ...(isLaterTerm ? { servedFrom: given.terms.startOn } : {}),
    },
    { breaches, today },
  )
  if (!decision.ok && decision.refusal.kind === 'breaches-standard')
    return refusedFor(deps, who, decision.refusal, ground, { deal, text, signedOn })
  if (!decision.ok) return decision

  const attested = after('contract', { stage: 'none' }, decision.value, at) as LiveContract
  const late = ended ? null : ground.gate.discontinued
  const events = [
    ...decision.value,
    ...(ended ? [endOnRecord(ended, paper.sha256)] : []),
    ...(late ? applyDiscontinuance(attested, { ...late, late: true }) : []),
  ]
  const changed = beginning('contract', contractId, events, at, { papers: [document, paper], name })
  return deps.commits.commit({
    metadata,
    answer: answer({
      state: changed.state as LiveContract | EndedContract,
      version: versionAfter(changed),
      name,
      gate: ground.gate,
    }),
    changes: [changed, ...(late ? [await joined(deps, who.entityId, late.discontinuanceId, at)] : [])],
    claims: [...(ended ? [] : [smeSlot(serviceId, smeId, contractId)]), numberTakenBy(contractId)],
    checks: guardChecks(contractId, ground, { signs: true }),
    ...remembered,
  })
}

/** Explanation as attested: its items where they are given, and none where they are not. */
const attestedExplanation = ({ method, on, items }: NonNullable<Attested['explanation']>): Explanation => ({
  method,
  on,
  items: items ?? [],
  listed: items !== undefined,
})

/** A late contract is counted on its case, which is open again if it had been closed. */
const joined = async (
  { directory, calendar }: Dependencies,
  entityId: Parameters<Dependencies['directory']['discontinuance']>[0],
  discontinuanceId: Parameters<Dependencies['directory']['discontinuance']>[1],
  at: RequestContext['at'],
): Promise<Change> => {
  const found = await directory.discontinuance(entityId, discontinuanceId)
  if (!found) throw new Error(`no ${discontinuanceId}`)
  const entity = await entityOf({ directory }, entityId)
  const { tellSmes } = obligationDaysOf(entity)
  const tellBy = businessDaysAfter(dayInJapan(at), tellSmes, calendar.isHoliday)
  return change('discontinuance', discontinuanceId, found, [{ type: 'late-contract-joined', tellBy }], at)
}
