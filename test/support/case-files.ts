import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bookHeader, bookRow } from './books.ts'
import type { Ask } from './house.ts'

/** A file as some clerk had it, to the byte. */
export const caseFile = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../fixtures/cases/${name}`, import.meta.url)))

/** What becomes of a row: taken, or refused for some columns, each with a word that must be said of it. */
export type RowOutcome = 'taken' | Readonly<Record<string, string>>

/** What becomes of a file: of each row by its number, or the whole refused, at which line, with words that must be said. */
export type FileOutcome =
  | Readonly<Record<number, RowOutcome>>
  | { readonly refused: 'not-readable' | 'does-not-fit'; readonly line?: number; readonly says: readonly string[] }

const by = `attestedByName=${encodeURIComponent('青木 誠')}&attestedByTitle=${encodeURIComponent('課長')}`

/** Sends a book of contracts as the file it is; nothing of it is recorded. */
export const judgedBook = (staff: Ask, bytes: Uint8Array, charset = '') =>
  staff.post(`/v1/contract-imports?${by}&dryRun=true`, undefined, {
    raw: bytes,
    headers: { 'content-type': `application/octet-stream${charset && `; charset=${charset}`}` },
  })

type Row = {
  readonly row: number
  readonly verdict: string
  readonly problem: { readonly kind: string; readonly title: string; readonly errors?: readonly any[] } | null
}

/** What became of a file, told in the form of the outcome that was expected of it, so that both can be compared. */
export const outcomeOf = (reply: { status: number; body: any }, expected: FileOutcome): unknown => {
  if ('refused' in expected) {
    const { kind, line, why, rows } = reply.body
    const said = (why?.ja ?? JSON.stringify(rows)) as string
    return {
      refused: kind,
      ...(expected.line === undefined ? {} : { line }),
      says: expected.says.map((word) => (said.includes(word) ? word : said)),
    }
  }
  if (reply.status >= 300) return reply.body
  return Object.fromEntries(
    (reply.body.rows as readonly Row[]).map(({ row, verdict, problem }) => {
      if (verdict === 'accepted') return [row, 'taken']
      const wanted = expected[row]
      const errors = problem?.errors ?? [{ where: problem?.kind, why: { ja: problem?.title } }]
      return [
        row,
        Object.fromEntries(
          errors.map(({ where, why }) => {
            const word = typeof wanted === 'object' ? wanted[where] : undefined
            return [where, word !== undefined && why.ja.includes(word) ? word : why.ja]
          }),
        ),
      ]
    }),
  )
}

/** A row of a book without quotes, numbered by itself. */
export const plain = (number: number | string, more: Readonly<Record<string, string>> = {}): string =>
  bookRow({ 行番号: String(number), ...more }).replaceAll('"', '')

/** A book of some rows with line ends of one kind. */
export const file = (end: string, ...rows: readonly string[]): string => [bookHeader, ...rows].join(end) + end
