import { describe, expect, test } from 'vitest'
import { differencesBetween, partingFrom, samePartiesIn } from '../../../shared/domain/contract/differences.ts'
import { disclosureItemCodes, labelOfItem } from '../../../shared/domain/disclosure-items.ts'
import { compileDisclosure } from '../../../shared/domain/contract/disclosure.ts'
import { day, otherResellerId } from '../given.ts'
import { sampleFacts, sme, source, terms } from './given-disclosure.ts'

const facts = sampleFacts('NET')
const text = (changed: Parameters<typeof source>[1] = {}) => compileDisclosure(source(facts, changed))
const changedCodes = (changed: Parameters<typeof source>[1]) =>
  differencesBetween(text(), text(changed)).map(({ code }) => code)

describe('what reads differently in two texts', () => {
  test('is nothing where only the number, the signing person or the size of the firm is another', () => {
    const signatory = { name: '佐藤 一', title: '社長', mail: 'sato@sme.example.jp', phone: '090-0000-0001' }
    expect(changedCodes({ revision: 2, sme: { ...sme, signatory, employees: 13 } })).toEqual([])
  })
  test('is the item, as it read and as it reads', () =>
    expect(differencesBetween(text(), text({ terms: { ...terms, monthlyFeeExTaxYen: 12_000 } }))).toEqual([
      {
        code: 'monthlyFee',
        label: labelOfItem.monthlyFee,
        before: ['月額9,800円（税抜）', '対象の端末：5台'],
        after: ['月額12,000円（税抜）', '対象の端末：5台'],
      },
    ]))
  test('is each of them, in the order people read them', () => {
    const more = { ...terms, termMonths: 24, endOn: day('2028-10-14'), monthlyFeeExTaxYen: 1, initialFeeParts: [] }
    const shown = { ...sme, noticeContact: { mail: null, phone: '03-0000-1000' } }
    expect(changedCodes({ terms: more, sme: shown })).toEqual(['initialFee', 'monthlyFee', 'term', 'noticeContact'])
  })
  test('is an item that one of them lacks, and a line that moved', () => {
    const [first, ...others] = disclosureItemCodes.map((code) => ({ code, lines: ['a', 'b'] }))
    const all = { items: first ? [first, ...others] : [] }
    expect(differencesBetween({ items: others }, all)).toEqual([
      { code: 'devices', label: labelOfItem.devices, before: [], after: ['a', 'b'] },
    ])
    expect(differencesBetween(all, { items: others })).toMatchObject([{ before: ['a', 'b'], after: [] }])
    const moved = { items: [{ code: 'devices', lines: ['b', 'a'] } as const, ...others] }
    expect(differencesBetween(all, moved)).toHaveLength(1)
    expect(differencesBetween(all, all)).toEqual([])
  })
})

describe('the parties of two texts', () => {
  const reseller = { id: otherResellerId, name: '別の販売株式会社', corporateNumber: '7123456789012' }
  const entity = { ...text().implementingEntity, id: 'ent_00000000000000000000000000' as const }

  test('are the same by who they are, whatever they are called', () => {
    const renamed = { ...text().reseller, name: '新しい社名' } as NonNullable<ReturnType<typeof text>['reseller']>
    expect(samePartiesIn(text(), text({ reseller: renamed }))).toBe(true)
    expect(samePartiesIn(text({ reseller: null }), text({ reseller: null }))).toBe(true)
  })
  test('are others where the reseller or the implementing entity is another, or there is none any more', () => {
    expect(samePartiesIn(text(), text({ reseller }))).toBe(false)
    expect(samePartiesIn(text(), text({ reseller: null }))).toBe(false)
    expect(samePartiesIn(text({ reseller: null }), text())).toBe(false)
    expect(samePartiesIn(text(), text({ implementingEntity: entity }))).toBe(false)
  })
})

describe('what the agreed next term would not have of a change', () => {
  const dearer = { terms: { ...terms, monthlyFeeExTaxYen: 12_000 } }
  const reseller = { id: otherResellerId, name: '別の販売株式会社', corporateNumber: '7123456789012' }
  const later = { startOn: day('2029-10-15'), endOn: day('2030-10-14') }

  test('is each item it has from the text before', () =>
    expect(partingFrom(text({ terms: { ...terms, ...later } }), text(), text(dearer))).toEqual(['monthlyFee']))
  test('is nothing where it says that already, or something of its own, or where nothing changes', () => {
    expect(partingFrom(text(dearer), text(), text(dearer))).toEqual([])
    const own = text({ terms: { ...terms, monthlyFeeExTaxYen: 11_000 } })
    expect(partingFrom(own, text(), text(dearer))).toEqual([])
    expect(partingFrom(text(), text(), text())).toEqual([])
  })
  test('is who its parties are, where they were the same and are others now', () => {
    expect(partingFrom(text(), text(), text({ reseller }))).toEqual(['parties'])
    expect(partingFrom(text({ reseller }), text(), text({ reseller }))).toEqual([])
    expect(partingFrom(text({ reseller: null }), text(), text({ reseller }))).toEqual([])
  })
})
