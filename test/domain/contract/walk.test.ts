import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import {
  confirmAttestation,
  declineContract,
  disputeAttestation,
  signContract,
} from '../../../shared/domain/contract/conclude.ts'
import { codeToTry, requestCode, tryCode } from '../../../shared/domain/contract/link.ts'
import {
  explainContract,
  offerContract,
  reviseContract,
  voidContract,
} from '../../../shared/domain/contract/prepare.ts'
import { effectiveResponsibility } from '../../../shared/domain/contract/responsibility.ts'
import { applyDiscontinuance, settleTakeover, tellSme } from '../../../shared/domain/contract/takeover.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import {
  after,
  breach,
  discontinuanceId,
  entityId,
  folded,
  laterDiscontinuanceId,
  minutes,
  otherResellerId,
  resellerId,
  sha256,
  today,
} from '../given.ts'
import { answering, attested, drafted, explanation, expiresAt, leave, nonce, revised } from './given.ts'
import { noContract, type Contract, type ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

type Decided = Result<readonly ContractEvent[], Refusal>
type Step = (contract: ExistingContract, at: Instant) => Decided

const good = { breaches: [] }
const given = { nonce, remoteSupportConsent: true, signatureSha256: sha256('2') }
const settling = { consentSha256: sha256('4'), on: today }
const entering = (right: boolean, contract: ExistingContract, at: Instant): Decided => {
  const link = codeToTry(contract, nonce, at)
  return link.ok ? ok([tryCode(link.value, right ? link.value.codesSent : null)]) : link
}
/** A discontinuance may be older than what has happened to a contract since: its record is reached later. */
const whileAgo = (at: Instant) => after(-minutes(3), at)
const steps = {
  revise: (contract) => reviseContract(contract, revised, { ...good, readsTheSame: false }),
  explain: (contract) => explainContract(contract, { explanation, explanationSha256: sha256('1') }, { today }),
  offer: (contract) => {
    const explained = 'explanation' in contract && contract.explanation !== null
    return offerContract(contract, { nonce, expiresAt }, { breaches: explained ? [] : [breach] })
  },
  withdraw: (contract) => voidContract(contract, 'withdrawn'),
  requestCode: (contract, at) => requestCode(contract, nonce, at),
  enterRightCode: (contract, at) => entering(true, contract, at),
  enterWrongCode: (contract, at) => entering(false, contract, at),
  sign: (contract, at) =>
    signContract(contract, { ...given, documentSha256: contract.deal.documentSha256 }, { ...good, at, today }),
  decline: (contract, at) => declineContract(contract, nonce, at),
  confirm: (contract, at) =>
    confirmAttestation(
      contract,
      { nonce, documentSha256: contract.deal.documentSha256, confirmationSha256: sha256('6') },
      { ...good, at },
    ),
  dispute: (contract, at) => disputeAttestation(contract, { nonce, disputeSha256: sha256('7') }, at),
  leave: (contract) => leave(contract, { on: today }),
  sellerStops: (contract, at) => ok(applyDiscontinuance(contract, { discontinuanceId, since: at })),
  sellerHasStopped: (contract, at) => ok(applyDiscontinuance(contract, { discontinuanceId, since: whileAgo(at) })),
  otherHasStopped: (contract, at) =>
    ok(
      contract.stage === 'live' && contract.holder === otherResellerId
        ? applyDiscontinuance(contract, { discontinuanceId: laterDiscontinuanceId, since: whileAgo(at) })
        : [],
    ),
  tell: (contract) => tellSme(contract, { by: 'phone', toldSha256: sha256('8') }),
  serveOn: (contract) =>
    settleTakeover(contract, { ...settling, settlement: 'servedByImplementingEntity', holder: entityId }),
  moveToEntity: (contract) =>
    settleTakeover(contract, { ...settling, settlement: 'movedToImplementingEntity', holder: entityId }),
  moveToReseller: (contract) =>
    settleTakeover(contract, { ...settling, settlement: 'movedToReseller', holder: otherResellerId }),
  endInTakeover: (contract) => settleTakeover(contract, { ...settling, settlement: 'endedBySme', holder: entityId }),
} satisfies Record<string, Step>

type Name = keyof typeof steps
const toLive: readonly Name[] = ['explain', 'offer', 'requestCode', 'enterRightCode', 'sign']
/** From several places on the way, so that the rarer ends are met as well. */
const walks = fc.record({
  begun: fc.constantFrom(drafted, attested),
  first: fc.constantFrom<readonly Name[]>(
    [],
    ['requestCode', 'enterRightCode'],
    toLive,
    [...toLive, 'sellerStops', 'tell'],
    [...toLive, 'sellerStops', 'tell', 'moveToReseller'],
  ),
  next: fc.array(fc.constantFrom(...(Object.keys(steps) as Name[])), { maxLength: 25 }),
})
type Walk = { readonly begun: ContractEvent; readonly first: readonly Name[]; readonly next: readonly Name[] }

/** What happened on a walk, and where the contract stood after each event. */
const walked = ({ begun, first, next }: Walk) => {
  const events: ContractEvent[] = []
  const states: Contract[] = []
  const takeIn = (event: ContractEvent) => {
    states.push(evolvers.contract(states.at(-1) ?? noContract, event, after(minutes(events.length))))
    events.push(event)
  }
  takeIn(begun)
  for (const name of [...first, ...next]) {
    const decision = steps[name](states.at(-1) as ExistingContract, after(minutes(events.length)))
    if (decision.ok) decision.value.forEach(takeIn)
  }
  return { events, states, contract: states.at(-1) ?? noContract }
}
const every = (check: (contract: Contract, events: readonly ContractEvent[], states: readonly Contract[]) => void) =>
  fc.assert(
    fc.property(walks, (walk) => {
      const { contract, events, states } = walked(walk)
      check(contract, events, states)
    }),
    { numRuns: 300 },
  )
/** The moments around each event: as it happens, and the millisecond before and after. */
const momentsOf = (events: readonly ContractEvent[]): readonly Instant[] =>
  [...events.keys(), events.length].flatMap((n) => [-1, 0, 1].map((ms) => after(minutes(n) + ms)))
const concluded = (contract: Contract) => (contract.stage === 'live' || contract.stage === 'ended' ? contract : null)

describe('a contract, whatever is asked of it and in whatever order', () => {
  test('has someone who answers, without gap or overlap, from signing to its end', () =>
    every((contract, events) => {
      const made = concluded(contract)
      for (const intervals of made ? [made.responsibility, made.counterparty] : []) {
        const seam = intervals.slice(1).map(({ from }, n) => intervals[n]?.until === from)
        expect(seam).not.toContain(false)
        expect(intervals.at(-1)?.until).toBe(contract.stage === 'ended' ? contract.endedAt : null)
        const born = events.findIndex(({ type }) => type === 'contract-signed')
        expect(intervals.at(0)?.from).toBe(born < 0 ? '2026-08-31T15:00:00.000Z' : after(minutes(born)))
      }
    }))

  test('has exactly one who answers and one who is party to it, at every moment of its life and at no other', () =>
    every((contract, events) => {
      const made = concluded(contract)
      const from = made?.entry === 'attested' ? '2026-08-31T15:00:00.000Z' : made?.liveAt
      const alive = (at: Instant) => from !== undefined && from <= at && (made?.stage !== 'ended' || at < made.endedAt)
      for (const at of made ? momentsOf(events) : []) {
        expect(answering(made?.responsibility ?? [], at)).toHaveLength(alive(at) ? 1 : 0)
        expect(answering(made?.counterparty ?? [], at)).toHaveLength(alive(at) ? 1 : 0)
      }
    }))

  test('has as its party only who sold it, or who it moved to with consent', () =>
    every((contract, events) => {
      const moves = events.flatMap((event) =>
        event.type === 'takeover-settled' && event.settlement.startsWith('moved') ? [event] : [],
      )
      expect(moves.filter(({ consentSha256 }) => consentSha256 === null)).toEqual([])
      const parties = concluded(contract)?.counterparty.map(({ party }) => party) ?? []
      const told = [resellerId, ...moves.map(({ holder }) => holder)]
      // A move to who is party to it already moves nothing.
      const expected = told.filter((party, n) => party !== told[n - 1])
      expect(parties).toEqual(parties.length > 0 ? expected : [])
    }))

  test('is answered for by the implementing entity while a takeover is open', () =>
    every((contract) => {
      const open = contract.stage === 'live' && contract.takeover && contract.takeover.stage !== 'settled'
      const answers = concluded(contract)?.responsibility.at(-1)?.party
      expect(open ? answers : entityId).toBe(entityId)
    }))

  test('is answered for by its holder otherwise, unless the SME left in a takeover', () =>
    every((contract) => {
      const made = concluded(contract)
      const calm = made && (!made.takeover || made.takeover.stage === 'settled')
      const left = made?.takeover?.settlement === 'endedBySme'
      expect(calm && !left ? made.responsibility.at(-1)?.party : made?.holder).toBe(made?.holder)
    }))

  test('is void or ended for good', () =>
    every((contract, events) => {
      const last = events.findIndex(({ type }) => type === 'contract-voided' || type === 'contract-ended')
      expect(last < 0 ? events.length : last + 1).toBe(events.length)
      expect(contract.stage === 'void' || contract.stage === 'ended').toBe(last >= 0)
    }))

  test('never takes in an event without a trace', () =>
    every((_, _events, states) => {
      expect(states.filter((state, n) => state === states[n - 1])).toEqual([])
    }))

  test('is what its ledger folds to', () =>
    every((contract, events) => {
      expect(folded('contract', events)).toEqual(contract)
    }))

  test('shows the same answer before and after a further discontinuance reaches it', () =>
    every((contract) => {
      const made = contract.stage === 'live' ? contract : null
      const since = after(minutes(1_000))
      const governing = {
        owner: made?.holder ?? entityId,
        entityId,
        discontinued: { since, discontinuanceId: laterDiscontinuanceId },
      }
      const open = made?.takeover && made.takeover.stage !== 'settled'
      const reached =
        made && !open && folded('contract', [{ type: 'takeover-opened', ...governing.discontinued, late: false }], made)
      const stored = reached && reached.stage === 'live' ? reached.responsibility : []
      expect(made && !open ? effectiveResponsibility(made.responsibility, governing) : []).toEqual(stored)
    }))

  test('comes to every stage in these walks', () => {
    const drawn = fc.sample(walks, { numRuns: 500, seed: 7 }).map((walk) => walked(walk).contract)
    expect(new Set(drawn.map(({ stage }) => stage))).toEqual(new Set(['drafted', 'offered', 'live', 'ended', 'void']))
    const settlements = new Set(drawn.map((contract) => concluded(contract)?.takeover?.settlement))
    expect(settlements.size).toBe(6)
    expect(drawn.some((contract) => (concluded(contract)?.counterparty.length ?? 0) > 1)).toBe(true)
    expect(drawn.some((contract) => (concluded(contract)?.earlierTakeovers.length ?? 0) > 0)).toBe(true)
    const confirmations = drawn.map((contract) => concluded(contract)?.confirmation.stage)
    expect(new Set(confirmations)).toEqual(new Set([undefined, 'given', 'awaiting', 'confirmed', 'disputed']))
  })
})
