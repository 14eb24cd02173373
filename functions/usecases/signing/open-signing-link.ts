import type { Stamp } from '../../../shared/domain/command.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import {
  codeToTry,
  linkOf,
  openLink,
  requestCode,
  tryCode,
  wrongCodesLeft,
  type Link,
} from '../../../shared/domain/contract/link.ts'
import type { ContractEvent } from '../../../shared/domain/contract/contract.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import { governingCheck } from '../contracts/act-on-contract.ts'
import type { Costs } from '../cost.ts'

type Opened = { readonly read: ContractAsRead; readonly link: Link; readonly nonce: string }

const notUsable = refuse<Refusal<'link-not-usable'>>({ kind: 'link-not-usable' })

const opened = async (world: World, text: string, at: Instant): Promise<Result<Opened, Refusal<'link-not-usable'>>> => {
  const named = await world.links.read(text)
  const read = named && (await world.contracts.find(named.contractId))
  if (!read) return notUsable
  const link = openLink(read.kept.state, named.nonce, at)
  return link.ok ? done({ read, link: link.value, nonce: named.nonce }) : link
}

/** Whoever came through the link acts as the SME of that contract, and its commands are that contract's own. */
const asSme = (stamp: Stamp, contractId: ContractId): Stamp => ({
  ...stamp,
  tenant: contractId,
  actor: { role: 'sme', sub: contractId, tenant: contractId },
})

const written = (
  world: World,
  { read: { kept, name, ...rest } }: Opened,
  events: readonly ContractEvent[],
  stamp: Stamp,
  at: Instant,
  answer: unknown,
) => {
  const { contractId } = kept.state.deal
  return world.commits.commit({
    stamp: asSme(stamp, contractId),
    answer,
    changes: [change('contract', contractId, kept, events, at, { name })],
    checks: [governingCheck({ kept, name, ...rest })],
  })
}

/** Opening a link has a code sent by the other channel; who only has the mail gets no further. */
export const openSigningLink =
  (world: World): HandlerOf<Routes['openSigningLink']> =>
  async ({ body: { link: text } }, { at, stamp }) => {
    const found = await opened(world, text, at)
    if (!found.ok) return found
    const { read, nonce, link } = found.value
    const decision = requestCode(read.kept.state, nonce, at)
    if (!decision.ok) return decision
    const { contractId, revision } = read.kept.state.deal
    const { sme } = await world.contracts.document(contractId, revision)
    const phone = sme.signatory?.phone ?? sme.noticeContact.phone
    if (!phone) throw new Error(`${contractId} was offered without a phone`)
    const answer = { codeSentTo: masked(phone), expiresAt: link.expiresAt }
    const landed = await written(world, found.value, decision.value, stamp, at, answer)
    return landed.ok ? done(answer) : landed
  }

const masked = (phone: string): string => `${'*'.repeat(Math.max(0, phone.length - 4))}${phone.slice(-4)}`

/** The right code gives a token for this one contract. A wrong one is on record, and only so many are allowed. */
export const enterSigningCode =
  (world: World): HandlerOf<Routes['enterSigningCode']> =>
  async ({ body: { link: text, code } }, { at, stamp }) => {
    const found = await opened(world, text, at)
    if (!found.ok) return found
    const { read, nonce } = found.value
    const { state } = read.kept
    const ready = codeToTry(state, nonce, at)
    if (!ready.ok) return ready
    const right = code === (await world.links.codeFor(nonce, ready.value.codesSent))
    const { contractId, serviceId, smeId } = state.deal

    // The right code again, as when the first answer was lost, gives a token again and writes nothing.
    if (!(right && ready.value.passedAt)) {
      const landed = await written(world, found.value, [tryCode(right)], stamp, at, { right })
      if (!landed.ok) return landed
    }
    if (!right) return refuse({ kind: 'code-not-right', attemptsLeft: wrongCodesLeft(ready.value) - 1 })
    const purpose = linkOf(state) && state.stage === 'offered' ? ('sign' as const) : ('confirm' as const)
    const session = await world.sessions.mint({ role: 'sme', sub: contractId, contractId, nonce, serviceId, smeId })
    return done({ ...session, purpose })
  }

export const costs: Costs = {
  openSigningLink: { requests: 3, readUnits: 3, writeUnits: 9 },
  enterSigningCode: { requests: 2, readUnits: 2, writeUnits: 8 },
}
