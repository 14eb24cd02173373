import * as z from 'zod'
import type { ContractId } from '../domain/ids.ts'
import { readShortNumber, type ShortNumber } from '../domain/short-number.ts'
import type { Words } from '../domain/words.ts'

/** A contract named by its short number, until its id is put in the place of it. */
export class NamedByNumber {
  readonly number: ShortNumber
  constructor(number: ShortNumber) {
    this.number = number
  }
}

const miswritten: Words = {
  ja: '契約番号の検査用の文字（末尾の1文字）が合いません。書き写しや聞き取りの誤りがないか、お確かめください。',
  en: 'The check character of the contract number, its last, is wrong: look for a character misread or misheard.',
}
const noNumber: Words = {
  ja: '契約番号は、K7Q4-9XTM-2RHD のような12文字です（ハイフンはなくてもかまいません）。「ctr_」で始まる契約IDも入れられます。',
  en: 'A contract number has 12 characters, as K7Q4-9XTM-2RHD, with or without hyphens; an id that begins with ctr_ does as well.',
}

const id = /^ctr_[0-9a-hjkmnp-tv-z]{12}[0-7][0-9a-hjkmnp-tv-z]{25}$/

/** Code of the objection to a short number whose check character is wrong. */
export const miswrittenNumber = 'miswrittenNumber'

/**
 * A contract that is asked for: by its id, or by its short number in any way people write one. Whoever reads such input
 * gives it to `withContractIds`, which puts the id in the place of the number.
 */
export const ContractAsked = z
  .string()
  .max(64)
  .transform((given, context): ContractId => {
    if (id.test(given)) return given as ContractId
    const read = readShortNumber(given)
    if (read.as === 'number') return new NamedByNumber(read.number) as unknown as ContractId
    const params = read.as === 'miswritten' ? { code: miswrittenNumber, words: miswritten } : { words: noNumber }
    context.addIssue({ code: 'custom', params })
    return z.NEVER
  })
  .meta({ description: '契約（契約番号、または ctr_ で始まる契約ID）' }) as z.ZodType<ContractId, string>
