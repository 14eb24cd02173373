import { describe, expect, test } from 'vitest'
import { consent, type Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, attested, stopped, read } = await marketplace()

describe('the notice of a takeover, sent again', () => {
  const newMail = () => `moved${nextNumber()}@example.jp`
  const withMail = (mail: string | null) => ({ sme: { noticeContact: { mail, phone: '03-0000-0000' } } })
  const noticesTo = (mail: string) =>
    house.letters.filter(({ to, subject }) => to === mail && subject.startsWith('【重要】'))

  /** A contract whose seller has stopped, and what can be asked about its takeover. */
  const takenOver = async (mail: string | null, one?: Leaver) => {
    const seller = one ?? (await leaver())
    const contractId = await attested(seller, withMail(mail))
    const { path } = await stopped(seller)
    await house.settle()
    const takeover = `${path}/takeovers/${contractId}`
    const again = (body: object = {}) => parties.staff.post(`${takeover}/notice`, body)
    const stage = async () => (await read(contractId)).takeover.stage
    return { contractId, path, takeover, again, stage }
  }

  test('goes to the address on the contract once more, and changes nothing where it arrived before', async () => {
    const mail = newMail()
    const { again, stage } = await takenOver(mail)
    expect([noticesTo(mail).length, await stage()]).toEqual([1, 'told'])
    good(await again())
    await house.settle()
    expect([noticesTo(mail).length, await stage()]).toEqual([2, 'told'])
    const [first, second] = noticesTo(mail)
    expect(second?.text).toBe(first?.text)
    expect(second?.reference).not.toBe(first?.reference)
  })

  test('to an address somebody stated it arrives, and tells the SME; what follows goes there too', async () => {
    const { contractId, takeover, again, stage } = await takenOver(`gone${nextNumber()}@sme.invalid`)
    expect(await stage()).toBe('opened')
    const mail = newMail()
    good(await again({ address: { mail, statedBy: '社長' } }))
    await house.settle()
    expect([noticesTo(mail).length, await stage()]).toEqual([1, 'told'])
    good(await again())
    good(await parties.staff.post(`${takeover}/settle`, { settlement: 'servedByImplementingEntity' }))
    await house.settle()
    const subjects = house.letters.filter(({ to }) => to === mail).map(({ subject }) => subject)
    expect([noticesTo(mail).length, subjects.filter((one) => one.includes('引継ぎが終わりました')).length]).toEqual([
      2, 1,
    ])
    const events = good(await parties.admin.get(`/v1/contracts/${contractId}/ledger`)).items
    const stated = events.filter(({ event }: any) => event.type === 'takeover-notice-sent-again')
    expect(stated.map(({ event }: any) => event.addressSha256)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null])
    expect(JSON.stringify(events)).not.toContain(mail)
  })

  test('the last address stated is the one that counts', async () => {
    const { again } = await takenOver(null)
    const [first, last] = [newMail(), newMail()]
    good(await again({ address: { mail: first, statedBy: '経理' } }))
    good(await again({ address: { mail: last, statedBy: '社長' } }))
    good(await again())
    await house.settle()
    expect([noticesTo(first).length, noticesTo(last).length]).toEqual([1, 2])
  })

  test('without any address it is refused; an address needs whoever stated it', async () => {
    const { again } = await takenOver(null)
    expect((await again()).body).toMatchObject({
      kind: 'does-not-fit',
      what: 'noticeContact',
      given: 'phone',
      needs: 'a mail address',
    })
    expect((await again({ address: { mail: newMail() } })).status).toBe(400)
  })

  test('who signed through a link is written to where it signed from', async () => {
    const one = await leaver()
    const { signer, sha256, contractId } = await readyToSign(house, one.ask, draft(net))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const { path } = await stopped(one)
    await house.settle()
    const before = house.letters.length
    good(await parties.staff.post(`${path}/takeovers/${contractId}/notice`))
    await house.settle()
    expect(house.letters.slice(before).map(({ subject }) => subject.slice(0, 4))).toEqual(['【重要】'])
  })

  test('only while the takeover is open: one that is settled, or none at all, is refused', async () => {
    const { takeover, path, again } = await takenOver(newMail())
    good(await again())
    good(await parties.staff.post(`${takeover}/settle`, { settlement: 'movedToImplementingEntity', consent }))
    expect((await again()).body).toMatchObject({ kind: 'wrong-stage', stage: 'settled', needs: ['opened', 'told'] })
    const other = await attested(await leaver())
    expect((await parties.staff.post(`${path}/takeovers/${other}/notice`)).status).toBe(404)
  })

  test('a contract the worker has not come to yet is reached by it, and its letters go out', async () => {
    const one = await leaver()
    const mail = newMail()
    const contractId = await attested(one, withMail(mail))
    const { path } = await stopped(one)
    const sent = good(await parties.staff.post(`${path}/takeovers/${contractId}/notice`))
    expect(sent.takeover.stage).toBe('opened')
    await house.settle()
    expect([noticesTo(mail).length, (await read(contractId)).takeover.stage]).toEqual([2, 'told'])
  })
})
