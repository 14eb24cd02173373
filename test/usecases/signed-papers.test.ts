import { beforeEach, describe, expect, test } from 'vitest'
import { signedPapersContent } from '../../functions/notifications/recipients/signed-papers.ts'
import { sealingHouse } from '../support/archives.ts'
import { newHouse } from '../support/house.ts'
import { corporateNumber, draft, explanation, good, nextNumber, paper } from '../support/parties.ts'
import { amendment, lostContact } from '../support/scene-course.ts'
import { leave } from '../support/cancelling.ts'
import { merger } from '../support/identifying.ts'
import { bringsPapers, enter, linkSentTo, signature } from '../support/signing.ts'

const house = await newHouse()
const all = await sealingHouse(house)
const start = '2026-10-01T09:00:00+09:00'
const pastRetention = '2038-10-02T00:00:00+09:00'
beforeEach(() => house.clock.set(start))
const lettersTo = (mail: string) => house.letters.filter(({ to, subject }) => to === mail && bringsPapers({ subject }))
const signedContract = async (n = nextNumber()) => {
  const { sme, terms } = draft(all.serviceId, { n })
  const contractId = await all.signed({ sme })
  await house.settle()
  return { contractId, n, terms, ...sme.signatory }
}

describe('an SME that signed gets its papers by mail, to keep itself', () => {
  test('the very bytes that were sealed come as files, and the letter says: save them yourself', async () => {
    const { contractId, mail } = await signedContract()
    const [letter, ...more] = lettersTo(mail)
    expect(more).toEqual([])
    expect(letter?.text).toContain('お客様ご自身で、パソコンなどに保存してください')
    const files = letter?.attachments ?? []
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^keiyakusho-[0-9A-Z-]{14}\.pdf$/),
      expect.stringMatching(/^shomei-shomeisho-[0-9A-Z-]{14}\.pdf$/),
    ])
    for (const [index, name] of ['contract-0006.pdf', 'certificate-0006.pdf'].entries()) {
      const sealed = await all.seller.get(`/v1/contracts/${contractId}/archive/${name}`)
      expect(Buffer.from(files[index]?.bytes ?? []).equals(Buffer.from(sealed.bytes))).toBe(true)
    }
  })
  test('it says how to have them again, and for how many years the implementing entity keeps them', async () => {
    const { contractId, mail } = await signedContract()
    const [letter] = lettersTo(mail)
    expect(letter?.text).toContain(`/sign/ask.html#${await house.deps.links.servingFor(contractId)}`)
    expect(letter?.text).toContain('ご契約が終わってから12年間')
    expect(letter?.text).not.toContain('/sign/#')
  })
  test('a change that was signed brings its own papers', async () => {
    const { contractId, n, terms, mail, phone } = await signedContract()
    const path = `/v1/contracts/${contractId}/amendments`
    good(await all.seller.post(path, amendment(all.serviceId, n, terms.startOn)))
    good(await all.seller.post(`${path}/explain`, explanation(house.clock.today())))
    good(await all.seller.post(`${path}/offer`, {}))
    await house.settle()
    const link =
      /\/sign\/#(\S+)/.exec(
        house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
      )?.[1] ?? ''
    const signer = await enter(house, link, phone)
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/sign-amendment', signature(sha256, { remoteSupportConsent: undefined })))
    await house.settle()
    const [first, second] = lettersTo(mail).map(({ attachments = [] }) => attachments.map(({ bytes }) => bytes.length))
    expect([first?.length, second?.length]).toEqual([2, 2])
    expect(second).not.toEqual(first)
  })
  test('papers that could not be printed, and so were never sealed, are told of without them, and whom to ask', async () => {
    const { contractId } = await signedContract()
    const { directory } = house.deps
    const unsealed = { ...house.deps, directory: { ...directory, archive: async () => undefined } }
    const read = await house.deps.contracts.find(contractId)
    if (!read) throw new Error('no contract')
    const { state } = read.kept
    const disclosure = await house.deps.contracts.document(contractId, state.deal.revision)
    const signing = (await house.deps.ledger.eventsOf(contractId)).find(({ event }) => event.type === 'contract-signed')
    if (!signing) throw new Error('nobody signed')
    const letter = await signedPapersContent(unsealed, state, disclosure, signing)
    expect(letter.attachments).toBeUndefined()
    expect(letter.text).toContain('このメールには添付できませんでした')
    expect(letter.text).toContain(`/sign/ask.html#${await house.deps.links.servingFor(contractId)}`)
  })
})

const serving = (contractId: string) => house.deps.links.servingFor(contractId as `ctr_${string}`)
const asks = async (contractId: string) => {
  const answer = await house.withToken(undefined).post('/v1/signing/own-link', { link: await serving(contractId) })
  await house.settle()
  return { status: answer.status, body: answer.body }
}
const pageOf = async (contractId: string): Promise<string> =>
  (await house.withToken(undefined).get(`/v1/serving/${await serving(contractId)}/page.html`)).text
const linksTo = (mail: string) => house.letters.filter(({ to, text }) => to === mail && text.includes('/sign/#')).length
const end = async (contractId: string) => {
  await leave(all.seller, contractId, house.clock.today())
  await house.settle()
}
const endedContract = async () => {
  const given = await signedContract()
  await end(given.contractId)
  return given
}
const asked = { status: 200, body: { asked: true } }

describe('the SME of a contract that has ended has its sealed papers until the day of retention', () => {
  test('by a link it asks for, that goes to its mail, asks for a code every time, and opens the very bytes', async () => {
    const { contractId, mail, phone } = await endedContract()
    const told = house.letters.find(({ to, subject }) => to === mail && subject.includes('終了'))
    expect(told?.text).toContain(`2038年10月1日まで`)
    expect(told?.text).toContain(`/sign/ask.html#${await serving(contractId)}`)
    expect(await asks(contractId)).toEqual(asked)
    expect(house.letters.findLast(({ to }) => to === mail)?.text).toContain('お客様ご自身で、パソコンなどに保存して')
    const own = await enter(house, linkSentTo(house, mail), phone)
    const { papers, ...about } = good(await own.get('/v1/signing/papers'))
    expect(about).toMatchObject({ contractId, endedOn: '2026-10-01', keepUntil: '2038-10-01' })
    expect(papers.map(({ name, what, sealed }: any) => [name, what, sealed])).toEqual([
      ['contract-0006.pdf', 'contract', true],
      ['certificate-0006.pdf', 'certificate', true],
    ])
    for (const { name } of papers) {
      const sealed = await all.seller.get(`/v1/contracts/${contractId}/archive/${name}`)
      const saved = await own.get(`/v1/signing/papers/${name}`)
      expect([saved.status, Buffer.from(saved.bytes).equals(Buffer.from(sealed.bytes))]).toEqual([200, true])
    }
    expect((await own.get('/v1/signing/papers/contract-0005.pdf')).status).toBe(404)
    for (const path of ['contract', 'document', 'contract/document.pdf'])
      expect((await own.get(`/v1/signing/${path}`)).body.kind, path).toBe('link-not-usable')
    await asks(contractId)
    expect(house.letters.findLast(({ to }) => to === mail)?.subject).toContain('もう一度')
    good(await own.get('/v1/signing/papers'))
  })
  test('to its last day, and from the next on neither a link nor what a link opened before', async () => {
    const { contractId, mail, phone } = await endedContract()
    house.clock.set('2038-10-01T23:50:00+09:00')
    expect(await pageOf(contractId)).toContain('2038年10月1日まで保存できます')
    await asks(contractId)
    const own = await enter(house, linkSentTo(house, mail), phone)
    good(await own.get('/v1/signing/papers'))
    const before = linksTo(mail)
    house.clock.set(pastRetention)
    expect((await own.get('/v1/signing/papers')).body.kind).toBe('link-not-usable')
    expect((await own.get('/v1/signing/papers/contract-0006.pdf')).body.kind).toBe('link-not-usable')
    expect([await asks(contractId), linksTo(mail)]).toEqual([asked, before])
    expect(await pageOf(contractId)).toContain('2038年10月1日）は過ぎました')
    expect(await pageOf(contractId)).not.toContain('ask.html')
  })
  test('three times in an hour, and the answer to the fourth is no other', async () => {
    const { contractId, mail } = await endedContract()
    const before = linksTo(mail)
    for (let n = 0; n < 4; n++) expect(await asks(contractId)).toEqual(asked)
    expect(linksTo(mail) - before).toBe(3)
  })
  test('a contact whose change was stopped, or still waited when it ended, gets no link', async () => {
    const { contractId, mail } = await signedContract()
    const { signatory } = lostContact(house.clock.today())
    const others = ['stopped', 'waiting'].map((name) => ({ ...signatory, mail: `${name}@new.example.jp` }))
    for (const [index, one] of others.entries()) {
      const change = lostContact(house.clock.today(), { ground: 'moved', signatory: one })
      good(await all.staff.post(`/v1/contracts/${contractId}/contact-change`, change))
      await house.settle()
      const [, stop = ''] = /\/stop\/#(\S+)/.exec(house.letters.findLast(({ to }) => to === mail)?.text ?? '') ?? []
      if (index === 0) good(await house.withToken(undefined).post('/v1/signing/contact-change/stop', { link: stop }))
    }
    await end(contractId)
    const before = linksTo(mail)
    await asks(contractId)
    expect([linksTo(mail) - before, ...others.map((one) => linksTo(one.mail))]).toEqual([1, 0, 0])
  })
  test('whoever succeeded has them, where it is reached by now, and the contact before gets no link any more', async () => {
    const before = await signedContract()
    const path = `/v1/contracts/${before.contractId}`
    const { signatory } = lostContact(house.clock.today())
    good(await all.staff.post(`${path}/succeed`, merger(corporateNumber(nextNumber()), house.clock.today())))
    good(await all.staff.post(`${path}/contact-change`, lostContact(house.clock.today())))
    good(await all.admin.post(`${path}/contact-change/approve`))
    await house.settle()
    await end(before.contractId)
    const links = linksTo(before.mail)
    await asks(before.contractId)
    expect([linksTo(before.mail), linksTo(signatory.mail)]).toEqual([links, 1])
    const own = await enter(house, linkSentTo(house, signatory.mail), signatory.phone)
    expect(good(await own.get('/v1/signing/papers'))).toMatchObject({ smeName: '株式会社架空存続', papers: [{}, {}] })
  })
  test('nothing is asked of a contract that never had papers, and whoever asks learns nothing of it', async () => {
    const [withPapers, n] = [await endedContract(), nextNumber()]
    const { contractId } = good(await all.seller.post('/v1/contracts/attest', paper(all.serviceId, { n })))
    await house.settle()
    await end(contractId)
    const mail = paper(all.serviceId, { n }).sme.noticeContact.mail
    const before = linksTo(mail)
    expect([await asks(contractId), linksTo(mail)]).toEqual([asked, before])
    expect(await asks(withPapers.contractId)).toEqual(asked)
  })
})

describe('a contract that runs shows its SME every paper that was sealed', () => {
  test('beside its own page, and the link to the own page opens them', async () => {
    const { contractId, mail, phone } = await signedContract()
    await asks(contractId)
    const own = await enter(house, linkSentTo(house, mail), phone)
    expect(good(await own.get('/v1/signing/papers'))).toMatchObject({ endedOn: null, keepUntil: null })
    expect((await own.get('/v1/signing/papers/certificate-0006.pdf')).status).toBe(200)
    await end(contractId)
    expect((await own.get('/v1/signing/papers')).body).toMatchObject({ kind: 'link-not-usable' })
  })
})
