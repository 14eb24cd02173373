import type * as z from 'zod'
import type { Words } from '../domain/words.ts'
import type { FormError } from './problem.ts'

type Issue = z.core.$ZodIssue

const maxErrors = 20

/**
 * Objections of a schema, in words a person can act on: one objection to a place, at most twenty places. What was given
 * is never repeated.
 */
export const formErrors = (error: z.ZodError): readonly FormError[] => {
  const places = new Map<string, FormError>()
  for (const one of error.issues.slice(0, maxErrors).flatMap(errorsOf)) {
    if (!places.has(one.where)) places.set(one.where, one)
  }
  return [...places.values()].slice(0, maxErrors)
}

const errorsOf = (issue: Issue): readonly FormError[] => {
  const at = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, maxErrors).map((key) => ({
      where: [...at, key.slice(0, 60)].join('.'),
      why: { ja: 'この項目はありません。', en: 'There is no such field.' },
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    // The alternative that got furthest says most.
    const [closest] = [...issue.errors].sort((a, b) => a.length - b.length)
    const nested = (closest ?? []).flatMap((inner) => errorsOf({ ...inner, path: [...issue.path, ...inner.path] }))
    if (nested.length > 0) return nested
  }
  return [{ where: at.join('.') || '(全体)', why: whyOf(issue) }]
}

const typeNames: Readonly<Record<string, Words>> = {
  string: { ja: '文字列', en: 'text' },
  number: { ja: '数（例: 100000。文字列やコンマ入りでなく）', en: 'a number, as 100000: no text, no separators' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: '並び', en: 'a list' },
  object: { ja: '項目の組', en: 'an object' },
  record: { ja: '項目の組', en: 'an object' },
}

const ownChecks: Readonly<Record<string, Words>> = {
  day: {
    ja: '1900年から2199年までの、暦にある日を 2026-06-01 の形（YYYY-MM-DD）で入れてください。',
    en: 'Give a day that exists, from 1900 to 2199, as 2026-06-01 (YYYY-MM-DD).',
  },
  halfCharacter: { ja: '文字の半分だけが入っています。', en: 'Holds half a character.' },
  base64: { ja: 'Base64 ではありません。', en: 'Not in base64.' },
}

const unitOf = (origin: string): string => (origin === 'string' ? '文字' : origin === 'array' ? '件' : ' ')

const oneOf = (values: readonly unknown[]): Words =>
  values.length === 0
    ? { ja: '受け付けられない値です。', en: 'Not acceptable.' }
    : {
        ja: `選べる値のどれかにしてください: ${values.map(String).join('、')}。`,
        en: `Must be one of: ${values.map(String).join(', ')}.`,
      }

const whyOf = (issue: Issue): Words => {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? { ja: issue.expected, en: issue.expected }
      if (issue.message.endsWith('received undefined')) {
        return { ja: 'この項目は必須です。', en: 'This field is required.' }
      }
      return { ja: `${wanted.ja}で入れてください。`, en: `Must be ${wanted.en}.` }
    }
    case 'too_small':
      return {
        ja: `${issue.minimum}${unitOf(issue.origin)}以上にしてください。`,
        en: `Must be at least ${issue.minimum}.`,
      }
    case 'too_big':
      return {
        ja: `${issue.maximum}${unitOf(issue.origin)}以下にしてください。`,
        en: `Must be at most ${issue.maximum}.`,
      }
    case 'invalid_format':
      return { ja: '形が違います。', en: 'Not in the right form.' }
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union':
      return oneOf('options' in issue ? (issue.options ?? []) : [])
    case 'custom': {
      const { code, words } = (issue.params ?? {}) as { readonly code?: string; readonly words?: Words }
      return words ?? ownChecks[code ?? ''] ?? { ja: '受け付けられない値です。', en: 'Not acceptable.' }
    }
    default:
      return { ja: '受け付けられない値です。', en: 'Not acceptable.' }
  }
}
