/** Trouble in a text: that it shows nothing, or the first sign that does not belong into one, and where. */
export type TextTrouble =
  | { readonly why: 'nothing' }
  | { readonly why: TextSign; readonly codePoint: number; readonly place: number }

type TextSign =
  | 'lineBreak'
  | 'control'
  /** Shows nothing and changes how its neighbours look or compare: fillers, joiners, selectors without a character, tags. */
  | 'invisible'
  /** U+FFFD, which a program left where it could not read a character. */
  | 'replacement'
  /** 外字: a sign of the writer's own machine. */
  | 'privateUse'
  | 'unassigned'
  | 'halfCharacter'

/** A variation selector of Unicode, of which the character before it makes the sense: 葛 with U+E0100. */
const selector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u
const shown = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Drawn as nothing, though Unicode counts them with letters and symbols. */
const emptySigns = /[\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/u

const signs: readonly (readonly [sign: RegExp, why: TextSign])[] = [
  [/[\n\r\u0085\u2028\u2029]/u, 'lineBreak'],
  [/\ufffd/u, 'replacement'],
  [/\p{Cs}/u, 'halfCharacter'],
  [/\p{Cc}/u, 'control'],
  [/\p{Co}/u, 'privateUse'],
  // Before the unassigned: of those, some are set apart to be drawn as nothing.
  [/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u, 'invisible'],
  [emptySigns, 'invisible'],
  [/\p{Cn}/u, 'unassigned'],
]

/** Most texts are of these only, and need no closer look. */
const plain = /^[ -~\u3000-\u3029\u3030-\u303f\u3041-\u3096\u309d-\u30ff\u4e00-\u9fef\uff01-\uff9d]*$/
const plainShown = /[!-~\u3001-\u3029\u3030-\u303f\u3041-\u3096\u309d-\u30ff\u4e00-\u9fef\uff01-\uff9d]/

const shows = (character: string): boolean => shown.test(character) && !emptySigns.test(character)

/** The first sign that does not belong into a text, counted from 1 in characters. */
const strangeSign = (text: string): TextTrouble | null => {
  let place = 0
  let carriesSelector = false
  for (const character of text) {
    place += 1
    const isSelector = selector.test(character)
    if (!(isSelector && carriesSelector)) {
      const why = signs.find(([sign]) => sign.test(character))?.[1]
      if (why) return { why, codePoint: character.codePointAt(0) ?? 0, place }
    }
    carriesSelector = !isSelector && shows(character)
  }
  return null
}

/**
 * Find the trouble that keeps a text from being one that people read, if any. Blanks, marks and selectors alone are
 * nothing. A selector behind its character stands, for names are written so.
 */
export const troubleInText = (text: string): TextTrouble | null => {
  if (plain.test(text)) return plainShown.test(text) ? null : { why: 'nothing' }
  const strange = strangeSign(text)
  if (strange) return strange
  return Array.from(text).some(shows) ? null : { why: 'nothing' }
}
