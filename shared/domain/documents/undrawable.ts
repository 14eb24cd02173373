import { fontCoverage } from './font-coverage.ts'

const codePointsIn = (coverage: string): ReadonlySet<number> => {
  const all = new Set<number>()
  let end = 0
  for (const range of coverage.trim().split(/\s+/)) {
    const [gap = '0', length = '0'] = range.split('-')
    const from = end + Number.parseInt(gap, 36)
    end = from + Number.parseInt(length, 36)
    for (let codePoint = from; codePoint <= end; codePoint += 1) all.add(codePoint)
  }
  return all
}
const drawn = codePointsIn(fontCoverage)

/** A selector behind a character the fonts do not know in that shape is drawn as the character, which a note tells. */
const selector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u

const draws = (character: string): boolean =>
  selector.test(character) || /[\r\n]/.test(character) || drawn.has(character.codePointAt(0) ?? 0)

/**
 * The characters of a text that no font of the documents can draw, each once, in order: the same that printing would
 * name. A character and its mark are drawn where there is a sign for both, or one for each.
 */
export const undrawable = (text: string): readonly string[] => [
  ...new Set(
    Array.from(text.normalize('NFC')).filter((one) => !draws(one) && !Array.from(one.normalize('NFD')).every(draws)),
  ),
]
