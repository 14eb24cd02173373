import { usualShape } from './kanji-variants.ts'
import { legalFormsOf, withoutLegalForm } from './legal-forms.ts'

const longest = 60

/** Signs that are drawn alike or typed for one another, before compatibility forms are taken apart. */
const lookAlikes: readonly (readonly [from: RegExp, to: string])[] = [
  // Characters that show nothing: selectors, joiners, soft hyphens.
  [/\p{Default_Ignorable_Code_Point}/gu, ''],
  // Dakuten typed after its kana, as a sign of its own.
  [/\s*[\u309b\uff9e]/gu, '\u3099'],
  [/\s*[\u309c\uff9f]/gu, '\u309a'],
  [/[\u00af\u203e\uffe3]/gu, '\u02c9'],
  [/\u00b4/gu, "'"],
]

/** The same for signs that compatibility forms leave apart. */
const signs: readonly (readonly [from: RegExp, to: string])[] = [
  [/[\s\u00b7\u2022\u2027\u22c5\u30fb]/gu, ''],
  [/[~\u301c\u3030\u223c]/gu, '~'],
  [/[\p{Pd}\u2212\u2043\u02d7\u2500\u2501\u30fc]/gu, 'ー'],
  [/['`\u2018\u2019\u02bc\u2032]/gu, "'"],
  [/["\u201c-\u201f\u2033\u301d-\u301f]/gu, '"'],
  [/[\u2016\u2225]/gu, '‖'],
]

const replaced = (text: string, all: typeof signs): string =>
  all.reduce((said, [from, to]) => said.replace(from, to), text)

const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0x60))

const small = 'ァィゥェォッャュョヮヵヶ'
const large = 'アイウエオツヤユヨワカケ'
const toLarge = (text: string): string =>
  text.replace(/[ァィゥェォッャュョヮヵヶ]/g, (one) => large[small.indexOf(one)] ?? one)

/**
 * Replace what depends on the character before, and so holds for the beginning of a name as for all of it: 佐々木 is 佐佐木,
 * and behind katakana 一 is a long vowel.
 */
const afterOthers = (text: string): string => text.replace(/(.)[々〻]/gu, '$1$1').replace(/(?<=[ァ-ヺー])一/g, 'ー')

/** ヶ, ケ, が and か between kanji are one: 霞ヶ関, 霞が関. */
const between = /(?<=[\p{Script=Han}0-9])[ケガカ](?=\p{Script=Han})/gu

const shapesOf = (name: string): string => {
  const plain = replaced(replaced(name, lookAlikes).normalize('NFKC').toLowerCase(), signs)
  return Array.from(plain, usualShape).join('')
}

const folded = (name: string): string =>
  afterOthers(toLarge(toKatakana(withoutLegalForm(shapesOf(name))))).replace(between, 'ケ')

const shortened = (key: string): string => Array.from(key).slice(0, longest).join('')

/**
 * Search key of a firm's name, however it was written: without its legal form, blanks and middle dots; wide and narrow,
 * upper and lower, ひらがな and カタカナ, small kana and large, dashes of every kind, 髙 and 高 alike; at most sixty characters.
 * It is a key beside the name and never stands in its place: the name itself is kept to the byte. Empty where nothing
 * is left.
 */
export const searchKeyOf = (name: string): string => shortened(folded(name))

/**
 * The beginning that a name's key must have for what somebody asks. A が at the end may stand for ヶ or for itself, which
 * only the next character would tell: what is asked then ends before it.
 */
export const askedKeyOf = (name: string): string => {
  const key = shortened(folded(name))
  return key.replace(/(?<=[\p{Script=Han}0-9])[ガカ]$/u, '')
}

/**
 * Difference of two names. `writing`: one name written in two ways, as far as a search tells, whichever writes its
 * legal form out, shortens it or leaves it away. `legalForm`: the same but for that. It says nothing of whose they are.
 */
export type NameDifference = 'none' | 'writing' | 'legalForm' | 'name'

export const differenceOfNames = (one: string, other: string): NameDifference => {
  if (one === other) return 'none'
  const key = folded(one)
  if (key === '' || key !== folded(other)) return 'name'
  const [forms, others] = [legalFormsOf(shapesOf(one)), legalFormsOf(shapesOf(other))]
  const isOneForm = forms.length === 0 || others.length === 0 || forms.join('/') === others.join('/')
  return isOneForm ? 'writing' : 'legalForm'
}
