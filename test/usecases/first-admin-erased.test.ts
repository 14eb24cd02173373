import { expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber } from '../support/parties.ts'

const { house, parties } = await marketplace()
const { admin } = parties

const invited = async () => {
  const n = nextNumber()
  const person = { mail: `first${n}@reseller.example.jp`, name: '最初 花子' }
  const body = { code: `F${n}`, name: `架空販売F${n}株式会社`, prefecture: '東京都', admin: person }
  const { resellerId, admin: first } = good(await admin.post('/v1/resellers', body))
  return { person, body, resellerId: resellerId as `rsl_${string}`, sub: first.sub as string }
}

test('whoever is invited as a reseller’s first admin stands in no locked document, by name or by mail', async () => {
  const { person, resellerId } = await invited()
  await house.settle()
  expect(house.letters.some(({ to, subject }) => to === person.mail && subject !== '')).toBe(true)
  const papers = await house.deps.ledger.papersOf(resellerId)
  expect(papers.map(({ name }) => name)).toContain('invitation-0001')
  for (const { text } of papers) {
    expect(text).not.toContain(person.mail)
    expect(text).not.toContain(person.name)
  }
})

test('the same invitation goes out again, and under its code for nobody else', async () => {
  const { person, body, sub } = await invited()
  expect(good(await admin.post('/v1/resellers', body)).admin.sub).toBe(sub)
  const other = { ...body, admin: { ...person, mail: `other${nextNumber()}@reseller.example.jp` } }
  expect((await admin.post('/v1/resellers', other)).status).toBe(409)
})

test('once that person is erased, the letter of the invitation that did not go out yet goes to nobody', async () => {
  const { resellerId, person, sub } = await invited()
  const next = { mail: `next${nextNumber()}@reseller.example.jp`, name: '次の 太郎', reason: '退職のため' }
  good(await admin.post(`/v1/resellers/${resellerId}/replace-admin`, next))
  const replaced = house.as({
    role: 'resellerAdmin',
    sub: await subOf(next.mail),
    entityId: parties.entityId,
    resellerId,
  })
  good(await replaced.post(`/v1/members/${sub}/erase`, { reason: '本人の求めにより' }))
  await house.settle()
  expect(house.letters.filter(({ to }) => to === person.mail)).toEqual([])
  const [first] = await house.deps.ledger.eventsOf(resellerId)
  expect(first?.deliveries).toMatchObject([{ template: 'reseller-invited', outcome: 'givenUp' }])
})

/** Subject of the member whose mail that is, once it accepted. */
const subOf = async (mail: string): Promise<string> => {
  await house.signedIn(mail)
  const account = await house.deps.accounts.find(mail)
  if (!account) throw new Error(`no account of ${mail}`)
  return account.sub
}
