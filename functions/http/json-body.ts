import { done, refuse, type Result } from '../../shared/domain/result.ts'
import type { Trouble } from '../../shared/api/problem.ts'

const usualMaxBytes = 256 * 1024
const maxDepth = 20

type No = Extract<Trouble, { kind: 'too-large' | 'not-json' | 'unsupported-media-type' }>

/** Reads a JSON body. Size and depth are checked on the text, before any parser spends time or stack on it. */
export const jsonBody = (
  given: string | Uint8Array,
  contentType: string | undefined,
  maxBytes: number = usualMaxBytes,
): Result<unknown, No> => {
  const body = typeof given === 'string' ? given : Buffer.from(given).toString('utf8')
  if (Buffer.byteLength(body) > maxBytes) return refuse({ kind: 'too-large', maxBytes })
  if (body.trim() === '') return done({})
  if (!/^application\/(?:json|[\w.-]{1,50}\+json)\s*(?:;|$)/i.test(contentType ?? ''))
    return refuse({ kind: 'unsupported-media-type' })
  if (deeperThan(maxDepth, body)) return refuse({ kind: 'not-json' })
  try {
    return done(JSON.parse(body))
  } catch {
    // The parser's message quotes what was sent; the answer does not.
    return refuse({ kind: 'not-json' })
  }
}

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
