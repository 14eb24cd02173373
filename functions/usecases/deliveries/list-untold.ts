import type * as z from 'zod'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { UntoldLetterView } from '../../../shared/api/views/untold.ts'
import { factorsReach } from '../../../shared/domain/contract/contact.ts'
import type { ContractEvent, KeptContract } from '../../../shared/domain/contract/contract.ts'
import { isStillOwed, tellLetter as decideTelling, untoldBecause } from '../../../shared/domain/contract/untold.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { LedgerEvent, UntoldRef } from '../../ports/ledger.ts'
import { paperAt } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { seen, type Seller } from '../contracts/act-on-contract.ts'
import { step, type Step } from '../contracts/step.ts'
import type { Costs } from '../cost.ts'
import { nonceSentBy } from './sme-letters.ts'
import { causeInWords } from './untold-words.ts'

type Letter = z.input<typeof UntoldLetterView>

/** An untold letter as it is shown; null where it was told since, or what it said is over. */
const letterView = (state: KeptContract, { at, event, deliveries }: LedgerEvent, deliveryId: string): Letter | null => {
  const sent = deliveries.find(({ id }) => id === deliveryId)
  const cause = sent ? untoldBecause(sent) : null
  const about = { event: event as ContractEvent, nonce: nonceSentBy(event) }
  if (!sent || !cause || !isStillOwed(state, about)) return null
  const { template } = sent
  return { deliveryId, letter: template, sentAt: at, cause, causeInWords: causeInWords[cause], task: 'telephoneOrPost' }
}

/** The untold letters of one contract, by what its implementing entity's list says of it. */
export const untoldOf = async (
  world: Pick<World, 'ledger'>,
  { kept: { state } }: ContractAsRead,
): Promise<Letter[]> => {
  const { contractId, entityId } = state.deal
  const refs = await world.ledger.untoldAmong(entityId, [contractId])
  const letters = await Promise.all(
    refs.map(async (ref) => {
      const event = await world.ledger.event(ref)
      return event ? letterView(state, event, ref.deliveryId) : null
    }),
  )
  return letters.filter((letter) => letter !== null)
}

/** Which contracts of a page have an untold letter. Only those that are listed for one are looked into. */
export const untoldAmong = async (
  world: Pick<World, 'ledger' | 'contracts'>,
  entityId: EntityId,
  contractIds: readonly ContractId[],
): Promise<ReadonlySet<string>> => {
  const refs = await world.ledger.untoldAmong(entityId, contractIds)
  const reads = await contractsOf(world, refs)
  const untold = await Promise.all(
    refs.map(async (ref) => {
      const read = reads.get(ref.stream)
      const event = read && (await world.ledger.event(ref))
      return event && letterView(read.kept.state, event, ref.deliveryId) ? [ref.stream] : []
    }),
  )
  return new Set(untold.flat())
}

const usualLimit = 50

/** Whether this seller is shown a contract's letters: those it holds, and those of the reseller it asks for. */
const isShown = (who: Seller, { kept: { state } }: ContractAsRead, resellerId: string | undefined): boolean => {
  const holder = 'holder' in state ? state.holder : state.deal.seller
  const wanted = 'resellerId' in who ? who.resellerId : resellerId
  return state.deal.entityId === who.entityId && (wanted === undefined || holder === wanted)
}

/** A page of an implementing entity's list; a reseller sees what is of contracts it holds, so a page may hold fewer lines. */
export const listUntoldLetters =
  (world: World): HandlerOf<Routes['listUntoldLetters']> =>
  async ({ query: { limit = usualLimit, cursor, resellerId } }, { who }) => {
    if ('resellerId' in who && resellerId && resellerId !== who.resellerId)
      return refuse({ kind: 'not-found', what: 'reseller' })
    const scope = `${'resellerId' in who ? who.resellerId : who.entityId}/listUntoldLetters`
    const after = cursor === undefined ? null : await world.cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await world.ledger.untold(who.entityId, { limit, after })
    const reads = await contractsOf(world, page.items)
    const lines = await Promise.all(
      page.items.map(async (ref) => {
        const read = reads.get(ref.stream)
        return read && isShown(who, read, resellerId) ? lineOf(world, read, ref) : null
      }),
    )
    return done({
      items: lines.filter((line) => line !== null),
      nextCursor: page.next && (await world.cursors.seal(scope, page.next)),
    })
  }

const contractsOf = async ({ contracts }: Pick<World, 'contracts'>, refs: readonly UntoldRef[]) => {
  const ids = [...new Set(refs.map(({ stream }) => stream as ContractId))]
  const found = ids.length > 0 ? await contracts.findAll(ids) : []
  return new Map<string, ContractAsRead>(
    found.flatMap((read) => (read ? [[read.kept.state.deal.contractId, read]] : [])),
  )
}

const lineOf = async (world: World, { kept: { state }, name }: ContractAsRead, ref: UntoldRef) => {
  const event = await world.ledger.event(ref)
  const letter = event && letterView(state, event, ref.deliveryId)
  if (!letter) return null
  const { contractId, revision, seller } = state.deal
  const { sme } = await world.contracts.document(contractId, revision)
  return {
    ...letter,
    contractId,
    holder: 'holder' in state ? state.holder : seller,
    sme: { smeId: sme.smeId, name, prefecture: sme.prefecture },
    person: sme.signatory?.name ?? null,
    ...factorsReach(sme),
  }
}

/** A person told the SME what a letter could not. */
export const tellLetter =
  (world: World): HandlerOf<Routes['tellLetter']> =>
  async ({ params: { contractId, deliveryId }, body }, call) => {
    const found = await seen(world.contracts, call.who, contractId)
    if (!found.ok) return found
    const history = await world.ledger.eventsOf(contractId)
    const letter = history.find(({ deliveries }) => deliveries.some(({ id }) => id === deliveryId))
    const sent = letter?.deliveries.find(({ id }) => id === deliveryId)
    if (!letter || !sent || sent.to !== 'sme' || sent.by !== 'mail')
      return refuse({ kind: 'not-found', what: 'letter' })
    const told = history.some(({ event }) => event.type === 'letter-told' && event.deliveryId === deliveryId)
    return step(world, contractId, call, ({ state, version }): Result<Step, Refused> => {
      const paper = paperAt(world.digest, 'letter-told', version, { deliveryId, letter: sent.template, ...body })
      const decision = decideTelling(
        state,
        { event: letter.event, because: untoldBecause(sent), told },
        { deliveryId, by: body.by, on: body.on, toldSha256: paper.sha256 },
        call,
      )
      if (!decision.ok) return decision
      return done({
        events: decision.value,
        papers: [paper],
        told: [{ stream: contractId, seq: letter.seq, deliveryId }],
      })
    })
  }

type Refused = Refusal<'wrong-stage' | 'out-of-order'>

/** Of one letter. Each more of them on a page is two requests. */
export const costs: Costs = {
  listUntoldLetters: { requests: 4, readUnits: 4.5, writeUnits: 0 },
  tellLetter: { requests: 4, readUnits: 6, writeUnits: 15 },
}
