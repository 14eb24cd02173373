import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disclosureItemCodes, labelOfItem } from '../../../shared/domain/disclosure-items.ts'
import { compileDisclosure, type DisclosureSource } from '../../../shared/domain/contract/disclosure.ts'
import type { ServiceFacts } from '../../../shared/domain/service/facts.ts'
import { contractOf, day, entityId, resellerId } from '../given.ts'
import { linesOf, sampleFacts, sme, source, terms } from './given-disclosure.ts'

const bytes = (text: string) => createHash('sha256').update(text).digest('hex')

describe.each(['NET', 'END', 'CMB'])('the disclosure of the sample %s', (code) => {
  const { items } = compileDisclosure(source(sampleFacts(code)))

  test('has all thirteen items, in the order they are read', () =>
    expect(items.map((item) => item.code)).toEqual(disclosureItemCodes))
  test.each(items)('says something under $code, in Japanese', ({ code: item, label, lines }) => {
    expect(label).toBe(labelOfItem[item].ja)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => line.trim() === '')).toEqual([])
  })
  test('leaves no gap where a word should be', () =>
    expect(items.flatMap(({ lines }) => lines).join('\n')).not.toMatch(/null|undefined|NaN|\[object|\?/))
})

describe('a disclosure', () => {
  const facts = sampleFacts('NET')

  test('says which contract, which revision and which edition it is, and who stands in it', () => {
    const { items: _, ...head } = compileDisclosure(source(facts))
    const { facts: _facts, countryName: _name, serviceCode, ...given } = source(facts)
    expect(head).toEqual({
      ...given,
      format: 'musubi/disclosure/1',
      service: { id: terms.serviceId, code: serviceCode, version: terms.serviceVersion, name: 'みまもりゲート' },
    })
  })
  test('of a contract the implementing entity makes itself names no reseller', () =>
    expect(compileDisclosure(source(facts, { reseller: null })).reseller).toBeNull())
})

describe('the same source', () => {
  const compiled = () => JSON.stringify(compileDisclosure(source(sampleFacts('CMB'))))

  test('gives the same text, to the byte', () => expect(bytes(compiled())).toBe(bytes(compiled())))

  test('leaves a trace of everything that differs', () => {
    const facts = sampleFacts('NET')
    const others: readonly DisclosureSource[] = [
      source(facts, { revision: 2 }),
      source(facts, { edition: '1.1' }),
      source(facts, { reseller: null }),
      source(facts, { contractId: contractOf(2) }),
      source(facts, { serviceCode: 'NET-2' }),
      source(facts, { sme: { ...sme, name: '株式会社高橋吉兵衛商店' } }),
      source(facts, { terms: { ...terms, serviceVersion: 2 } }),
      source(facts, { terms: { ...terms, monthlyFeeExTaxYen: 9_801 } }),
      source(facts, { terms: { ...terms, terminals: 6 } }),
      source({ ...facts, name: 'みまもりゲート2' }),
      source({ ...facts, devices: [{ manufacturer: '架空ネットワークス', model: 'FN-201' }] }),
      source({ ...facts, dataStorage: { kind: 'unknown', statedOn: day('2026-04-01') } }),
      source({ ...facts, insurance: { ...facts.insurance, deductibleYen: 1 } }),
      source({ ...facts, termination: { ...facts.termination, userMayCancelAnyTime: false } }),
      source({ ...facts, consultationDesk: { phone: null, mail: 'desk@example.jp' } }),
    ]
    const texts = [source(facts), ...others].map((one) => JSON.stringify(compileDisclosure(one)))
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('what was typed', () => {
  const names = [
    '株式会社髙橋𠮷兵衛商店',
    '㈱ｱｲｼｰ 商会',
    'か\u3099ぎの店',
    '神\u{E0100}社',
    ' 前後に空き ',
    'A&B <script>',
    '=1+1',
  ]

  test.each(names)('stands as it was given, to the byte: %j', (name) => {
    const facts = { ...sampleFacts('NET'), name, devices: [{ manufacturer: name, model: 'FN-200' }] }
    const entity = { id: entityId, name, corporateNumber: '7123456789012' }
    const party = { id: resellerId, name, corporateNumber: '4011001098993' }
    const from = source(facts, { sme: { ...sme, name }, implementingEntity: entity, reseller: party })
    const { sme: shown, service, implementingEntity, reseller } = compileDisclosure(from)
    const given = [shown.name, service.name, implementingEntity.name, reseller?.name]
    expect(given.map((one) => one && bytes(one))).toEqual(given.map(() => bytes(name)))
    expect(linesOf(from, 'devices')[0]).toBe(`${name} FN-200`)
    const [desk = '', ...more] = linesOf(from, 'helpDesk')
    expect(bytes(desk.slice(0, name.length))).toBe(bytes(name))
    expect(desk).toMatch(/0120-000-000.*desk@example\.jp/)
    expect(more).toEqual([])
  })
})

describe('a version under 1.1', () => {
  const facts: ServiceFacts = {
    ...sampleFacts('NET'),
    incidentNotice: { seriousTargetMinutes: null, othersReportEveryDays: null },
    dataStorage: null,
    placement: null,
    monthlyFeeExTaxYen: null,
    insurance: {
      ...sampleFacts('NET').insurance,
      coverageCountPerYear: null,
      coverageLimitYen: null,
      deductibleYen: null,
      explanatoryMaterial: null,
    },
  }

  test('says nothing of what it leaves open', () => {
    const from = source(facts, { edition: '1.1', reseller: null })
    expect(linesOf(from).join('\n')).not.toMatch(/null|undefined|NaN/)
    expect(linesOf(from, 'insurance')).toEqual([
      '引受保険会社：架空損害保険（保険契約者：実施主体）',
      '補償対象となる事項：初動対応費用、原因調査費用、復旧費用',
    ])
    expect(linesOf(from, 'noticeContact')).toEqual(['通知先：it@sme.example.jp、03-0000-1000'])
    expect(linesOf(from, 'dataStorage')).toEqual(['記載はありません。'])
  })

  test('never says null, whatever it leaves open', () => {
    const open = fc.record({
      incidentNotice: fc.record({
        seriousTargetMinutes: fc.option(fc.nat()),
        othersReportEveryDays: fc.option(fc.nat()),
      }),
      consultationDesk: fc.record({ phone: fc.option(fc.constant('0120')), mail: fc.option(fc.constant('a@b.jp')) }),
      termination: fc.constantFrom(facts.termination, { penalty: null, userMayCancelAnyTime: false }),
      insurance: fc
        .record({
          coverageCountPerYear: fc.option(fc.nat()),
          coverageLimitYen: fc.option(fc.nat()),
          deductibleYen: fc.option(fc.nat()),
          explanatoryMaterial: fc.option(fc.constant('guide')),
        })
        .map((some) => ({ ...facts.insurance, ...some })),
      placement: fc.constant(null),
    })
    const contact = fc.record({ mail: fc.option(fc.constant('it@sme.jp')), phone: fc.option(fc.constant('03-0000')) })
    fc.assert(
      fc.property(open, contact, (changed, noticeContact) => {
        const from = source({ ...facts, ...changed }, { edition: '1.1', sme: { ...sme, noticeContact } })
        expect(linesOf(from).join('\n')).not.toMatch(/null|undefined|NaN|、$/m)
      }),
    )
  })
})
