import { expect, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { draft, paper } from '../support/parties.ts'
import { sceneIn } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'

const scene = await sceneIn(await newHouse())
const { resellerAdmin } = scene.askOf
const serviceId = (scene.requests.draftContract.body as any).terms.serviceId
const before = await stateOf(scene.house.table)

/** Each place whose text is printed on what is signed or sealed, with that text in it. */
const places = (text: string) => {
  const given = draft(serviceId)
  const signatory = { ...given.sme.signatory, name: text, title: text }
  const { facts, ...service } = scene.requests.registerService.body as any
  return [
    ['sme.name', resellerAdmin.post('/v1/contracts', draft(serviceId, { sme: { name: text } }))],
    ['sme.industry', resellerAdmin.post('/v1/contracts', draft(serviceId, { sme: { industry: text } }))],
    ['sme.signatory.name', resellerAdmin.post('/v1/contracts', draft(serviceId, { sme: { signatory } }))],
    [
      'terms.initialFeeParts.0.what',
      resellerAdmin.post(
        '/v1/contracts',
        draft(serviceId, { terms: { initialFeeParts: [{ what: text, exTaxYen: 1 }] } }),
      ),
    ],
    ['sme.name', scene.admin.post('/v1/contracts/attest', paper(serviceId, { sme: { name: text } }))],
    ['facts.name', scene.admin.post('/v1/services', { ...service, code: 'P', facts: { ...facts, name: text } })],
    [
      'name',
      scene.admin.post('/v1/resellers', {
        code: 'P9',
        name: text,
        prefecture: '東京都',
        admin: { mail: 'p9@reseller.example.jp', name: '坂田 学' },
      }),
    ],
  ] as const
}

test.each([
  ['龘商店', '「龘」（U+9F98）'],
  ['架空😀', '「😀」（U+1F600）'],
  ['นิติ', '「น」（U+0E19）'],
  ['مؤسسة', '「م」（U+0645）'],
])('%s is refused before anybody signs it, with the characters that cannot be printed (20)', async (text, named) => {
  for (const [where, asked] of places(text)) {
    const { status, body } = await asked
    expect([status, body.kind]).toEqual([400, 'malformed'])
    const why = body.errors.find((one: { where: string }) => one.where === where)?.why.ja
    expect(why).toContain(named)
    expect(why).toContain('書面に印刷できません')
  }
  expect(await stateOf(scene.house.table)).toBe(before)
})
