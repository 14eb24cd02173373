import Encoding from 'encoding-japanese'
import { codePointOf } from '../../../shared/domain/as-written/characters.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'

const maxTold = 100

/** A text in Shift_JIS as Windows reads it. What it cannot write is told, each character with how often and where. */
export const shiftJisOf = (text: string): Result<Uint8Array, Refusal<'not-in-charset'>> => {
  const lines = text.split(/\r\n|\n|\r/)
  const places = new Map<string, { times: number; line: number }>()
  for (const [index, line] of lines.entries()) {
    for (const character of line) {
      const known = places.get(character)
      if (known) known.times += 1
      else places.set(character, { times: 1, line: index + 1 })
    }
  }
  const characters = [...places]
    .filter(([character]) => encoded(character) === undefined)
    .map(([character, { times, line }]) => ({ character, codePoint: codePointOf(character), times, line }))
  if (characters.length > 0)
    return refuse({ kind: 'not-in-charset', charset: 'Shift_JIS', characters: characters.slice(0, maxTold) })
  const all = encoded(text)
  if (!all) throw new Error('every character can be written, and the whole cannot')
  return ok(all)
}

const encoded = (text: string): Uint8Array | undefined => {
  try {
    return Uint8Array.from(
      Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS', fallback: 'error' }),
    )
  } catch {
    // The library's way of saying that the charset has no such character.
    return undefined
  }
}
