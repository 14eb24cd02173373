import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { reachesBothWays } from '../../../shared/domain/contract/contact.ts'
import type { Deal } from '../../../shared/domain/contract/contract.ts'
import { askConfirmation as decideAsking, sendOwnLink as decideSending } from '../../../shared/domain/contract/link.ts'
import { later, type Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { countSending } from '../signing/count-sending.ts'
import { step, type Step } from './step.ts'
import type { Costs } from '../cost.ts'

const dayMs = 86_400_000
const usualValidDays = 14

const newLinkOf = ({ ids }: World, at: Instant, validDays = usualValidDays) => ({
  nonce: ids.nonce(),
  expiresAt: later(at, validDays * dayMs),
})

/**
 * A link needs both channels: itself by mail, its code by a phone that receives one. Whoever has neither is told by
 * telephone or post, or its contact is changed.
 */
export const unreachable = async (
  { contracts }: Pick<World, 'contracts'>,
  { contractId, revision, noticeBy }: Deal,
): Promise<Refusal<'does-not-fit'> | undefined> => {
  const { sme } = await contracts.document(contractId, revision)
  if (reachesBothWays(sme)) return undefined
  const needs = 'a mail address, and a phone that receives a code (060, 070, 080, 090)'
  return { kind: 'does-not-fit', what: sme.signatory ? 'signatory' : 'noticeContact', given: noticeBy, needs }
}

/** A step that sends an SME a link, where it may be sent one more today. */
export const sendingLink = async (
  world: Pick<World, 'commits'>,
  deal: Deal,
  at: Instant,
  taken: Step,
): Promise<Result<Step, Refusal<'too-many-sendings'>>> => {
  const counted = await countSending(world, 'links', deal, at)
  return counted.ok ? done({ ...taken, claims: [counted.value.claim] }) : counted
}

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'too-many-sendings'>

/** Asks the SME once more whether what was attested for it is right. */
export const askConfirmation =
  (world: World): HandlerOf<Routes['askConfirmation']> =>
  ({ params: { contractId }, body: { validDays } }, call) =>
    step(world, contractId, call, async ({ state }): Promise<Result<Step, Refused>> => {
      const cannot = await unreachable(world, state.deal)
      if (cannot) return refuse(cannot)
      const decision = decideAsking(state, newLinkOf(world, call.at, validDays))
      return decision.ok ? sendingLink(world, state.deal, call.at, { events: decision.value }) : decision
    })

/** Sends the SME the link to its own page, where it sees its contract, its consents, and how to leave. */
export const sendOwnLink =
  (world: World): HandlerOf<Routes['sendOwnLink']> =>
  ({ params: { contractId }, body: { validDays } }, call) =>
    step(world, contractId, call, async ({ state }): Promise<Result<Step, Refused>> => {
      const cannot = await unreachable(world, state.deal)
      if (cannot) return refuse(cannot)
      const decision = decideSending(state, newLinkOf(world, call.at, validDays))
      return decision.ok ? sendingLink(world, state.deal, call.at, { events: decision.value }) : decision
    })

export const costs: Costs = {
  askConfirmation: { requests: 4, readUnits: 4, writeUnits: 13 },
  sendOwnLink: { requests: 4, readUnits: 4, writeUnits: 13 },
}
