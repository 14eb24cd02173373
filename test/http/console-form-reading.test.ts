import { describe, expect, test } from 'vitest'
import { bookOfRows, bookRow } from '../support/books.ts'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { everyItem, good, paper } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const { ask } = await parties.reseller('R1', [net])
const at = async (who: Ask) => atConsole(who, good(await who.get('/v1/me')), house.clock.today())

const given = {
  formSha256: 'f'.repeat(64),
  formName: '架空お助け隊サービス契約書',
  'readBy.name': '架空 次郎',
  'readBy.title': '法務課',
  stated: everyItem,
  notStated: [],
}
const tableOf = (screen: any) => screen.blocks.find(({ kind }: { kind: string }) => kind === 'table')

describe('the reading of a form of paper at the console', () => {
  test('is recorded on the contract’s own screen, corrected there, and told in its ledger', async () => {
    const { contractId } = good(await ask.post('/v1/contracts/attest', paper(net)))
    const [staff, seller] = [await at(parties.staff), await at(ask)]
    const place = `#/contracts/${contractId}/form-reading`
    expect(JSON.stringify(await staff.screenAt(`#/contracts/${contractId}`))).toContain(place)
    const operation = await staff.sends(place, 'read', { ...given, stated: ['term'], notStated: ['penalty'] })
    await house.settle()
    expect((await staff.screenAt(operation)).title).toBe('様式の確認の記録')
    await staff.sends(place, 'read', given)
    await house.settle()
    const { rows } = tableOf(await seller.screenAt(place))
    expect(rows.map(([day]: any) => day[1])).toEqual(['これによります', '新しい確認に代わりました'])
    expect(rows[1].slice(1, 4)).toEqual([
      '法務課 架空 次郎',
      ['架空お助け隊サービス契約書', 'ffffffffffffffff…'].map((text, index) => (index ? `指紋 ${text}` : text)),
      expect.arrayContaining(['記載あり: 契約期間', '記載なし: 途中解約の違約金']),
    ])
    expect(JSON.stringify(await staff.screenAt(`#/contracts/${contractId}`))).toContain('様式の確認を記録した')
    // The reseller reads what is recorded, and is offered no form.
    expect((await seller.screenAt(place)).blocks.map(({ kind }: { kind: string }) => kind)).toEqual(['table'])
  })

  test('is recorded for rows of a book by their numbers, or for all of them', async () => {
    const staff = await at(parties.staff)
    const content = bookOfRows(...[1, 2, 3, 4].map((n) => bookRow({ 行番号: String(n) })))
    const book = good(
      await parties.staff.post('/v1/contract-imports', {
        format: 'csv',
        content,
        attestedBy: { name: '青木 誠', title: '契約管理課' },
      }),
    ).operationId as string
    await house.settle()
    const place = `#/operations/${book}/form-reading`
    expect(JSON.stringify(await staff.screenAt(`#/operations/${book}`))).toContain(place)
    const doneOf = async (values: object) => {
      const operation = await staff.sends(place, 'read', { ...given, ...values })
      await house.settle()
      return tableOf(await staff.screenAt(operation)).rows.map(([row]: readonly string[]) => row)
    }
    expect(await doneOf({ 'on.rows': '１-２、4' })).toEqual(['1', '2', '4'])
    expect(await doneOf({})).toEqual(['1', '2', '3', '4'])
    const { fields } = await staff.isRefused(place, 'read', { ...given, 'on.rows': '全部' })
    expect(fields).toEqual(['on.rows'])
  })
})
