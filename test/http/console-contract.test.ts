import { describe, expect, test } from 'vitest'
import { addressOf, atConsole } from '../support/console.ts'
import { approvedIn, leftOut } from '../support/excepting.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { corporateNumber, draft, everyItem, good, nextNumber } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const { ask, resellerId } = await parties.reseller('R1', [net])

const at = async (who: Ask) => atConsole(who, good(await who.get('/v1/me')), house.clock.today())
const blockOf = (screen: any, more: object): any => {
  const found = screen.blocks.find((block: any) => Object.entries(more).every(([key, value]) => block[key] === value))
  expect(found, `${screen.title}: ${JSON.stringify(more)}`).toBeDefined()
  return found
}

const sme = (n: number) => ({
  'sme.corporateNumber': corporateNumber(n),
  'sme.name': '株式会社髙橋商店',
  'sme.prefecture': '東京都',
  'sme.employees': '12',
  'sme.industry': '卸売業',
  'sme.noticeContact.mail': 'it@sme.example.jp',
})
const signatory = {
  'sme.signatory.name': '髙橋 花子',
  'sme.signatory.title': '代表取締役',
  'sme.signatory.mail': 'boss@sme.example.jp',
  'sme.signatory.phone': '090-0000-0001',
}
const terms = () => ({
  'terms.serviceId': net,
  'terms.initialFeeParts': [{ what: '機器代', exTaxYen: '100,000' }],
  'terms.monthlyFeeExTaxYen': '9,800',
  'terms.terminals': '0',
  'terms.startOn': house.clock.today(),
})

describe('第2章1.(6) a separate contract at the console', () => {
  const exceptionFor = (n: number, more: object = {}) =>
    approvedIn(ask, parties.admin, net, { corporateNumbers: [corporateNumber(n)], ...more })
  const separateOf = async (place: string) => good(await ask.get(`/v1/contracts/${place.split('/')[2] ?? ''}`)).separate

  test('is drafted under an approved exception that is chosen, not typed, and binds what that leaves', async () => {
    const n = nextNumber()
    const exceptionId = await exceptionFor(n)
    const seller = await at(ask)
    const { fields } = blockOf(await seller.screenAt('#/contracts/new'), { kind: 'form' })
    const field = fields.find(({ name }: { name: string }) => name === `exception.${net}`)
    expect(field).toMatchObject({ optional: true, when: ['terms.serviceId', net] })
    expect(field.options).toContainEqual([
      exceptionId,
      `簡易サイバー保険を含めない（自社、法人番号 ${corporateNumber(n)}、2027年3月31日まで）`,
    ])
    const place = await seller.sends('#/contracts/new', 'draft', {
      ...sme(n),
      ...signatory,
      ...terms(),
      [field.name]: exceptionId,
    })
    expect(await separateOf(place)).toEqual({ leavesOut: [leftOut], exceptionId })
    expect(JSON.stringify(await seller.screenAt(place))).toContain(`#/exceptions/${exceptionId}`)
    await seller.sends(`${place}/revise`, 'revise', { 'terms.monthlyFeeExTaxYen': '9,900' })
    expect(await separateOf(place)).toEqual({ leavesOut: [leftOut], exceptionId })
  })

  test('an exception for another user is refused beside the field it was chosen in', async () => {
    const exceptionId = await exceptionFor(nextNumber())
    const { what, beside } = await (await at(ask)).isRefused('#/contracts/new', 'draft', {
      ...sme(nextNumber()),
      ...signatory,
      ...terms(),
      [`exception.${net}`]: exceptionId,
    })
    expect(what).toBe('サービス基準に反します')
    expect(beside.get(`exception.${net}`)).toMatchObject([
      { said: expect.stringContaining('この中小企業は、例外の対象に含まれていません。') },
    ])
  })

  test('only who may use an exception is offered it, and only once it is approved', async () => {
    const n = nextNumber()
    const exceptionId = await exceptionFor(n)
    const fieldsOn = async (who: Ask, hash: string): Promise<string> =>
      JSON.stringify(blockOf(await (await at(who)).screenAt(hash), { kind: 'form' }).fields)
    expect(await fieldsOn(parties.admin, '#/contracts/new')).not.toContain(exceptionId)
    expect(await fieldsOn(parties.admin, '#/contracts/attest')).toContain(exceptionId)
    good(await ask.post(`/v1/contract-exceptions/${exceptionId}/withdraw`, { reason: '要らない。' }))
    expect(await fieldsOn(ask, '#/contracts/new')).not.toContain(exceptionId)
  })

  test('is attested from paper in the same way, and a draft can come under one later', async () => {
    const n = nextNumber()
    const exceptionId = await exceptionFor(n)
    const chosen = { [`exception.${net}`]: exceptionId }
    const place = await (await at(parties.admin)).sends('#/contracts/attest', 'attest', {
      ...sme(n),
      ...terms(),
      ...chosen,
      resellerId,
      signedOn: house.clock.today(),
      'explanation.method': 'written',
      'explanation.on': house.clock.today(),
      'explanation.by.name': '営業 次郎',
      'explanation.items': everyItem,
      remoteSupportConsent: 'no',
      'attestedBy.name': '登録 太郎',
      'attestedBy.title': '担当',
    })
    expect(await separateOf(place)).toEqual({ leavesOut: [leftOut], exceptionId })

    const m = nextNumber()
    const other = await exceptionFor(m)
    const seller = await at(ask)
    const drafted = await seller.sends('#/contracts/new', 'draft', { ...sme(m), ...signatory, ...terms() })
    expect(await separateOf(drafted)).toBeNull()
    await seller.sends(`${drafted}/revise`, 'revise', { [`exception.${net}`]: other })
    expect(await separateOf(drafted)).toMatchObject({ exceptionId: other })
  })
})

describe('the listing of a search at the console', () => {
  test('is made anew by the implementing entity, whose operation is then shown', async () => {
    const staff = await at(parties.staff)
    const place = await staff.sends('#/contracts/search', 'relist')
    await house.settle()
    expect(blockOf(await staff.screenAt(place), { kind: 'progress' })).toMatchObject({ heading: '完了' })
    const forms = (await (await at(ask)).screenAt('#/contracts/search')).blocks.filter(
      ({ kind }: { kind: string }) => kind === 'form',
    )
    expect(forms).toEqual([])
  })
})

describe('the papers of a contract at the console', () => {
  test('are those the API prints for it as it stands', async () => {
    const { contractId, signer, sha256 } = await readyToSign(house, ask, draft(net))
    const seller = await at(ask)
    const printed = async () => {
      const { items } = blockOf(await seller.screenAt(`#/contracts/${contractId}`), { heading: '印刷する書面' })
      for (const { saves, params } of items) {
        const { status, headers } = await ask.get(addressOf(saves, params))
        expect([saves, status, headers['content-type']]).toEqual([saves, 200, 'application/pdf'])
      }
      return items.map(({ saves }: { saves: string }) => saves)
    }
    expect(await printed()).toEqual(['printContract', 'printInsuranceCover'])
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    expect(await printed()).toEqual(['printContract', 'printInsuranceCover', 'printSigningCertificate'])
  })
})
