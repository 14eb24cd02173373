import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { everyItem, good, paper } from '../support/parties.ts'
import { lostContact } from '../support/scene-course.ts'
import { enter, speaker } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const { staff, admin } = parties
const today = house.clock.today()

/** A contract on paper that a reseller put on record; what it gave as the SME's contact is asked for its word. */
const attested = async () => {
  const given = paper(net)
  const { contractId } = good(await seller.post('/v1/contracts/attest', given))
  const path = `/v1/contracts/${contractId}`
  const { mail, phone } = given.sme.noticeContact
  const signatory = { ...lostContact(today).signatory, mail, phone }
  const confirm = async (to: { readonly mail: string | null; readonly phone: string | null }) => {
    good(await seller.post(`${path}/ask-confirmation`, {}))
    await house.settle()
    const letter = house.letters.findLast((one) => one.by === 'mail' && one.to === to.mail)
    const signer = await enter(house, /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '', to.phone ?? '')
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer: speaker }))
    return good(await seller.get(path)).confirmedThrough as string
  }
  return { path, mail, phone, signatory, confirm }
}
const seen = (signatory: object) => lostContact(today, { ground: 'verified', signatory })

describe('a paper contract is confirmed through a contact that somebody gave', () => {
  test('its seller, as long as the implementing entity has not verified whose it is, also where it does so later', async () => {
    const { path, signatory, confirm, ...reached } = await attested()
    expect(good(await seller.get(path)).confirmedThrough).toBeUndefined()
    expect(await confirm(reached)).toBe('sellersContact')
    good(await staff.post(`${path}/contact-change`, seen(signatory)))
    expect(good(await seller.get(path)).confirmedThrough).toBe('sellersContact')
  })

  test('the implementing entity’s own people, who saw evidence of it: nothing else changes, and nobody is written to', async () => {
    const { path, signatory, confirm, ...reached } = await attested()
    const { document } = good(await seller.get(path))
    await house.settle()
    const letters = house.letters.length
    good(await staff.post(`${path}/contact-change`, seen(signatory)))
    await house.settle()
    expect(house.letters).toHaveLength(letters)
    expect(good(await seller.get(path)).document).toEqual(document)
    expect((await staff.get(`${path}/contact-change`)).status).toBe(404)
    expect(await confirm(reached)).toBe('verifiedContact')
  })

  test('two of them, where they changed it', async () => {
    const { path, confirm } = await attested()
    const change = lostContact(today)
    good(await staff.post(`${path}/contact-change`, change))
    good(await admin.post(`${path}/contact-change/approve`))
    expect(await confirm(change.signatory)).toBe('verifiedContact')
  })

  test('another than the contact in force is not verified, and no seller verifies any', async () => {
    const { path, signatory } = await attested()
    const other = seen({ ...signatory, phone: '090-1234-9876' })
    expect((await staff.post(`${path}/contact-change`, other)).body).toMatchObject({ what: 'signatory' })
    expect((await seller.post(`${path}/contact-change`, seen(signatory))).status).toBe(403)
  })
})
