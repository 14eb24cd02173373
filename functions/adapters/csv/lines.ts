/** The ends of lines as programs write them; the first is what passing through two of them leaves. */
export const lineEnds = ['\r\r\n', '\r\n', '\n', '\r'] as const

const lineEnd = /\r\r\n|\r\n|\n|\r/g

/** Number of lines that begin in a text after its first one, as an editor counts them. */
export const lineEndsIn = (text: string): number => text.match(lineEnd)?.length ?? 0

/** The number of the line on which a place of a text stands, counted from 1. */
export const lineAt = (text: string, at: number): number => {
  // Between the two signs of one line end, the line has not ended yet.
  const before = text.slice(0, at)
  return 1 + lineEndsIn(before.endsWith('\r') && text[at] === '\n' ? before.slice(0, -1) : before)
}

/** The letters a spreadsheet has for a column, counted from 0: A to Z, then AA. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
