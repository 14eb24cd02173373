import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Where the table is kept; written by `node test/documents/font-coverage.ts` when the fonts change. */
export const tablePath = 'shared/domain/documents/font-coverage.ts'

const require = createRequire(import.meta.url)
const fontFiles = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf']

const tableAt = (font: Buffer, tag: string): number => {
  for (let record = 12; ; record += 16)
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
}

/** The code points a font has a glyph for, by its character map of all of Unicode (OpenType cmap, format 12). */
const coveredBy = (file: string): ReadonlySet<number> => {
  const font = readFileSync(require.resolve(`@expo-google-fonts/noto-sans-jp/${file}`))
  const cmap = tableAt(font, 'cmap')
  const covered = new Set<number>()
  for (let record = cmap + 4; record < cmap + 4 + 8 * font.readUInt16BE(cmap + 2); record += 8) {
    const map = cmap + font.readUInt32BE(record + 4)
    if (font.readUInt16BE(map) !== 12) continue
    for (let group = map + 16; group < map + 16 + 12 * font.readUInt32BE(map + 12); group += 12) {
      const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
      for (let codePoint = first; codePoint <= last; codePoint += 1)
        if (font.readUInt32BE(group + 8) + codePoint - first > 0) covered.add(codePoint)
    }
  }
  return covered
}

/** What both fonts of the documents draw, in order. */
export const coveredByAll = (): readonly number[] => {
  const [first = new Set<number>(), ...others] = fontFiles.map(coveredBy)
  return [...first].filter((one) => others.every((other) => other.has(one))).sort((one, other) => one - other)
}

/** Ranges as gap and length in base 36, one behind the other. */
const written = (codePoints: readonly number[]): string => {
  const ranges: [number, number][] = []
  for (const one of codePoints) {
    const last = ranges.at(-1)
    if (last && last[1] === one - 1) last[1] = one
    else ranges.push([one, one])
  }
  let end = 0
  return ranges
    .map(([from, to]) => {
      const gap = (from - end).toString(36)
      end = to
      return to > from ? `${gap}-${(to - from).toString(36)}` : gap
    })
    .join(' ')
}

const lineOf = 118

/** The module of the table as it should stand. */
export const tableModule = (): string => {
  const lines: string[] = ['']
  for (const word of written(coveredByAll()).split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length + 1 > lineOf) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return `/**
 * The code points that both fonts of the documents (Noto Sans JP 400, 700) draw: ranges as gap and length in base 36.
 * Written by \`node test/documents/font-coverage.ts\`; a test compares it with the fonts.
 */
export const fontCoverage = \`
${lines.join('\n')}
\`
`
}

if (process.argv[1] === import.meta.filename) writeFileSync(tablePath, tableModule())
