import { describe, expect, test } from 'vitest'
import { receiptInForce } from '../../../shared/domain/contract/consent.ts'
import { type Settlement, consentKinds, type ConsentKind } from '../../../shared/domain/contract/contract-words.ts'
import { movesByAdvanceConsent, settleTakeover } from '../../../shared/domain/contract/takeover.ts'
import {
  after,
  entityId,
  laterDiscontinuanceId,
  minutes,
  otherResellerId,
  refusalOf,
  resellerId,
  sha256,
  today,
} from '../given.ts'
import { contractAfter, drafted, ended, concludedAfter, liveAfter, opened, settled, told, toSign } from './given.ts'
import type { LiveContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const receipt = sha256('a')
const given = (kind: ConsentKind = 'positionTransfer', receiptSha256 = receipt) =>
  ({ type: 'consent-given', kind, receiptSha256 }) as const
const withdrawn = (kind: ConsentKind = 'positionTransfer') =>
  ({ type: 'consent-withdrawn', kind, receiptSha256: sha256('b') }) as const
const toSettle = (...words: readonly ContractEvent[]) => liveAfter(...toSign, ...words, opened, told)

const settle = (
  contract: LiveContract,
  settlement: Settlement = 'movedToImplementingEntity',
  more: { readonly consentSha256?: string | null; readonly advanceSha256?: string | null } = {},
) =>
  settleTakeover(contract, {
    settlement,
    holder: settlement === 'movedToReseller' ? otherResellerId : entityId,
    consentSha256: null,
    advanceSha256: receipt,
    on: today,
    ...more,
  })
const needsWord = { kind: 'incomplete', what: 'consent', missing: [{ code: 'consent' }] }

describe('民法539条の2: a consent in advance to the transfer of the contract', () => {
  test('moves it to the implementing entity without another word, by its receipt', () =>
    expect(settle(toSettle(given()))).toEqual({
      ok: true,
      value: [
        {
          type: 'takeover-settled',
          settlement: 'movedToImplementingEntity',
          holder: entityId,
          consentSha256: receipt,
        },
      ],
    }))
  test('moves it as well where it was given after the SME was told, or given again', () => {
    expect(settle(liveAfter(...toSign, opened, told, given())).ok).toBe(true)
    expect(settle(toSettle(given(), withdrawn(), given())).ok).toBe(true)
  })
  test('moves nothing where it was taken back one moment before', () =>
    expect(refusalOf(settle(liveAfter(...toSign, given(), opened, told, withdrawn())))).toMatchObject(needsWord))
  test.each([
    ['was never given', []],
    ['is to something else', [given('remoteSupport'), given('foreignPersonalData')]],
  ] as const)('moves nothing where it %s', (_, words) =>
    expect(refusalOf(settle(toSettle(...words)))).toMatchObject(needsWord),
  )
  test('moves nothing where the ledger holds no receipt of it', () => {
    expect(refusalOf(settle(toSettle(given()), undefined, { advanceSha256: null }))).toMatchObject(needsWord)
  })
  test.each(['movedToReseller', 'endedBySme'] as const)('never suffices for %s', (settlement) =>
    expect(refusalOf(settle(toSettle(given()), settlement))).toMatchObject(needsWord),
  )
  test('names nobody but the seller as the one who stops: a contract that has moved is asked about again', () => {
    const moved = [opened, told, settled('movedToReseller', otherResellerId)]
    const again = { ...opened, discontinuanceId: laterDiscontinuanceId, since: after(minutes(60)) }
    const contract = liveAfter(...toSign, given(), ...moved, again, told)
    expect(contract.counterparty.map(({ party }) => party)).toEqual([resellerId, otherResellerId])
    expect(refusalOf(settle(contract))).toMatchObject(needsWord)
  })
  test('gives way to a word of its own, and is no part of serving on', () => {
    const consentSha256 = (...asked: Parameters<typeof settle>) => {
      const decided = settle(...asked)
      return decided.ok && decided.value[0]?.type === 'takeover-settled' && decided.value[0].consentSha256
    }
    const ready = toSettle(given())
    expect(consentSha256(ready, undefined, { consentSha256: sha256('4') })).toBe(sha256('4'))
    expect(consentSha256(ready, 'servedByImplementingEntity')).toBeNull()
  })
  test('is asked about where it can count, and nowhere else', () => {
    const move = 'movedToImplementingEntity'
    expect(movesByAdvanceConsent(toSettle(given()), move)).toBe(true)
    expect(movesByAdvanceConsent(toSettle(given()), 'servedByImplementingEntity')).toBe(false)
    expect(movesByAdvanceConsent(contractAfter(drafted), move)).toBe(false)
    expect(movesByAdvanceConsent(concludedAfter(...toSign, given(), ended), move)).toBe(false)
  })
})

describe('the receipt by which a consent stands', () => {
  test.each(consentKinds)('%s: the last one, unless it was taken back since', (kind) => {
    const others = consentKinds.filter((one) => one !== kind)
    const again = sha256('c')
    expect(receiptInForce([], kind)).toBeNull()
    expect(
      receiptInForce(
        others.map((one) => given(one)),
        kind,
      ),
    ).toBeNull()
    expect(receiptInForce([given(kind), ...others.map((one) => withdrawn(one))], kind)).toBe(receipt)
    expect(receiptInForce([given(kind), withdrawn(kind)], kind)).toBeNull()
    expect(receiptInForce([given(kind), withdrawn(kind), given(kind, again)], kind)).toBe(again)
  })
})
