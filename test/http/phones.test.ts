import { describe, expect, test } from 'vitest'
import { newHouse, type Reply } from '../support/house.ts'
import { draft, paper } from '../support/parties.ts'
import { sceneIn } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'

const scene = await sceneIn(await newHouse())
const { resellerAdmin } = scene.askOf
const serviceId = (scene.requests.draftContract.body as any).terms.serviceId
const before = await stateOf(scene.house.table)

const signatory = (phone: string) => ({ ...draft(serviceId).sme.signatory, phone })
const drafted = (phone: string) =>
  resellerAdmin.post('/v1/contracts?dryRun=true', draft(serviceId, { sme: { signatory: signatory(phone) } }))
const attested = (phone: string) =>
  scene.admin.post(
    '/v1/contracts/attest?dryRun=true',
    paper(serviceId, { sme: { noticeContact: { mail: null, phone } } }),
  )
const whyAt = ({ status, body }: Reply, where: string): string => {
  expect([status, body.kind]).toEqual([400, 'malformed'])
  return body.errors.find((one: { where: string }) => one.where === where)?.why.ja ?? ''
}

describe('a phone number that is none changes nothing, and is told what a right one looks like (C06, C26)', () => {
  const wrong = [
    ['312345678', '先頭の 0 が落ちています'],
    ['9012345650', '先頭の 0 が落ちています'],
    ['0----------', '090-1234-5678'],
    ['9-9-9-9-9', '0（国外は +）で始めて'],
    ['81-3-0000-0000', '+81 90 1234 5678'],
    ['+81-090-1234-567', 'この始まりの電話番号は11桁です。いま10桁あります。'],
    ['0120-0000-000', '10桁'],
    ['03-1234-5678 内線1', '内線'],
    ['+1 415 555', '国番号か桁数'],
    ['+999 1234 5678', '国番号か桁数'],
  ] as const
  test.each(wrong)('%s in every place where a number is written', async (phone, words) => {
    expect(whyAt(await attested(phone), 'sme.noticeContact.phone')).toContain(words)
    expect(whyAt(await drafted(phone), 'sme.signatory.phone')).toContain(words)
    const contact = await resellerAdmin.post(scene.requests.supplyRequirement.path, {
      code: 'contact',
      name: '坂田 学',
      mail: 'sales@reseller.example.jp',
      phone,
    })
    expect(whyAt(contact, 'phone')).toContain(words)
    const { facts } = scene.requests.registerService.body as any
    const desk = { code: 'P', facts: { ...facts, consultationDesk: { phone, mail: null } } }
    expect(whyAt(await scene.admin.post('/v1/services', desk), 'facts.consultationDesk.phone')).toContain(words)
    expect(await stateOf(scene.house.table)).toBe(before)
  })
})

test.each([
  '03-0000-0001',
  '06-0000-0000',
  '0120-000-000',
  '050-1234-5678',
  '０３－１２３４－５６７８',
  '+81(0)3-1234-5678',
  '+1 415 555 0100',
])('%s is a number to be reached at, kept as it was written (C06)', async (phone) => {
  expect((await attested(phone)).status).toBe(201)
})

describe('the number a code goes to', () => {
  test.each([
    '060-1234-5678',
    '090 1234 5678',
    '090ー1234ー5678',
    '０９０－１２３４－５６７８',
    '+81(0)90-1234-5678',
    '0081-90-1234-5678',
    '03-1234-5678',
    '+81-3-1234-5678',
    '050-1234-5678',
  ])('may be %s, by message or by call (C26)', async (phone) => expect((await drafted(phone)).status).toBe(201))

  test.each([
    '0120-000-000',
    '0800-123-4567',
    '0570-000-000',
    '0990-000-000',
    '020-1234-5678',
    '+81-120-000-000',
    '+44 7911 123456',
    '+44 20 7946 0000',
  ])('may not be %s, and the draft says why (C26)', async (phone) => {
    const why = whyAt(await drafted(phone), 'sme.signatory.phone')
    expect(why).toContain('確認コードをお送りできません')
    expect(why).toContain('060・070・080・090')
  })

  test('a paper contract is recorded with a signatory at a land line: it was signed without a code (C26)', async () => {
    const given = paper(serviceId, { sme: { signatory: signatory('03-1234-5678') } })
    expect((await scene.admin.post('/v1/contracts/attest?dryRun=true', given)).status).toBe(201)
  })
})
