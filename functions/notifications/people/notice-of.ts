import { eventOfType } from '../../../shared/domain/aggregates/event-of-type.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractId, EntityId, PortfolioOwner, ResellerId, SubmissionId } from '../../../shared/domain/ids.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { resellerConcerned } from '../../application/tenants/reseller-concerned.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { LedgerEvent, OwedDelivery } from '../../ports/ledger.ts'
import {
  arrivalWords,
  codesExhaustedWords,
  concernWords,
  contactStoppedWords,
  contactUnheardWords,
  disputeWords,
  exceptionWords,
  leavingWords,
  linkBounceWords,
  linkUnsignedWords,
  obligationLateWords,
  proposalWords,
  refusalWords,
  reportAnswerWords,
  requirementWords,
  signatureWords,
  withdrawalWords,
  type NoticeWords,
} from '../templates/notice-words.ts'
import type { Notice } from './tell-people.ts'

type Owed = Extract<OwedDelivery, { to: 'people' }>
type Told = { readonly words: NoticeWords; readonly page: string; readonly concerns: Notice['concerns'] }

/** The notice an event owes, as things are when it is told. */
export const noticeOf = async (deps: Dependencies, event: LedgerEvent, owed: Owed): Promise<Notice> => {
  const { words, page, concerns } = event.stream.startsWith('ctr_')
    ? await ofContract(deps, event)
    : await ofOthers(deps, event)
  return {
    id: owed.id,
    topic: owed.template,
    text: { ...words, url: pageAt(deps, page) },
    concerns,
    of: { stream: event.stream, seq: event.seq },
    happenedAt: event.at,
    causedBy: event.actor.role === 'system' ? null : event.actor.sub,
  }
}

/** Address of a page of the console. */
export const pageAt = ({ places }: Pick<Dependencies, 'places'>, page: string): string =>
  `${places.site}/console/#${page}`

const isOfEntity = (owner: PortfolioOwner): owner is EntityId => owner.startsWith('ent_')

/** Membership in the organization that sells: a reseller, or the implementing entity itself. */
const sellerAs = (entityId: EntityId, seller: PortfolioOwner): Membership =>
  isOfEntity(seller) ? { role: 'entityAdmin', entityId } : { role: 'resellerAdmin', entityId, resellerId: seller }

/**
 * The organizations a contract concerns: its implementing entity, and whoever looks after its SME. Of one that is being
 * taken over that is the implementing entity, whoever held it before.
 */
const concernedBy = (state: ExistingContract): Notice['concerns'] => {
  const { entityId, seller } = state.deal
  const inTakeover = state.stage === 'live' && state.takeover !== null && state.takeover.stage !== 'settled'
  const holder = state.stage === 'live' || state.stage === 'ended' ? state.holder : seller
  return { seller: sellerAs(entityId, inTakeover ? entityId : holder), entity: { role: 'entityAdmin', entityId } }
}

const ofContract = async (deps: Dependencies, { stream, event }: LedgerEvent): Promise<Told> => {
  const contractId = stream as ContractId
  const read = await deps.contracts.find(contractId)
  if (!read) throw new Error(`no ${contractId}`)
  const { state } = read.kept
  const contract = { sme: read.name, number: shortNumberOf(contractId) }
  const about = eventOfType(
    event,
    'contract-signed',
    'contract-voided',
    'amendment-withdrawn',
    'signing-code-refused',
    'link-bounced',
    'link-reminded',
    'attestation-disputed',
    'cancellation-requested',
    'consent-withdrawn',
    'contact-change-stopped',
    'contact-change-unheard',
  )
  const words = (): NoticeWords => {
    switch (about.type) {
      case 'contract-signed':
        return signatureWords(contract, state.deal.startOn)
      case 'contract-voided':
      case 'amendment-withdrawn':
        return refusalWords(contract, about.type === 'amendment-withdrawn')
      case 'signing-code-refused':
        return codesExhaustedWords(contract)
      case 'link-bounced':
        return linkBounceWords(contract)
      case 'link-reminded':
        return linkUnsignedWords(contract, {
          expiresAt: about.expiresAt,
          opened: about.opened ?? false,
          toConfirm: about.toConfirm ?? false,
        })
      case 'attestation-disputed':
        return disputeWords(contract)
      case 'cancellation-requested':
        return leavingWords(contract, about.on)
      case 'consent-withdrawn':
        return withdrawalWords(contract, about.kind)
      case 'contact-change-stopped':
        return contactStoppedWords(contract)
      case 'contact-change-unheard':
        return contactUnheardWords(contract)
    }
  }
  return { words: words(), page: `/contracts/${contractId}`, concerns: concernedBy(state) }
}

/** The implementing entity of a thing other than a contract: its first event says whose it is. */
const entityOfStream = async ({ ledger }: Dependencies, { stream, event }: LedgerEvent): Promise<EntityId> => {
  if ('entityId' in event && event.entityId) return event.entityId
  const first = await ledger.event({ stream, seq: 1 })
  if (!first || !('entityId' in first.event && first.event.entityId)) throw new Error(`${stream} is nobody’s`)
  return first.event.entityId
}

const nameOfSeller = async (deps: Dependencies, entityId: EntityId, seller: PortfolioOwner): Promise<string> =>
  isOfEntity(seller)
    ? (await entityOf(deps, entityId)).name
    : ((await deps.directory.reseller(entityId, seller))?.state.name ?? seller)

const ofOthers = async (deps: Dependencies, ledgerEvent: LedgerEvent): Promise<Told> => {
  const { stream, event } = ledgerEvent
  const about = eventOfType(
    event,
    'requirements-found-past-due',
    'discontinuance-proposed',
    'obligation-escalated',
    'exception-asked',
    'concern-raised',
    'submission-sent',
    'submission-returned',
    'submission-acknowledged',
  )
  const entityId = await entityOfStream(deps, ledgerEvent)
  const entity: Membership = { role: 'entityAdmin', entityId }
  switch (about.type) {
    case 'requirements-found-past-due': {
      const name = await nameOfSeller(deps, entityId, stream as ResellerId)
      const seller = sellerAs(entityId, stream as ResellerId)
      return { words: requirementWords(name, about.dueOn), page: `/resellers/${stream}`, concerns: { seller } }
    }
    case 'discontinuance-proposed': {
      const name = await nameOfSeller(deps, entityId, about.resellerId)
      return { words: proposalWords(name, about), page: `/cases/${stream}`, concerns: { entity } }
    }
    case 'obligation-escalated': {
      const name = await nameOfSeller(deps, entityId, await resellerConcerned(deps, entityId, stream))
      const words = obligationLateWords(name, about.code, about.dueOn)
      return { words, page: `/cases/${stream}`, concerns: { entity } }
    }
    case 'exception-asked': {
      const words = exceptionWords(await nameOfSeller(deps, entityId, about.seller), about.expiresOn)
      return { words, page: `/exceptions/${stream}`, concerns: { entity } }
    }
    case 'concern-raised': {
      const words = concernWords(await nameOfSeller(deps, entityId, about.resellerId), about.ground)
      return { words, page: `/concerns/${stream}`, concerns: { entity } }
    }
    default:
      return ofSubmission(deps, entityId, stream as SubmissionId, about)
  }
}

const ofSubmission = async (
  deps: Dependencies,
  entityId: EntityId,
  id: SubmissionId,
  about: Extract<LedgerEvent['event'], { type: 'submission-sent' | 'submission-returned' | 'submission-acknowledged' }>,
): Promise<Told> => {
  const to = (await deps.directory.submission(entityId, id))?.state.to
  if (!to) throw new Error(`no ${id}`)
  const page = `/submissions/${id}`
  if (about.type === 'submission-sent') {
    const authority: Membership = to === 'ipa' ? { role: 'ipa' } : { role: 'registrationBody', registrationBodyId: to }
    return { words: arrivalWords((await entityOf(deps, entityId)).name), page, concerns: { authority } }
  }
  const name = to === 'ipa' ? 'IPA' : ((await deps.directory.registrationBody(to))?.state.name ?? to)
  const receipt = about.type === 'submission-acknowledged' ? about.receiptNumber : null
  return {
    words: reportAnswerWords(name, receipt),
    page,
    concerns: { entity: { role: 'entityAdmin', entityId } },
  }
}
