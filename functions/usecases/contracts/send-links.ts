import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { Deal } from '../../../shared/domain/contract/contract.ts'
import { askConfirmation as decideAsking, sendOwnLink as decideSending } from '../../../shared/domain/contract/link.ts'
import { later, type Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { step, type Step } from './step.ts'
import type { Costs } from '../cost.ts'

const dayMs = 86_400_000
const usualValidDays = 14

const newLinkOf = ({ ids }: World, at: Instant, validDays = usualValidDays) => ({
  nonce: ids.nonce(),
  expiresAt: later(at, validDays * dayMs),
})

/** A link needs both channels: itself by mail, its code by phone. */
const reachable = ({ noticeBy }: Deal): Refusal<'does-not-fit'> | undefined =>
  noticeBy === 'both'
    ? undefined
    : { kind: 'does-not-fit', what: 'noticeContact', given: noticeBy, needs: 'a mail address and a phone number' }

type Refused = Refusal<'wrong-stage' | 'does-not-fit'>

/** Asks the SME once more whether what was attested for it is right. */
export const askConfirmation =
  (world: World): HandlerOf<Routes['askConfirmation']> =>
  ({ params: { contractId }, body: { validDays } }, call) =>
    step(world, contractId, call, ({ state }): Result<Step, Refused> => {
      const unreachable = reachable(state.deal)
      if (unreachable) return refuse(unreachable)
      const decision = decideAsking(state, newLinkOf(world, call.at, validDays))
      return decision.ok ? done({ events: decision.value }) : decision
    })

/** Sends the SME the link to its own page, where it sees its contract, its consents, and how to leave. */
export const sendOwnLink =
  (world: World): HandlerOf<Routes['sendOwnLink']> =>
  ({ params: { contractId }, body: { validDays } }, call) =>
    step(world, contractId, call, ({ state }): Result<Step, Refused> => {
      const unreachable = reachable(state.deal)
      if (unreachable) return refuse(unreachable)
      const decision = decideSending(state, newLinkOf(world, call.at, validDays))
      return decision.ok ? done({ events: decision.value }) : decision
    })

export const costs: Costs = {
  askConfirmation: { requests: 2, readUnits: 2, writeUnits: 11 },
  sendOwnLink: { requests: 2, readUnits: 2, writeUnits: 11 },
}
