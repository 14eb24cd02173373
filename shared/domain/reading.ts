/** ふりがな: how a name is read aloud. Hiragana, long vowels, middle dots and blanks. */
export type Reading = string

const toHiragana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) - 0x60))

/**
 * A reading in hiragana, from kana wide or narrow; a dash behind kana is a long vowel. Null where it bears what is no
 * kana: kanji, letters and digits are not read aloud by themselves.
 */
export const readReading = (given: string): Reading | null => {
  const wide = given
    .trim()
    .replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'))
    .normalize('NFC')
  const kana = toHiragana(wide)
    .replace(/(?<=[\u3041-\u3096ー])[\p{Pd}\u2212\u2500\u2501]/gu, 'ー')
    .replace(/[\u00b7\u2022\u22c5]/g, '・')
    .replace(/\s+/g, '\u3000')
  return /^[\u3041-\u3096ゔ][\u3041-\u3096ゔー・\u3000ゝゞ]*$/u.test(kana) ? kana : null
}
