import { isCountryCode } from '../../domain/places.ts'
import { rule, unless, type Objection } from '../model/rule.ts'

const countriesExist = (codes: readonly string[], where: string): readonly Objection[] =>
  codes.flatMap((code, index) =>
    unless(
      isCountryCode(code),
      `${where}.${index}`,
      `「${code}」は国の符号（ISO 3166-1）にありません。`,
      `"${code}" is not a country code of ISO 3166-1.`,
    ),
  )

/**
 * 第2章1.(6) The terms name the maker and model of each monitoring device, the country the service is provided from,
 * and, where known, the country data is kept in. Not knowing is said outright.
 */
export const deviceAndCountriesAreDisclosed = rule({
  name: 'device-and-countries-are-disclosed',
  on: 'service-version',
  asks: ['devices', 'serviceProvisionCountries', 'dataStorage'],
  suppliedBy: 'implementingEntity',
  statedAs: ['devices', 'provisionCountries', 'dataStorage'],
  says: () => ({
    ja: '監視装置の製造メーカー・型式、サービス提供の所在国、データ保存先の所在国（把握していなければその旨）を記載する。',
    en: 'Names device makers and models, the country of provision, and the country of data storage or that it is not known.',
  }),
  objections: ({ devices, serviceProvisionCountries, dataStorage }) => [
    ...unless(
      devices.length > 0,
      'facts.devices',
      '監視装置の製造メーカー・型式がありません。',
      'No monitoring device is named.',
    ),
    ...devices.flatMap(({ manufacturer, model }, index) => [
      ...unless(
        manufacturer.trim() !== '',
        `facts.devices.${index}.manufacturer`,
        '監視装置の製造メーカーがありません。',
        "The device's maker is not named.",
      ),
      ...unless(
        model.trim() !== '',
        `facts.devices.${index}.model`,
        '監視装置の型式がありません。',
        "The device's model is not named.",
      ),
    ]),
    ...unless(
      serviceProvisionCountries.length > 0,
      'facts.serviceProvisionCountries',
      'サービス提供の所在国がありません。',
      'No country of service provision is named.',
    ),
    ...countriesExist(serviceProvisionCountries, 'facts.serviceProvisionCountries'),
    ...unless(
      dataStorage !== null && (dataStorage.kind === 'unknown' || dataStorage.countries.length > 0),
      'facts.dataStorage',
      'データ保存先の所在国も、「把握していない」旨の明示もありません。',
      'Neither a country of data storage nor an explicit "not known" is given.',
    ),
    ...(dataStorage?.kind === 'known' ? countriesExist(dataStorage.countries, 'facts.dataStorage.countries') : []),
  ],
})
