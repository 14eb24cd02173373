import { describe, expect, test } from 'vitest'
import { newHouse, type Reply } from '../support/house.ts'
import { draft, good, paper } from '../support/parties.ts'
import { sceneIn } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'

const scene = await sceneIn(await newHouse())
const { resellerAdmin } = scene.askOf
const serviceId = (scene.requests.draftContract.body as any).terms.serviceId
const before = await stateOf(scene.house.table)
const drafted = (sme: object) => resellerAdmin.post('/v1/contracts?dryRun=true', draft(serviceId, { sme }))
const whyAt = async ({ status, body }: Reply, where: string): Promise<string> => {
  expect([status, body.kind]).toEqual([400, 'malformed'])
  expect(await stateOf(scene.house.table)).toBe(before)
  return body.errors.find((one: { where: string }) => one.where === where)?.why.ja ?? ''
}

describe('a text that people cannot read is refused with the sign and its place (C22, C23)', () => {
  test.each([
    ['\u3164', '1文字目の U+3164 は目に見えない文字です'],
    ['架空\u00ad商店', '3文字目の U+00AD は目に見えない文字です'],
    ['架空\u{e0041}商店', '3文字目の U+E0041 は目に見えない文字です'],
    ['\ufe0f', '1文字目の U+FE0F は目に見えない文字です'],
    ['𠮷\ufffd商店', '2文字目の U+FFFD は文字化けの跡です'],
    ['架空\ue000', '3文字目の U+E000 は外字'],
    ['架空\u{f0000}', '3文字目の U+F0000 は外字'],
    ['架空\ufffe', '3文字目の U+FFFE には文字が割り当てられていません'],
    ['\u0301\u0302', '目に見える文字を入れてください'],
    ['　\u00a0', '目に見える文字を入れてください'],
    ['架空\n商店', '3文字目の U+000A は改行です'],
  ])('%j as a name', async (name, words) => expect(await whyAt(await drafted({ name }), 'sme.name')).toContain(words))

  test('a name with its selectors stands, byte for byte', async () => {
    const name = '葛\u{e0100}城か\u3099らす神\ufe00社'
    expect(good(await drafted({ name })).sme.name).toBe(name)
  })
})

describe('a corporate number is never mended, and its words say what the right one is (C05, C21)', () => {
  test.each([
    ['3.00000E+12', '指数の形'],
    ['2000000990502.0', '小数点'],
    ['T1000000990503', 'インボイスの登録番号'],
    ['9-0000-0099-0504', '空白・ハイフン・引用符'],
    ['8000000990505 ', '空白・ハイフン・引用符'],
    ["'7000000990506", '空白・ハイフン・引用符'],
    ['6000000990000', '検査用数字'],
    ['', '個人事業主'],
    ['個人', '個人事業主'],
    ['-', '個人事業主'],
    ['0000000000000', '個人事業主'],
    ['123456789012', '12桁'],
  ])('%j', async (corporateNumber, words) => {
    const why = await whyAt(await drafted({ corporateNumber }), 'sme.corporateNumber')
    expect(why).toContain(words)
    expect(why).toMatch(/13桁の半角数字|検査用数字/)
  })

  test('neither the seller nor the implementing entity is its own SME (C21)', async () => {
    const { resellerId } = scene.requests.attestContract.body as any
    const numbers = await ownNumbers()
    for (const corporateNumber of Object.values(numbers)) {
      const refusal = { kind: 'does-not-fit', what: 'sme.corporateNumber' }
      expect((await drafted({ corporateNumber })).body).toMatchObject(refusal)
      const attested = paper(serviceId, { resellerId, sme: { corporateNumber } })
      expect((await scene.admin.post('/v1/contracts/attest?dryRun=true', attested)).body).toMatchObject(refusal)
    }
  })

  test('a reseller may be the SME of a contract it does not sell', async () => {
    const { seller } = await ownNumbers()
    const own = paper(serviceId, { sme: { corporateNumber: seller } })
    expect((await scene.admin.post('/v1/contracts/attest?dryRun=true', own)).status).toBe(201)
  })

  const ownNumbers = async (): Promise<{ readonly seller: string; readonly entity: string }> => {
    const [{ contractId }] = good(await resellerAdmin.get('/v1/contracts')).items
    const { implementingEntity, reseller } = good(
      await resellerAdmin.get(`/v1/contracts/${contractId}/disclosure`),
    ).disclosure
    return { seller: reseller.corporateNumber, entity: implementingEntity.corporateNumber }
  }
})

describe('a mail address is one that a mail server can be given (C16)', () => {
  const wrong = [
    ['ab..cd@docomo.example.jp', '点が続くもの'],
    ['ab.cd.@docomo.example.jp', '「@」の前が点'],
    ['"ab..cd"@docomo.example.jp', '引用符'],
    ['info@日本語.example', 'xn--'],
    ['担当@example.jp', '全角や日本語'],
    ['ＩＴ@example.jp', '全角や日本語'],
    ['it@example.jp ', '空白'],
    ['it@example.jp;itaku@example.jp', '区切り'],
    ['架空商店 <it@example.jp>', '空白'],
    ['mailto:it@example.jp', 'mailto:'],
    ['it@example。jp', '全角や日本語'],
    [`${'a'.repeat(65)}@example.jp`, '64文字まで'],
    [`it@${'a'.repeat(64)}.jp`, '例 tantou@example.com'],
    ['it@example-.jp', '例 tantou@example.com'],
    ['it@-example.jp', '例 tantou@example.com'],
    ['it@example', '例 tantou@example.com'],
    ['it@127.0.0.1', '例 tantou@example.com'],
    ['', '例 tantou@example.com'],
  ] as const
  test.each(wrong)('%j is refused', async (mail, words) => {
    const why = await whyAt(await drafted({ noticeContact: { mail, phone: null } }), 'sme.noticeContact.mail')
    expect(why).toContain(words)
    expect(why).toContain('電話番号だけを入れてもかまいません（第2章1.(2)）')
  })

  test.each([
    'IT@Example.JP',
    'ab/c?d@docomo.example.jp',
    'it@xn--wgv71a119e.xn--q9jyb4c',
    'info@xn--wgv71a119e.example',
    "o'brien+it@mail.example.co.jp",
    `${'a'.repeat(64)}@example.jp`,
    `it@${'a'.repeat(63)}.jp`,
  ])('%s is kept as it was written', async (mail) => {
    expect((await drafted({ noticeContact: { mail, phone: null } })).status).toBe(201)
  })
})

describe('a body is what it says it is', () => {
  const body = draft(serviceId, { sme: { name: '株式会社さくら' } })
  const sent = (raw: Uint8Array | string, headers = {}) =>
    resellerAdmin.post('/v1/contracts?dryRun=true', undefined, { raw, headers })

  test('in Shift_JIS it is refused on a route with no other look at its words (C22)', async () => {
    const raw = Buffer.concat([
      Buffer.from('{"mail":"m@x.example.jp","name":"'),
      Buffer.from([0x8d, 0xe2]),
      Buffer.from('"}'),
    ])
    const { status, body: problem } = await scene.admin.post('/v1/members', undefined, { raw })
    expect([status, problem.kind]).toEqual([400, 'not-utf-8'])
    expect(problem.title).toContain('UTF-8')
  })

  test('with a name twice it is refused, with its place', async () => {
    const raw = JSON.stringify(body).replace('"name":', '"n\\u0061me":"株式会社うめ","name":')
    expect(await whyAt(await sent(raw), 'sme.name')).toContain('同じ名前の項目が二つ')
  })

  test.each(['gzip', 'br', 'GZIP', 'identity, gzip'])('said to be packed as %s it is not opened', async (encoding) => {
    const { status, body: problem } = await sent(JSON.stringify(body), { 'content-encoding': encoding })
    expect([status, problem.kind, problem.needs]).toEqual([415, 'unsupported-media-type', 'no Content-Encoding'])
  })

  test('as it is, it is taken', async () => {
    expect((await sent(Buffer.from(JSON.stringify(body)), { 'content-encoding': 'identity' })).status).toBe(201)
  })
})

test('half a character is no edition, and no defect (attack 10)', async () => {
  const raw = `{"code":"pledge","edition":"\\ud800","pledgedBy":"代表 一郎","pledgedOn":"2026-04-01"}`
  const { status, body } = await resellerAdmin.post(scene.requests.supplyRequirement.path, undefined, { raw })
  expect([status, body.kind, body.errors[0].where]).toEqual([400, 'malformed', 'edition'])
})

test.each(['存在しない版', '0.9', '2.0', '１.２'])(
  '%s is no edition to pledge oneself to (attack 10)',
  async (edition) => {
    const pledge = { code: 'pledge', edition, pledgedBy: '代表 一郎', pledgedOn: '2026-04-01' }
    const { status, body } = await resellerAdmin.post(scene.requests.supplyRequirement.path, pledge)
    expect([status, body.kind, body.what]).toEqual([422, 'does-not-fit', 'edition'])
    expect(body.needs).toBe('one of 1.1, 1.2')
  },
)

test('half a character is no edition, and no defect either', async () => {
  const raw = '{"code":"pledge","edition":"1.2\\ud83d","pledgedBy":"代表","pledgedOn":"2026-04-01"}'
  const reply = await resellerAdmin.post(scene.requests.supplyRequirement.path, undefined, { raw })
  expect([reply.status, reply.body.errors[0].where]).toEqual([400, 'edition'])
})
