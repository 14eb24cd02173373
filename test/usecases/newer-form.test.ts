import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { formOfHead, headForm } from '../../functions/adapters/dynamodb/contract-row/head.ts'
import * as form1 from '../../functions/adapters/dynamodb/contract-row/upgrades/words-of-form-1.ts'
import { headKey, portfolioGateKey } from '../../functions/adapters/dynamodb/keys.ts'
import { getRow } from '../../functions/adapters/dynamodb/read.ts'
import { wish } from '../support/cancelling.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber, paper } from '../support/parties.ts'
import { readyIn, signature } from '../support/signing.ts'
import { stateOf } from '../support/table-rows.ts'

const { house, parties, net } = await marketplace()
const { ask: seller, resellerId } = await parties.reseller('R1', [net])
const attested = async () => good(await seller.post('/v1/contracts/attest', paper(net))).contractId as `ctr_${string}`

/** Says something else in the texts of a contract's head. */
const retold = async (id: `ctr_${string}`, edit: (texts: { r: any; s: any }) => void) => {
  const row = await getRow(house.table, headKey(id))
  const texts = { r: JSON.parse(row?.['r'] as string), s: JSON.parse(row?.['s'] as string) }
  edit(texts)
  const told = new UpdateCommand({
    TableName: house.table.name,
    Key: headKey(id),
    UpdateExpression: 'SET r = :r, s = :s',
    ExpressionAttributeValues: { ':r': JSON.stringify(texts.r), ':s': JSON.stringify(texts.s) },
  })
  await house.table.db.send(told)
  return row
}

describe('a contract that a newer version wrote', () => {
  test.each([
    ['in a form above the known one', { v: 99 }, { form: 99, known: 2 }],
    ['with a key this version does not know', { zz: 1 }, { form: 2, known: 2 }],
    ['with a word this version does not know', { mt: 'satellite' }, { form: 2, known: 2 }],
  ])('%s is refused with a problem that says so, and is never written over', async (_, more, found) => {
    const id = await attested()
    await house.settle()
    const before = await retold(id, ({ r, s }) => {
      Object.assign(r, more)
      if ('v' in more) Object.assign(s, more)
    })
    const state = await stateOf(house.table)
    const problem = { kind: 'newer-form', status: 503, row: 'contract', retryable: false, ...found }
    const read = await seller.get(`/v1/contracts/${id}`)
    expect([read.status, read.body]).toEqual([503, expect.objectContaining(problem)])
    expect(read.body.title).toContain('新しい版')
    expect(read.body.titleEn).toContain('newer version')
    const asked = await seller.post(`/v1/contracts/${id}/request-cancellation`, wish('2027-03-31'))
    expect([asked.status, asked.body]).toEqual([503, expect.objectContaining(problem)])
    expect(await stateOf(house.table)).toBe(state)
    // Nobody else's contract is touched by it; and as it was, it is read again.
    expect((await seller.get(`/v1/contracts/${await attested()}`)).status).toBe(200)
    await retold(id, (texts) => {
      texts.r = JSON.parse(before?.['r'] as string)
      texts.s = JSON.parse(before?.['s'] as string)
    })
    expect((await seller.get(`/v1/contracts/${id}`)).status).toBe(200)
    await house.settle()
  })
})

describe('a gate that a newer version wrote after it was read', () => {
  test('is never put over: the restriction is answered with the problem that says so, and nothing is written', async () => {
    const { resellerId: owner } = await parties.reseller('R9', [net])
    const set = (expression: string, values?: Record<string, unknown>) =>
      house.table.db.send(
        new UpdateCommand({
          TableName: house.table.name,
          Key: portfolioGateKey(owner, 5),
          UpdateExpression: expression,
          ExpressionAttributeNames: { '#form': 'form' },
          ...(values ? { ExpressionAttributeValues: values } : {}),
        }),
      )
    await house.settle()
    await set('SET #form = :form', { ':form': 9 })
    const state = await stateOf(house.table)
    const restrict = () => parties.admin.post(`/v1/resellers/${owner}/restrict`, { reason: '確認のため' })
    const asked = await restrict()
    const problem = { kind: 'newer-form', form: 9, known: 2, row: 'gate' }
    expect([asked.status, asked.body]).toEqual([503, expect.objectContaining(problem)])
    expect(await stateOf(house.table)).toBe(state)
    await set('REMOVE #form')
    good(await restrict())
    await house.settle()
  })
})

/** The texts of a contract that was signed here, as form 1 said them: arrays, fields by their place. */
const inForm1 = ({ r, s }: { r: any; s: any }) => {
  const place = (list: readonly string[], word: string) => list.indexOf(word)
  const { monitoringTypes, prefectures, noticeWays, methods } = form1
  const fees = [r.tm, r.if, r.mf, r.so, r.eo]
  const given = 0
  const line = [2, 0, r.se, r.sv, place(monitoringTypes, r.mt), place(prefectures, r.pf), ...fees, r.sn, null, 0]
  const told = [place(methods, s.xp.m), s.xp.o, '0123456789abc']
  const said = [s.vn, s.ed, 0, s.it ?? null, place(noticeWays, s.nb), s.rv, s.dh, told, null, r.la]
  const answers = [['s', r.la, null]]
  const rest = [...said, s.cs ? 1 : 0, null, answers, 0, null, null, -1, -1, s.rn ? [s.rn.m, s.rn.d] : 0]
  return { r: [...line, given, null], s: rest }
}

describe('a contract in form 1', () => {
  // One that was signed here: of a paper contract form 1 could not say whether the items explained were listed.
  test('is shown and listed as it was, and kept in the current form when it next changes', async () => {
    const { contractId, signer, sha256 } = await readyIn(house, net)(seller, nextNumber())
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const id = contractId as `ctr_${string}`
    await house.settle()
    const shown = good(await seller.get(`/v1/contracts/${id}`))
    const listed = good(await seller.get('/v1/contracts')).contracts
    await retold(id, (texts) => {
      const { r, s } = { ...texts, r: { se: resellerId, ...texts.r } }
      Object.assign(texts, inForm1({ r, s }))
    })
    expect(good(await seller.get(`/v1/contracts/${id}`))).toEqual(shown)
    expect(good(await seller.get('/v1/contracts')).contracts).toEqual(listed)
    good(await seller.post(`/v1/contracts/${id}/request-cancellation`, wish('2027-03-31')))
    const row = await getRow(house.table, headKey(id))
    expect(formOfHead(row?.['r'] as string, row?.['s'] as string)).toBe(headForm)
  })
})
