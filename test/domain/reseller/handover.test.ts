import { describe, expect, test } from 'vitest'
import { daysAfter } from '../../../shared/domain/plain-date.ts'
import {
  handoverCodes,
  handoverOf,
  handoverOn,
  stageOfHandover,
  supplyHandover,
  type HandoverItem,
} from '../../../shared/domain/reseller/handover.ts'
import { day, refusalOf, sha256 } from '../given.ts'
import { active, discontinued } from './given.ts'
import type { ResellerEvent } from '../../../shared/domain/reseller/states.ts'

const today = day('2026-10-15')
const item = (more: Partial<HandoverItem> = {}): HandoverItem => ({
  code: 'contactList',
  asOf: day('2026-10-01'),
  keptBy: 'implementingEntity',
  suppliedBy: 'reseller',
  sha256: sha256('c'),
  paper: 9,
  ...more,
})
const supplied = (more: Partial<HandoverItem> = {}): ResellerEvent => ({ type: 'handover-supplied', ...item(more) })
const supply = (one: HandoverItem, hasEvidence = true) => supplyHandover(one, { hasEvidence, today })

describe('a handover item', () => {
  test.each(handoverCodes)('%s: its last day is still good, the day after is not', (code) => {
    const asOf = day('2026-10-01')
    const last = daysAfter(asOf, handoverOf[code].goodForDays)
    expect(stageOfHandover(item({ code, asOf }), last)).toBe('current')
    expect(stageOfHandover(item({ code, asOf }), daysAfter(last, 1))).toBe('stale')
  })

  test('is missing until it was supplied, and out of reach while only the reseller has it', () => {
    expect(stageOfHandover(undefined, today)).toBe('missing')
    expect(stageOfHandover(item({ keptBy: 'reseller' }), today)).toBe('outOfReach')
    expect(stageOfHandover(item({ keptBy: 'thirdParty' }), today)).toBe('current')
  })

  test('says that clause and days are our reading', () => {
    for (const code of handoverCodes) expect(handoverOf[code].ourReading.ja).toMatch(/^当社解釈：/)
  })
})

describe('supplying', () => {
  test('is for whoever has the duty, and for the implementing entity always', () => {
    for (const code of handoverCodes) {
      const { duty } = handoverOf[code]
      expect(supply(item({ code, suppliedBy: 'implementingEntity' })).ok).toBe(true)
      expect(supply(item({ code, suppliedBy: 'reseller' })).ok).toBe(duty === 'reseller')
    }
    expect(refusalOf(supply(item({ code: 'insuranceCertificates' })))).toEqual({
      kind: 'does-not-fit',
      what: 'code',
      given: 'insuranceCertificates',
      needs: 'supplied by the implementingEntity',
    })
  })

  test('takes a state of today, and none of tomorrow', () => {
    expect(supply(item({ asOf: today })).ok).toBe(true)
    expect(refusalOf(supply(item({ asOf: daysAfter(today, 1) })))).toEqual({
      kind: 'out-of-order',
      what: 'asOf',
      given: today,
      notBefore: daysAfter(today, 1),
    })
  })

  test('needs a file or a custodian, and keeps what was said of it', () => {
    for (const suppliedBy of ['reseller', 'implementingEntity'] as const)
      expect(refusalOf(supply(item({ suppliedBy }), false))).toMatchObject({
        kind: 'incomplete',
        what: 'handover',
        missing: [{ code: 'evidence', suppliedBy, why: { ja: expect.stringContaining('保管者') } }],
      })
    expect(supply(item())).toEqual({ ok: true, value: [supplied()] })
  })

  test('again replaces it, keeps the order of the list, and works after the reseller stopped', () => {
    const later = item({ asOf: day('2026-10-10') })
    const after = active(supplied({ code: 'supportHistory' }), supplied(), discontinued, {
      type: 'handover-supplied',
      ...later,
    })
    expect(after.handover).toEqual([later, item({ code: 'supportHistory' })])
    expect(handoverOn(after, today)).toEqual({
      contactList: 'current',
      deviceInventory: 'missing',
      credentialsCustody: 'missing',
      insuranceCertificates: 'missing',
      openIncidents: 'missing',
      supportHistory: 'current',
    })
  })

  test('leaves a reseller as it was where nothing ever was supplied', () =>
    expect(active()).not.toHaveProperty('handover'))
})
