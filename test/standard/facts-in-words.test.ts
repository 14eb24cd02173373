import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import type { Occasion, Occasions } from '../../shared/standard/model/occasion.ts'
import { factsInWords, inWords } from '../../shared/standard/reports/facts-in-words.ts'
import {
  at,
  conclusion,
  contract,
  discontinuance,
  explanation,
  inBothLanguages,
  incidentNotice,
  reseller,
  service,
  serviceChange,
  signature,
  support,
} from './given.ts'
import { occasions, someFacts } from './property/any-facts.ts'

/** How one fact is said. */
const said = <On extends Occasion>(on: On, name: keyof Occasions[On] & string, facts: Occasions[On]) =>
  inWords(on, [name], facts)[0]?.value
const ofService = (changed: Partial<ServiceFacts>) =>
  said('service-version', Object.keys(changed)[0] as keyof ServiceFacts, service('network', changed))

describe.each(occasions)('the facts of a %s', (on) => {
  const names = Object.keys(factsInWords[on])

  test('all have words, and no others have', () =>
    expect(
      someFacts(on).filter((facts) => String(Object.keys(facts as object).toSorted()) !== String(names.toSorted())),
    ).toEqual([]))

  test('are called something in both languages, no two the same', () => {
    const labels = names.map(
      (name) => factsInWords[on][name as keyof (typeof factsInWords)[typeof on]] as { label: unknown },
    )
    expect(labels).toEqual(labels.map(() => expect.objectContaining({ label: inBothLanguages })))
    expect(new Set(labels.map(({ label }) => JSON.stringify(label))).size).toBe(labels.length)
  })

  test('are said, whatever they are, without a word of the machine', () => {
    const values = someFacts(on, 1_000).flatMap((facts) => inWords(on, names, facts as never).map(({ value }) => value))
    const machine = /undefined|null|NaN|\[object|true|false|Invalid/
    const empty = /^\s*$|[：、・]\s*([、・]|$)/
    const slips = values.filter((value) => machine.test(value) || empty.test(value))
    expect([...new Set(slips)]).toEqual([])
  })

  test('come in the order they are asked', () => {
    const [facts] = someFacts(on, 1)
    const asked = names.toReversed()
    expect(inWords(on, asked, facts as never).map(({ name }) => name)).toEqual(asked)
  })
})

describe('what a service says', () => {
  test.each([
    [{ dataStorage: null }, '記載なし'],
    [{ dataStorage: { kind: 'unknown', statedOn: plainDate('2026-04-01') } }, '把握していない'],
    [{ dataStorage: { kind: 'known', countries: ['JP', 'US'] } }, 'JP、US'],
    [{ devices: [] }, '記載なし'],
    [{ devices: [{ manufacturer: '', model: 'FN-200' }] }, '記載なし FN-200'],
    [{ devices: [{ manufacturer: ' ', model: ' ' }] }, '記載なし 記載なし'],
    [
      {
        devices: [
          { manufacturer: '架空ネットワークス', model: 'FN-200' },
          { manufacturer: '架空ネットワークス', model: 'FN-300' },
        ],
      },
      '架空ネットワークス FN-200、架空ネットワークス FN-300',
    ],
    [{ functions: ['consultationDesk', 'simpleCyberInsurance'] }, '相談窓口、簡易サイバー保険'],
    [{ serviceProvisionCountries: ['JP', 'US'] }, 'JP、US'],
    [
      {
        insurance: {
          insurer: '架空損害保険',
          policyholder: 'sme',
          coveredMatters: [{ kind: 'firstResponse', what: '初動対応費用' }, '復旧費用'],
          coverageCountPerYear: 2,
          coverageLimitYen: 3_000_000,
          deductibleYen: 0,
          selfPayCases: ['免責金額', '交通費'],
          explanatoryMaterial: 'insurance-guide-v3',
        },
      },
      '引受保険会社：架空損害保険、補償対象：初動対応費用（初動対応）・復旧費用（区分の記載なし）、補償回数：年2回、補償限度額：3,000,000円、' +
        '免責金額：0円、自己負担が生じる場合：免責金額・交通費、説明資料：insurance-guide-v3',
    ],
    [
      {
        insurance: {
          insurer: '',
          policyholder: 'sme',
          coveredMatters: [],
          coverageCountPerYear: null,
          coverageLimitYen: null,
          deductibleYen: null,
          selfPayCases: [],
          explanatoryMaterial: null,
        },
      },
      '引受保険会社：記載なし、補償対象：記載なし、補償回数：記載なし、補償限度額：記載なし、' +
        '免責金額：記載なし、自己負担が生じる場合：記載なし、説明資料：記載なし',
    ],
    [
      {
        capabilities: {
          detectInbound: true,
          detectOutbound: false,
          networkDefend: true,
          continuousDetection: false,
          endpointDefend: true,
        },
      },
      '外部からの脅威の検知：あり、内部からの不正通信の検知：なし、ネットワークでの防御：あり、' +
        '端末の常時監視：なし、端末での防御：あり',
    ],
    [
      {
        insurance: {
          insurer: '架空損害保険',
          policyholder: 'sme',
          coveredMatters: [],
          coverageCountPerYear: 'unlimited',
          coverageLimitYen: 1,
          deductibleYen: 0,
          selfPayCases: 'none',
          explanatoryMaterial: null,
        },
      },
      '引受保険会社：架空損害保険、補償対象：記載なし、補償回数：限りなし、補償限度額：1円、' +
        '免責金額：0円、自己負担が生じる場合：なし、説明資料：記載なし',
    ],
    [
      { placement: { boundary: 'ルーター直下', segments: '全区画', unseen: ' ', bypasses: 'なし' } },
      '外部との境界のどこに置くか：ルーター直下、監視が及ぶ区画：全区画、監視が及ばない区画・通信とその扱い：記載なし、監視機器を通らない経路（無線・在宅・拠点間など）：なし',
    ],
    [{ placement: null }, '記載なし'],
    [{ placement: '\u3000' }, '記載なし'],
    [{ monthlyFeeExTaxYen: 9_800 }, '9,800円（税抜）'],
    [{ monthlyFeeExTaxYen: null }, '記載なし'],
    [{ consultationDesk: { phone: null, mail: null } }, '記載なし'],
    [{ consultationDesk: { phone: '0120-000-000', mail: null } }, '0120-000-000'],
    [{ consultationDesk: { phone: '0120-000-000', mail: 'desk@example.jp' } }, '0120-000-000、desk@example.jp'],
    [{ incidentNotice: { seriousTargetMinutes: null, othersReportEveryDays: 7 } }, '重大：記載なし、その他：7日に1回'],
    [
      {
        emergencySupport: {
          onSiteDispatch: true,
          remote: 'withConsent',
          freePerContractYear: 1,
          travelExpenses: 'chargeable',
        },
      },
      '駆付け支援あり、リモートは合意を得て、自己負担なし年1回、諸経費は別',
    ],
    [
      { incidentNotice: { seriousTargetMinutes: 60, othersReportEveryDays: null } },
      '重大：60分以内を目標、その他：記載なし',
    ],
    [{ termination: { penalty: null, userMayCancelAnyTime: true } }, '違約金：記載なし、いつでも解除できる'],
    [
      { termination: { penalty: { kind: 'none' }, userMayCancelAnyTime: false } },
      '違約金：なし、解除できる場合に限りがある',
    ],
    [
      { termination: { penalty: { kind: 'fixed', exTaxYen: 100_000 }, userMayCancelAnyTime: true } },
      '違約金：100,000円（税抜）、いつでも解除できる',
    ],
    [
      {
        emergencySupport: {
          onSiteDispatch: false,
          remote: 'withoutConsent',
          freePerContractYear: 0,
          travelExpenses: 'included',
        },
      },
      '駆付け支援なし、リモートは合意なし、自己負担なし年0回、諸経費を含む',
    ],
  ] as const satisfies readonly (readonly [Partial<ServiceFacts>, string])[])('%j: %s', (changed, words) =>
    expect(ofService(changed)).toBe(words),
  )
})

describe('what happened', () => {
  test('a moment is said in the time of Japan', () => {
    expect(said('incident-notice', 'toldAt', incidentNotice({ toldAt: at('23:59:59') }))).toBe(
      '2026年10月5日 23時59分59秒',
    )
    expect(said('incident-notice', 'toldAt', incidentNotice({ toldAt: at('08:59:59') }))).toBe(
      '2026年10月5日 8時59分59秒',
    )
  })
  test('what costs nothing costs 0 yen, and is not left out', () =>
    expect(said('emergency-support', 'chargedExTaxYen', support())).toBe('0円（税抜）'))
  test('what was never done has no day', () => {
    expect(said('reseller', 'trainedOn', reseller({ trainedOn: null }))).toBe('記載なし')
    expect(said('discontinuance', 'reportedToIpaOn', discontinuance({ reportedToIpaOn: null }))).toBe('記載なし')
  })
  test('a change is said by what it touches', () => {
    expect(said('service-change', 'changed', serviceChange({ changed: ['devices', 'placement'] }))).toBe(
      '監視装置の製造メーカー・型式、監視機器の設置場所等の考慮',
    )
    expect(said('service-change', 'changed', serviceChange({ changed: [] }))).toBe('変わった事項なし')
    expect(said('service-change', 'kind', serviceChange({ kind: null }))).toBe('記載なし')
    expect(said('service-change', 'kind', serviceChange({ kind: 'requirement' }))).toBe('要件に関する事項')
  })
  test('terminals that were not counted are not none', () => {
    expect(said('contract', 'importantTerminals', contract({ importantTerminals: null }))).toBe('記載なし')
    expect(said('contract', 'importantTerminals', contract({ importantTerminals: 0 }))).toBe('0台')
  })
  test('an explanation is said with its day, how, and what of', () => {
    const given = { ...explanation, items: ['term', 'penalty'] as const }
    expect(said('conclusion', 'explanation', conclusion({ explanation: given }))).toBe(
      '2026年9月30日に口頭で：契約期間、途中解約の違約金',
    )
    expect(said('conclusion', 'explanation', conclusion({ explanation: { ...given, method: 'written' } }))).toBe(
      '2026年9月30日に書面で：契約期間、途中解約の違約金',
    )
    expect(said('conclusion', 'explanation', conclusion({ explanation: { ...given, items: [], listed: false } }))).toBe(
      '2026年9月30日に口頭で：説明した事項は記載なし',
    )
    expect(said('conclusion', 'explanation', conclusion({ explanation: null }))).toBe('記載なし')
    expect(said('signature', 'acknowledged', signature({ acknowledged: [] }))).toBe('記載なし')
  })
})
