import type { CommandMetadata } from '../../../shared/domain/command.ts'
import type { HandlerOf, OutputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  codeToTry,
  codesLeft,
  goodCodes,
  linkAfter,
  openLink,
  openLinkOf,
  requestCode,
  tryCode,
  wrongCodesLeft,
} from '../../../shared/domain/contract/link.ts'
import { codeNeeds, factorsReach } from '../../../shared/domain/contract/contact.ts'
import { whyDead } from '../../../shared/domain/contract/dead-link.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { codeWayOf } from '../../../shared/domain/phone.ts'
import { maskedPhone } from '../../../shared/domain/masked.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { UniqueKey } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { countSending } from '../../application/contracts/count-sending.ts'
import type { Costs } from '../../application/cost.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

type Named = { readonly read: ContractAsRead; readonly nonce: string }

/** The answer to what is no link of ours: it says nothing of any contract. */
const unknown = refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable', cause: 'unknown' })

/** Refusal that tells a holder of a whole link why it does not open, read from what happened since it was sent. */
const dead = async (deps: Dependencies, { read, nonce }: Named, at: Instant) => {
  const { state } = read.kept
  const events = await deps.ledger.eventsOf(state.deal.contractId)
  const cause = whyDead(
    state,
    events.map(({ event }) => event as ContractEvent),
    nonce,
    at,
  )
  return refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable', cause })
}

/** The contract a link names, whether or not the link is still open. */
const named = async (deps: Dependencies, text: string): Promise<Named | undefined> => {
  const link = await deps.links.read(text)
  const read = link && (await deps.contracts.find(link.contractId))
  return read && { read, nonce: link.nonce }
}

/**
 * Metadata of whoever came through the link: it acts as the SME of that contract, and its commands are that contract's
 * own. It names no version it read: a write that a caller can have refused is a guess that is not counted.
 */
const asSme = (metadata: CommandMetadata, contractId: ContractId): CommandMetadata => ({
  ...metadata,
  tenant: contractId,
  actor: { role: 'sme', sub: contractId, tenant: contractId },
  ifMatch: null,
})

const written = <Body>(
  deps: Dependencies,
  { kept, name, ...rest }: ContractAsRead,
  events: readonly ContractEvent[],
  metadata: CommandMetadata,
  at: Instant,
  answer: Body,
  claims: readonly UniqueKey[] = [],
) => {
  const { contractId } = kept.state.deal
  return deps.commits.commit({
    metadata: asSme(metadata, contractId),
    answer,
    changes: [change('contract', contractId, kept, events, at, { name })],
    checks: [governingGuardCheck({ kept, name, ...rest })],
    claims,
  })
}

// The last code or the last try that a link gives closes it; the same request again, as when its answer was lost,
// still gets that answer.
const firstAnswer = async <Body>(
  deps: Dependencies,
  metadata: CommandMetadata,
  contractId: ContractId,
): Promise<Body | undefined> => {
  const first = await deps.commits.answerTo(asSme(metadata, contractId))
  return first?.ok ? (first.value as Body) : undefined
}

type CodeSent = OutputOf<Routes['openSigningLink']>

/**
 * Opening a link has a code sent by the other channel, as a message or in a call; who only has the mail gets no further.
 * Where its telephone receives none, as one abroad that was recorded before, the contact has to be changed.
 */
export const openSigningLink =
  (deps: Dependencies): HandlerOf<Routes['openSigningLink']> =>
  async ({ body }, { at, metadata }) => {
    const found = await named(deps, body.link)
    if (!found) return unknown
    const { read, nonce } = found
    const { deal } = read.kept.state
    const link = openLink(read.kept.state, nonce, at)
    const { sme } = link.ok ? await deps.contracts.document(deal.contractId, deal.revision) : { sme: null }
    const phone = sme && factorsReach(sme).phone
    const by = phone ? codeWayOf(phone) : null
    if (sme && !by)
      return refuse({ kind: 'does-not-fit', what: 'phone', given: maskedPhone(phone ?? ''), needs: codeNeeds })
    const decision = requestCode(read.kept.state, nonce, at, by ?? 'sms')
    const counted = decision.ok ? await countSending(deps, 'codes', deal, at) : decision
    if (!link.ok || !decision.ok || !counted.ok || !phone) {
      const first = await firstAnswer<CodeSent>(deps, metadata, deal.contractId)
      if (first) return ok(first)
      return !counted.ok && counted.refusal.kind === 'too-many-sendings'
        ? refuse(counted.refusal)
        : dead(deps, found, at)
    }
    const [code] = decision.value
    const after = code ? codesLeft(linkAfter(link.value, code, at), at) : codesLeft(link.value, at)
    const ofSme = counted.value
    const answer: CodeSent = {
      codeSentTo: maskedPhone(phone),
      by: by ?? 'sms',
      expiresAt: link.value.expiresAt,
      codesLeft: Math.min(after.left, ofSme.left),
      nextCodeAt: [after.nextAt, ofSme.nextAt].reduce((last, one) =>
        last && one ? (last < one ? one : last) : (last ?? one),
      ),
    }
    const landed = await written(deps, read, decision.value, metadata, at, answer, [ofSme.claim])
    return landed.ok ? ok(landed.value) : landed
  }

type Tried = { readonly right: boolean; readonly attemptsLeft: number }

const notRight = (attemptsLeft: number) => refuse<Refusal<'code-not-right'>>({ kind: 'code-not-right', attemptsLeft })

/**
 * The right code gives a token for this one contract, once. Every try is on record before its outcome is told, whether
 * or not the link was passed before; nothing the caller sends can keep it from being counted. The same request again, as
 * when its answer was lost, gets what it got, and a key that comes with another code is a try lost.
 */
export const enterSigningCode =
  (deps: Dependencies): HandlerOf<Routes['enterSigningCode']> =>
  async ({ body }, { at, metadata: asked }) => {
    const found = await named(deps, body.link)
    if (!found) return unknown
    const { read, nonce } = found
    const { state } = read.kept
    // The outcome alone of a try is kept; the token that is answered is made anew each time.
    const { checkAnswer: _, ...metadata } = asked
    const { contractId, serviceId, smeId } = state.deal
    const purpose = openLinkOf(state)?.purpose
    const given = async ({ right, attemptsLeft }: Tried) => {
      if (!right || !purpose) return notRight(attemptsLeft)
      const session = await deps.sessions.mint({ role: 'sme', sub: contractId, contractId, nonce, serviceId, smeId })
      return ok({ ...session, purpose })
    }
    const ready = codeToTry(state, nonce, at)
    if (!ready.ok) {
      const first = await firstAnswer<Tried>(deps, metadata, contractId)
      return first && !first.right ? given(first) : dead(deps, found, at)
    }
    const attemptsLeft = wrongCodesLeft(ready.value)
    const record = (n: number | null, under: CommandMetadata) => {
      const tried: Tried = { right: n !== null, attemptsLeft: attemptsLeft - (n === null ? 1 : 0) }
      return written(deps, read, [tryCode(ready.value, n)], under, at, tried)
    }
    // Codes are all compared, whichever fits: the time that takes tells nothing.
    const fits = await Promise.all(
      goodCodes(ready.value, at).map(async (n) => ((await deps.links.isCode(nonce, n, body.code)) ? [n] : [])),
    )
    const landed = await record(fits.flat().at(-1) ?? null, metadata)
    if (landed.ok) return given(landed.value)
    if (landed.refusal.kind !== 'idempotency-key-reused') return landed
    const lost = await record(null, { ...metadata, key: `${metadata.key} ${metadata.inputSha256}` })
    return lost.ok ? landed : lost
  }

export const costs: Costs = {
  openSigningLink: { requests: 4, readUnits: 4, writeUnits: 11 },
  enterSigningCode: { requests: 2, readUnits: 2, writeUnits: 8 },
}
