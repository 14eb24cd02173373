// Every sign at which some program ends a line: within a cell each begins what a spreadsheet may take for a new one.
const lineEnd = /(\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029])/

// A spreadsheet looks past blanks and signs that show nothing, and at full-width signs too; and U+2212 is one of them
// once it was written in Shift_JIS.
const unshown = /^[\s\p{Cc}\p{Cf}\u3164\u2800\u115f\u1160]+/u
const wouldRun = (line: string): boolean =>
  line.startsWith('\t') || /^[=+\-@\u2212]/.test(line.normalize('NFKC').replace(unshown, ''))

/** Lines with what ends each, each at an even place; its end at the odd one after it. */
const partsOf = (cell: string): readonly string[] => cell.split(lineEnd)

const runsBehindApostrophes = (line: string): boolean => wouldRun(line.replace(/^'*/, ''))

/**
 * A cell of which no spreadsheet runs anything: each of its lines that would, and each that already has our mark before
 * such a thing, gets a leading apostrophe.
 */
export const protectedCell = (cell: string): string =>
  partsOf(cell)
    .map((part, at) => (at % 2 === 0 && runsBehindApostrophes(part) ? `'${part}` : part))
    .join('')

/** The cell that was protected: the apostrophes taken off where, and only where, they would have been put. */
export const unprotectedCell = (cell: string): string =>
  cell.includes("'")
    ? partsOf(cell)
        .map((part, at) => (at % 2 === 0 && part.startsWith("'") && runsBehindApostrophes(part) ? part.slice(1) : part))
        .join('')
    : cell
