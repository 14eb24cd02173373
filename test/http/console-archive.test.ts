import { describe, expect, test } from 'vitest'
import { sealingHouse } from '../support/archives.ts'
import { leave } from '../support/cancelling.ts'
import { addressOf, atConsole } from '../support/console.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { good } from '../support/parties.ts'

const house = await newHouse()
const all = await sealingHouse(house)

const at = async (who: Ask) => atConsole(who, good(await who.get('/v1/me')), house.clock.today())
const formsOn = (screen: any): readonly string[] =>
  screen.blocks.filter(({ kind }: any) => kind === 'form').map(({ name }: any) => name)
const headed = (screen: any, heading: string) => screen.blocks.find((block: any) => block.heading === heading)
const fact = (screen: any, term: string) =>
  screen.blocks.find(({ kind }: any) => kind === 'facts').rows.find(([one]: readonly string[]) => one === term)?.[1]

describe('what is kept of a contract, at the console', () => {
  test('is shown with its files, hashes and moments, and can be saved', async () => {
    const place = `#/contracts/${await all.signed()}/archive`
    const seller = await at(all.seller)
    expect(fact(await seller.screenAt(place), '段階')).toBe('まだ何も保管していません')
    await house.settle()
    const screen = await seller.screenAt(place)
    expect([fact(screen, '段階'), fact(screen, '保存期限')]).toEqual(['保管中', '契約が終わってから12年間'])
    const { rows } = headed(screen, '封印した書面')
    expect(rows.map(([file, ...rest]: any) => [file.text, ...rest])).toEqual([
      ['契約書・重要事項のご説明（第1稿）', '2026年10月1日 9時00分', expect.stringMatching(/^[0-9a-f]{64}$/)],
      ['署名証明書（第1稿）', '2026年10月1日 9時00分', expect.stringMatching(/^[0-9a-f]{64}$/)],
    ])
    for (const [{ saves, params }] of rows)
      expect((await all.seller.get(addressOf(saves, params))).headers['content-type']).toBe('application/pdf')
    expect([formsOn(screen), JSON.stringify(screen).includes('downloadEvidencePackage')]).toEqual([[], false])
  })

  test('comes to the implementing entity as one package', async () => {
    const place = `#/contracts/${await all.signed()}/archive`
    await house.settle()
    const { items } = (await (await at(all.staff)).screenAt(place)).blocks.find(({ kind }: any) => kind === 'links')
    const { status, headers } = await all.staff.get(addressOf(items[0].saves, items[0].params))
    expect([status, headers['content-type']]).toEqual([200, 'application/zip'])
  })

  test('is held for a reason that its admin reads again, and a reseller does not', async () => {
    const place = `#/contracts/${await all.signed()}/archive`
    await house.settle()
    const admin = await at(all.admin)
    expect(formsOn(await admin.screenAt(place))).toEqual(['place-hold', 'retention'])
    await admin.sends(place, 'place-hold', { reason: '訴えられたため。' })
    await admin.sends(place, 'place-hold', { reason: '調査のため。' })
    expect(headed(await admin.screenAt(place), '保全').rows).toEqual([
      ['1', '2026年10月1日 9時00分', '訴えられたため。'],
      ['2', '2026年10月1日 9時00分', '調査のため。'],
    ])
    expect(JSON.stringify(await (await at(all.seller)).screenAt(place))).not.toContain('調査のため。')
    await admin.sends(place, 'lift-hold', { number: '1', reason: '和解した。' })
    expect(headed(await admin.screenAt(place), '保全').rows).toEqual([['2', '2026年10月1日 9時00分', '調査のため。']])
  })

  test('can be let go the day after its last, and not on it', async () => {
    const contractId = await all.signed()
    const place = `#/contracts/${contractId}/archive`
    await house.settle()
    await leave(all.seller, contractId, '2026-10-01')
    await house.settle()
    house.clock.set('2038-10-01T09:00:00+09:00')
    expect(formsOn(await (await at(all.admin)).screenAt(place))).not.toContain('dispose')
    house.clock.set('2038-10-02T09:00:00+09:00')
    const admin = await at(all.admin)
    await admin.sends(place, 'dispose', { reason: '期限を過ぎたため。' })
    const screen = await admin.screenAt(place)
    expect([fact(screen, '段階'), fact(screen, '保存期限')]).toEqual(['廃棄済み', '2038年10月2日に廃棄しました'])
    expect(headed(screen, '封印した書面').rows[0][0]).toBe('契約書・重要事項のご説明（第1稿）')
    await house.settle()
    house.clock.set('2026-10-01T09:00:00+09:00')
  })

  test('for how many years is set for all contracts, and never under ten', async () => {
    const place = `#/contracts/${await all.signed()}/archive`
    const admin = await at(all.admin)
    expect((await admin.isRefused(place, 'retention', { years: '9' })).fields).toEqual(['years'])
    await admin.sends(place, 'retention', { years: '１５' })
    const { fields } = (await admin.screenAt(place)).blocks.find(({ name }: any) => name === 'retention')
    expect(fields[0].initial).toBe('15')
  })
})
