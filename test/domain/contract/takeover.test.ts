import { describe, expect, test } from 'vitest'
import {
  applyDiscontinuance,
  sendNoticeAgain,
  settleTakeover,
  takeoverIn,
  tellSme,
} from '../../../shared/domain/contract/takeover.ts'
import {
  after,
  contractOf,
  discontinuanceId,
  entityId,
  folded,
  kept,
  laterDiscontinuanceId,
  minutes,
  otherResellerId,
  refusalOf,
  resellerId,
  sha256,
  today,
} from '../given.ts'
import {
  concludedAfter,
  contractAfter,
  deal,
  drafted,
  ended,
  explained,
  leave,
  liveAfter,
  offered,
  settled,
  signed,
  told,
  toOpen,
  toSign,
  toTakeOver,
} from './given.ts'
import { noContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const since = after(minutes(30))
const reaching = { discontinuanceId, since }

describe('第2章1.(10) a reseller stops', () => {
  test('all 37 live contracts get their takeover, and the implementing entity answers from one instant', () => {
    const portfolio = Array.from({ length: 37 }, (_, n) => {
      const one = { ...drafted, deal: { ...deal, contractId: contractOf(n) } }
      return contractAfter(one, explained, offered, { type: 'signing-code-requested' }, signed)
    })
    const reached = portfolio.map((contract) =>
      kept(folded('contract', applyDiscontinuance(contract, reaching), contract)),
    )
    const taken = reached.map((contract) => contract.stage === 'live' && contract.responsibility.at(-1))
    expect(taken).toEqual(portfolio.map(() => ({ party: entityId, from: since, until: null })))
  })

  test.each([
    ['a draft', [drafted]],
    ['an offer', [drafted, explained, offered]],
    ['an offer that was entered', toOpen],
  ] as const)('%s is void', (_, events) => {
    const decided = applyDiscontinuance(contractAfter(...events), reaching)
    expect(decided).toEqual([{ type: 'contract-voided', reason: 'sellerDiscontinued' }])
  })

  test('asked twice, nothing changes', () => {
    const live = liveAfter(...toSign)
    const once = kept(folded('contract', applyDiscontinuance(live, reaching), live))
    expect(applyDiscontinuance(once, reaching)).toEqual([])
  })

  test('a paper contract that turns up afterwards is marked late', () => {
    const [event] = applyDiscontinuance(liveAfter(...toSign), { ...reaching, late: true })
    expect(event).toEqual({ type: 'takeover-opened', ...reaching, late: true })
    expect(liveAfter(...toSign, event as ContractEvent).takeover).toMatchObject({ late: true, stage: 'opened' })
  })

  test('a contract that was settled is taken over again when its new holder stops too', () => {
    const moved = liveAfter(...toTakeOver, told, settled('movedToReseller', otherResellerId))
    const again = { discontinuanceId: laterDiscontinuanceId, since: after(minutes(60)) }
    const [event] = applyDiscontinuance(moved, again)
    expect(event).toEqual({ type: 'takeover-opened', ...again, late: false })
    const contract = kept(folded('contract', [event as ContractEvent], moved))
    expect(contract).toMatchObject({
      takeover: { discontinuanceId: laterDiscontinuanceId, stage: 'opened', settlement: null },
      earlierTakeovers: [{ discontinuanceId, stage: 'settled', settlement: 'movedToReseller' }],
      responsibility: [{ party: resellerId }, { party: entityId }, { party: otherResellerId }, { party: entityId }],
    })
  })
})

describe('the takeover of a contract in a case', () => {
  const moved = liveAfter(...toTakeOver, told, settled('movedToReseller', otherResellerId))
  const again = kept(
    folded(
      'contract',
      applyDiscontinuance(moved, { discontinuanceId: laterDiscontinuanceId, since: after(minutes(60)) }),
      moved,
    ),
  )

  test('is found, the present one and the one before', () => {
    expect(takeoverIn(laterDiscontinuanceId, again)).toMatchObject({ stage: 'opened' })
    expect(takeoverIn(discontinuanceId, again)).toMatchObject({ stage: 'settled' })
    expect(applyDiscontinuance(again, reaching)).toEqual([])
  })
  test('is found after the contract ended', () => {
    const gone = concludedAfter(...toTakeOver, told, settled('endedBySme', resellerId), ended)
    expect(takeoverIn(discontinuanceId, gone)).toMatchObject({ settlement: 'endedBySme' })
    expect(takeoverIn(laterDiscontinuanceId, gone)).toBeNull()
  })
  test.each([
    ['nothing', noContract],
    ['an offer', contractAfter(drafted, explained, offered)],
    ['a contract that goes on', liveAfter(...toSign)],
  ])('is none of %s', (_, contract) => expect(takeoverIn(discontinuanceId, contract)).toBeNull())
})

describe('telling the SME', () => {
  test.each([
    ['mail', null],
    ['phone', sha256('8')],
    ['post', sha256('8')],
    ['visit', sha256('8')],
  ] as const)('by %s is on record, with its paper where a person told: %j', (by, toldSha256) =>
    expect(tellSme(liveAfter(...toTakeOver), { by, toldSha256 })).toEqual({
      ok: true,
      value: [{ type: 'takeover-told', by, toldSha256 }],
    }),
  )
  test('again changes nothing else', () =>
    expect(liveAfter(...toTakeOver, told, { ...told, by: 'visit' })).toEqual(liveAfter(...toTakeOver, told)))
  test('a settled one is refused', () => {
    const served = liveAfter(...toTakeOver, told, settled('servedByImplementingEntity', entityId))
    expect(refusalOf(tellSme(served, { by: 'mail', toldSha256: null }))).toEqual({
      kind: 'wrong-stage',
      what: 'takeover',
      stage: 'settled',
      needs: ['opened', 'told'],
    })
  })
})

describe('a contract that ended in its takeover', () => {
  const gone = concludedAfter(...toTakeOver, told, settled('endedBySme', resellerId), ended)

  test('is neither told of, written to again nor settled', () => {
    const serve = {
      settlement: 'servedByImplementingEntity',
      holder: entityId,
      consentSha256: null,
      on: today,
    } as const
    for (const one of [tellSme(gone, { by: 'mail', toldSha256: null }), sendNoticeAgain(gone, { addressSha256: null })])
      expect(refusalOf(one)).toMatchObject({ what: 'takeover', stage: 'ended' })
    expect(refusalOf(settleTakeover(gone, serve))).toMatchObject({ what: 'contract', stage: 'ended', needs: ['live'] })
  })
})

describe('settling', () => {
  const ready = liveAfter(...toTakeOver, told)
  const by = (settlement: Parameters<typeof settleTakeover>[1]['settlement'], consentSha256: string | null) =>
    settleTakeover(ready, { settlement, holder: entityId, consentSha256, on: today })

  test('waits until the SME was told', () =>
    expect(
      refusalOf(
        settleTakeover(liveAfter(...toTakeOver), {
          settlement: 'servedByImplementingEntity',
          holder: entityId,
          consentSha256: null,
          on: today,
        }),
      ),
    ).toEqual({ kind: 'wrong-stage', what: 'takeover', stage: 'opened', needs: ['told'] }))

  test.each([
    ['servedByImplementingEntity', null],
    ['servedByImplementingEntity', sha256('4')],
    ['movedToImplementingEntity', sha256('4')],
    ['movedToReseller', sha256('4')],
  ] as const)('%s is possible, and keeps who serves and the consent: %j', (settlement, consentSha256) =>
    expect(by(settlement, consentSha256)).toEqual({
      ok: true,
      value: [{ type: 'takeover-settled', settlement, holder: entityId, consentSha256 }],
    }),
  )
  test('waits for the telling even where the word of the SME is missing too', () => {
    const settling = { settlement: 'movedToReseller', holder: entityId, consentSha256: null, on: today } as const
    expect(refusalOf(settleTakeover(liveAfter(...toTakeOver), settling))).toMatchObject({ kind: 'wrong-stage' })
  })

  test.each(['movedToImplementingEntity', 'movedToReseller', 'endedBySme'] as const)(
    '%s needs the word of the SME',
    (settlement) => {
      expect(refusalOf(by(settlement, null))).toMatchObject({
        kind: 'incomplete',
        what: 'consent',
        missing: [
          {
            code: 'consent',
            suppliedBy: 'implementingEntity',
            why: { ja: expect.stringContaining('民法539条の2'), en: expect.stringContaining('539-2') },
          },
        ],
      })
      expect(by(settlement, sha256('4')).ok).toBe(true)
    },
  )

  test('ended by the SME settles and ends at once, and the holder stays who it was', () =>
    expect(by('endedBySme', sha256('4'))).toEqual({
      ok: true,
      value: [
        { type: 'takeover-settled', settlement: 'endedBySme', holder: resellerId, consentSha256: sha256('4') },
        {
          type: 'contract-ended',
          on: today,
          ending: 'endedInTakeover',
          wordSha256: sha256('4'),
          penaltyExTaxYen: 0,
        },
      ],
    }))

  test('an SME that cancels inside a takeover settles it as well', () => {
    const decision = leave(ready, { on: today })
    const contract = concludedAfter(...toTakeOver, told, ...(decision.ok ? decision.value : []))
    expect(contract).toMatchObject({
      stage: 'ended',
      ending: 'endedInTakeover',
      takeover: { stage: 'settled', settlement: 'endedBySme' },
    })
  })
  test('one that cancels afterwards just leaves', () => {
    const served = liveAfter(...toTakeOver, told, settled('servedByImplementingEntity', entityId))
    const decision = leave(served, { on: today, penaltyExTaxYen: 9_800 })
    expect(decision.ok && decision.value.at(-1)).toEqual({
      type: 'contract-ended',
      on: today,
      ending: 'cancelledBySme',
      wordSha256: sha256('5'),
      penaltyExTaxYen: 9_800,
    })
  })
})
