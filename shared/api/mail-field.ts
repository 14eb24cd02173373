import * as z from 'zod'
import type { Words } from '../domain/words.ts'

const right: Words = {
  ja: 'メールアドレスは一つだけ、半角で入れてください（例 tantou@example.com）。',
  en: 'Give one mail address, in half-width letters (such as tantou@example.com).',
}

const troubles: readonly (readonly [form: RegExp, words: Words])[] = [
  [/[\s\u3000]/u, { ja: '空白は入れられません。', en: 'It may hold no blanks.' }],
  [
    /[;,<>]|mailto:/i,
    { ja: '名前や区切りの記号、「mailto:」は入れられません。', en: 'Without a name, separators or mailto:.' },
  ],
  [
    /[^\u0021-\u007e]/u,
    {
      ja: '全角や日本語の文字には送れません。日本語のドメインは「xn--」で始まる形にしてください。',
      en: 'Only ASCII can be sent to; write a domain in Japanese in its xn-- form.',
    },
  ],
  [
    /^"|\.\.|^\.|\.@/,
    {
      ja: '点が続くもの、「@」の前が点のもの、引用符のものには、規格（RFC 5321）により送れません。別のアドレスを入れてください。',
      en: 'Dots in a row, a dot before the @ and quotes cannot be sent to (RFC 5321); give another address.',
    },
  ],
  [/^[^@]{65,}@/, { ja: '「@」の前は64文字までです。', en: 'Before the @ stand at most 64 characters.' }],
]

// Dot-atoms of RFC 5321 in ASCII, and a domain of at least two labels as DNS has them; the last one is no number.
const local = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const deliverable = new RegExp(`^(?=[^@]{1,64}@)${local}@(?:${label}\\.)+(?![0-9]+$)${label}$`, 'i')

const troubleIn = (given: string): Words | null => {
  if (given.length <= 254 && deliverable.test(given)) return null
  const more = troubles.find(([form]) => form.test(given))?.[1]
  return more ? both(right, more) : right
}

const both = (first: Words, then: Words): Words => ({ ja: `${first.ja}${then.ja}`, en: `${first.en} ${then.en}` })

const mail = (instead?: Words) =>
  z
    .string()
    .max(400)
    .superRefine((given, context) => {
      const words = troubleIn(given)
      if (words) context.addIssue({ code: 'custom', params: { words: instead ? both(words, instead) : words } })
    })
    .meta({ format: 'email' })

/** A mail address a mail server can be given (RFC 5321), kept as it was written. */
export const Mail = mail()

/** The same where a phone number may stand in its place, which its words say. */
export const NoticeMail = mail({
  ja: 'メールアドレスがなければ、空にして、電話番号だけを入れてもかまいません（第2章1.(2)）。',
  en: 'Without one, a phone number alone will do (第2章1.(2)).',
})
