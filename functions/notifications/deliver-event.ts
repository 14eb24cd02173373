import type { EventOf } from '../../shared/domain/aggregates/aggregates.ts'
import { isPrinted } from '../../shared/domain/aggregates/delivery.ts'
import { factorsReach } from '../../shared/domain/contract/contact.ts'
import type { Disclosure } from '../../shared/domain/contract/disclosure.ts'
import { linkOf } from '../../shared/domain/contract/link.ts'
import type { ContractId, DiscontinuanceId, EntityId } from '../../shared/domain/ids.ts'
import type { LedgerEvent, Outcome, OwedDelivery } from '../ports/ledger.ts'
import { numbered } from '../ports/papers.ts'
import type { World } from '../ports/world.ts'
import { noticeBounce } from '../application/tenants/notice-concern.ts'
import { noteUnheard } from './note-unheard.ts'
import type { Person } from '../application/tenants/new-member.ts'
import { restrictionPaper } from '../application/tenants/restriction-paper.ts'
import {
  codeMessage,
  discontinuedLetter,
  invitationLetter,
  namedElsewhereLetter,
  overdueLetter,
  type Text,
} from './letters.ts'
import { invitedAt, resellerAddress } from '../application/tenants/reseller-address.ts'
import { resellerConcerned } from './reseller-concerned.ts'
import {
  restrictedLetter,
  restrictionAskedLetter,
  restrictionLiftedLetter,
  restrictionStandsLetter,
} from './restriction-letters.ts'
import { revisionMeant, revisionReached, smeLetter } from './sme-letters.ts'
import { statedAddress } from '../application/contracts/stated-address.ts'
import { untoldAfter } from './untold-letters.ts'
import type { EventRef } from '../ports/event-ref.ts'
import { entityOf, noticeMailOf } from '../application/tenants/entity.ts'
import { tellByMail } from './tell-by-mail.ts'

/**
 * Delivers what an event still owes, and keeps a receipt for each. A letter may go out twice if a server dies between
 * sending and noting it, never not at all. Work and printed letters are handed to the worker, which notes the receipt
 * when they are done; a sweep that is here for letters only hands none.
 */
export const deliverEvent =
  (world: World) =>
  async (ref: EventRef, handWork = true): Promise<void> => {
    const event = await world.ledger.event(ref)
    if (!event) return
    const outcomes = new Map(event.deliveries.map(({ id, outcome }) => [id, outcome]))
    for (const owed of event.deliveries) {
      if (outcomes.get(owed.id)) continue
      if (owed.by === 'work' || isPrinted(owed)) {
        if (handWork) await (isPrinted(owed) ? world.work.handLetter(ref) : world.work.hand(ref))
        continue
      }
      const outcome = await send(world, event, owed)
      outcomes.set(owed.id, outcome)
      const untoldOf = await untoldAfter(world, event, owed, outcome)
      await world.ledger.receive(withOutcomes(event, outcomes), owed.id, outcome, world.clock.now(), untoldOf)
    }
    if ([...outcomes.values()].every((outcome) => outcome !== null)) await world.ledger.unmark(ref)
  }

const withOutcomes = (event: LedgerEvent, outcomes: ReadonlyMap<string, Outcome | null>): LedgerEvent => ({
  ...event,
  deliveries: event.deliveries.map((owed) => ({ ...owed, outcome: outcomes.get(owed.id) ?? null })),
})

type Sendable = Exclude<OwedDelivery, { by: 'work' }>

/** Sends a letter or a message an event owes, and says what became of it. */
export const send = (world: World, event: LedgerEvent, owed: Sendable): Promise<Outcome> =>
  owed.to === 'person'
    ? sendToPerson(world, event, owed)
    : owed.to === 'entity'
      ? sendToEntity(world, event, owed)
      : owed.to === 'reseller'
        ? sendToReseller(world, event, owed)
        : sendToSme(world, event, owed)

/** Whoever cannot be written to is left to a person; the ledger says so. */
const nobodyToWriteTo = 'givenUp' as const
/** What it was about is over: a link that was used or replaced, a takeover after which a later one began. */
const overtaken = 'overtaken' as const

const sendToSme = async (
  world: World,
  { stream, seq, at, event }: LedgerEvent,
  owed: Extract<Sendable, { to: 'sme' }>,
): Promise<Outcome> => {
  const contractId = stream as ContractId
  const read = await world.contracts.find(contractId)
  if (!read) throw new Error(`no ${contractId}`)
  const { state } = read.kept
  const disclosure = await world.contracts.document(contractId, revisionMeant(state, event))
  const { sme } = await disclosureOf(world, disclosure, revisionReached(state, event, owed))
  const reached = factorsReach(sme)

  if (owed.by === 'sms') {
    const { phone } = reached
    const link = linkOf(state)
    if (!link) return overtaken
    if (!phone) return nobodyToWriteTo
    const n = 'n' in event ? event.n : undefined
    // Of a link that was replaced since, no code under this number was sent.
    if (n !== undefined && !link.codes?.some((code) => code.n === n && code.at === at)) return overtaken
    const code = await world.links.codeFor(link.nonce, n ?? link.codesSent)
    return world.post.sms({ to: phone, text: codeMessage(disclosure, code), reference: owed.id })
  }
  const history = followsAnAddress(event) ? await world.ledger.eventsOf(contractId) : []
  const stated = history.length > 0 ? await statedAddress(world, contractId, seq, history) : undefined
  const mail = stated?.mail ?? reached.mail
  const about = caseOfNotice(event, seq, history)
  // A notice that comes again after a later takeover began tells of what is over, and tells nobody of the later one.
  if (owed.template === 'takeover-notice' && state.stage === 'live' && state.takeover?.discontinuanceId !== about)
    return overtaken
  const text = await smeLetter(world, state, disclosure, { event, seq }, owed.template)
  if (!text) return overtaken
  if (!mail) return nobodyToWriteTo
  const outcome = await world.post.mail({ to: mail, reference: owed.id, of: { stream, seq }, ...text })
  if (owed.template === 'takeover-notice' && outcome === 'accepted' && about)
    await tellByMail(world, contractId, { deliveryId: owed.id, discontinuanceId: about })
  return outcome
}

/** The text of another revision of a contract; the one at hand where it is that. */
const disclosureOf = async (
  { contracts }: Pick<World, 'contracts'>,
  atHand: Disclosure,
  revision: number,
): Promise<Disclosure> => (revision === atHand.revision ? atHand : contracts.document(atHand.contractId, revision))

/** What may go to an address that somebody stated within the takeover. The first notice is before any. */
const followsAnAddress = ({ type }: LedgerEvent['event']): boolean =>
  type === 'takeover-notice-sent-again' || type === 'takeover-settled'

/** The case a notice is of: that of its own event, or of the takeover it was sent again in. */
const caseOfNotice = (
  event: LedgerEvent['event'],
  seq: number,
  history: readonly LedgerEvent[],
): DiscontinuanceId | undefined => {
  const opened = history.findLast((one) => one.seq < seq && one.event.type === 'takeover-opened')?.event ?? event
  return opened.type === 'takeover-opened' ? opened.discontinuanceId : undefined
}

const sendToReseller = async (
  world: World,
  { stream, seq, at, event, actor }: LedgerEvent,
  owed: Extract<Sendable, { to: 'reseller' }>,
): Promise<Outcome> => {
  // What time wrote bears no tenant: the event itself says whose reseller it is.
  const entityId = ('entityId' in event && event.entityId) || (actor.tenant as EntityId)
  const resellerId = await resellerConcerned(world, entityId, stream)
  const [entity, reseller] = await Promise.all([
    world.directory.entity(entityId),
    world.directory.reseller(entityId, resellerId),
  ])
  if (!entity || !reseller) throw new Error(`no ${resellerId}`)
  const addressOf = owed.template === 'reseller-invited' ? invitedAt : resellerAddress
  const names = [reseller.state.name, entity.state.name] as const
  const textOf = async (): Promise<Text> => {
    switch (owed.template) {
      case 'reseller-invited':
        return invitationLetter(...names, `${world.places.site}/`)
      case 'reseller-restricted':
        return restrictedLetter(...names, at, await reasonOf(world, stream, seq))
      case 'restriction-lifted':
        return 'stillRestricted' in event
          ? restrictionStandsLetter(...names, at, await reasonOf(world, stream, seq))
          : restrictionLiftedLetter(...names, at, await reasonOf(world, stream, seq))
      case 'reseller-discontinued':
        return discontinuedLetter(
          ...names,
          (event as Extract<EventOf<'discontinuance'>, { type: 'discontinuance-approved' }>).since,
        )
    }
  }
  const [to, text] = await Promise.all([addressOf(world, resellerId), textOf()])
  const outcome = await world.post.mail({ to, reference: owed.id, of: { stream, seq }, ...text })
  if (outcome === 'bounced') await noticeBounce(world, { entityId, resellerId }, owed.id, owed.template)
  return outcome
}

/** A person who was named by an organization while it has its role in another: only it may know both. */
const sendToPerson = async (world: World, { stream, seq }: LedgerEvent, owed: Sendable): Promise<Outcome> => {
  const { mail, name } = (await world.ledger.paper(stream, numbered('naming', seq))) as Person
  return world.post.mail({ to: mail, reference: owed.id, of: { stream, seq }, ...namedElsewhereLetter(name) })
}

/** Why a reseller was restricted, or is so no longer: on the paper beside that very event. */
const reasonOf = async ({ ledger }: World, stream: string, seq: number): Promise<string> => {
  const { reason } = (await ledger.paper(stream, numbered(restrictionPaper, seq))) as { readonly reason: string }
  return reason
}

type ToEntity = Extract<EventOf<'discontinuance'>, { type: 'obligation-escalated' | 'discontinuance-proposed' }>

/** What the calendar wrote bears no tenant: the event itself says whose case it is. */
const sendToEntity = async (
  world: World,
  { stream, seq, event }: LedgerEvent,
  owed: Extract<Sendable, { to: 'entity' }>,
): Promise<Outcome> => {
  const about = event as ToEntity
  const { entityId } = about
  const [entity, resellerId] = await Promise.all([
    entityOf(world, entityId),
    resellerConcerned(world, entityId, stream),
  ])
  const [mail, reseller] = await Promise.all([
    noticeMailOf(world, entity),
    world.directory.reseller(entityId, resellerId),
  ])
  if (!mail || !reseller) {
    await noteUnheard(world, stream as DiscontinuanceId, event, owed.id)
    return nobodyToWriteTo
  }
  const url = `${world.places.site}/`
  const text =
    about.type === 'obligation-escalated'
      ? overdueLetter(entity.name, reseller.state.name, { code: about.code, dueOn: about.dueOn, url })
      : restrictionAskedLetter(entity.name, reseller.state.name, about, url)
  const outcome = await world.post.mail({ to: mail, reference: owed.id, of: { stream, seq }, ...text })
  if (outcome === 'bounced') await noteUnheard(world, stream as DiscontinuanceId, event, owed.id)
  return outcome
}
