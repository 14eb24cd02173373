import {
  declineAmendment,
  explainAmendment,
  offerAmendment,
  proposeAmendment,
  signAmendment,
  withdrawAmendment,
} from '../../../shared/domain/contract/amendment.ts'
import { confirmAttestation, disputeAttestation, signContract } from '../../../shared/domain/contract/conclude.ts'
import { giveConsent, withdrawConsent } from '../../../shared/domain/contract/consent.ts'
import { consentKinds } from '../../../shared/domain/contract/contract-words.ts'
import {
  annulContract,
  confirmCancellation,
  requestCancellation,
  terminateContract,
  withdrawCancellation,
} from '../../../shared/domain/contract/ending.ts'
import { askConfirmation, linkOf, requestCode, sendOwnLink, tryCode } from '../../../shared/domain/contract/link.ts'
import { explainContract, offerContract } from '../../../shared/domain/contract/prepare.ts'
import { settleTakeover, tellSme } from '../../../shared/domain/contract/takeover.ts'
import { daysAfter, later, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { day, entityId, sha256 } from '../given.ts'
import { deal as firstDeal, explanation } from './given.ts'
import type { ContractRevision, ExistingContract, LiveContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

/** Numbers that look drawn by lot, the same on every run. */
export const lots = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    /** True once in so many times. */
    once: (times: number): boolean => below(times) === 0,
    oneOf: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
  }
}
export type Lots = ReturnType<typeof lots>

/** The last day of so many months from a day on; enough of a calendar for terms that begin by the 28th. */
export const lastDay = (startOn: PlainDate, months: number): PlainDate => {
  const [year = 0, month = 0, date = 0] = startOn.split('-').map(Number)
  return daysAfter(day(new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10)), -1)
}

/** What a decision is made with, beside the contract. */
export type Now = {
  readonly today: PlainDate
  readonly at: Instant
  readonly lots: Lots
  readonly successor: ContractRevision['seller']
}
type Decided = Result<readonly ContractEvent[], Refusal>
type Step = (contract: ExistingContract, now: Now) => Decided

const good = { breaches: [] }
const wordSha256 = sha256('5')
const fortnight = 14 * 86_400_000
let nonces = 0
const newLink = ({ at }: Now) => ({ nonce: `nonce-${(nonces += 1)}`, expiresAt: later(at, fortnight) })
const through = (contract: ExistingContract): string => linkOf(contract)?.nonce ?? ''
const live = (contract: ExistingContract): LiveContract | null => (contract.stage === 'live' ? contract : null)

/** The next text of a contract, its hash made of its number. */
export const revisionOf = (contract: LiveContract, changed: Partial<ContractRevision>): ContractRevision => {
  const revision = contract.lastRevision + 1
  return { ...contract.deal, ...changed, revision, documentSha256: revision.toString(16).padStart(64, '0') }
}
const proposing =
  (
    kind: 'amendment' | 'renewal',
    changed: readonly ('monthlyFee' | 'term')[],
    edit: (one: LiveContract, now: Now) => Partial<ContractRevision>,
  ): Step =>
  (contract, now) => {
    const one = live(contract)
    const to = one ? revisionOf(one, edit(one, now)) : contract.deal
    const firstDay = kind === 'renewal' ? daysAfter(contract.deal.endOn, 1) : contract.deal.startOn
    const follows = kind === 'amendment' && changed.length === 0 && one?.next ? one.next.deal : null
    const forNext = { deal: follows && { ...follows, revision: to.revision + 1 }, touched: [] }
    const proposal = { kind, deal: to, changed, changesContact: false, proposalSha256: sha256('c') }
    return proposeAmendment(contract, proposal, { ...good, firstDay, forNext })
  }
const renewalIn = ({ lots: by }: Now) =>
  by.once(2) ? { months: by.oneOf([1, 6, 12]), noticeDays: by.oneOf([0, 30, 90]) } : null

/** A code is asked for and entered within the same minute. */
const entering = (right: boolean, contract: ExistingContract, { at }: Now): Decided => {
  const asked = requestCode(contract, through(contract), at)
  const link = linkOf(contract)
  return asked.ok && link ? ok([...asked.value, tryCode(link, right ? link.codesSent + 1 : null)]) : asked
}

export const steps = {
  explain: (contract, { today }) =>
    explainContract(
      contract,
      { explanation: { ...explanation, on: today }, explanationSha256: sha256('1') },
      { today },
    ),
  offer: (contract, now) => offerContract(contract, newLink(now), good),
  sign: (contract, { at, today }) =>
    signContract(
      contract,
      {
        nonce: through(contract),
        documentSha256: contract.deal.documentSha256,
        remoteSupportConsent: true,
        signatureSha256: sha256('2'),
      },
      { ...good, at, today },
    ),
  code: (contract, { at }) => requestCode(contract, through(contract), at),
  enter: (contract, now) => entering(true, contract, now),
  mistype: (contract, now) => entering(false, contract, now),
  confirm: (contract, { at }) =>
    confirmAttestation(
      contract,
      { nonce: through(contract), documentSha256: contract.deal.documentSha256, confirmationSha256: sha256('6') },
      { ...good, at },
    ),
  dispute: (contract, { at }) =>
    disputeAttestation(contract, { nonce: through(contract), disputeSha256: sha256('7') }, at),
  askAgain: (contract, now) => askConfirmation(contract, newLink(now)),
  ownLink: (contract, now) => sendOwnLink(contract, newLink(now)),

  propose: proposing('amendment', ['monthlyFee'], (_, { lots: by }) => ({
    monthlyFeeExTaxYen: 5_000 + by.below(9_000),
  })),
  proposeTerm: proposing('amendment', ['term'], ({ deal }, now) => ({
    endOn: daysAfter(deal.endOn, now.lots.oneOf([-90, -10, 10, 90])),
    renewal: renewalIn(now),
  })),
  proposeRenewal: proposing('renewal', [], ({ deal }, now) => {
    const startOn = daysAfter(deal.endOn, 1)
    return { startOn, endOn: lastDay(startOn, now.lots.oneOf([6, 12, 24])), renewal: renewalIn(now) }
  }),
  amend: proposing('amendment', [], () => ({})),
  explainChange: (contract, { today }) =>
    explainAmendment(
      contract,
      { explanation: { ...explanation, on: today }, explanationSha256: sha256('1') },
      { today },
    ),
  offerChange: (contract, now) => {
    const explained = live(contract)?.proposal?.explanation
    return offerAmendment(contract, newLink(now), { breaches: explained ? [] : [{} as never] })
  },
  signChange: (contract, { at, today }) =>
    signAmendment(
      contract,
      {
        nonce: through(contract),
        documentSha256: live(contract)?.proposal?.deal.documentSha256 ?? '',
        signatureSha256: sha256('8'),
      },
      { ...good, changesContact: false, at, today },
    ),
  declineChange: (contract, { at }) => declineAmendment(contract, through(contract), at),
  takeBack: (contract) => withdrawAmendment(contract),

  wish: (contract, { today, lots: by }) =>
    requestCancellation(
      contract,
      { on: daysAfter(today, by.oneOf([0, 5, 60, 300])), wordSha256, ground: by.once(2) },
      { penaltyExTaxYen: by.below(50_000), mayCancelAnyTime: by.once(2) },
      { today },
    ),
  stay: (contract) => withdrawCancellation(contract),
  leave: (contract, now) => {
    const one = live(contract)
    const open = one?.takeover && one.takeover.stage !== 'settled'
    return confirmCancellation(contract, { penaltyExTaxYen: open ? 0 : (one?.leaving?.penaltyExTaxYen ?? 0) }, now)
  },
  terminate: (contract, { today }) =>
    terminateContract(contract, { ground: 'agreed', on: today, warned: null, wordSha256 }, { today }),
  annul: (contract, now) => annulContract(contract, wordSha256, now),
  consent: (contract, { lots: by }) =>
    giveConsent(contract, { kind: by.oneOf(consentKinds), receiptSha256: wordSha256 }),
  unsay: (contract, { lots: by }) =>
    withdrawConsent(contract, { kind: by.oneOf(consentKinds), receiptSha256: wordSha256 }),

  tell: (contract) => tellSme(contract, { by: 'phone', toldSha256: wordSha256 }),
  settle: (contract, { today, lots: by, successor }) => {
    const ways = [
      { settlement: 'servedByImplementingEntity', holder: entityId, consentSha256: null },
      { settlement: 'movedToImplementingEntity', holder: entityId, consentSha256: wordSha256 },
      { settlement: 'movedToReseller', holder: successor, consentSha256: wordSha256 },
      { settlement: 'movedToReseller', holder: successor, consentSha256: wordSha256 },
      { settlement: 'endedBySme', holder: entityId, consentSha256: wordSha256 },
    ] as const
    const way = by.oneOf(ways)
    if (way.settlement === 'movedToReseller' && successor === entityId) return refuse({ kind: 'link-not-usable' })
    return settleTakeover(contract, { ...way, on: today })
  },
} satisfies Record<string, Step>
export type StepName = keyof typeof steps

/** What people set out to do with a contract, one thing a day; anything may come between. */
export const plans: readonly (readonly StepName[])[] = [
  ['propose', 'explainChange', 'offerChange', 'enter', 'signChange'],
  ['proposeTerm', 'explainChange', 'offerChange', 'enter', 'signChange'],
  ['proposeRenewal', 'explainChange', 'offerChange', 'enter', 'signChange'],
  ['propose', 'explainChange', 'offerChange', 'mistype', 'enter', 'declineChange'],
  ['propose', 'explainChange', 'takeBack'],
  ['amend'],
  ['wish', 'stay'],
  ['wish'],
  ['ownLink', 'enter'],
  ['consent', 'unsay'],
  ['askAgain', 'enter', 'confirm'],
  ['askAgain', 'enter', 'dispute'],
]
/** Ends that people bring about; rarer, or nothing would live for long. */
export const endings: readonly (readonly StepName[])[] = [['wish', 'leave'], ['terminate'], ['annul']]
export const first: readonly StepName[] = ['explain', 'offer', 'enter', 'sign']

/** How a contract begins: its days, and whether it renews itself. */
export const dealFrom = (startOn: PlainDate, seller: ContractRevision['seller'], now: Now): ContractRevision => ({
  ...firstDeal,
  seller,
  startOn,
  endOn: lastDay(startOn, now.lots.oneOf([1, 6, 12, 24, 36])),
  renewal: renewalIn(now),
})
