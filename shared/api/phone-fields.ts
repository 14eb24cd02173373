import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import * as z from 'zod'
import { undrawable } from '../domain/documents/undrawable.ts'
import { codeWayOf, readPhone, type PhoneTrouble } from '../domain/phone.ts'
import { troubleInText } from '../domain/visible-text.ts'
import type { Words } from '../domain/words.ts'

const rightForms: Words = {
  ja: '電話番号は 0（国外は +）で始めてください（例 03-1234-5678、090-1234-5678、+81 90 1234 5678）。',
  en: 'A phone number begins with 0, or + from abroad (such as 03-1234-5678, 090-1234-5678, +81 90 1234 5678).',
}

const wordsOf = (trouble: PhoneTrouble): Words => {
  switch (trouble.why) {
    case 'otherCharacters':
      return {
        ja: `電話番号は一つだけ、数字とハイフン・空白・かっこで入れてください。内線や「代表」などの言葉は入れられません。${rightForms.ja}`,
        en: `Give one phone number of digits, hyphens, blanks and brackets, without an extension or words. ${rightForms.en}`,
      }
    case 'zeroLost':
      return {
        ja: '電話番号の先頭の 0 が落ちています。0 から入れてください（例 03-1234-5678、090-1234-5678）。表計算ソフトでは、欄の書式を「文字列」にしてください。',
        en: 'The leading 0 of the phone number is lost. Give it with its 0 (such as 03-1234-5678); in a spreadsheet, format the cell as text.',
      }
    case 'beginsWithNeither':
      return rightForms
    case 'noSuchBeginning':
      return {
        ja: `このような始まりの電話番号はありません。国外の番号は + と国番号から入れてください。${rightForms.ja}`,
        en: `No phone number begins like this; a number abroad begins with + and its country code. ${rightForms.en}`,
      }
    case 'digits':
      return {
        ja: `この始まりの電話番号は${trouble.wanted}桁です。いま${trouble.given}桁あります。`,
        en: `A phone number that begins like this has ${trouble.wanted} digits; this one has ${trouble.given}.`,
      }
    case 'abroadLength':
      return {
        ja: '+ の後の国番号か桁数が正しくありません。国番号から、抜けや余りなく入れてください（例 +1 415 555 0100）。',
        en: 'The country code or the number of digits after + is not right (such as +1 415 555 0100).',
      }
  }
}

const cannotReceive: Words = {
  ja: 'この番号へは、署名のための確認コードをお送りできません。携帯電話（060・070・080・090 で始まる番号。SMS で送ります）か、固定電話・050 の番号（電話で読み上げます）を入れてください。フリーダイヤル（0120・0800）、0570・0990 などの番号、国外の番号へは送りません。',
  en: 'No code for signing can be sent to this number. Give a mobile phone (060, 070, 080 or 090; it gets a short message), or a land line or 050 number (a call reads the code aloud). None goes to toll-free numbers, to 0570, 0990 and the like, or abroad.',
}

/** Trouble with a phone number, for a person. Of a number abroad, a library knows the length. */
const troubleIn = (given: string, forCode: boolean): Words | null => {
  if (troubleInText(given) || undrawable(given).length > 0) return wordsOf({ why: 'otherCharacters' })
  const phone = readPhone(given)
  if (!phone.ok) return wordsOf(phone.refusal)
  if (phone.value.kind === 'abroad' && !parsePhoneNumberFromString(phone.value.international)?.isPossible())
    return wordsOf({ why: 'abroadLength' })
  return forCode && codeWayOf(given) === null ? cannotReceive : null
}

const phone = (forCode: boolean) =>
  z
    .string()
    .max(40)
    .superRefine((given, context) => {
      const words = troubleIn(given, forCode)
      if (words) context.addIssue({ code: 'custom', params: { words } })
    })

/** A phone number that can be: begun with 0 or +, of the length its kind has. Kept as it was written. */
export const Phone = phone(false).meta({ description: `電話番号。${rightForms.ja}` })

/** A phone number to which a code goes: a mobile phone by short message, a land line or 050 by a call. */
export const CodePhone = phone(true).meta({
  description:
    '確認コードの届く電話。携帯電話（060・070・080・090）へは SMS で、固定電話と 050 へは電話の読み上げで送ります',
})
