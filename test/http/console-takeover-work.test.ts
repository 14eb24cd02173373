import { describe, expect, test } from 'vitest'
import { atConsole, works } from '../support/console.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'
import { routes } from '../../shared/api/routes/index.ts'

const { house, parties, leaver, attested, stopped } = await marketplace()

describe('work on many takeovers at the console', () => {
  const atStaff = async () => atConsole(parties.staff, good(await parties.staff.get('/v1/me')), house.clock.today())
  const tableOn = (screen: any) => screen.blocks.find(({ kind }: any) => kind === 'table')
  const caseOf = async (contracts: number) => {
    const one = await leaver()
    const ids: string[] = []
    for (let n = 0; n < contracts; n += 1) ids.push(await attested(one))
    const { discontinuanceId } = await stopped(one)
    await house.settle()
    return { ids, place: `#/cases/${discontinuanceId}` }
  }

  test('every work the API knows has a word', () => {
    const known = routes.workOnTakeovers.body.options.map(({ shape }) => shape.work.value)
    expect(Object.keys(works).toSorted()).toEqual(known.toSorted())
  })

  test('is described, counted and watched, and its results lead back to the case', async () => {
    const { place, ids } = await caseOf(3)
    const staff = await atStaff()
    const ways = (await staff.screenAt(place)).blocks.find(({ heading }: any) => heading === 'まとめて進める').items
    expect(ways.map(({ to }: any) => to)).toEqual([`${place}/work`, `${place}/moves`])
    const evidence = '監視センターの画面で全件を見た。'
    const alive = { work: 'noteCoverage', facet: 'monitoring', finding: 'confirmed', evidence }
    const counted = (await staff.screenAt(`${place}/work`)).blocks[0].rehearse.say({ total: 3 })
    expect(counted).toEqual(['対象は3件です。'])
    const many = (await staff.screenAt(`${place}/work`)).blocks[0].rehearse.say({ total: null })
    expect(many).toEqual(['件数の多い案件なので、対象は始めてから数えます。'])
    const to = await staff.sends(`${place}/work`, 'work', { ...alive, 'on.where.unknown': 'monitoring' })
    const begun = await staff.screenAt(to)
    expect(begun.blocks[0].label).toBe('対象の契約を調べています。')
    expect((await staff.screenAt(`${place}/work`)).againAfterMs).toBeGreaterThan(0)
    expect(tableOn(await staff.screenAt('#/operations')).rows[0][3]).toEqual(['対象の契約を調べています'])
    await house.settle()
    const done = await staff.screenAt(to)
    expect([done.title, done.back.to, done.againAfterMs]).toEqual(['引継ぎの一括処理', place, undefined])
    expect(tableOn(done).rows.map((row: any) => row[2].text)).toEqual(['記録した', '記録した', '記録した'])
    expect(tableOn(await staff.screenAt(`${place}/work`)).rows).toHaveLength(1)

    const named = { work: 'serveOn', which: 'named', 'on.contractIds': [ids[0], ids[0]].join('\n') }
    const { beside } = await staff.isRefused(`${place}/work`, 'work', named)
    expect(beside.get('on.contractIds')[0].said).toBe('同じ契約が二度あります。一件につき一行にしてください。')
    const served = await staff.sends(`${place}/work`, 'work', { ...named, 'on.contractIds': ids[0] })
    await house.settle()
    expect(tableOn(await staff.screenAt(served)).rows).toHaveLength(1)
  })

  test('a move is sent as a file or as text, to a reseller that is authorised for something', async () => {
    const { place, ids } = await caseOf(2)
    const second = await leaver()
    const nothing = await parties.reseller('L901', [])
    const staff = await atStaff()
    const [form] = (await staff.screenAt(`${place}/moves`)).blocks
    const offered = Object.fromEntries(form.fields[0].options)
    expect(offered[second.resellerId]).toContain('（NET）')
    expect(Object.keys(offered)).not.toContain(nothing.resellerId)
    const book = ['契約番号,承諾した人,承諾した日,承諾の方法', `${ids[0]},社長,2026-10-01,電話`, `${ids[1]},,,`].join(
      '\n',
    )
    const { fields } = await staff.isRefused(`${place}/moves`, 'move', {
      resellerId: second.resellerId,
      contentBase64: Buffer.from('契約番号').toString('base64'),
    })
    expect(fields).toEqual(['contentBase64'])
    const to = await staff.sends(`${place}/moves`, 'move', {
      resellerId: second.resellerId,
      how: 'text',
      content: book,
    })
    await house.settle()
    const { title, blocks } = await staff.screenAt(to)
    expect(title).toBe('契約の移転')
    const rows = blocks.find(({ heading }: any) => heading === '行ごとの結果').rows
    expect(rows.map((row: any) => row[2].text)).toEqual(['記録した', '断られた'])
    expect([rows[1][3]].flat().join('')).toContain('ユーザー自身の意思の記録')
  })
})
