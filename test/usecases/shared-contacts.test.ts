import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { rowsIn } from '../support/table-rows.ts'

const { house, parties, net } = await marketplace()
const reseller = await parties.reseller('R1', [net])
const other = await parties.reseller('R2', [net])
const { admin, staff } = parties

/** A paper contract of an SME of its own, with this contact. */
const attested = async (ask: typeof admin, noticeContact: { readonly mail: string; readonly phone: string | null }) => {
  const given = paper(net, { n: nextNumber(), sme: { noticeContact } })
  const { contractId } = good(await ask.post('/v1/contracts/attest', given))
  await house.settle()
  return contractId as string
}
const sharedOf = async (ask: typeof admin, contractId: string) =>
  good(await ask.get(`/v1/contracts/${contractId}/shared-contacts`)).items as readonly any[]
const contractsIn = (items: readonly any[], contact: string): readonly string[] =>
  items.filter((one) => one.contact === contact).flatMap(({ contracts }) => contracts.map((one: any) => one.contractId))
const listed = async (contact: string) =>
  contractsIn(good(await staff.get('/v1/shared-contacts?limit=100')).items, contact).toSorted()
/** Rows of the index by contacts, and the marks of those at several SMEs. */
const indexRows = async () => (await rowsIn(house.table)).filter(({ pk }) => /#K(?:#|$)/.test(String(pk)))
const newMail = () => `books${nextNumber()}@accountant.example.jp`
const phoneOf = (n: number) => `03-7${String(n).padStart(3, '0')}-1234`

describe('a contact that stands at SMEs of other numbers is shown', () => {
  test('on a draft before its link is sent, however it is written; to whoever sells of its own book, to the entity of all', async () => {
    const [mail, phone] = [newMail(), phoneOf(1)]
    const mine = await attested(reseller.ask, { mail, phone })
    const theirs = await attested(other.ask, { mail: mail.toUpperCase(), phone: `+81 3 7001 1234` })
    const given = draft(net)
    const signatory = { ...given.sme.signatory, mail: mail.replace('books', 'Books'), phone: '０３-７００１-１２３４' }
    const { contractId } = good(
      await reseller.ask.post('/v1/contracts', { ...given, sme: { ...given.sme, signatory } }),
    )
    const [own, all] = [await sharedOf(reseller.ask, contractId), await sharedOf(staff, contractId)]
    for (const contact of [mail, '+81370011234']) {
      expect(contractsIn(own, contact)).toEqual([mine])
      expect(contractsIn(all, contact).toSorted()).toEqual([mine, theirs].toSorted())
    }
    expect(own.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['mail', 'phone']))
  })

  test('not where the SME alone has it, in however many contracts', async () => {
    const mail = newMail()
    const contractId = await attested(reseller.ask, { mail, phone: null })
    expect(await sharedOf(staff, contractId)).toEqual([])
    expect(await listed(mail)).toEqual([])
  })
})

describe('the implementing entity sees every contact that stands at several SMEs', () => {
  test('with the contracts, and no longer once they are over; a reseller has no such list', async () => {
    const mail = newMail()
    const contracts = [
      await attested(reseller.ask, { mail, phone: null }),
      await attested(other.ask, { mail, phone: null }),
    ]
    expect(await listed(mail)).toEqual(contracts.toSorted())
    expect((await reseller.ask.get('/v1/shared-contacts')).status).toBe(403)
    good(await admin.post(`/v1/contracts/${contracts[0]}/annul`, { words: '権限のない人が結んだ。', by: '結城' }))
    await house.settle()
    expect(await listed(mail)).toEqual([])
    expect(await sharedOf(staff, contracts[1] ?? '')).toEqual([])
  })

  test('no key and no mark says what the contact is', async () => {
    const [mail, phone] = [newMail(), phoneOf(2)]
    for (const _ of [1, 2]) await attested(reseller.ask, { mail, phone })
    const rows = await indexRows()
    expect(rows.filter(({ t }) => t === 'sharedContact').length).toBeGreaterThanOrEqual(2)
    expect(JSON.stringify(rows)).not.toMatch(/accountant|7002/)
  })

  test('a contract that was listed before contacts were is found by them once the book is listed anew', async () => {
    const mail = newMail()
    const contracts = [
      await attested(reseller.ask, { mail, phone: null }),
      await attested(reseller.ask, { mail, phone: null }),
    ]
    const { db, name: TableName } = house.table
    for (const { pk, sk } of await indexRows()) await db.send(new DeleteCommand({ TableName, Key: { pk, sk } }))
    for (const row of await rowsIn(house.table))
      if (typeof row['f'] === 'string')
        await db.send(new PutCommand({ TableName, Item: { ...row, f: row['f'].replace(/,"ck":\[[^\]]*\]/, '') } }))
    expect(await listed(mail)).toEqual([])
    good(await admin.post('/v1/contracts/relist', {}))
    await house.settle()
    expect(await listed(mail)).toEqual(contracts.toSorted())
  })
})
