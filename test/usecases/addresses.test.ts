import { describe, expect, test } from 'vitest'
import { attestedBy, bookHeader, bookRow } from '../support/books.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const { ask } = await parties.reseller('R1', [net])

const withSme = (more: Readonly<Record<string, unknown>>) => {
  const one = draft(net) as any
  return { ...one, sme: { ...one.sme, prefecture: '東京都', ...more } }
}
const smeOf = async (contractId: string) =>
  good(await parties.staff.get(`/v1/contracts/${contractId}/disclosure`)).disclosure.sme

describe('an SME with a postal address and a reading', () => {
  test('is kept in full width, its prefecture once, its postal code in seven digits, its reading in hiragana', async () => {
    const { contractId } = good(
      await ask.post(
        '/v1/contracts',
        withSme({
          reading: 'ﾃｽﾄ ｼﾖｳﾃﾝ',
          postalAddress: { postalCode: '〒１００ー０００１', rest: '東京都千代田区千代田1-1', building: 'ABCﾋﾞﾙ 3F' },
          placeOfService: { postalCode: '0600001', rest: '北海道札幌市中央区北1条西2丁目', name: '札幌工場' },
        }),
      ),
    )
    expect(await smeOf(contractId)).toMatchObject({
      reading: 'てすと　しようてん',
      postalAddress: {
        postalCode: '100-0001',
        prefecture: '東京都',
        rest: '千代田区千代田１－１',
        building: 'ＡＢＣビル　３Ｆ',
      },
      placeOfService: {
        postalCode: '060-0001',
        prefecture: '北海道',
        rest: '札幌市中央区北１条西２丁目',
        name: '札幌工場',
      },
    })
    const page = (await ask.get(`/v1/contracts/${contractId}/disclosure.html`)).text
    expect(page).toContain('〒100-0001')
    expect(page).toContain('千代田区千代田１－１')
  })

  test.each<[Readonly<Record<string, unknown>>, string, string]>([
    [
      { postalAddress: { rest: '大阪市北区1-1', prefecture: '大阪府' } },
      'sme.postalAddress.prefecture',
      '都道府県が合いません',
    ],
    [
      { postalAddress: { rest: '大阪府大阪市1-1', prefecture: '東京都' } },
      'sme.postalAddress.prefecture',
      '都道府県が合いません',
    ],
    [{ postalAddress: { rest: '千代田区1-1' } }, 'sme.postalAddress.prefecture', '都道府県から'],
    [{ postalAddress: { rest: '東京都' } }, 'sme.postalAddress.rest', '市区町村から'],
    [{ postalAddress: { rest: '東京都千代田区1', postalCode: '10-0001' } }, 'sme.postalAddress.postalCode', '7桁'],
    [{ reading: '山田商店' }, 'sme.reading', 'ひらがな又はカタカナ'],
    [{ reading: 'yamada' }, 'sme.reading', 'ひらがな又はカタカナ'],
    [{ reading: 'ー' }, 'sme.reading', 'ひらがな又はカタカナ'],
  ])('%j is refused at %s', async (more, where, why) => {
    const reply = await ask.post('/v1/contracts', withSme(more))
    expect([reply.status, reply.body.errors.map((one: any) => one.where)]).toEqual([400, [where]])
    expect(reply.body.errors[0].why.ja).toContain(why)
  })

  test('keeps them where a revision leaves them out, and loses them where it says null', async () => {
    const given = withSme({ reading: 'てすと', postalAddress: { rest: '東京都千代田区1-1' } })
    const { contractId, version } = good(await ask.post('/v1/contracts', given))
    const { reading: _, postalAddress: __, ...plain } = given.sme
    const path = `/v1/contracts/${contractId}/revise`
    const again = good(await ask.post(path, { ...given, sme: plain }, { ifMatch: `"${version}"` }))
    expect((await smeOf(contractId)).postalAddress.rest).toBe('千代田区１－１')
    const without = { ...given, sme: { ...plain, reading: null, postalAddress: null } }
    good(await ask.post(path, without, { ifMatch: `"${again.version}"` }))
    expect(await smeOf(contractId)).not.toHaveProperty('postalAddress')
    expect(await smeOf(contractId)).not.toHaveProperty('reading')
  })

  test('gets an address on a live contract by an amendment, which nobody has to sign', async () => {
    const given = draft(net) as any
    const { contractId, sha256, signer } = await readyToSign(house, ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const reply = await ask.post(`/v1/contracts/${contractId}/amendments`, {
      ...given,
      sme: { ...given.sme, postalAddress: { rest: '千代田区1-1', prefecture: given.sme.prefecture } },
      kind: 'amendment',
      version: 'asSigned',
      reason: '住所が分かった',
      askedBy: '社長',
    })
    expect([reply.status, reply.body.proposal ?? null]).toEqual([201, null])
    expect((await smeOf(contractId)).postalAddress.rest).toBe('千代田区１－１')
  })
})

describe('a book with addresses', () => {
  const further = ['会社名フリガナ', '郵便番号', '住所', '建物名', '提供場所の住所']
  const rehearsed = async (cells: readonly string[]) => {
    const content = [[bookHeader, ...further].join(','), [bookRow({ 都道府県: '東京都' }), ...cells].join(',')].join(
      '\r\n',
    )
    const { operationId } = good(
      await parties.staff.post('/v1/contract-imports', { format: 'csv', content, attestedBy }),
    )
    await house.settle()
    return good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items[0]
  }

  test('records them, with the prefecture in its own column or in the address', async () => {
    const one = await rehearsed(['テスト', '1000001', '千代田区1-1', '', '大阪府大阪市2-2'])
    expect(await smeOf(one.contractId)).toMatchObject({
      reading: 'てすと',
      postalAddress: { postalCode: '100-0001', prefecture: '東京都', rest: '千代田区１－１', building: null },
      placeOfService: { postalCode: null, prefecture: '大阪府', rest: '大阪市２－２', name: null },
    })
  })

  test.each([
    [['', '', '大阪府大阪市1-1', '', ''], '住所'],
    [['', '100001', '千代田区1-1', '', ''], '郵便番号'],
    [['試験', '', '', '', ''], '会社名ふりがな'],
    [['', '1000001', '', '', ''], '住所'],
  ])('%j is refused at its column', async (cells, where) => {
    const { verdict, problem } = await rehearsed(cells)
    expect([verdict, problem.errors.map((one: any) => one.where)]).toEqual(['refused', [where]])
  })
})
