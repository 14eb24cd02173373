import { describe, expect, test } from 'vitest'
import { bookOfRows, bookRow } from '../support/books.ts'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'

const { house, parties, net } = await marketplace()
await parties.reseller('R1', [net])

describe('work over many rows at the console', () => {
  const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())

  test('a book is sent as the file it is; its rows can be looked through by what became of them', async () => {
    const staff = await at(parties.staff)
    const book = bookOfRows(bookRow({ 行番号: '1' }), bookRow({ 行番号: '2', 端末数: '五' }))
    const operation = await staff.sends('#/imports', 'import', {
      contentBase64: Buffer.from(book).toString('base64'),
      'attestedBy.name': '青木 誠',
      'attestedBy.title': '課長',
    })
    await house.settle()
    const rowsOn = async (query: string) =>
      (await staff.screenAt(`${operation}${query}`)).blocks
        .find(({ heading }: { heading?: string }) => heading === '行ごとの結果')
        .rows.map(([row]: readonly string[]) => row)
    expect(await rowsOn('')).toEqual(['1', '2'])
    expect(await rowsOn('?verdict=refused')).toEqual(['2'])
    expect(JSON.stringify(await staff.screenAt('#/imports'))).toContain(operation)
  })

  test('all of it stands in one list, by kind and stage, each with the way to it', async () => {
    const [admin, staff] = [await at(parties.admin), await at(parties.staff)]
    const rowsOn = (screen: any) => screen.blocks.find(({ kind }: { kind: string }) => kind === 'table').rows
    const [imported] = rowsOn(await staff.screenAt('#/operations?kind=importContracts'))
    expect(imported[0]).toMatchObject({ text: '紙の契約の取込み' })
    expect([imported[1], imported[3]]).toEqual(['完了', ['2／2件', '断られたもの 1件']])
    await staff.screenAt(imported[0].to)

    const exported = await admin.sends('#/exports', 'export')
    const running = await admin.screenAt('#/operations')
    expect(running.againAfterMs).toBeGreaterThan(0)
    expect(rowsOn(running)[0][0]).toEqual({ text: '書出し', to: exported })
    // Who may not take an export out is told of it, and led nowhere.
    expect(rowsOn(await staff.screenAt('#/operations?kind=exportHoldings'))[0][0]).toBe('書出し')
    await house.settle()
    expect((await admin.screenAt('#/operations')).againAfterMs).toBeUndefined()
    expect(rowsOn(await admin.screenAt('#/operations?stage=running'))).toEqual([])
    await admin.screenAt(exported.replace('exports', 'operations'))
  })

  test('everything is taken out, and its files are named with their hashes', async () => {
    const admin = await at(parties.admin)
    const exported = await admin.sends('#/exports', 'export')
    expect((await admin.screenAt(exported)).againAfterMs).toBeGreaterThan(0)
    await house.settle()
    const screen = await admin.screenAt(exported)
    expect(screen.againAfterMs).toBeUndefined()
    expect(JSON.stringify(screen)).toContain('contracts.csv')
    expect(JSON.stringify(await admin.screenAt('#/exports'))).toContain(exported)
    expect(JSON.stringify(screen)).toContain('まで保存できます')
    house.clock.advance(9 * 86_400_000)
    await house.calendar.exportsCleared()
    const gone = await admin.screenAt(exported)
    expect(JSON.stringify(gone)).toContain('片付けました')
    expect(gone.blocks.find(({ kind }: { kind: string }) => kind === 'links')).toMatchObject({ items: [] })
  })
})
