import * as fc from 'fast-check'
import { isCountryCode } from '../../../shared/domain/places.ts'
import {
  type Insurance,
  type MonitoringType,
  type ServiceFacts,
  serviceFunctions,
} from '../../../shared/domain/service/facts.ts'
import { both, found, only1_2, type Defect, type Fault } from './defects.ts'

type Breaks = Defect<ServiceFacts>['breaks']
type Part = 'incidentNotice' | 'emergencySupport' | 'insurance' | 'termination' | 'capabilities'

const always = () => true
const isOf =
  (...types: readonly MonitoringType[]) =>
  ({ monitoringType }: ServiceFacts) =>
    types.includes(monitoringType)

/** A fact of the version itself. */
const setting = (changed: Partial<ServiceFacts>, breaks: Breaks): Defect<ServiceFacts> => ({
  spoil: (facts) => ({ ...facts, ...changed }),
  breaks,
})

/** A fact inside one of its parts. */
const settingIn = <P extends Part>(
  part: P,
  changed: Partial<ServiceFacts[P]>,
  breaks: Breaks,
): Defect<ServiceFacts> => ({
  spoil: (facts) => ({ ...facts, [part]: { ...facts[part], ...changed } }),
  breaks,
})

const fault = (
  fact: string,
  defects: fc.Arbitrary<Defect<ServiceFacts>>,
  fits: Fault<ServiceFacts>['fits'] = always,
): Fault<ServiceFacts> => ({ fact, fits, defects })

const blank = fc.constantFrom('', ' ', '\u3000', '\t')
const noCountry = fc.stringMatching(/^[A-Z]{2}$/).filter((code) => !isCountryCode(code))

const network = (what: string) => found('第1章2.(1)', 'network-type-detects-and-defends', `facts.capabilities.${what}`)
const endpoint = (what: string) =>
  found('第1章2.(2)', 'endpoint-type-detects-and-defends', `facts.capabilities.${what}`)
const lacking = (name: keyof ServiceFacts['capabilities'], ...breaches: readonly (typeof network)[]) =>
  fc.constant(settingIn('capabilities', { [name]: false }, only1_2(breaches.flatMap((breach) => breach(name)))))

const capabilities = [
  fault('detectInbound', lacking('detectInbound', network), isOf('network', 'combined')),
  fault('detectOutbound', lacking('detectOutbound', network), isOf('network', 'combined')),
  fault('networkDefend', lacking('networkDefend', network), isOf('network')),
  fault('continuousDetection', lacking('continuousDetection', endpoint), isOf('endpoint', 'combined')),
  fault('endpointDefend', lacking('endpointDefend', endpoint), isOf('endpoint')),
  // The combined sample defends at its terminals alone, and its network side rests on that.
  fault(
    'the one defence of both',
    fc.constant(
      settingIn(
        'capabilities',
        { endpointDefend: false },
        only1_2([...network('networkDefend'), ...endpoint('endpointDefend')]),
      ),
    ),
    isOf('combined'),
  ),
]

const late = (name: keyof ServiceFacts['incidentNotice'], most: number) =>
  fault(
    name,
    fc
      .oneof(fc.constant(null), fc.integer({ min: most + 1, max: 10_000 }))
      .map((value) =>
        settingIn(
          'incidentNotice',
          { [name]: value },
          only1_2(found('第2章1.(2)', 'incidents-are-told-in-time', `facts.incidentNotice.${name}`)),
        ),
      ),
  )

const unsupported = (
  changed: Partial<ServiceFacts['emergencySupport']>,
  rule: string,
  editions: typeof both,
): Fault<ServiceFacts> => {
  const fact = Object.keys(changed).join('')
  const breaks = editions(found('第2章1.(3)', rule, `facts.emergencySupport.${fact}`))
  return fault(fact, fc.constant(settingIn('emergencySupport', changed, breaks)))
}

const insured = (name: keyof Insurance, ...ways: readonly (readonly [unknown, Breaks])[]) =>
  fault(name, fc.constantFrom(...ways.map(([value, breaks]) => settingIn('insurance', { [name]: value }, breaks))))
const cover = (name: keyof Insurance, rule = 'insurance-cover-is-stated') =>
  found('第2章1.(5)', rule, `facts.insurance.${name}`)
const inBoth = (name: keyof Insurance) => ({ '1.1': cover(name, 'insurance-is-bundled'), '1.2': cover(name) })

const insurance = [
  insured('insurer', ['', inBoth('insurer')], [' ', inBoth('insurer')]),
  insured(
    'coveredMatters',
    [[], inBoth('coveredMatters')],
    [[{ kind: 'causeAnalysis', what: '原因調査費用' }], both(cover('coveredMatters', 'first-response-is-covered'))],
  ),
  insured('selfPayCases', [[], both(cover('selfPayCases', 'self-pay-is-stated'))]),
  ...(['coverageCountPerYear', 'coverageLimitYen'] as const).map((name) =>
    insured(name, [null, only1_2(cover(name))], [0, only1_2(cover(name))]),
  ),
  insured('deductibleYen', [null, only1_2(cover('deductibleYen'))]),
  insured(
    'explanatoryMaterial',
    [null, only1_2(cover('explanatoryMaterial', 'insurance-is-explained-apart'))],
    ['', only1_2(cover('explanatoryMaterial', 'insurance-is-explained-apart'))],
    ['\u3000', only1_2(cover('explanatoryMaterial', 'insurance-is-explained-apart'))],
  ),
]

const undisclosed = (where: string) =>
  only1_2(found('第2章1.(6)', 'device-and-countries-are-disclosed', `facts.${where}`))
const device = { manufacturer: '架空ネットワークス', model: 'FN-200' }
const known = (...countries: readonly string[]) => ({ dataStorage: { kind: 'known' as const, countries } })

const disclosures = [
  fault(
    'devices',
    fc.oneof(
      fc.constant(setting({ devices: [] }, undisclosed('devices'))),
      fc
        .tuple(fc.constantFrom('manufacturer', 'model'), blank)
        .map(([name, nothing]) =>
          setting({ devices: [device, { ...device, [name]: nothing }] }, undisclosed(`devices.1.${name}`)),
        ),
    ),
  ),
  fault(
    'serviceProvisionCountries',
    fc.oneof(
      fc.constant(setting({ serviceProvisionCountries: [] }, undisclosed('serviceProvisionCountries'))),
      noCountry.map((code) =>
        setting({ serviceProvisionCountries: ['JP', code] }, undisclosed('serviceProvisionCountries.1')),
      ),
    ),
  ),
  fault(
    'dataStorage',
    fc.oneof(
      fc.constantFrom(
        setting({ dataStorage: null }, undisclosed('dataStorage')),
        setting(known(), undisclosed('dataStorage')),
      ),
      noCountry.map((code) => setting(known(code, 'JP'), undisclosed('dataStorage.countries.0'))),
    ),
  ),
]

/** Every fact of a service version that a clause asks for, and every way it can be wrong. */
export const serviceFaults: readonly Fault<ServiceFacts>[] = [
  ...capabilities,
  ...insurance,
  ...disclosures,
  late('seriousTargetMinutes', 60),
  late('othersReportEveryDays', 7),
  unsupported({ onSiteDispatch: false }, 'on-site-dispatch-is-offered', both),
  unsupported({ remote: 'withoutConsent' }, 'remote-support-needs-consent', only1_2),
  unsupported({ freePerContractYear: 0 }, 'free-emergency-support-each-year', only1_2),
  fault(
    'functions',
    fc
      .subarray([...serviceFunctions], { minLength: 1 })
      .map((left) =>
        setting(
          { functions: serviceFunctions.filter((one) => !left.includes(one)) },
          both(found('第2章1.(6)', 'sold-as-one-contract', ...left.map(() => 'facts.functions'))),
        ),
      ),
  ),
  fault(
    'consultationDesk',
    fc.constant(
      setting(
        { consultationDesk: { phone: null, mail: null } },
        both(found('第2章1.(1)', 'help-desk-can-be-reached', 'facts.consultationDesk')),
      ),
    ),
  ),
  fault(
    'penalty',
    fc.constant(
      settingIn(
        'termination',
        { penalty: null },
        {
          '1.1': found('第2章1.(7)エ', 'leaving-is-stated', 'facts.termination.penalty'),
          '1.2': found('第2章1.(7)オ', 'leaving-is-stated', 'facts.termination.penalty'),
        },
      ),
    ),
  ),
  fault(
    'placement',
    fc
      .oneof(fc.constant(null), blank, fc.constantFrom('あ', '境界下'))
      .map((placement) =>
        setting({ placement }, only1_2(found('附則1.(3)', 'placement-is-considered', 'facts.placement'))),
      ),
    isOf('network', 'combined'),
  ),
  fault(
    'coversImportantTerminals',
    fc.constant(
      setting(
        { coversImportantTerminals: false },
        only1_2(found('附則1.(4)', 'important-terminals-are-covered', 'facts.coversImportantTerminals')),
      ),
    ),
    isOf('endpoint', 'combined'),
  ),
]
