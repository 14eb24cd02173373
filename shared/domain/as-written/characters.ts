/**
 * A text as it would have been typed on half-width keys: full-width letters, digits and marks, blanks of any width and
 * the yen sign. Nothing else is folded, since a raised 2 or a 2 in a circle is no 2.
 */
export const onKeys = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replaceAll('\uffe5', '¥')

/** The same without the blanks around it. */
export const bare = (text: string): string => onKeys(text).trim()

/** True for a cell that says nothing: no character, or blanks alone. */
export const saysNothing = (text: string): boolean => text.trim() === ''

const longest = 40

/**
 * Quotation of what was found, for a person to find it again: shortened, and whatever shows nothing by its code point.
 */
export const quoted = (text: string): string => {
  const all = Array.from(text)
  const shown = all
    .slice(0, longest)
    .map((sign) =>
      /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffd]/u.test(sign)
        ? codePointOf(sign)
        : sign,
    )
    .join('')
  return `「${shown}${all.length > longest ? '…' : ''}」`
}

/** A character's code point as tables of characters have it: U+FEFF. */
export const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
