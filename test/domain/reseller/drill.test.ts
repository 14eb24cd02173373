import { describe, expect, test } from 'vitest'
import {
  drillDueOn,
  emptyTally,
  rehearseContract,
  tallied,
  type Beside,
} from '../../../shared/domain/reseller/drill.ts'
import { handoverCodes, handoverStages, type HandoverStage } from '../../../shared/domain/reseller/handover.ts'
import {
  attestation,
  contractAfter,
  disputed,
  drafted,
  ended,
  liveAfter,
  opened,
  revised,
  toOffer,
  toSign,
} from '../contract/given.ts'
import { day, discontinuanceId, sha256, start } from '../given.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const takeover = { discontinuanceId, since: start }
const beside: Beside = {
  policyholder: 'implementingEntity',
  letterReturned: false,
  handover: Object.fromEntries(handoverCodes.map((code) => [code, 'current'])) as Beside['handover'],
}
const without = (code: (typeof handoverCodes)[number], stage: HandoverStage): Beside => ({
  ...beside,
  handover: { ...beside.handover, [code]: stage },
})
const consented: ContractEvent = { type: 'consent-given', kind: 'positionTransfer', receiptSha256: sha256('5') }
const sound = liveAfter(...toSign, consented)
const withDeal = (more: Partial<ContractRevision>) => ({ ...sound, deal: { ...sound.deal, ...more } })
const rehearse = (contract: Parameters<typeof rehearseContract>[0], more: Partial<Beside> = {}) =>
  rehearseContract(contract, { ...beside, ...more }, takeover)

describe('a drill, of one contract', () => {
  test('decides as the takeover does: what lives is taken over, what is prepared void, what is over left alone', () => {
    expect(rehearse(sound).fate).toBe('takenOver')
    expect(rehearse(contractAfter(drafted)).fate).toBe('voided')
    expect(rehearse(contractAfter(...toOffer)).fate).toBe('voided')
    expect(rehearse(contractAfter(...toSign, ended))).toEqual({ fate: 'leftAlone', weaknesses: [], gaps: [] })
  })

  test('leaves a contract alone that has its takeover already', () => {
    const taken = liveAfter(...toSign, opened)
    expect(rehearse(taken)).toEqual({ fate: 'leftAlone', weaknesses: [], gaps: [] })
  })

  test('finds nothing where nothing is wrong', () =>
    expect(rehearse(sound)).toEqual({ fate: 'takenOver', weaknesses: [], gaps: [] }))

  test.each([
    ['nothing', false, ['noContact'], []],
    ['phone', false, ['noMail'], []],
    ['mail', true, ['lettersReturned'], []],
    ['both', true, ['lettersReturned'], []],
    ['nothing', true, ['noContact'], []],
  ] as const)('with a contact by %s, letter returned: %s', (noticeBy, letterReturned, weak, gaps) =>
    expect(rehearse(withDeal({ noticeBy }), { letterReturned })).toMatchObject({ weaknesses: weak, gaps }),
  )

  test('leaves an SME without contact only where no way is left, and no list of contacts is in hand', () => {
    const reached = (noticeBy: ContractRevision['noticeBy'], letterReturned: boolean, stage: HandoverStage) =>
      !rehearse(withDeal({ noticeBy }), { ...without('contactList', stage), letterReturned }).gaps.includes('contact')
    expect(handoverStages.map((stage) => reached('nothing', false, stage))).toEqual([false, false, true, true])
    expect(reached('mail', true, 'missing')).toBe(false)
    expect(reached('mail', false, 'missing')).toBe(true)
    expect(reached('both', true, 'missing')).toBe(true)
  })

  test('leaves it unwatched where nobody else gets at the devices; an endpoint type has none to stand about', () => {
    const unwatched = (code: 'credentialsCustody' | 'deviceInventory', type: ContractRevision['monitoringType']) =>
      handoverStages.map((stage) => rehearse(withDeal({ monitoringType: type }), without(code, stage)).gaps.length > 0)
    expect(unwatched('credentialsCustody', 'endpoint')).toEqual([true, true, false, false])
    expect(unwatched('deviceInventory', 'network')).toEqual([true, true, false, false])
    expect(unwatched('deviceInventory', 'combined')).toEqual([true, true, false, false])
    expect(unwatched('deviceInventory', 'endpoint')).toEqual([false, false, false, false])
  })

  test('leaves it uninsured where the reseller is the policyholder, and only then', () => {
    expect(rehearse(sound, { policyholder: 'reseller' })).toMatchObject({
      weaknesses: ['insuredByReseller'],
      gaps: ['insurance'],
    })
    expect(rehearse(sound, { policyholder: 'sme' }).gaps).toEqual([])
  })

  test('sees what the SME has not said or confirmed, and what is under way', () => {
    expect(rehearse(liveAfter(...toSign)).weaknesses).toEqual(['noAdvanceConsent'])
    const attested = liveAfter({ type: 'contract-attested', ...attestation }, consented)
    expect(rehearse(attested).weaknesses).toEqual(['notConfirmed'])
    const doubted = liveAfter({ type: 'contract-attested', ...attestation }, consented, disputed)
    expect(rehearse(doubted).weaknesses).toEqual(['notConfirmed'])
    const leaving = { ...sound, leaving: { on: sound.deal.endOn, confirmed: false } as never }
    expect(rehearse(leaving).weaknesses).toEqual(['underWay'])
    const changing = { ...sound, proposal: { kind: 'amendment', deal: revised } as never }
    expect(rehearse(changing).weaknesses).toEqual(['underWay'])
  })

  test('is counted: each contract once, each of its gaps by itself', () => {
    const found = [
      rehearse(withDeal({ noticeBy: 'nothing' }), { ...without('contactList', 'missing'), policyholder: 'reseller' }),
      rehearse(contractAfter(drafted)),
      rehearse(contractAfter(...toSign, ended)),
      rehearse(sound),
      rehearse(sound),
    ]
    expect(found.reduce(tallied, emptyTally)).toEqual({
      contracts: 3,
      voided: 1,
      wouldGap: 1,
      gaps: { monitoring: 0, contact: 1, insurance: 1 },
      weak: { ...emptyTally.weak, noContact: 1, insuredByReseller: 1 },
    })
  })
})

describe('another drill', () => {
  test('is asked for from the ninety-first day after the last on, and where there was none', () => {
    const last = { on: day('2026-10-01') }
    expect(['2026-10-01', '2026-12-30', '2026-12-31'].map((on) => drillDueOn(last, day(on)))).toEqual([
      false,
      false,
      true,
    ])
    expect(drillDueOn(undefined, day('2026-10-01'))).toBe(true)
  })
})
