import * as z from 'zod'
import { prefectures, type Prefecture } from '../domain/places.ts'
import { readPostalCode, splitPrefecture, wideAddress, type PostalAddress } from '../domain/postal-address.ts'
import { readReading } from '../domain/reading.ts'
import type { Words } from '../domain/words.ts'
import { printedText } from './text-fields.ts'

const wrong = (context: z.core.$RefinementCtx, words: Words, path: readonly string[] = []) => {
  context.addIssue({ code: 'custom', params: { words }, path: [...path] })
  return z.NEVER
}

const notACode: Words = {
  ja: '郵便番号は7桁の数字で入れてください（例 100-0001）。先頭の0が落ちていないかも、お確かめください。',
  en: 'A postal code has seven digits (such as 100-0001); look whether a leading 0 was lost.',
}

/** 〒, with or without its sign and hyphen, narrow or wide; given out as 100-0001. */
const PostalCode = z
  .string()
  .max(20)
  .transform((given, context) => readPostalCode(given) ?? wrong(context, notACode))
  .meta({ description: '郵便番号（7桁。〒とハイフンはあってもなくてもよい）' })

const notKana: Words = {
  ja: 'ふりがなは、ひらがな又はカタカナで入れてください（長音「ー」・中点「・」・空白は使えます）。漢字・英字・数字は、読みに直してください（例 エー、さんごう）。',
  en: 'Give the reading in kana; long vowels, middle dots and blanks may stand in it, kanji, letters and digits may not.',
}

/** ふりがな: kana, wide or narrow; given out in hiragana. */
export const ReadingField = z
  .string()
  .max(200)
  .transform((given, context) => readReading(given) ?? wrong(context, notKana))
  .meta({ description: 'ふりがな（ひらがな又はカタカナ）' })

const shape = {
  postalCode: PostalCode.nullable().optional(),
  /** May be left out where the address begins with it. */
  prefecture: z.enum(prefectures).optional(),
  rest: printedText(150),
  building: printedText(100).nullable().optional(),
}
type Given = { readonly [Name in keyof typeof shape]?: z.output<(typeof shape)[Name]> }

/** The address as it is kept: wide, its prefecture once; two that contradict each other are an objection. */
const asKept = (given: Given, context: z.core.$RefinementCtx): PostalAddress => {
  const [begins, rest] = splitPrefecture(wideAddress(given.rest ?? ''))
  if (rest === '')
    return wrong(
      context,
      { ja: '市区町村から番地までを入れてください。', en: 'Give the city, the town and the number.' },
      ['rest'],
    )
  if (begins && given.prefecture && begins !== given.prefecture)
    return wrong(context, notOne(given.prefecture, begins), ['prefecture'])
  const prefecture: Prefecture | undefined = given.prefecture ?? begins ?? undefined
  if (!prefecture)
    return wrong(context, { ja: '都道府県から入れてください。', en: 'Give the prefecture too.' }, ['prefecture'])
  const building = given.building ? wideAddress(given.building) : null
  return { postalCode: given.postalCode ?? null, prefecture, rest, building: building === '' ? null : building }
}

const notOne = (one: string, other: string): Words => ({
  ja: `都道府県が合いません（都道府県の欄は${one}、住所は${other}から始まります）。正しいほうに直してください。`,
  en: `The prefectures differ: ${one} by its field, ${other} in the address. Correct the wrong one.`,
})

/** Postal address: kept in full width, as it stands on an envelope. */
export const PostalAddressField = z.strictObject(shape).transform(asKept).meta({ description: '住所' })

/** Place of service: an address, and what the place is called. */
export const PlaceOfServiceField = z
  .strictObject({ ...shape, name: printedText(100).nullable().optional() })
  .transform((given, context) => ({ ...asKept(given, context), name: given.name ?? null }))
  .meta({ description: 'サービスを提供する場所' })

/** Objects to an address in another prefecture than the one that is stated beside it. */
export const addressFits = (
  given: { readonly prefecture: string; readonly postalAddress?: PostalAddress | null | undefined },
  context: z.core.$RefinementCtx,
): void => {
  const { prefecture, postalAddress } = given
  if (postalAddress && postalAddress.prefecture !== prefecture)
    wrong(context, notOne(prefecture, postalAddress.prefecture), ['postalAddress', 'prefecture'])
}

/** Address as it is shown. */
export const PostalAddressView = z.strictObject({
  postalCode: z.string().nullable(),
  prefecture: z.enum(prefectures),
  rest: z.string(),
  building: z.string().nullable(),
})
export const PlaceOfServiceView = PostalAddressView.extend({ name: z.string().nullable() })
