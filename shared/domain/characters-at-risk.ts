/**
 * Characters with a mark that asks for a variant of them: an ideographic variation sequence (U+E0100 and on) or a
 * standardised one (U+FE00 to U+FE0F). A font that does not know the variant draws the base character without a word,
 * so whoever signs must be told. Each once, in order.
 */
export const charactersAtRisk = (...texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text.match(/.[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]+/gsu) ?? [])),
]

/** A character with its code points: a reader sees which variant was meant, whatever was drawn. */
export const withCodePoints = (character: string): string =>
  `「${character}」（${Array.from(character, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}）`
