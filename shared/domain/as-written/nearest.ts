import { onKeys } from './characters.ts'

const folded = (text: string): string => onKeys(text).normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** The name that was most likely meant by what was given; undefined where none is near it. */
export const nearestOf = (given: string, names: readonly string[]): string | undefined => {
  const meant = folded(given)
  if (meant === '') return undefined
  const near = names.flatMap((name) => {
    const known = folded(name)
    if (known === meant) return [{ name, away: 0, begins: true }]
    const holds = Math.min(meant.length, known.length) > 1 && (holdsSigns(meant, known) || holdsSigns(known, meant))
    const away = distance(meant, known)
    return holds || away <= Math.max(known.length, meant.length) / 3
      ? [{ name, away, begins: known.startsWith(meant) }]
      : []
  })
  // 京都 is two signs of 東京都 too, and begins 京都府.
  return near.sort((one, other) => one.away - other.away || Number(other.begins) - Number(one.begins))[0]?.name
}

/** Signs that may be mistyped in a name so long before it is taken for another. */
const slipsIn = (name: string): number => (name.length >= 8 ? 2 : name.length >= 4 ? 1 : 0)

/** The name that was mistyped by a sign or two; undefined where what was given is that name, or none. */
export const mistypedOf = (given: string, names: readonly string[]): string | undefined =>
  names.find((name) => {
    const away = distance(folded(given), folded(name))
    return away > 0 && away <= slipsIn(folded(name))
  })

/** True where a text has all the signs of another in their order, whatever stands between. */
const holdsSigns = (text: string, other: string): boolean => {
  let at = -1
  return Array.from(other).every((sign) => {
    at = text.indexOf(sign, at + 1)
    return at >= 0
  })
}

/** Edit distance: the number of signs to put in, leave out or exchange to make one text of another. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let from = 1; from <= one.length; from += 1) {
    const next = [from]
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[from - 1] === other[to - 1] ? 0 : 1
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? 0
}
