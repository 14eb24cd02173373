import type { Answer } from '../../../shared/domain/command.ts'
import { businessDaysAfter } from '../../../shared/domain/business-day.ts'
import { noticeBounced, noticeKnown, wentOut } from '../../../shared/domain/contract/bounced-notice.ts'
import { untoldBecause } from '../../../shared/domain/contract/untold.ts'
import type { ContractId, DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import { dayInJapan, type Instant } from '../../../shared/domain/plain-date.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { Change, CommitRefusal } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { noticeBounce } from '../../application/tenants/notice-concern.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { personOfReference } from '../people/mail-to.ts'
import { noteLinkBounced } from './note-link-bounced.ts'
import { noteUnheard } from './note-unheard.ts'
import { runCommand } from '../../application/run-command.ts'
import { systemMetadata } from '../../application/system-metadata.ts'
import { resellerConcerned } from '../../application/tenants/reseller-concerned.ts'
import { holdRenewal } from './untold-letters.ts'
import type { BounceCause } from '../../../shared/domain/contract/contract-words.ts'
import { isLetterToSme } from '../../application/contracts/stated-address.ts'
import { entityOf, obligationDaysOf } from '../../application/tenants/entity.ts'

/** A letter that was accepted and did not arrive: which, of whose ledger, and why; when and where it went, if that is told. */
export type Bounce = {
  readonly stream: string
  readonly deliveryId: string
  readonly cause: BounceCause
  readonly sentAt?: Instant
  readonly to?: string
}

/**
 * Notes that a letter which was accepted did not arrive. The notice of a takeover hangs on it: its SME is told of
 * nothing then. Of a letter to a reseller it raises a concern. Told twice, late or in another order, it is noted once.
 * One that is heard of before its own receipt is thrown, to be told again: what follows from the receipt must have
 * followed first. Of a notice to a person it shows on the person alone.
 */
export const noteBounce =
  (deps: Dependencies) =>
  async (bounce: Bounce): Promise<void> => {
    const { stream, deliveryId, cause } = bounce
    const person = personOfReference(deliveryId)
    if (person !== null) return noteOnPerson(deps, person, bounce)
    if (!stream.startsWith('ctr_')) return noteOfOthers(deps, bounce)
    const contractId = stream as ContractId
    await noteCameBack(deps, contractId, deliveryId, cause)
    const metadata = systemMetadata('note-bounce', deliveryId, deps.clock.now())
    const noted = await runCommand(deps.commits, metadata, async (): Promise<Answer<string, CommitRefusal>> => {
      const [read, history] = await Promise.all([deps.contracts.find(contractId), deps.ledger.eventsOf(contractId)])
      if (!read) return ok('nothing to do')
      if (history.length !== read.kept.version) return refuse({ kind: 'changed-meanwhile' })
      if (noticeKnown(history, deliveryId) === 'awaited') throw new Error(`${deliveryId} has no receipt yet`)
      const about = await caseOf(deps, read)
      const caseClosed = about?.state.stage !== 'takingOver'
      const events = noticeBounced(read.kept.state, history, { deliveryId, cause }, { caseClosed })
      const [bounced] = events
      if (!bounced || bounced.type !== 'takeover-notice-bounced') return ok('nothing to do')
      const changed = change('contract', contractId, read.kept, events, metadata.at, { name: read.name })
      const setBack = bounced.untold && about ? [await untoldIn(deps, about, contractId, metadata.at)] : []
      return deps.commits.commit({
        metadata,
        answer: 'noted',
        changes: [changed, ...setBack],
        checks: [governingGuardCheck(read)],
      })
    })
    if (!noted.ok) throw new Error(`a bounce of ${contractId} could not be noted: ${noted.refusal.kind}`)
  }

/** A person's address did not take a letter: it shows on the person, to itself and to the admins of its organization. */
const noteOnPerson = ({ people, clock }: Dependencies, sub: string, { cause, sentAt, to }: Bounce): Promise<void> => {
  const at = clock.now()
  return people.noteBounce(sub, { at, cause, sentAt: sentAt ?? at, ...(to === undefined ? {} : { to }) })
}

/**
 * A letter to a person, to a reseller, or to the implementing entity itself. Whoever a reseller's letters no longer reach may not be
 * able to go on; and of an obligation that is overdue, the obligation says that its alarm was not heard.
 */
const noteOfOthers = async (deps: Dependencies, bounce: Bounce): Promise<void> => {
  const { stream, deliveryId, cause } = bounce
  for (const event of await deps.ledger.eventsOf(stream)) {
    const letter = event.deliveries.find(({ id }) => id === deliveryId)
    if (!letter || letter.by !== 'mail') continue
    if (letter.outcome === null) throw new Error(`${deliveryId} has no receipt yet`)
    if (wentOut(letter.outcome)) await deps.ledger.cameBack(event, deliveryId, { cause, at: deps.clock.now() })
    if (letter.to === 'person') await noteOnPerson(deps, stream, bounce)
    if (letter.to === 'entity') await noteUnheard(deps, stream as DiscontinuanceId, event.event, deliveryId)
    if (letter.to !== 'reseller') continue
    const entityId = event.actor.tenant as EntityId
    const about = { entityId, resellerId: await resellerConcerned(deps, entityId, stream) }
    await noticeBounce(deps, about, deliveryId, letter.template)
  }
}

/**
 * Notes that a letter came back, whichever it was: its address is known not to work, and its SME has to be told by
 * another way.
 */
const noteCameBack = async (
  deps: Dependencies,
  contractId: ContractId,
  deliveryId: string,
  cause: BounceCause,
): Promise<void> => {
  const at = deps.clock.now()
  for (const event of await deps.ledger.eventsOf(contractId)) {
    const letter = event.deliveries.find(({ id }) => id === deliveryId)
    if (!letter || letter.cameBack) continue
    if (letter.outcome === null) throw new Error(`${deliveryId} has no receipt yet`)
    if (!wentOut(letter.outcome)) continue
    const untold = isLetterToSme(letter) && untoldBecause({ ...letter, cameBack: cause }) !== null
    await noteLinkBounced(deps, event, letter, cause)
    if (letter.template === 'renewal-announced') await holdRenewal(deps, contractId, event.event, deliveryId)
    const read = untold ? await deps.contracts.find(contractId) : undefined
    await deps.ledger.cameBack(event, deliveryId, {
      cause,
      at,
      ...(read ? { untoldOf: read.kept.state.deal.entityId } : {}),
    })
  }
}

const caseOf = async ({ directory }: Dependencies, { kept: { state } }: ContractAsRead) =>
  state.stage === 'live' && state.takeover
    ? directory.discontinuance(state.deal.entityId, state.takeover.discontinuanceId)
    : undefined

/** Somebody is to be told again: what was counted is void, and telling is owed anew where everyone had been told. */
const untoldIn = async (
  deps: Dependencies,
  about: NonNullable<Awaited<ReturnType<typeof caseOf>>>,
  contractId: ContractId,
  at: ReturnType<Dependencies['clock']['now']>,
): Promise<Change> => {
  const { discontinuanceId, entityId } = about.state
  const { tellSmes } = obligationDaysOf(await entityOf(deps, entityId))
  const tellBy = businessDaysAfter(dayInJapan(at), tellSmes, deps.calendar.isHoliday)
  return change('discontinuance', discontinuanceId, about, [{ type: 'takeover-set-back', contractId, tellBy }], at)
}
