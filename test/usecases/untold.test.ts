import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { eventOf, lostLettersIn } from '../support/lost-letters.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, nextNumber, partiesIn } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'
import { rowsIn } from '../support/table-rows.ts'

const { house, parties, net, leaver, attested, stopped, read } = await marketplace()
const r1 = await parties.reseller('R1', [net])
const seller = r1.ask
const { hear, lastTo, untold, untoldOf: untoldBy } = lostLettersIn(house)
const untoldOf = (contractId: string, ask = parties.staff) => untoldBy(contractId, ask)

const final = [
  ['C35a-transient-mailbox-full', 'expired'],
  ['C35b-transient-expired-after-14-hours', 'expired'],
  ['C35c-transient-but-5xx', 'expired'],
  ['C35d-undetermined', 'undetermined'],
  ['C35e-permanent-on-suppression-list', 'suppressed'],
  ['C35f-permanent-general', 'bounce'],
] as const
const passing = ['C35g-delivery-delay', 'C35h-transient-general-out-of-office']

describe('a letter that is lost for good is untold, whatever its carrier calls it (C35)', () => {
  const told = async () => {
    const mail = `lost${nextNumber()}@example.jp`
    const one = await leaver()
    const contractId = await attested(one, { sme: { noticeContact: { mail, phone: null } } })
    const { path } = await stopped(one)
    await house.settle()
    const stage = async () => (await read(contractId)).takeover.stage
    return { contractId, path, mail, stage, letter: lastTo(mail) }
  }

  test.each(final)('%s: the SME of a takeover is untold again and stands on the list for post', async (file, cause) => {
    const { contractId, path, stage, letter } = await told()
    expect(await stage()).toBe('told')
    await hear(eventOf(file, letter))
    expect(await stage()).toBe('opened')
    const { items } = good(await parties.staff.get(`${path}/unreached`))
    expect(items).toEqual([expect.objectContaining({ contractId, reason: 'bounced' })])
    const ledger = good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`)).items
    expect(ledger.flatMap(({ deliveries }: any) => deliveries)).toContainEqual(
      expect.objectContaining({ template: 'takeover-notice', outcome: 'cameBack', cause }),
    )
  })

  test.each(passing)('%s is not lost', async (file) => {
    const { path, stage, letter } = await told()
    await hear(eventOf(file, letter))
    expect(await stage()).toBe('told')
    expect(good(await parties.staff.get(`${path}/unreached`)).items).toEqual([])
  })

  test('what the carrier would not take at all is lost too', async () => {
    const { stage, letter } = await told()
    const event = eventOf('C35f-permanent-general', letter) as { detail: { bounce?: object; eventType: string } }
    await hear({ ...event, detail: { ...event.detail, eventType: 'Reject', bounce: undefined } })
    expect(await stage()).toBe('opened')
  })

  test('an address that is suppressed is not written to again in vain: another has to be stated', async () => {
    const { contractId, path, stage, letter } = await told()
    await hear(eventOf('C35e-permanent-on-suppression-list', letter))
    const again = await parties.staff.post(`${path}/takeovers/${contractId}/notice`, {})
    expect([again.status, again.body.kind, again.body.what]).toEqual([422, 'does-not-fit', 'address'])
    const address = { mail: `other${nextNumber()}@example.jp`, statedBy: '社長' }
    good(await parties.staff.post(`${path}/takeovers/${contractId}/notice`, { address }))
    await house.settle()
    expect(await stage()).toBe('told')
  })
})

describe('accepted is not delivered (C26)', () => {
  test('a letter and a code say accepted, and delivered once the word of it comes', async () => {
    const given = draft(net)
    const { contractId } = await readyToSign(house, seller, given)
    const outcomes = async () =>
      good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`))
        .items.flatMap(({ deliveries }: any) => deliveries)
        .filter(({ to }: any) => to === 'sme')
        .map(({ template, outcome }: any) => [template, outcome])
    expect(await outcomes()).toEqual([
      ['signing-link', 'accepted'],
      ['signing-code', 'accepted'],
    ])
    const event = eventOf('C35f-permanent-general', lastTo(given.sme.signatory.mail)) as { detail: object }
    await hear({ ...event, detail: { ...event.detail, eventType: 'Delivery', bounce: undefined } })
    expect(await outcomes()).toContainEqual(['signing-link', 'delivered'])
  })
})

describe('a letter with legal weight that came back is owed by another way (C35, C30)', () => {
  const offered = async () => {
    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId } = good(await seller.post('/v1/contracts', given))
    const path = `/v1/contracts/${contractId}`
    good(await seller.post(`${path}/explain`, explanation(house.clock.today())))
    good(await seller.post(`${path}/offer`, {}))
    await house.settle()
    return { contractId, path, mail: given.sme.signatory.mail, n, given }
  }

  test.each(final)(
    '%s of a signing link: the seller sees it on the contract, in its list and among the untold',
    async (file, cause) => {
      const { contractId, path, mail } = await offered()
      await hear(eventOf(file, lastTo(mail)))
      const line = { letter: 'signing-link', cause, task: 'telephoneOrPost' }
      expect(good(await seller.get(path)).untold).toEqual([expect.objectContaining(line)])
      expect(await untoldOf(contractId, seller)).toEqual([expect.objectContaining({ ...line, mail })])
      const listed = good(await seller.get('/v1/contracts?stage=offered&limit=200')).items
      expect(listed.filter(({ untold: yes }: any) => yes).map((one: any) => one.contractId)).toContain(contractId)
    },
  )

  test.each(passing)('%s of a signing link is nothing to be told', async (file) => {
    const { contractId, mail } = await offered()
    await hear(eventOf(file, lastTo(mail)))
    expect(await untoldOf(contractId)).toEqual([])
  })

  test('sent again, the link before is over and so is its bounce', async () => {
    const { contractId, path, mail } = await offered()
    await hear(eventOf('C35f-permanent-general', lastTo(mail)))
    good(await seller.post(`${path}/offer`, {}))
    await house.settle()
    expect(await untoldOf(contractId)).toEqual([])
    expect(good(await seller.get(path)).untold).toEqual([])
  })

  test('another reseller sees nothing of it, and another implementing entity neither', async () => {
    const { contractId, path, mail } = await offered()
    await hear(eventOf('C35d-undetermined', lastTo(mail)))
    const other = (await parties.reseller('R2', [net])).ask
    expect(await untoldOf(contractId, other)).toEqual([])
    expect(await untoldOf(contractId, seller)).toHaveLength(1)
    expect((await untold(parties.staff, `&resellerId=${r1.resellerId}`)).map((one) => one.contractId)).toContain(
      contractId,
    )
    expect(await untold((await partiesIn(house)).staff)).toEqual([])
    expect((await other.get(path)).status).toBe(404)
  })

  test('a person tells it by telephone: it is on record, and off the list', async () => {
    const given = draft(net)
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    await hear(eventOf('C35b-transient-expired-after-14-hours', lastTo(given.sme.signatory.mail)))
    const [line] = await untoldOf(contractId, seller)
    expect(line).toMatchObject({ letter: 'contract-signed' })
    const path = `/v1/contracts/${contractId}/letters/${line?.deliveryId}/tell`
    const today = house.clock.today()
    expect((await seller.post(path, { by: 'phone', on: '2099-01-01' })).body.kind).toBe('out-of-order')
    good(await seller.post(path, { by: 'phone', on: today, spokeTo: '社長', note: 'ご契約の成立をお伝えした。' }))
    expect(await untoldOf(contractId)).toEqual([])
    expect((await seller.post(path, { by: 'phone', on: today })).body).toMatchObject({
      kind: 'wrong-stage',
      stage: 'told',
    })
    const { items } = good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`))
    expect(items.at(-1).event).toMatchObject({ type: 'letter-told', by: 'phone', on: today })
  })

  test('of a contract that cannot be read, it takes no list down: the contract is named, and raised (attack 2)', async () => {
    const [lost, other] = [await offered(), await offered()]
    for (const { mail } of [lost, other]) await hear(eventOf('C35f-permanent-general', lastTo(mail)))
    const { db, name: TableName } = house.table
    const head = (await rowsIn(house.table)).find(
      ({ t, sk }) => t === 'head' && lost.contractId.endsWith(String(sk).slice(-26)),
    )
    // The line of a list can be read, and not the rest, which says whether a letter is still owed.
    await db.send(new PutCommand({ TableName, Item: { ...head, s: '{"nothing that can be' } }))
    const before = house.defects.length
    const lists = [
      await seller.get('/v1/contracts?limit=200'),
      await parties.staff.get('/v1/untold-letters?limit=200'),
      await seller.get('/v1/untold-letters?limit=200'),
    ]
    await db.send(new PutCommand({ TableName, Item: head }))
    const unreadable = [{ id: lost.contractId }]
    expect(lists.map(({ status, body }) => [status, body.unreadable])).toEqual([
      [200, unreadable],
      [200, unreadable],
      [200, undefined],
    ])
    for (const { body } of lists) {
      const ids = new Set(body.items.map((one: any) => one.contractId))
      expect([ids.has(lost.contractId), ids.has(other.contractId)]).toEqual([false, true])
    }
    expect(house.defects.slice(before)).toHaveLength(3)
    expect((await untoldOf(lost.contractId)).length).toBe(1)
  })

  test('the implementing entity tells the link of a reseller’s offer, as it answers for it; nobody else does', async () => {
    const { contractId, path, mail } = await offered()
    const tell = (ask: typeof seller, id: string, on: string = house.clock.today()) =>
      ask.post(`${path}/letters/${id}/tell`, { by: 'phone', on, spokeTo: '社長' })
    const sent = lastTo(mail).reference
    expect((await tell(parties.staff, sent)).body).toMatchObject({ kind: 'wrong-stage', stage: 'sent' })
    await hear(eventOf('C35f-permanent-general', lastTo(mail)))
    const [line] = await untoldOf(contractId)
    const id = line?.deliveryId ?? ''
    expect((await tell(parties.staff, id, '2099-01-01')).body.kind).toBe('out-of-order')
    const strangers = [(await leaver()).ask, (await partiesIn(house)).staff]
    for (const ask of strangers) expect((await tell(ask, id)).status).toBe(404)
    good(await tell(parties.staff, id))
    expect(await untoldOf(contractId)).toEqual([])
    for (const ask of [parties.staff, seller])
      expect((await tell(ask, id)).body).toMatchObject({ kind: 'wrong-stage', stage: 'told' })
    // It is not the entity's to prepare for all that.
    expect((await parties.staff.post(`${path}/offer`, {})).status).toBe(404)
  })

  test('what was not lost is not told, and what does not exist is not found', async () => {
    const { path, mail } = await offered()
    const tell = (id: string) => seller.post(`${path}/letters/${id}/tell`, { by: 'post', on: house.clock.today() })
    expect((await tell(lastTo(mail).reference)).body).toMatchObject({ kind: 'wrong-stage', stage: 'sent' })
    expect((await tell('0'.repeat(24))).status).toBe(404)
  })
})
