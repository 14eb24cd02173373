import { describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'

const { house, parties, leaver, stopped } = await marketplace()

describe('what is owed in a case, at the console', () => {
  const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
  const rowsOn = (screen: any): readonly any[] =>
    screen.blocks.find(({ kind, heading }: any) => kind === 'table' && heading === '期限つきの義務').rows
  const formsOn = (screen: any): readonly string[] => screen.blocks.map(({ name }: any) => name).filter(Boolean)

  test('is read with clause and day, fulfilled with evidence, and waived by an admin', async () => {
    const { discontinuanceId } = await stopped(await leaver())
    const [staff, admin] = [await at(parties.staff), await at(parties.admin)]
    const thisCase = `#/cases/${discontinuanceId}`
    const stages = async () => rowsOn(await staff.screenAt(thisCase)).map((row) => row[3])
    expect(rowsOn(await staff.screenAt(thisCase)).map(([{ text }, clause]) => [text, clause])).toEqual([
      ['ユーザー全員に引継ぎを知らせる', '第2章1.(10)'],
      ['IPAへ報告する', '第2章1.(10)'],
      ['審査登録機関へ報告する', '第2章1.(10)'],
      ['変更届（再販協力会社の一覧）を出す', '第2章3.(2)'],
      ['付帯する保険の継続を確かめる', '第2章1.(5)'],
    ])

    const insurance = `${thisCase}/obligations/continueInsurance`
    expect(JSON.stringify(await staff.screenAt(insurance))).toContain('当社解釈')
    expect(formsOn(await staff.screenAt(insurance))).toEqual(['fulfil'])
    const early = await staff.isRefused(insurance, 'fulfil', { on: '2026-04-01', what: '保険会社に聞いた。' })
    expect(early.fields).toEqual(['on'])
    expect(await staff.sends(insurance, 'fulfil', { what: '保険会社に聞いた。' })).toBe(thisCase)
    expect(formsOn(await staff.screenAt(insurance))).toEqual([])

    const change = `${thisCase}/obligations/notifyChange`
    expect(await admin.sends(change, 'waive', { reason: '一覧に載せていない会社のため。' })).toBe(thisCase)
    expect(formsOn(await admin.screenAt(change))).toEqual([])
    const ordered = await admin.isRefused(`${thisCase}/obligations/reportToIpa`, 'waive', { reason: '要らない。' })
    expect(JSON.stringify([...ordered.beside.values(), ordered.rest])).toContain('免じられません')
    expect(await stages()).toEqual(['期限内', '期限内', '期限内', '免じた', '果たした'])
  })
  test('is listed over all cases, the earliest day first, by stage', async () => {
    const { discontinuanceId } = await stopped(await leaver())
    const staff = await at(parties.staff)
    expect(staff.menu()).toContain('期限つきの義務')
    const rowsAt = async (hash: string): Promise<readonly any[]> =>
      (await staff.screenAt(hash)).blocks.find(({ kind }: any) => kind === 'table').rows
    const owed = await rowsAt('#/obligations?stage=scheduled')
    // All of them fall into one October.
    const days = owed.map(([day]) => Number(/10月(\d+)日/.exec(day)?.[1]))
    expect(owed.filter(([, { to }]) => to.includes(discontinuanceId))).toHaveLength(5)
    expect(days).toEqual(days.toSorted((a, b) => a - b))
    expect(await rowsAt('#/obligations?stage=escalated')).toEqual([])
  })

  test('is owed by days that an admin sets, and escalated to whom it says', async () => {
    const [staff, admin] = [await at(parties.staff), await at(parties.admin)]
    expect(formsOn(await staff.screenAt('#/settings'))).toEqual([])
    expect(await admin.sends('#/settings', 'window', { hours: '48' })).toBe('#/settings')
    const days = { 'businessDays.reportToIpa': '2', noticeMail: 'kakuchi@example.jp' }
    expect(await admin.sends('#/settings', 'days', days)).toBe('#/settings')
    const facts = (await staff.screenAt('#/settings')).blocks[0].rows
    expect(Object.fromEntries(facts)).toMatchObject({
      提案を承認できる時間: '48時間',
      IPAへ報告する: '2営業日',
      審査登録機関へ報告する: '3営業日',
      期限を過ぎたときの通知先: 'kakuchi@example.jp',
    })
    const refused = await admin.isRefused('#/settings', 'window', { hours: '337' })
    expect(refused.fields).toEqual(['hours'])
  })
})
