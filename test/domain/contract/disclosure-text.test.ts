import { describe, expect, test } from 'vitest'
import { disclosureItemCodes, labelOfItem } from '../../../shared/domain/disclosure-items.ts'
import { initialFeeExTaxYen, type Terms } from '../../../shared/domain/contract/terms.ts'
import type { ServiceFacts } from '../../../shared/domain/service/facts.ts'
import { day } from '../given.ts'
import { linesOf, sampleFacts, sme, source, terms } from './given-disclosure.ts'

const facts = sampleFacts('NET')
const { emergencySupport, insurance } = facts
const items = {
  devices: ['架空ネットワークス FN-200', 'プリンター等の事務機器は監視しません。'],
  provisionCountries: ['日本'],
  dataStorage: ['日本'],
  insurance: [
    '引受保険会社：架空損害保険（保険契約者：実施主体）',
    '補償対象となる事項：初動対応費用、原因調査費用、復旧費用',
    '補償回数：年2回まで',
    '補償限度額：3,000,000円',
    '免責金額：0円',
    '説明資料：insurance-guide-v3',
  ],
  selfPay: ['補償限度額を超える費用', '移動に要する交通費'],
  initialFee: ['合計280,000円（税抜）', '内訳　機器代：200,000円（税抜）', '内訳　設置作業：80,000円（税抜）'],
  monthlyFee: ['月額9,800円（税抜）', '対象の端末：5台'],
  term: ['2026年10月15日から2029年10月14日まで（3年）'],
  rightToCancel: ['ユーザーは、契約期間の途中でもいつでも契約を解除できます。'],
  support: [
    'ご要請があれば、ご指定の場所へ技術者を派遣します（駆付け支援）。',
    'リモートで支援できるときは、その都度ユーザーの合意を得てから行います。',
    '契約年ごとに1回まで、自己負担なしで支援します（導入時の初期対応は数えません）。',
    '移動に要する交通費などの諸経費は、ご負担いただくことがあります。',
  ],
  noticeContact: [
    'セキュリティ上重大なインシデントは、即時（60分以内を目標）にお知らせします。',
    'その他のインシデントは、少なくとも7日に1回のレポートでお知らせします。',
    '通知先：it@sme.example.jp、03-0000-1000',
  ],
  helpDesk: ['架空セキュリティ株式会社：0120-000-000、desk@example.jp'],
} as const
type Told = keyof typeof items

const reads = (code: Parameters<typeof linesOf>[1], changed: Partial<ServiceFacts>) =>
  linesOf(source({ ...facts, ...changed }), code)
const readsOfTerms = (code: Told, changed: Partial<Terms>) =>
  linesOf(source(facts, { terms: { ...terms, ...changed } }), code)

describe('what the SME reads of the sample NET', () => {
  test.each(Object.entries(items))('under %s is %j', (code, lines) =>
    expect(linesOf(source(facts), code as Told)).toEqual(lines),
  )
})

describe('第2章1.(6) what a separate contract leaves out', () => {
  test.each([
    ['consultationDesk', 'helpDesk', '相談窓口'],
    ['anomalyMonitoring', 'noticeContact', '異常の監視'],
    ['emergencyResponse', 'support', '緊急時の対応支援'],
    ['easeOfAdoption', 'term', '導入・運用の容易さ'],
    ['simpleCyberInsurance', 'insurance', '簡易サイバー保険'],
  ] as const)('%s is said first under %s, and nowhere else', (left, code, name) => {
    const said = (each: Told) => linesOf({ ...source(facts), leavesOut: [left] }, each)
    expect(said(code)).toEqual([
      `「${name}」は、この契約には含まれません（個別の契約によります）。以下は、サービスとしての内容です。`,
      ...items[code],
    ])
    const others = (Object.keys(items) as Told[]).filter((other) => other !== code)
    expect(others.map(said)).toEqual(others.map((other) => items[other]))
  })
})

describe('the items of a disclosure', () => {
  // Rows keep an item by its place: whoever moves one changes what old contracts say.
  test('stand in the order they always had', () =>
    expect(disclosureItemCodes.slice(0, 13)).toEqual([
      'devices',
      'provisionCountries',
      'dataStorage',
      'insurance',
      'selfPay',
      'initialFee',
      'monthlyFee',
      'term',
      'penalty',
      'rightToCancel',
      'support',
      'noticeContact',
      'helpDesk',
    ]))
  test('each have a label of their own, in both languages', () => {
    const labels = disclosureItemCodes.map((code) => labelOfItem[code])
    expect(labels.filter(({ ja, en }) => !/[\p{sc=Han}]/u.test(ja) || !/^[A-Z]/.test(en))).toEqual([])
    expect(new Set(labels.map(({ ja }) => ja)).size).toBe(disclosureItemCodes.length)
    expect(new Set(labels.map(({ en }) => en)).size).toBe(disclosureItemCodes.length)
  })
})

describe('the penalty', () => {
  test.each([
    [{ kind: 'none' }, /^途中解約の違約金はありません。$/],
    [{ kind: 'fixed', exTaxYen: 123_456 }, /^途中解約の違約金は123,456円（税抜）です。$/],
    [{ kind: 'remainingMonths', monthlyRatePercent: 50 }, /^途中解約の違約金は、残りの月数×月額×50％です。$/],
  ] as const)('%j', (penalty, line) =>
    expect(reads('penalty', { termination: { penalty, userMayCancelAnyTime: true } })).toEqual([
      expect.stringMatching(line),
    ]),
  )
})

describe('the right to cancel', () => {
  test('is bounded where it is not given at any time', () =>
    expect(reads('rightToCancel', { termination: { penalty: null, userMayCancelAnyTime: false } })).toEqual([
      'ユーザーが契約期間の途中で解除できるのは、法令又は規約に定める場合に限ります。',
    ]))
})

describe('the fees', () => {
  test('add up, part by part', () => {
    expect(initialFeeExTaxYen(terms)).toBe(280_000)
    expect(initialFeeExTaxYen({ initialFeeParts: [] })).toBe(0)
  })
  test('are none where nothing is paid once', () =>
    expect(readsOfTerms('initialFee', { initialFeeParts: [] })).toEqual(['合計0円（税抜）']))
  test.each([
    [1, ['月額9,800円（税抜）', '対象の端末：1台']],
    [0, ['月額9,800円（税抜）']],
  ])('name the terminals only where there are some: %i', (terminals, lines) =>
    expect(readsOfTerms('monthlyFee', { terminals })).toEqual(lines),
  )
})

describe('the term', () => {
  test.each([
    [1, '1か月'],
    [11, '11か月'],
    [12, '1年'],
    [13, '1年1か月'],
    [24, '2年'],
    [37, '3年1か月'],
  ])('of %i months is %s', (termMonths, written) =>
    expect(readsOfTerms('term', { termMonths })).toEqual([`2026年10月15日から2029年10月14日まで（${written}）`]),
  )
})

describe('the countries', () => {
  test('stand by name, in the order they were given', () => {
    expect(reads('dataStorage', { dataStorage: { kind: 'known', countries: ['US', 'JP'] } })).toEqual([
      'アメリカ合衆国、日本',
    ])
    expect(reads('provisionCountries', { serviceProvisionCountries: ['JP', 'US'] })).toEqual(['日本、アメリカ合衆国'])
  })
  test('where data lies are said to be unknown, with the day', () =>
    expect(reads('dataStorage', { dataStorage: { kind: 'unknown', statedOn: day('2026-04-01') } })).toEqual([
      '把握していません（2026年4月1日現在）。',
    ]))
  test('where data lies are left out only where nothing was said', () =>
    expect(reads('dataStorage', { dataStorage: null })).toEqual(['記載はありません。']))
})

describe('emergency support', () => {
  const said = (changed: Partial<typeof emergencySupport>, line: number) =>
    reads('support', { emergencySupport: { ...emergencySupport, ...changed } })[line]

  test.each([
    [{ onSiteDispatch: false }, 0, '駆付け支援はありません。'],
    [{ remote: 'withoutConsent' }, 1, 'リモートで支援することがあります。'],
    [{ remote: 'none' }, 1, 'リモートでの支援は行いません。'],
    [{ freePerContractYear: 4 }, 2, '契約年ごとに4回まで、自己負担なしで支援します（導入時の初期対応は数えません）。'],
    [{ travelExpenses: 'included' }, 3, '移動に要する交通費などの諸経費も、当方が負担します。'],
  ] as const)('%j', (changed, line, text) => expect(said(changed, line)).toBe(text))
})

describe('the insurance', () => {
  test.each([
    ['implementingEntity', '実施主体'],
    ['reseller', '再販協力会社'],
    ['sme', 'ユーザー'],
  ] as const)('is held by %s: %s', (policyholder, written) =>
    expect(reads('insurance', { insurance: { ...insurance, policyholder } })[0]).toBe(
      `引受保険会社：架空損害保険（保険契約者：${written}）`,
    ),
  )
})

describe('where someone is reached', () => {
  test.each([
    [{ mail: 'it@sme.example.jp', phone: null }, '通知先：it@sme.example.jp'],
    [{ mail: null, phone: '03-0000-1000' }, '通知先：03-0000-1000'],
  ])('the SME: %j', (noticeContact, line) =>
    expect(linesOf(source(facts, { sme: { ...sme, noticeContact } }), 'noticeContact').at(-1)).toBe(line),
  )
  test.each([
    [{ mail: 'desk@example.jp', phone: null }, '架空セキュリティ株式会社：desk@example.jp'],
    [{ mail: null, phone: '0120-000-000' }, '架空セキュリティ株式会社：0120-000-000'],
  ])('the help desk: %j', (consultationDesk, line) => expect(reads('helpDesk', { consultationDesk })).toEqual([line]))
})
