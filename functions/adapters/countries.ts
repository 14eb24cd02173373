import countries from 'i18n-iso-countries/index.js'
import japanese from 'i18n-iso-countries/langs/ja.json' with { type: 'json' }
import type { CountryName } from '../ports/dependencies.ts'

countries.registerLocale(japanese)

/** Names from a frozen table, so that a document reads the same under every version of the runtime. */
export const japaneseCountryName: CountryName = (code) => {
  const name = countries.getName(code, 'ja')
  if (!name) throw new Error(`no country ${code}`)
  return name
}
