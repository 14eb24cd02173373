import { quoted } from '../../../shared/domain/as-written/characters.ts'
import { mistypedOf, nearestOf } from '../../../shared/domain/as-written/nearest.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Wanted } from '../../ports/dependencies.ts'
import { columnLetters } from './lines.ts'
import { firstLines, type Line } from './records.ts'

/** Header of a table: its line, the sign that parts cells, and the name each wanted column has there, by place. */
export type Header = {
  readonly line: Line
  readonly separator: string
  readonly names: readonly (string | undefined)[]
}

const mostTitleLines = 50
const separators = [',', '\t', ';', '|'] as const
// Read by people as commas, and by no program: what stands between them could hold them too.
const wideCommas = ['，', '、', '､'] as const

/** A name of a column as it is compared: width, blanks and signs that show nothing make no other name. */
const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .toLowerCase()

const namesIn = ({ cells }: Line, wanted: Wanted): readonly (string | undefined)[] => {
  const known = new Map([
    ...Object.entries(wanted.otherNames ?? {}).map(([other, name]) => [folded(other), name] as const),
    ...[...wanted.needed, ...wanted.also].map((name) => [folded(name), name] as const),
  ])
  return cells.map((cell) => known.get(folded(cell)))
}

type Found = Header & { readonly score: number; readonly above: readonly Line[] }

/** The first line that names most of the wanted columns, whatever parts them. */
const best = (text: string, wanted: Wanted, among: readonly string[]): Found | undefined => {
  const all = among.flatMap((separator) => {
    const lines = firstLines(text, separator, mostTitleLines)
    return lines.map((line, index) => {
      const names = namesIn(line, wanted)
      const score = new Set(names.filter((name) => name !== undefined)).size
      return { line, separator, names, score, above: lines.slice(0, index) }
    })
  })
  // The first of equals, since sorting keeps their order.
  return all.sort((one, other) => other.score - one.score)[0]
}

/** True where a text has a header with at least half of the columns needed. */
export const beginsAsAwaited = (text: string, wanted: Wanted): boolean =>
  (best(text, wanted, separators)?.score ?? 0) * 2 >= wanted.needed.length

const notThere = (missing: readonly string[], found: Found | undefined): Refusal<'does-not-fit'> => {
  const { cells = [], line = 1 } = found?.score ? found.line : {}
  const strangers = cells.flatMap((cell, index) =>
    cell.trim() === '' || found?.names[index] !== undefined ? [] : [{ cell, index }],
  )
  const near = missing.flatMap((name) => {
    const meant = strangers.find(({ cell }) => nearestOf(cell, missing) === name)
    return meant ? [{ name, ...meant }] : []
  })
  const head = found?.score
    ? { ja: `${line}行目の見出しに、次の欄がありません: `, en: `The header in line ${line} lacks: ` }
    : {
        ja: '見出しの行が見つかりません。欄の名前の行を先頭に置いてください。要る欄: ',
        en: 'There is no header; it needs the columns ',
      }
  return {
    kind: 'does-not-fit',
    what: 'content',
    given: `${cells.length} columns`,
    needs: `the columns ${missing.join('、')}`,
    why: {
      ja: [
        `${head.ja}${missing.join('、')}。`,
        ...near.map(
          ({ name, cell, index }) => `${columnLetters(index)}列の${quoted(cell)}は「${name}」のことでしょうか。`,
        ),
      ].join(''),
      en: [
        `${head.en}${missing.join(', ')}.`,
        ...near.map(({ name, cell, index }) => ` Column ${columnLetters(index)}, ${quoted(cell)}: is it ${name}?`),
      ].join(''),
    },
  }
}

/**
 * A column that no reader knows, by a name that is an optional one mistyped: what stands under it would be left out
 * without a word. Any other column of a clerk's own stays.
 */
const mistyped = ({ line, names }: Header, { also }: Wanted): Refusal<'does-not-fit'> | undefined => {
  const absent = also.filter((name) => !names.includes(name))
  const slips = line.cells.flatMap((cell, index) => {
    const meant = names[index] === undefined ? mistypedOf(cell, absent) : undefined
    return meant === undefined ? [] : [{ cell, letters: columnLetters(index), meant }]
  })
  if (slips.length === 0) return undefined
  return {
    kind: 'does-not-fit',
    what: 'content',
    given: slips.map(({ cell }) => cell).join('、'),
    needs: slips.map(({ meant }) => meant).join('、'),
    why: {
      ja: slips
        .map(
          ({ cell, letters, meant }) =>
            `${line.line}行目の見出し、${letters}列の${quoted(cell)}は「${meant}」のことでしょうか。そうなら名前を直し、別の欄なら名前を変えてください。`,
        )
        .join(''),
      en: slips
        .map(
          ({ cell, letters, meant }) => `Column ${letters}, ${quoted(cell)}: is it ${meant}? Name it so, or otherwise.`,
        )
        .join(' '),
    },
  }
}

// Of a row above the header, so much is a row of the book and no title.
const looksLikeRow = ({ cells }: Line, header: Line): boolean =>
  cells.filter((cell) => cell.trim() !== '').length * 2 > header.cells.length &&
  cells.filter((cell) => /^\d+$/.test(cell)).length >= 3

const unreadable = (line: number, ja: string, en: string): Refusal<'not-readable'> => ({
  kind: 'not-readable',
  what: 'content',
  line,
  byte: null,
  why: { ja, en },
})

/** Finds the header of a table by the columns wanted of it, wherever it stands among the first lines. */
export const headerOf = (text: string, wanted: Wanted): Result<Header, Refusal<'not-readable' | 'does-not-fit'>> => {
  const found = best(text, wanted, separators)
  const names = found?.names ?? []
  const missing = wanted.needed.filter((name) => !names.includes(name))
  if (!found || missing.length > 0) {
    const wide = best(text, wanted, wideCommas)
    return refuse(
      wide && wide.score > (found?.score ?? 0) && wide.score > 1
        ? unreadable(
            wide.line.line,
            `欄が全角の「${wide.separator}」で区切られています。半角のコンマ（,）で区切った CSV で保存し直してください。`,
            'Its cells are parted by full-width commas; save it with plain ones.',
          )
        : notThere(missing, found),
    )
  }
  const twice = names.findIndex((name, index) => name !== undefined && names.indexOf(name) !== index)
  if (twice >= 0) {
    const both = [names.indexOf(names[twice]), twice].map(columnLetters)
    return refuse(
      unreadable(
        found.line.line,
        `見出しに「${names[twice]}」の欄が二つあります（${both.join('列と')}列）。どちらかを消してください。`,
        `Two columns have the same name: ${names[twice]}, in ${both.join(' and ')}.`,
      ),
    )
  }
  const slip = mistyped(found, wanted)
  if (slip) return refuse(slip)
  const row = found.above.find((line) => looksLikeRow(line, found.line))
  return row
    ? refuse(
        unreadable(
          row.line,
          `見出し（${found.line.line}行目）より上に、値の入った行があります。見出しの下に移してください。`,
          `A row stands above the header, which is in line ${found.line.line}.`,
        ),
      )
    : ok({ line: found.line, separator: found.separator, names })
}
