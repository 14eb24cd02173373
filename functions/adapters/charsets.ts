import { isUtf8 } from 'node:buffer'
import Encoding from 'encoding-japanese'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../shared/domain/result.ts'
import type { Words } from '../../shared/domain/words.ts'
import type { Charset } from '../ports/world.ts'

type Decoded = { readonly text: string; readonly charset: Charset }
type Unreadable = Refusal<'not-readable'>

const names: Readonly<Record<Charset, string>> = { 'utf-8': 'UTF-8', shift_jis: 'Shift_JIS' }

const no = (line: number | null, byte: number | null, why: Words): Result<never, Unreadable> =>
  refuse({ kind: 'not-readable', what: 'content', line, byte, why })

// Neither is a character anyone wrote: the first stands where some program gave up, the others mean something on the
// one computer that drew them. Halves of a pair are no character at all.
const lost = /\ufffd|[\ue000-\uf8ff]|\p{Surrogate}/u

const lostWords = (character: string): Words =>
  character === '\ufffd'
    ? {
        ja: '読み取れなかった文字（�）が入っています。元のファイルを、文字コードを確かめて送り直してください。Shift_JIS のファイルは application/octet-stream で送ってください。',
        en: 'Holds U+FFFD, which stands where some program could not read a character. Send the file itself; one in Shift_JIS as application/octet-stream.',
      }
    : { ja: '外字など、文字として定まらないものが入っています。', en: 'Holds a private or broken character.' }

/** Where a text has a character that nobody can have meant; its byte counted in the charset it came in. */
const lostIn = (text: string, charset: Charset): Result<never, Unreadable> | undefined => {
  const at = text.search(lost)
  if (at < 0) return undefined
  const before = text.slice(0, at)
  const bytes =
    charset === 'utf-8'
      ? Buffer.byteLength(before)
      : Array.from(before).reduce((sum, char) => sum + (/[\u0000-\u007f\uff61-\uff9f]/.test(char) ? 1 : 2), 0)
  return no(before.split('\n').length, bytes + 1, lostWords(text[at] ?? ''))
}

/**
 * The text that bytes say, in the charset stated, or in UTF-8 where they can be that and in Shift_JIS otherwise. The
 * first byte that says nothing is named with its line; so is a character that was lost before it came here.
 */
export const decoded = (given: string | Uint8Array, stated: Charset | null): Result<Decoded, Unreadable> => {
  if (typeof given === 'string') return lostIn(given, 'utf-8') ?? done({ text: given, charset: 'utf-8' })
  if (given[0] === 0xff && given[1] === 0xfe) return no(1, 1, utf16)
  if (given[0] === 0xfe && given[1] === 0xff) return no(1, 1, utf16)
  if (stated) return decodedAs(stated, given)
  if (isUtf8(given)) return decodedAs('utf-8', given)
  const sjis = decodedAs('shift_jis', given)
  if (sjis.ok) return sjis
  // Neither: it was meant to be what can be read for longer.
  const utf8 = decodedAs('utf-8', given)
  return !utf8.ok && (utf8.refusal.byte ?? 0) > (sjis.refusal.byte ?? 0) ? utf8 : sjis
}

const decodedAs = (charset: Charset, given: Uint8Array): Result<Decoded, Unreadable> => {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(given)
    return lostIn(text, charset) ?? done({ text, charset })
  } catch {
    // The decoder says that it failed, and not where.
    const { line, byte } = firstBadByte(given, charset)
    return no(line, byte, {
      ja: `${names[charset]} として読めないバイトです。`,
      en: `A byte that is not ${names[charset]}.`,
    })
  }
}

const utf16: Words = {
  ja: 'UTF-16 のファイルです。UTF-8 か Shift_JIS の CSV で保存し直してください。',
  en: 'A file in UTF-16; save it as a CSV in UTF-8 or Shift_JIS.',
}

const lineFeed = 0x0a

/** In both charsets a line feed is never part of another character, so lines can be looked at one by one. */
const firstBadByte = (bytes: Uint8Array, charset: Charset): { readonly line: number; readonly byte: number } => {
  let from = 0
  for (let line = 1; from <= bytes.length; line += 1) {
    const end = bytes.indexOf(lineFeed, from)
    const until = end < 0 ? bytes.length : end
    const bad = badByteIn(bytes.subarray(from, until), charset)
    if (bad !== undefined) return { line, byte: from + bad + 1 }
    from = until + 1
  }
  throw new Error('every line can be read, and the whole cannot')
}

const canBeRead = (bytes: Uint8Array, charset: Charset, isWhole: boolean): boolean => {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: !isWhole })
    return true
  } catch {
    return false
  }
}

/** The place of the first byte of a line that fits no character, by halving; undefined where all do. */
const badByteIn = (line: Uint8Array, charset: Charset): number | undefined => {
  if (canBeRead(line, charset, true)) return undefined
  let [good, bad] = [0, line.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (canBeRead(line.subarray(0, middle), charset, false)) good = middle
    else bad = middle
  }
  return good
}

const maxTold = 100

/** A text in Shift_JIS as Windows reads it. What it cannot write is told, each character with how often and where. */
export const shiftJisOf = (text: string): Result<Uint8Array, Refusal<'not-in-charset'>> => {
  const lines = text.split('\n')
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
    .map(([character, { times, line }]) => ({
      character,
      codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      times,
      line,
    }))
  if (characters.length > 0)
    return refuse({ kind: 'not-in-charset', charset: names.shift_jis, characters: characters.slice(0, maxTold) })
  const all = encoded(text)
  if (!all) throw new Error('every character can be written, and the whole cannot')
  return done(all)
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
