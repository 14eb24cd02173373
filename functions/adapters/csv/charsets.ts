import { isUtf8 } from 'node:buffer'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { codePointOf } from '../../../shared/domain/as-written/characters.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Words } from '../../../shared/domain/words.ts'
import type { Charset } from '../../../shared/domain/charsets.ts'
import { lineAt, lineEndsIn } from './lines.ts'
import { otherFile } from './other-files.ts'

type Decoded = { readonly text: string; readonly charset: Charset }
type Unreadable = Refusal<'not-readable'>

const names: Readonly<Record<Charset, string>> = {
  'utf-8': 'UTF-8',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'JIS（ISO-2022-JP）',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}

const no = (line: number | null, byte: number | null, why: Words): Result<never, Unreadable> =>
  refuse({ kind: 'not-readable', what: 'content', line, byte, why })

// None is a character anyone wrote: the first stands where some program gave up, those of private planes mean
// something on the one computer that drew them, and the others are no characters at all.
const lost = /\ufffd|\p{Private_Use}|\p{Surrogate}|\p{Noncharacter_Code_Point}/u

const lostWords = (character: string): Words =>
  character === '\ufffd'
    ? {
        ja: '読み取れなかった文字（�）が入っています。元のファイルを、文字コードを確かめて送り直してください。Shift_JIS のファイルは application/octet-stream で送ってください。',
        en: 'Holds U+FFFD, which stands where some program could not read a character. Send the file itself; one in Shift_JIS as application/octet-stream.',
      }
    : {
        ja: `外字など、文字として定まらないもの（${codePointOf(character)}）が入っています。`,
        en: `Holds a private or broken character, ${codePointOf(character)}.`,
      }

const widthIn: Readonly<Partial<Record<Charset, (before: string) => number>>> = {
  'utf-8': (before) => Buffer.byteLength(before),
  shift_jis: (before) =>
    Array.from(before).reduce((sum, char) => sum + (/[\u0000-\u007f\uff61-\uff9f]/.test(char) ? 1 : 2), 0),
}

/** Refusal at the first character that nobody can have meant; its byte is counted in the charset the text came in. */
const lostIn = (text: string, charset: Charset): Result<never, Unreadable> | undefined => {
  const at = text.search(lost)
  if (at < 0) return undefined
  const bytes = widthIn[charset]?.(text.slice(0, at))
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return no(lineAt(text, at), bytes === undefined ? null : bytes + 1, lostWords(character))
}

/** True where a text begins as the files do that are awaited: only then is a charset told from another. */
type IsAwaited = (text: string) => boolean

/**
 * The text that bytes say, in the charset stated, or in the one that their marks or their awaited beginning make
 * certain: UTF-8, Shift_JIS, UTF-16, EUC-JP or JIS. The first byte that says nothing is named with its line; so is a
 * character that was lost before it came here, and a file of another kind.
 */
export const decoded = (
  given: string | Uint8Array,
  stated: Charset | null,
  isAwaited: IsAwaited,
): Result<Decoded, Unreadable> => {
  const other = otherFile(typeof given === 'string' ? Buffer.from(given.slice(0, 200)) : given)
  if (other) return no(null, null, other)
  if (typeof given === 'string') return lostIn(given, 'utf-8') ?? ok({ text: given, charset: 'utf-8' })
  const charset = markedAs(given) ?? stated ?? certainly(given, isAwaited)
  if (charset) return decodedAs(charset, given)
  // None of them: it was meant to be what its beginning shows, or else what can be read for longest.
  const readings = likely.map((one) => ({ ...textOf(one, given), charset: one }))
  const [meant] = readings
    .map((one) => ({ ...one, good: isAwaited(one.text) ? 1 : 0 }))
    .sort((a, b) => b.good - a.good || b.text.length - a.text.length)
  return decodedAs(meant?.charset ?? 'utf-8', given)
}

const likely = ['utf-8', 'shift_jis', 'euc-jp'] as const

/** The charset a file's own marks state: a byte order mark, or the escapes of JIS. */
const markedAs = (bytes: Uint8Array): Charset | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const isSevenBit = bytes.every((byte) => byte < 0x80)
  return isSevenBit && /\u001b\$[@B]/.test(Buffer.from(bytes).toString('latin1')) ? 'iso-2022-jp' : undefined
}

/** The charset in which the whole can be read, where the awaited beginning leaves one. */
const certainly = (bytes: Uint8Array, isAwaited: IsAwaited): Charset | undefined => {
  const wide = (['utf-16le', 'utf-16be'] as const).find(
    (one) => bytes.includes(0) && isAwaited(textOf(one, bytes).text),
  )
  if (wide) return wide
  if (isUtf8(bytes)) return 'utf-8'
  const whole = (['shift_jis', 'euc-jp'] as const).flatMap((charset) => {
    const { text, isWhole } = textOf(charset, bytes)
    return isWhole ? [{ charset, isAwaited: isAwaited(text) }] : []
  })
  return (whole.find((one) => one.isAwaited) ?? whole[0])?.charset
}

// Node's decoder of Shift_JIS exchanges three controls among themselves; each is put back in its place.
const turned: Readonly<Record<string, string>> = { '\u001c': '\u001a', '\u007f': '\u001c', '\u001a': '\u007f' }

const said = (bytes: Uint8Array, charset: Charset, fatal: boolean): string => {
  const text = new TextDecoder(charset, { fatal }).decode(bytes)
  return charset === 'shift_jis' ? text.replace(/[\u001a\u001c\u007f]/g, (sign) => turned[sign] ?? sign) : text
}

/** Decodes bytes in a charset, up to the first bad byte; `isWhole` where there is none. */
const textOf = (charset: Charset, bytes: Uint8Array): { readonly text: string; readonly isWhole: boolean } => {
  try {
    return { text: said(bytes, charset, true), isWhole: true }
  } catch {
    // The decoder says that it failed, and not where.
    const good = bytes.subarray(0, firstBadByte(bytes, charset))
    return { text: said(good, charset, false), isWhole: false }
  }
}

const decodedAs = (charset: Charset, given: Uint8Array): Result<Decoded, Unreadable> => {
  const { text, isWhole } = textOf(charset, given)
  if (isWhole) return lostIn(text, charset) ?? ok({ text, charset })
  return no(1 + lineEndsIn(text), firstBadByte(given, charset) + 1, {
    ja: `${names[charset]} として読めないバイトです。`,
    en: `A byte that is not ${names[charset]}.`,
  })
}

const canBeRead = (bytes: Uint8Array, charset: Charset, isWhole: boolean): boolean => {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: !isWhole })
    return true
  } catch {
    return false
  }
}

/** The place of the first byte that fits no character, by halving. */
const firstBadByte = (bytes: Uint8Array, charset: Charset): number => {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (canBeRead(bytes.subarray(0, middle), charset, false)) good = middle
    else bad = middle
  }
  return good
}
