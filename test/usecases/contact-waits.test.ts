import { describe, expect, test } from 'vitest'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { daysAfter, type PlainDate } from '../../shared/domain/plain-date.ts'
import { amendmentSignature, amendmentToSign, onOwnPage } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { amendment, lostContact } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const { staff, admin } = parties
const anyone = house.withToken(undefined)

const toldAdmin = () =>
  house.letters.filter(({ subject }) => subject.startsWith('【連絡先の変更の')).map(({ to, subject }) => [to, subject])

const on = (day: PlainDate, time = '09:00:00') => house.clock.set(`${day}T${time}+09:00`)

/** A signed contract with another contact, that a person of the implementing entity proposes on a ground. */
const proposed = async (more: object = {}, sme: object = {}) => {
  const n = nextNumber()
  const made = draft(net, { n })
  const given = { ...made, sme: { ...made.sme, signatory: { ...made.sme.signatory, ...sme } } }
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  const path = `/v1/contracts/${contractId}`
  const today = house.clock.today()
  const mail = `moved${n}@new.example.jp`
  const { signatory: named } = lostContact(today)
  const change = lostContact(today, { ground: 'moved', signatory: { ...named, mail, phone: '090-9999-0002' }, ...more })
  good(await staff.post(`${path}/contact-change`, change))
  await house.settle()
  const { signatory } = given.sme
  const lettersTo = (to: string) => house.letters.filter((one) => one.to === to)
  const stopLink = /\/stop\/#(\S+)/.exec(lettersTo(signatory.mail).at(-1)?.text ?? '')?.[1] ?? ''
  const reached = async () => good(await seller.get(`${path}/disclosure`)).disclosure.sme.signatory.mail as string
  return {
    n,
    given,
    contractId,
    path,
    signatory,
    change,
    mail,
    lettersTo,
    stopLink,
    reached,
    from: daysAfter(today, 8),
  }
}

describe('a contact that the SME does not sign for', () => {
  test('is told to its mail and telephone, waits for seven whole days, and is in force on the eighth', async () => {
    const { path, contractId, signatory, change, mail, lettersTo, reached, from } = await proposed()
    expect(lettersTo(signatory.mail).at(-1)?.text).toContain('ログインも確認コードも要りません')
    expect(lettersTo(signatory.phone).at(-1)).toMatchObject({
      by: 'sms',
      text: expect.stringContaining('/stop/#'),
    })
    expect(lettersTo(mail).map(({ text }) => text)).toEqual([expect.not.stringContaining('/stop/#')])
    expect(good(await staff.get(`${path}/contact-change`))).toMatchObject({ ground: 'moved', from })
    expect((await admin.post(`${path}/contact-change/approve`)).body).toMatchObject({ what: 'contactChange' })
    on(daysAfter(from, -1), '23:59:59')
    await house.runContractSchedule()
    expect(await reached()).toBe(signatory.mail)
    on(from, '00:00:00')
    expect([await house.runContractSchedule(), await house.runContractSchedule()]).toEqual([1, 0])
    const { sme } = good(await seller.get(`${path}/disclosure`)).disclosure
    expect(sme.signatory).toMatchObject({ mail })
    const by = { name: '結城 京子', title: '課長' }
    expect(sme.contactSetBy).toEqual({
      ground: 'moved',
      evidence: 'visit',
      on: expect.any(String),
      by,
      from,
      unstopped: true,
    })
    await house.settle()
    expect(lettersTo(signatory.mail).at(-1)?.text).toContain('7日のあいだ止められなかった')
    good(await (await onOwnPage(house, seller, contractId, change.signatory)).get('/v1/signing/contract'))
  })

  test('gets no link and no code before its day, and every notice beside the old one', async () => {
    const { path, contractId, signatory, change, mail, lettersTo } = await proposed()
    const phone = change.signatory.phone
    const before = [lettersTo(mail).length, lettersTo(phone).length]
    const owner = await onOwnPage(house, seller, contractId, signatory)
    await house.settle()
    expect([lettersTo(mail).length, lettersTo(phone).length]).toEqual(before)
    const signer = { name: '髙橋 花子', title: '代表取締役' }
    good(await owner.post('/v1/signing/consents', { kind: 'positionTransfer', signer }))
    await house.settle()
    const subjects = [signatory.mail, mail].map((to) => lettersTo(to).at(-1)?.subject)
    expect(subjects).toEqual([expect.stringContaining('同意の控え'), subjects[0]])
    expect(good(await seller.get(path)).link).toMatchObject({ purpose: 'own' })
  })

  test('is stopped by the link alone, once, and never comes into force', async () => {
    const { path, lettersTo, mail, stopLink, reached, signatory, from } = await proposed()
    expect(good(await anyone.post('/v1/signing/contact-change/stop', { link: stopLink }))).toEqual({ stopped: true })
    expect((await anyone.post('/v1/signing/contact-change/stop', { link: stopLink })).body.kind).toBe('link-not-usable')
    expect((await staff.get(`${path}/contact-change`)).status).toBe(404)
    on(daysAfter(from, 1))
    await house.runContractSchedule()
    expect(await reached()).toBe(signatory.mail)
    await house.settle()
    expect(lettersTo(mail)).toHaveLength(1)
    const { items } = good(await admin.get(`${path}/ledger`))
    expect(items.at(-1)).toMatchObject({ event: { type: 'contact-change-stopped' }, actor: { role: 'sme' } })
    // Both people of the implementing entity hear of it; its reseller does not.
    expect(new Set(toldAdmin().map(([, subject]) => subject))).toEqual(
      new Set([expect.stringContaining('【連絡先の変更の差止め】')]),
    )
    expect(toldAdmin().length).toBeGreaterThan(0)
    expect(JSON.stringify(items)).not.toContain(stopLink.split('.').at(-1))
  })

  test('another link stops nothing, be it the SME’s own', async () => {
    const { contractId, signatory, reached, lettersTo } = await proposed()
    await onOwnPage(house, seller, contractId, signatory)
    const own = /\/sign\/#(\S+)/.exec(lettersTo(signatory.mail).at(-1)?.text ?? '')?.[1] ?? ''
    for (const link of [own, `${own}x`, 'ctr_x.y.z'])
      expect((await anyone.post('/v1/signing/contact-change/stop', { link })).body.kind).toBe('link-not-usable')
    expect(await reached()).toBe(signatory.mail)
  })

  test('is told in a call where the SME has a land line, and stopped by whoever it calls', async () => {
    const { path, lettersTo, reached, signatory, from } = await proposed({}, { phone: '03-5555-1234' })
    const call = lettersTo('03-5555-1234').at(-1)
    expect(call).toMatchObject({ by: 'voice', text: expect.stringContaining('くり返します') })
    expect(call?.text).not.toContain('http')
    good(await admin.post(`${path}/contact-change/withdraw`))
    on(from)
    await house.runContractSchedule()
    expect(await reached()).toBe(signatory.mail)
  })

  test('seven days count for nothing where no word of it arrived: then two people decide', async () => {
    const { path, contractId, lettersTo, mail, reached, signatory, from } = await proposed()
    const told = [lettersTo(signatory.mail).at(-1), lettersTo(signatory.phone).at(-1)]
    for (const one of told)
      await noteBounce(house.deps)({ stream: contractId, deliveryId: one?.reference ?? '', cause: 'bounce' })
    on(from)
    await house.runContractSchedule()
    expect(await reached()).toBe(signatory.mail)
    expect(good(await staff.get(`${path}/contact-change`)).from).toBeNull()
    await house.settle()
    expect(toldAdmin().at(-1)).toEqual([expect.any(String), expect.stringContaining('【連絡先の変更の不達】')])
    expect((await staff.post(`${path}/contact-change/approve`)).status).toBe(403)
    good(await admin.post(`${path}/contact-change/approve`))
    expect(await reached()).toBe(mail)
    const { contactSetBy } = good(await seller.get(`${path}/disclosure`)).disclosure.sme
    expect(contactSetBy).not.toHaveProperty('unstopped')
  })

  test('is over when the SME signs another contact itself', async () => {
    const { path, contractId, n, given, signatory, reached, from } = await proposed()
    const same = amendment(net, n, given.terms.startOn)
    const own = { ...same, sme: { ...same.sme, signatory: { ...signatory, mail: `own${n}@new.example.jp` } } }
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, own, signatory)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    expect((await staff.get(`${path}/contact-change`)).status).toBe(404)
    on(from)
    await house.runContractSchedule()
    expect(await reached()).toBe(`own${n}@new.example.jp`)
  })

  test('shows on the certificate of every later signature, by whom and from when', async () => {
    const { contractId, n, given, change, from } = await proposed()
    on(from)
    await house.runContractSchedule()
    const dearer = amendment(net, n, given.terms.startOn)
    const moved = { ...dearer, sme: { ...dearer.sme, signatory: change.signatory } }
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, moved, change.signatory)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    const { certificateOf } = await import('../../functions/application/documents/certificate.ts')
    const read = await house.deps.contracts.find(contractId as `ctr_${string}`)
    const certificate = JSON.stringify(read && (await certificateOf(house.deps, read.kept.state)))
    expect(certificate).toContain('確かめた人　課長　結城 京子')
    expect(certificate).toContain('7日のあいだ止められなかった')
  })
})
