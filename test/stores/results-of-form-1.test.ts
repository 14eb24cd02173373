import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reasonsIn } from '../../functions/application/operations/reasons.ts'
import { rowResult } from '../../functions/application/operations/results.ts'
import type { PaperContent } from '../../functions/ports/papers.ts'
import { resultsForm } from '../../functions/papers/results.ts'
import { RowResult } from '../../shared/api/views/operation.ts'
import { layouts } from './every-form.ts'

type Frozen = { readonly stored: readonly any[] & PaperContent; readonly cells: readonly (readonly [string, string])[] }

const frozenOf = (layout: string): readonly Frozen[] =>
  readFileSync(join(import.meta.dirname, 'golden', layout, 'results.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Frozen)

describe.each(layouts.slice(0, 2))('results that %s kept with the problem documents of their rows', (layout) => {
  const papers = frozenOf(layout)

  test('are shown with the very documents they were kept with', () => {
    for (const { stored } of papers) {
      const shown = resultsForm.read(stored).rows.map((one) => RowResult.parse(rowResult(one)))
      expect(shown.map(({ problem }) => problem)).toEqual(stored.map(({ problem }) => problem))
      expect(shown).toMatchObject(stored)
      expect(shown.some(({ problem }) => problem !== null)).toBe(true)
    }
  })

  test('give the cells of a results file that they gave then', () => {
    for (const { stored, cells } of papers) expect(resultsForm.read(stored).rows.map(reasonsIn)).toEqual(cells)
  })

  test('are kept today with the refusal and no document, and shown the same', () => {
    for (const { stored } of papers) {
      const rows = resultsForm.read(stored).rows.map(({ problem: _, ...row }) => row)
      const kept = resultsForm.write({ rows })
      expect(kept).toMatchObject({ form: 2 })
      expect(JSON.stringify(kept)).not.toContain('/problems/')
      expect(resultsForm.read(kept).rows.map(rowResult)).toMatchObject(stored)
    }
  })
})
