import { describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'

const { house, parties, leaver, attested, stopped } = await marketplace()

describe('how SMEs are served in a takeover, at the console', () => {
  const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
  const factsOn = (screen: any): Readonly<Record<string, any>> =>
    Object.fromEntries(
      screen.blocks.find(({ kind, heading }: any) => kind === 'facts' && heading === '提供状態')?.rows ?? [],
    )
  const formsOn = (screen: any): readonly string[] => screen.blocks.map(({ name }: any) => name).filter(Boolean)
  const tableOn = (screen: any) => screen.blocks.find(({ kind }: any) => kind === 'table').rows

  test('is noted with its evidence, counted with its gaps in hours, and filtered by', async () => {
    const one = await leaver()
    await attested(one)
    await attested(one)
    const { discontinuanceId } = await stopped(one)
    await house.settle()
    const staff = await at(parties.staff)
    const thisCase = `#/cases/${discontinuanceId}`
    const counted = async () =>
      Object.fromEntries(
        Object.entries(factsOn(await staff.screenAt(thisCase))).map(([term, cell]) => [term, cell.text ?? cell]),
      )
    expect(await counted()).toEqual({
      確かめた: '0件',
      確かめていない: '2件',
      途切れている: '0件',
      元に戻った: '0件',
      契約が終わった: '0件',
      '途切れた時間（全契約の合計）': 'なし',
    })
    const list = factsOn(await staff.screenAt(thisCase))['確かめていない'].to
    const shown = await staff.screenAt(list)
    expect(shown.blocks[0].fields[1]).toMatchObject({ name: 'coverage', initial: 'atRisk' })
    const [first] = tableOn(shown)
    expect(first[3]).toEqual(['確かめていない', '監視: 確かめていない', '保険: 確かめていない'])
    const place = first[0].to

    const evidence = '監視センターの画面を見た。'
    const early = { facet: 'monitoring', finding: 'lost', at: '2026-04-01T09:00', evidence }
    const { fields, beside } = await staff.isRefused(place, 'coverage', early)
    expect(fields).toEqual(['at'])
    expect(beside.get('at')[0].said).toBe('引継ぎが始まる前の時刻は記録できません。')
    expect(await staff.sends(place, 'coverage', { facet: 'monitoring', finding: 'lost', evidence })).toBe(place)
    const lost = factsOn(await staff.screenAt(place))
    expect([lost['いまの状態'], lost['監視']]).toEqual(['途切れている', '途切れた'])
    expect(lost['途切れている']).toContain('から続いています')

    house.clock.advance(59 * 60_000)
    expect((await counted())['途切れた時間（全契約の合計）']).toBe('59分')
    house.clock.advance(31 * 60_000)
    expect(tableOn(await staff.screenAt(`${thisCase}/takeovers?coverage=gap`)).map((row: any) => row[3])).toEqual([
      ['途切れている', '監視: 途切れた', '保険: 確かめていない', '途切れた時間: 1.5時間'],
    ])
    for (const facet of ['monitoring', 'insurance'])
      await staff.sends(place, 'coverage', { facet, finding: 'confirmed', evidence })
    expect(await counted()).toMatchObject({
      確かめていない: '1件',
      元に戻った: '1件',
      '途切れた時間（全契約の合計）': '1.5時間',
    })
    expect(factsOn(await staff.screenAt(place))['途切れた時間']).toBe('1.5時間')
  })

  test('is asked for no longer once the contract has ended', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { discontinuanceId } = await stopped(one)
    await house.settle()
    const staff = await at(parties.staff)
    const place = `#/cases/${discontinuanceId}/takeovers/${contractId}`
    expect(formsOn(await staff.screenAt(place))).toContain('coverage')
    const ended = { settlement: 'endedBySme', 'consent.givenBy': '社長', 'consent.how': 'phone' }
    await staff.sends(place, 'settle', ended)
    const after = await staff.screenAt(place)
    expect(formsOn(after)).not.toContain('coverage')
    expect(factsOn(after)['いまの状態']).toBe('契約が終わった')
  })
})
