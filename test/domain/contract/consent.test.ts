import { describe, expect, test } from 'vitest'
import {
  consentIn,
  giveConsent,
  isGiven,
  labelOfConsent,
  textOfConsent,
  withConsent,
  withdrawConsent,
} from '../../../shared/domain/contract/consent.ts'
import { consentKinds, type ConsentKind } from '../../../shared/domain/contract/contract-words.ts'
import { after, minutes, refusalOf, sha256 } from '../given.ts'
import { attestedWithoutLink, concludedAfter, contractAfter, drafted, ended, liveAfter, toSign } from './given.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const receiptSha256 = sha256('9')
const given = (kind: ConsentKind) => ({ type: 'consent-given', kind, receiptSha256 }) as const satisfies ContractEvent
const withdrawn = (kind: ConsentKind) =>
  ({ type: 'consent-withdrawn', kind, receiptSha256 }) as const satisfies ContractEvent
const none = liveAfter(attestedWithoutLink)

describe('a consent', () => {
  test.each(consentKinds)('%s is given, withdrawn and given again, each time with its receipt', (kind) => {
    expect(giveConsent(none, { kind, receiptSha256 })).toEqual({ ok: true, value: [given(kind)] })
    const once = liveAfter(attestedWithoutLink, given(kind))
    expect(once.consents).toEqual([{ kind, stage: 'given', at: after(minutes(1)) }])
    expect(withdrawConsent(once, { kind, receiptSha256 })).toEqual({ ok: true, value: [withdrawn(kind)] })
    const back = liveAfter(attestedWithoutLink, given(kind), withdrawn(kind))
    expect(back.consents).toEqual([{ kind, stage: 'withdrawn', at: after(minutes(2)) }])
    expect(giveConsent(back, { kind, receiptSha256 }).ok).toBe(true)
  })
  test.each(consentKinds)('%s is not given twice, and not withdrawn where it was not given', (kind) => {
    const once = liveAfter(attestedWithoutLink, given(kind))
    expect(refusalOf(giveConsent(once, { kind, receiptSha256 }))).toEqual({ kind: 'already-exists', what: 'consent' })
    const needs = { kind: 'wrong-stage', what: 'consent', needs: ['given'] }
    expect(refusalOf(withdrawConsent(none, { kind, receiptSha256 }))).toEqual({ ...needs, stage: 'none' })
    const back = liveAfter(attestedWithoutLink, given(kind), withdrawn(kind))
    expect(refusalOf(withdrawConsent(back, { kind, receiptSha256 }))).toEqual({ ...needs, stage: 'withdrawn' })
  })
  test('stands on its own: another is neither given nor taken with it', () => {
    for (const kind of consentKinds) {
      const { consents } = liveAfter(attestedWithoutLink, ...consentKinds.map(given), withdrawn(kind))
      expect(consents.filter(({ stage }) => stage === 'given').map((one) => one.kind)).toEqual(
        consentKinds.filter((other) => other !== kind),
      )
      for (const other of consentKinds)
        expect(isGiven(liveAfter(attestedWithoutLink, given(kind)).consents, other)).toBe(other === kind)
    }
  })
  test('is kept in the order of the kinds, whatever the order they came in', () => {
    const { consents } = liveAfter(attestedWithoutLink, ...[...consentKinds].reverse().map(given))
    expect(consents.map(({ kind }) => kind)).toEqual(consentKinds)
    expect(consentIn(consents, 'positionTransfer')).toEqual({
      kind: 'positionTransfer',
      stage: 'given',
      at: after(minutes(2)),
    })
    expect(consentIn([], 'positionTransfer')).toBeNull()
    expect(withConsent([], { kind: 'remoteSupport', stage: 'withdrawn', at: after(0) })).toHaveLength(1)
  })
  test('given on signing is withdrawn like any other', () => {
    const signed = liveAfter(...toSign)
    expect(refusalOf(giveConsent(signed, { kind: 'remoteSupport', receiptSha256 }))).toMatchObject({
      kind: 'already-exists',
    })
    expect(withdrawConsent(signed, { kind: 'remoteSupport', receiptSha256 }).ok).toBe(true)
  })
  test('is of a contract that lives, and stays on record when it ends', () => {
    const over = concludedAfter(...toSign, ended)
    for (const contract of [contractAfter(drafted), over]) {
      const stage = { kind: 'wrong-stage', what: 'contract', stage: contract.stage, needs: ['live'] }
      expect(refusalOf(giveConsent(contract, { kind: 'positionTransfer', receiptSha256 }))).toEqual(stage)
      expect(refusalOf(withdrawConsent(contract, { kind: 'remoteSupport', receiptSha256 }))).toEqual(stage)
    }
    expect(isGiven(over.consents, 'remoteSupport')).toBe(true)
  })
})

describe('what an SME is shown before it consents', () => {
  const about = { serviceName: 'みまもり網', implementingEntity: '架空社', seller: '架空販売', abroad: null }
  const abroad = { countryName: 'ドイツ', regime: 'GDPR', measures: '契約' }

  test.each(consentKinds)('%s says that it can be taken back', (kind) => {
    const text = textOfConsent(kind, { ...about, abroad }).join('')
    expect(text).toContain('いつでも撤回できます')
    expect(text).toContain('みまもり網')
    expect(labelOfConsent[kind].ja).not.toBe('')
    expect(labelOfConsent[kind].en).not.toBe('')
  })
  test('remote support: asked each time, and help on site all the same', () =>
    expect(textOfConsent('remoteSupport', about)).toEqual([
      'みまもり網の緊急時の対応支援を、リモートで行うことに同意します。',
      '実際にリモートで支援するときは、そのつど、始める前にご意向を確かめます。',
      '同意はいつでも撤回できます。撤回しても、駆付け支援は受けられます。',
    ]))
  test('a transfer: from whom, to whom, and who answers anyway', () =>
    expect(textOfConsent('positionTransfer', about)).toEqual([
      '架空販売がみまもり網の提供を続けられなくなったときは、契約の相手方を架空社に移すことを、あらかじめ承諾します（民法539条の2）。',
      '承諾の有無にかかわらず、サービスについての責任は、その時から実施主体が負います。',
      '承諾はいつでも撤回できます。撤回した後に相手方を移すときは、改めてお尋ねします。',
    ]))
  test('data abroad: the country, its regime and the measures, all three', () =>
    expect(textOfConsent('foreignPersonalData', { ...about, abroad })).toEqual([
      'みまもり網のために、従業者等の個人データを、外国にある第三者へ提供することに同意します（個人情報保護法28条）。',
      '提供先の国：ドイツ',
      'その国の個人情報の保護に関する制度：GDPR',
      '提供先が講じる措置：契約',
      '同意はいつでも撤回できます。',
    ]))
  test('data abroad of which nothing is known leaves its places empty, and never says undefined', () =>
    expect(textOfConsent('foreignPersonalData', about).slice(1, 4)).toEqual([
      '提供先の国：',
      'その国の個人情報の保護に関する制度：',
      '提供先が講じる措置：',
    ]))
})
