import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { contactChangeDue, contactChangeOn, wasHeard } from '../../../shared/domain/contract/contact-change.ts'
import { takeTurn, turnBy, type ScheduledAction } from '../../../shared/domain/contract/term.ts'
import { unkeptLastDay } from '../../../shared/domain/contract/term-bounds.ts'
import { shardCount, type ContractId } from '../../../shared/domain/ids.ts'
import { dayInJapan, daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { CommandMetadata } from '../../../shared/domain/command.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { versionOfferedOn } from '../../../shared/domain/service/guard.ts'
import { editionOfLaterOccasion } from '../../../shared/standard/index.ts'
import type { EligibilityAsRead } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { contactMade, waitingOn } from '../../application/contracts/contact-made.ts'
import { compile } from '../../application/contracts/compile.ts'
import { faceIn } from '../../application/contracts/face.ts'
import { groundOfLive, liveChecks } from '../../application/contracts/revisions.ts'
import {
  contractForDecision,
  stepChange,
  type ContractForDecision,
  type Step,
} from '../../application/contracts/step.ts'
import type { ContractRevision, LiveContract } from '../../../shared/domain/contract/states.ts'
import { breachesOn } from '../../../shared/policy/conclude.ts'

const perShard = 100

/**
 * Takes the turns the calendar brings to contracts: contacts that nobody stopped, terms that are over, renewals to announce and to make,
 * cancellations whose day has come. Goes through whatever is due today or was left from an earlier day; idempotent.
 * Gives the number of turns it wrote.
 */
export const runContractSchedule =
  (deps: Dependencies) =>
  async (mayGoOn: () => boolean = () => true): Promise<number> => {
    const today = dayInJapan(deps.clock.now())
    let turns = 0
    for (let shard = 0; shard < shardCount; shard += 1) {
      const due = await deps.contracts.due(shard, today, perShard)
      for (const contractId of due) {
        if (!mayGoOn()) return turns
        if (await turnContract(deps, contractId, today)) turns += 1
      }
    }
    return turns
  }

/** Takes one contract's turn, if it has one today. False where there was none, or where it was taken meanwhile. */
const turnContract = async (deps: Dependencies, contractId: ContractId, today: PlainDate): Promise<boolean> => {
  const read = await deps.contracts.find(contractId)
  const turn = read && turnBy(contractForDecision(read, deps.clock.now()).state, today)
  if (!read || !turn) return false
  const metadata = systemMetadata('keep-terms', `${contractId}/${read.kept.version}/${turn}`, deps.clock.now())
  const landed = await runCommand(deps.commits, metadata, () => attempt(deps, contractId, today, metadata))
  return landed.ok
}

const attempt = async (deps: Dependencies, contractId: ContractId, today: PlainDate, metadata: CommandMetadata) => {
  const read = await deps.contracts.find(contractId)
  const now = read && contractForDecision(read, metadata.at)
  const turn = now && turnBy(now.state, today)
  if (!read || !now || !turn) return refuse({ kind: 'changed-meanwhile' as const })
  const taken = turn === 'reach' ? await reachAnew(deps, now, today) : await nextTerm(deps, now, { turn, today })
  const { changed: _, ...commit } = await stepChange(deps, now, taken, metadata.at)
  return deps.commits.commit({ metadata, answer: null, ...commit })
}

/** The contact that nobody stopped, or word that two people have to decide on it. */
const reachAnew = async (deps: Dependencies, now: ContractForDecision, today: PlainDate): Promise<Step> => {
  const { waiting, words } = await waitingOn(deps, now.state.deal.contractId)
  const due = contactChangeOn(now.state, waiting)
  if (!due.ok) throw new Error(`${now.state.deal.contractId} waits for a contact that nobody proposed`)
  const heard = wasHeard(words)
  const { texts, papers } = await contactMade(deps, due.value, { version: now.version, today })
  return { events: contactChangeDue(due.value, heard, texts), papers: heard ? papers : [] }
}

/** A turn of the term. */
const nextTerm = async (
  deps: Dependencies,
  now: ContractForDecision,
  { turn, today }: { readonly turn: ScheduledAction; readonly today: PlainDate },
): Promise<Step> => {
  const state = now.state as LiveContract
  const renewal = turn === 'renew' ? await renewed(deps, now, today) : null
  // A term that would end beyond all days that are kept is for a person to look at.
  const taking = renewal && unkeptLastDay(renewal.deal) ? 'hold' : turn
  return {
    events: takeTurn(state, { turn: taking, today, renewed: renewal }),
    ...(renewal && taking === turn && renewal.breaches.length === 0
      ? { papers: [renewal.document], checks: renewal.checks }
      : {}),
  }
}

/** The text of the next term: the same conditions for the months agreed, judged as a renewal is. */
const renewed = async (deps: Dependencies, now: ContractForDecision, today: PlainDate) => {
  const state = now.state as LiveContract
  const { deal } = state
  const text = await deps.contracts.document(deal.contractId, deal.revision)
  const { sme, terms } = text
  const ground = await groundOfLive(deps, state, deal)
  const given = {
    sme: smeGiven(sme),
    // Fees that were paid once are not paid again.
    terms: { ...terms, initialFeeParts: [], startOn: daysAfter(deal.endOn, 1), termMonths: monthsOf(deal) },
  }
  const { deal: next, document } = await compile(
    deps,
    deal.contractId,
    state.lastRevision + 1,
    { ...given, functions: deal.functions, exceptionId: deal.exceptionId },
    ground,
    renewedVersion(deal, ground, today),
    faceIn(text),
  )
  return {
    deal: next,
    document,
    breaches: breachesOn('renew', next, ground, { day: today }),
    checks: liveChecks(now.read, ground),
  }
}

/**
 * Version of a renewal: it stays under its own version's conditions, and is judged by the edition of what is on offer
 * by then; where nothing is on offer any more, by its own.
 */
const renewedVersion = (
  { serviceVersion, edition, startOn }: ContractRevision,
  { serviceGuard }: EligibilityAsRead,
  today: PlainDate,
) => {
  const signedUnder = { number: serviceVersion, edition, offeredFrom: startOn }
  const onOffer = versionOfferedOn(serviceGuard, today) ?? signedUnder
  return { ...signedUnder, edition: editionOfLaterOccasion('renewal', { signedUnder, onOffer }) }
}

const monthsOf = ({ renewal }: ContractRevision): number => {
  if (!renewal) throw new Error('only what is renewed has months to be renewed by')
  return renewal.months
}

/** The SME as a form gives it. */
const smeGiven = ({ smeId, ...sme }: Disclosure['sme']) => ({ ...sme, corporateNumber: smeId })
