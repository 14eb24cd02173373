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
import { codeWayOf } from '../../../shared/domain/phone.ts'
import { maskedPhone } from '../../../shared/domain/masked.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { countSending } from '../../application/contracts/count-sending.ts'
import { dead, firstAnswer, named, unknown, written } from '../../application/contracts/through-link.ts'
import type { Costs } from '../../application/cost.ts'

type CodeSent = OutputOf<Routes['openSigningLink']>

/**
 * Opening a link has a code sent by the other channel, as a message or in a call; who only has the mail gets no further.
 * Where there is no telephone that receives one, the code comes by a letter that is asked for behind the same link.
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
      if (first) return { ...ok(first), replayed: true }
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
    return landed
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
  openSigningLink: { requests: 4, readUnits: 4, writeUnits: 13 },
  enterSigningCode: { requests: 2, readUnits: 2, writeUnits: 10 },
}
