import { describe, expect, test } from 'vitest'
import { newHouse, type Ask } from '../support/house.ts'
import { good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { bringsPapers, enter, speaker } from '../support/signing.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const { admin, staff } = parties
const net = await parties.service('NET')
const one = await parties.reseller('R1', [net])
const other = await parties.reseller('R2', [net])

const lastTo = (to: string) =>
  house.letters.findLast((letter) => letter.by === 'mail' && letter.to === to && !bringsPapers(letter))
const linkIn = (text = '') => /\/sign\/#(\S+)/.exec(text)?.[1] ?? ''

/** A paper contract of the first reseller, and whoever came through the link to its SME. */
const onPaper = async () => {
  const phone = `090-7${String(nextNumber()).padStart(7, '0')}`
  const mail = `it${nextNumber()}@sme.example.jp`
  const given = paper(net, { sme: { noticeContact: { mail, phone } } })
  const { contractId } = good(await one.ask.post('/v1/contracts/attest', given))
  await house.settle()
  const arrive = async () => enter(house, linkIn(lastTo(mail)?.text), phone)
  return { contractId: contractId as string, mail, arrive, sme: await arrive() }
}

const what = '台数は5台ではなく、4台です。'
const disputed = async () => {
  const made = await onPaper()
  good(await made.sme.post('/v1/signing/dispute', { what, signer: speaker }))
  await house.settle()
  return made
}

const listed = async (ask: Ask, query = '') =>
  good(await ask.get(`/v1/disputes${query}`)).items.map(({ contractId }: { contractId: string }) => contractId)
const read = async (ask: Ask, contractId: string) => good(await ask.get(`/v1/contracts/${contractId}`))
const path = (contractId: string, way: string) => `/v1/contracts/${contractId}/${way}`

describe('an SME says that the record of its paper contract is wrong', () => {
  test('and its words stand on the lists of seller and entity, the oldest first, until one of three ways is taken', async () => {
    const [first, second] = [await disputed(), await disputed()]
    for (const ask of [admin, staff, one.ask, one.staff])
      expect((await listed(ask)).slice(-2)).toEqual([first.contractId, second.contractId])
    expect(await listed(other.ask)).toEqual([])
    expect((await other.ask.get(`/v1/disputes?resellerId=${one.resellerId}`)).status).toBe(404)
    expect(await listed(admin, `?resellerId=${other.resellerId}`)).toEqual([])
    const { items, nextCursor } = good(await one.ask.get('/v1/disputes?limit=1'))
    expect(items).toMatchObject([{ what, signer: speaker, sme: { name: '株式会社髙橋𠮷兵衛商店' } }])
    expect(nextCursor).not.toBeNull()
    expect((await read(one.ask, first.contractId)).disputes).toEqual([
      { seq: expect.any(Number), what, signer: speaker, answer: null },
    ])
    good(await one.ask.post(path(first.contractId, 'dispute/keep'), { answer: '控えのとおりです。' }))
    await house.settle()
    expect(await listed(admin)).not.toContain(first.contractId)
    expect(await listed(admin)).toContain(second.contractId)
    expect((await other.ask.post(path(second.contractId, 'dispute/keep'), { answer: 'x' })).status).toBe(404)
  })

  test('kept and answered: the letter brings the answer, the page shows it, and the SME may say once more what is wrong', async () => {
    const { contractId, mail, arrive } = await disputed()
    const answer = '契約書の写しを確かめたところ、5台でした。写しを同封します。'
    const after = good(await staff.post(path(contractId, 'dispute/keep'), { answer }))
    expect(after).toMatchObject({ confirmation: 'awaiting', terms: { terminals: 5 } })
    await house.settle()
    expect(lastTo(mail)?.subject).toContain('お知らせいただいた件のご回答')
    expect(lastTo(mail)?.text).toContain(answer)
    expect(lastTo(mail)?.text).toContain('記録は変えておりません')
    const again = await arrive()
    expect(good(await again.get('/v1/signing/document')).disputes).toEqual([
      { seq: expect.any(Number), what, signer: speaker, answer: { way: 'kept', words: answer } },
    ])
    good(await again.post('/v1/signing/dispute', { what: 'やはり4台です。', signer: speaker }))
    await house.settle()
    expect(await listed(one.ask)).toContain(contractId)
    expect((await read(admin, contractId)).disputes).toHaveLength(2)
  })

  test('corrected: the record follows, the contact stays, and the SME confirms the corrected text', async () => {
    const { contractId, mail, arrive } = await disputed()
    const given = { terms: { terminals: 4 }, sme: { industry: '小売業' }, answer: '4台に直しました。' }
    const after = good(await one.ask.post(path(contractId, 'dispute/correct'), given))
    expect(after).toMatchObject({ confirmation: 'awaiting', terms: { terminals: 4 }, document: { revision: 2 } })
    await house.settle()
    expect(lastTo(mail)?.text).toContain('記録を直しました')
    const again = await arrive()
    const { sha256, disclosure, disputes } = good(await again.get('/v1/signing/document'))
    expect(disclosure.sme).toMatchObject({ industry: '小売業', noticeContact: { mail } })
    expect(disputes[0].answer).toEqual({ way: 'corrected', words: '4台に直しました。' })
    const acknowledged = disclosure.items.map(({ code }: { code: string }) => code)
    const said = { documentSha256: sha256, acknowledged, signer: speaker }
    expect(good(await again.post('/v1/signing/confirm', said)).confirmation).toBe('confirmed')
    good(await admin.post(path(contractId, 'send-own-link'), {}))
    await house.settle()
    const own = await arrive()
    expect(good(await own.get('/v1/signing/contract')).disputes).toHaveLength(1)
  })

  test('annulled: the letter of the end brings the answer', async () => {
    const { contractId, mail } = await disputed()
    const given = { words: '権限のない人が結んだ。', by: '結城', answer: '契約は無効として扱います。' }
    expect(good(await admin.post(path(contractId, 'annul'), given)).stage).toBe('ended')
    await house.settle()
    expect(lastTo(mail)?.text).toContain(given.answer)
    expect(await listed(one.ask)).not.toContain(contractId)
    const { disputes } = await read(one.ask, contractId)
    expect(disputes[0].answer).toEqual({ way: 'annulled', words: given.answer })
  })

  test('what nobody disputed is not answered; a moved term and another contact are refused, and nothing changes', async () => {
    const quiet = await onPaper()
    const none = await one.ask.post(path(quiet.contractId, 'dispute/keep'), { answer: 'x' })
    expect([none.status, none.body.kind, none.body.needs]).toEqual([409, 'wrong-stage', ['disputed']])
    const { contractId } = await disputed()
    const correct = (body: object) => one.ask.post(path(contractId, 'dispute/correct'), body)
    expect((await correct({ terms: { startOn: '2026-09-02' }, answer: 'x' })).status).toBe(400)
    expect((await correct({ sme: { noticeContact: { mail: null, phone: null } }, answer: 'x' })).status).toBe(400)
    expect((await correct({ terms: { terminals: 4 } })).status).toBe(400)
    const dear = { initialFeeParts: [{ what: '機器代', exTaxYen: 500_001 }] }
    expect((await correct({ terms: dear, answer: 'x' })).body.kind).toBe('breaches-standard')
    expect(await read(one.ask, contractId)).toMatchObject({ confirmation: 'disputed', document: { revision: 1 } })
    expect((await one.ask.post(path(contractId, 'ask-confirmation'), {})).status).toBe(409)
  })
})
