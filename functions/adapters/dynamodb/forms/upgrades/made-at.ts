const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const beginning = /^[a-z]{3}_([0-7][0-9a-hjkmnp-tv-z]{9})/

/**
 * The moment an id was made, and so many milliseconds more: its first ten characters are the time of a UUID v7, in
 * Crockford's base 32. Nothing of what is no such id.
 */
export const madeAt = (id: unknown, more = 0): string | undefined => {
  const [, time] = beginning.exec(String(id)) ?? []
  if (time === undefined) return undefined
  const ms = [...time].reduce((sum, letter) => sum * 32 + alphabet.indexOf(letter), 0) + more
  return new Date(ms).toISOString()
}
