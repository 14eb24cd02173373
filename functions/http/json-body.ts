import { ok, refuse, type Result } from '../../shared/domain/result.ts'
import type { FormError, Trouble } from '../../shared/api/problem.ts'
import { duplicateKeyIn } from '../adapters/duplicate-keys.ts'

const usualMaxBytes = 256 * 1024
const maxDepth = 20

type No = Extract<Trouble, { kind: 'too-large' | 'not-json' | 'not-utf-8' | 'malformed' | 'unsupported-media-type' }>

/**
 * Reads a JSON body (RFC 8259): UTF-8, no name twice in an object. Size and depth are checked on the text, before any
 * parser spends time or stack on it.
 */
export const jsonBody = (
  given: string | Uint8Array,
  contentType: string | undefined,
  maxBytes: number = usualMaxBytes,
): Result<unknown, No> => {
  if (Buffer.byteLength(given) > maxBytes) return refuse({ kind: 'too-large', maxBytes })
  const body = typeof given === 'string' ? ok(given) : inUtf8(given)
  if (!body.ok) return body
  const text = body.value
  if (text.trim() === '') return ok({})
  if (!jsonType.test(contentType ?? '')) return refuse({ kind: 'unsupported-media-type', needs: 'application/json' })
  if (deeperThan(maxDepth, text)) return refuse({ kind: 'not-json' })
  try {
    const parsed: unknown = JSON.parse(text)
    const twice = duplicateKeyIn(text)
    return twice ? refuse({ kind: 'malformed', errors: [standsTwice(twice)] }) : ok(parsed)
  } catch {
    // The parser's message quotes what was sent; the answer does not.
    return refuse({ kind: 'not-json' })
  }
}

/** JSON has no charset but UTF-8; whoever names another means other characters than would be read. */
const jsonType = /^application\/(?:json|[\w.-]{1,50}\+json)\s*(?:;(?!.*charset=(?!"?utf-?8"?\s*(?:;|$)).*)|$)/i

/** Text of bytes in UTF-8. A byte order mark is kept, and no part of JSON. */
const inUtf8 = (bytes: Uint8Array): Result<string, No> => {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    // The first byte that is none of UTF-8 stands where reading and writing it again differ.
    const again = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    return refuse({ kind: 'not-utf-8', byte: again.findIndex((byte, index) => byte !== bytes[index]) + 1 })
  }
}

const standsTwice = (path: readonly string[]): FormError => ({
  where: path.map((name) => name.slice(0, 60)).join('.'),
  why: { ja: '同じ名前の項目が二つあります。一つにしてください。', en: 'Stands twice; give it once.' },
})

/** True where brackets nest deeper than allowed, those inside strings not counted. */
const deeperThan = (limit: number, text: string): boolean => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (inString) {
      if (char === '\\') at += 1
      else if (char === '"') inString = false
    } else if (char === '"') inString = true
    else if (char === '{' || char === '[') {
      depth += 1
      if (depth > limit) return true
    } else if (char === '}' || char === ']') depth -= 1
  }
  return false
}
