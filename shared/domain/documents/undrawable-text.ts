import type { Disclosure } from '../contract/disclosure.ts'
import type { Letterhead } from '../letterhead.ts'
import type { Refusal } from '../refusal.ts'
import type { Words } from '../words.ts'
import { withCodePoints } from '../characters-at-risk.ts'
import { linesOfAddress } from '../postal-address.ts'
import { undrawable } from './undrawable.ts'

const inLetterhead = ({ postalAddress, representative }: Partial<Letterhead>): readonly string[] => [
  ...(postalAddress ? linesOfAddress(postalAddress) : []),
  ...(representative ? [representative.title, representative.name] : []),
]

/** Every text of a contract that is printed as it was given, with where it stands, for programs and for people. */
const textsOf = (text: Disclosure): readonly (readonly [where: string, label: Words, texts: readonly string[]])[] => {
  const { implementingEntity, reseller, service, sme, terms, items } = text
  const { name, title } = sme.signatory ?? { name: '', title: '' }
  return [
    [
      'implementingEntity.name',
      { ja: '実施主体の名前', en: 'Name of the implementing entity' },
      [implementingEntity.name],
    ],
    ['reseller.name', { ja: '再販協力会社の名前', en: 'Name of the reseller' }, [reseller?.name ?? '']],
    [
      'implementingEntity.letterhead',
      { ja: '実施主体の住所・代表者', en: 'Address and representative' },
      inLetterhead(implementingEntity),
    ],
    [
      'reseller.letterhead',
      { ja: '再販協力会社の住所・代表者', en: "Reseller's address and representative" },
      inLetterhead(reseller ?? {}),
    ],
    ['service.name', { ja: 'サービスの名前', en: 'Name of the service' }, [service.name]],
    ['sme.name', { ja: '会社名', en: 'Name of the SME' }, [sme.name]],
    ['sme.reading', { ja: 'ふりがな', en: 'Reading' }, [sme.reading ?? '']],
    [
      'sme.postalAddress',
      { ja: '住所', en: 'Address' },
      [sme.postalAddress, sme.placeOfService].flatMap((one) => (one ? linesOfAddress(one) : [])),
    ],
    ['sme.industry', { ja: '業種', en: 'Industry' }, [sme.industry]],
    ['sme.signatory', { ja: '署名される方', en: 'Who signs' }, [name, title]],
    [
      'terms.initialFeeParts',
      { ja: '初期費用の内訳', en: 'Parts of the initial fee' },
      terms.initialFeeParts.map(({ what }) => what),
    ],
    ...items.map(({ code, label, lines }) => [`items.${code}`, { ja: label, en: code }, lines] as const),
  ]
}

/**
 * Refusal of a text that must not be signed: it bears characters that cannot be printed, some of which may be on record
 * from before that was asked. Signed, it could never be sealed. Undefined where all of it can be drawn.
 */
export const cannotBePrinted = (text: Disclosure): Refusal<'cannot-be-printed'> | undefined => {
  const places = textsOf(text).flatMap(([where, label, texts]) => {
    const characters = undrawable(texts.join('\n'))
    return characters.length > 0 ? [{ where, label, characters }] : []
  })
  if (places.length === 0) return undefined
  const named = places.map(({ label, characters }) => `${label.ja}の${characters.map(withCodePoints).join('')}`)
  const inEnglish = places.map(({ where, characters }) => `${characters.map(withCodePoints).join(' ')} in ${where}`)
  return {
    kind: 'cannot-be-printed',
    missingGlyphs: [...new Set(places.flatMap(({ characters }) => characters))],
    places: places.map(({ where, characters }) => ({ where, characters })),
    why: {
      ja: `書面に印刷できない字があります。${named.join('、')}。署名のあとでは直せません。署名をお願いする前に、登録されている名前や内容を、印刷できる字に改めてください。`,
      en: `The document cannot be printed: ${inEnglish.join('; ')}. It cannot be mended once signed: put what is on record into characters that can be drawn before anybody is asked to sign.`,
    },
  }
}
