import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { undrawable } from '../../shared/domain/documents/undrawable.ts'
import { sme } from '../domain/contract/given-disclosure.ts'
import { coveredByAll, tableModule, tablePath } from './font-coverage.ts'
import { documentsOf, givenDisclosure, printing } from './given.ts'

test('the table of what can be drawn is that of the fonts', () => {
  expect(readFileSync(tablePath, 'utf8')).toBe(tableModule())
  expect(undrawable(String.fromCodePoint(...coveredByAll()))).toEqual([])
})

describe('what cannot be printed is known without printing, and is the same that printing names (20)', () => {
  test.each([
    '髙﨑𠮷兵衛',
    '㈲神\u{fa19}社ｱﾙﾌｧｰﾄ',
    '葛\u{e0100}飾',
    '𩸽と㋿',
    'Zoë & Søn',
    'Cafe\u0301 Ca\u0302fe\u0302',
    'か\u3099くう、ハ\u309a',
    '⾼橋⼀郎',
    'АВС株式会社',
    '❤\ufe0f工房',
    '简体한국商店简😀',
    '龘商店',
    'นิติบุคคล',
    'مؤسسة',
    'セ\u309a',
    '𰻞麺',
    'Αθήνα',
    '①㍿〒〽',
  ])('%s', async (name) => {
    const [document] = documentsOf(givenDisclosure({ sme: { ...sme, name } }))
    if (!document) throw new Error('no document')
    const out = await printing.print(document)
    // A selector is named only where what it stands behind is.
    const named = out.ok ? [] : out.missingGlyphs.filter((one) => !/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u.test(one))
    expect(undrawable(name).length > 0).toBe(!out.ok)
    expect([...undrawable(name)].sort()).toEqual([...named].sort())
  })
})
