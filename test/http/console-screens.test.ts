import { describe, expect, test } from 'vitest'
import { demoService } from '../../functions/local/demo-service.ts'
import { atConsole, factsAsGiven } from '../support/console.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { corporateNumber, nextNumber, partiesIn } from '../support/parties.ts'

const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())

const house = await newHouse()
const parties = await partiesIn(house)
const today = house.clock.today()

describe('the operator at the console', () => {
  test('registers a body, an entity and an officer', async () => {
    const operator = await at(parties.operator)
    expect(operator.menu()).toEqual(['はじめ', '審査登録機関', '実施主体の登録', '人を招く'])
    await operator.screenAt('#/')
    const n = nextNumber()
    await operator.sends('#/bodies', 'body', {
      name: '第二審査登録機関',
      'officer.name': '審査',
      'officer.mail': `b${n}@body.example.jp`,
    })
    await operator.sends('#/entities/new', 'entity', {
      name: '別の実施主体',
      corporateNumber: corporateNumber(900_000 + n),
      'admin.name': '管理',
      'admin.mail': `e${n}@entity.example.jp`,
    })
    const officer = { name: '情報', mail: `i${n}@ipa.example.jp`, role: 'ipa' }
    await operator.sends('#/members/new', 'member', officer)
    await house.signedIn(officer.mail)
    const { what, fields } = await operator.isRefused('#/members/new', 'member', officer)
    expect([what, fields]).toEqual(['すでに同じものがあります', ['mail']])
  })
})

describe('a service at the console', () => {
  test('is drafted with its breaches, made to conform, published and registered', async () => {
    const staff = await at(parties.staff)
    const given = Object.fromEntries(
      Object.entries(factsAsGiven(demoService)).map(([path, value]) => [`facts.${path}`, value]),
    )
    const place = await staff.sends('#/services/new', 'register', {
      ...given,
      code: '100',
      'facts.emergencySupport.onSiteDispatch': 'no',
    })
    const first = await staff.screenAt(place)
    const judged = first.blocks.find(({ kind }: { kind: string }) => kind === 'reasons')
    expect(judged.items).toMatchObject([{ clause: '第2章1.(3)' }])
    const refused = await staff.isRefused(place, 'publish', { offeredFrom: today })
    expect(refused.what).toBe('サービス基準に反します')

    await staff.sends(`${place}/next`, 'draft', { 'facts.emergencySupport.onSiteDispatch': 'yes' })
    await staff.sends(place, 'publish', {
      offeredFrom: today,
      'change.kind': 'requirement',
      'change.summary': '駆付けを加えた。',
    })
    await staff.sends(place, 'registration', {
      registrationBodyId: parties.registrationBodyId,
      number: '架空-1',
      from: today,
    })
    expect(JSON.stringify(await staff.screenAt(place))).toContain('架空-1')
    await staff.screenAt('#/services')
  })
})

describe('a screen', () => {
  test('of another role is not found', async () => {
    await expect((await at(parties.ipa)).screenAt('#/contracts')).rejects.toThrow('no screen')
    await expect((await at(parties.staff)).screenAt('#/bodies')).rejects.toThrow('no screen')
    await expect((await at(parties.staff)).screenAt('#/members/new')).rejects.toThrow('no screen')
  })
})
