import type { Stamp } from '../../../shared/domain/command.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import {
  codeToTry,
  isUnused,
  openLink,
  openLinkOf,
  requestCode,
  tryCode,
  wrongCodesLeft,
} from '../../../shared/domain/contract/link.ts'
import type { ContractEvent } from '../../../shared/domain/contract/contract.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { maskedPhone } from '../../../shared/domain/masked.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { governingCheck } from '../contracts/act-on-contract.ts'
import type { Costs } from '../cost.ts'

type Named = { readonly read: ContractAsRead; readonly nonce: string }

const notUsable = refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable' })

/** The contract a link names, whether or not the link is still open. */
const named = async (world: World, text: string): Promise<Named | undefined> => {
  const link = await world.links.read(text)
  const read = link && (await world.contracts.find(link.contractId))
  return read && { read, nonce: link.nonce }
}

/**
 * Whoever came through the link acts as the SME of that contract, and its commands are that contract's own. It names no
 * version it read: a write that a caller can have refused is a guess that is not counted.
 */
const asSme = (stamp: Stamp, contractId: ContractId): Stamp => ({
  ...stamp,
  tenant: contractId,
  actor: { role: 'sme', sub: contractId, tenant: contractId },
  ifMatch: null,
})

const written = <Body>(
  world: World,
  { kept, name, ...rest }: ContractAsRead,
  events: readonly ContractEvent[],
  stamp: Stamp,
  at: Instant,
  answer: Body,
) => {
  const { contractId } = kept.state.deal
  return world.commits.commit({
    stamp: asSme(stamp, contractId),
    answer,
    changes: [change('contract', contractId, kept, events, at, { name })],
    checks: [governingCheck({ kept, name, ...rest })],
  })
}

// The last code or the last try that a link gives closes it; the same request again, as when its answer was lost,
// still gets that answer.
const firstAnswer = async <Body>(world: World, stamp: Stamp, contractId: ContractId): Promise<Body | undefined> => {
  const first = await world.commits.answerTo(asSme(stamp, contractId))
  return first?.ok ? (first.value as Body) : undefined
}

type CodeSent = { readonly codeSentTo: string; readonly expiresAt: Instant }

/** Opening a link has a code sent by the other channel; who only has the mail gets no further. */
export const openSigningLink =
  (world: World): HandlerOf<Routes['openSigningLink']> =>
  async ({ body }, { at, stamp }) => {
    const found = await named(world, body.link)
    if (!found) return notUsable
    const { read, nonce } = found
    const { contractId, revision } = read.kept.state.deal
    const link = openLink(read.kept.state, nonce, at)
    const decision = requestCode(read.kept.state, nonce, at)
    if (!(link.ok && decision.ok)) {
      const first = await firstAnswer<CodeSent>(world, stamp, contractId)
      return first ? done(first) : notUsable
    }
    const { sme } = await world.contracts.document(contractId, revision)
    const phone = sme.signatory?.phone ?? sme.noticeContact.phone
    if (!phone) throw new Error(`${contractId} was offered without a phone`)
    const answer: CodeSent = { codeSentTo: maskedPhone(phone), expiresAt: link.value.expiresAt }
    const landed = await written(world, read, decision.value, stamp, at, answer)
    return landed.ok ? done(landed.value) : landed
  }

type Tried = { readonly right: boolean; readonly attemptsLeft: number }

const notRight = (attemptsLeft: number) => refuse<Refusal<'code-not-right'>>({ kind: 'code-not-right', attemptsLeft })

/**
 * The right code gives a token for this one contract, once. Every try is on record before its outcome is told, whether
 * or not the link was passed before; nothing the caller sends can keep it from being counted. The same request again, as
 * when its answer was lost, gets what it got, and a key that comes with another code is a try lost.
 */
export const enterSigningCode =
  (world: World): HandlerOf<Routes['enterSigningCode']> =>
  async ({ body }, { at, stamp: asked }) => {
    const found = await named(world, body.link)
    if (!found) return notUsable
    const { read, nonce } = found
    const { state } = read.kept
    // What is kept of a try is its outcome; the token that is answered is made anew each time.
    const { checkAnswer: _, ...stamp } = asked
    const { contractId, serviceId, smeId } = state.deal
    const purpose = openLinkOf(state)?.purpose
    const given = async ({ right, attemptsLeft }: Tried) => {
      if (!right || !purpose) return notRight(attemptsLeft)
      const session = await world.sessions.mint({ role: 'sme', sub: contractId, contractId, nonce, serviceId, smeId })
      return done({ ...session, purpose })
    }
    const ready = codeToTry(state, nonce, at)
    if (!ready.ok) {
      const first = await firstAnswer<Tried>(world, stamp, contractId)
      return first && !first.right ? given(first) : ready
    }
    const attemptsLeft = wrongCodesLeft(ready.value)
    const record = (right: boolean, under: Stamp) => {
      const tried: Tried = { right, attemptsLeft: attemptsLeft - (right ? 0 : 1) }
      return written(world, read, [tryCode(right)], under, at, tried)
    }
    const right = isUnused(ready.value) && (await world.links.isCode(nonce, ready.value.codesSent, body.code))
    const landed = await record(right, stamp)
    if (landed.ok) return given(landed.value)
    if (landed.refusal.kind !== 'idempotency-key-reused') return landed
    const lost = await record(false, { ...stamp, key: `${stamp.key} ${stamp.inputSha256}` })
    return lost.ok ? landed : lost
  }

export const costs: Costs = {
  openSigningLink: { requests: 3, readUnits: 3, writeUnits: 9 },
  enterSigningCode: { requests: 2, readUnits: 2, writeUnits: 8 },
}
