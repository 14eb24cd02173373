import { describe, expect, test } from 'vitest'
import { wish } from '../support/cancelling.ts'
import { exceptionGiven } from '../support/excepting.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { leaving } from '../support/leaving.ts'
import { draft, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { codeIn, enter, offer, readyToSign, signature, speaker } from '../support/signing.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const elsewhere = await partiesIn(house)
const net = await parties.service('NET')
await elsewhere.reseller(`E${nextNumber()}`, [await elsewhere.service('NET')])
await house.settle()

/** The people who are there: two of each organization, by a short word for each. */
const words = new Map<string, string>()
const known = async (ask: Ask, role: string, word: string): Promise<string> => {
  const mail = `${word.replaceAll(' ', '-')}${nextNumber()}@people.example.jp`
  words.set(mail, word)
  const { sub } = good(await ask.post('/v1/members', { mail, name: '架空 花子', role }))
  await house.signedIn(mail)
  return sub
}
const seller = await parties.reseller(`S${nextNumber()}`, [net])
const other = await parties.reseller(`O${nextNumber()}`, [net])
await known(seller.ask, 'resellerAdmin', 'seller')
await known(seller.ask, 'resellerStaff', 'clerk')
await known(other.ask, 'resellerAdmin', 'another seller')
const entityAdmin = await known(parties.admin, 'entityAdmin', 'entity')
await known(parties.admin, 'entityStaff', 'desk')
await known(elsewhere.admin, 'entityAdmin', 'elsewhere')
await known(parties.body, 'registrationBody', 'body')
await known(elsewhere.body, 'registrationBody', 'body elsewhere')
await known(parties.operator, 'ipa', 'ipa')
const admin = house.as({ role: 'entityAdmin', sub: entityAdmin, entityId: parties.entityId })

/** Who was written to since, as far as the people above go. */
const toldOf = async (act: () => Promise<unknown>) => {
  const before = house.letters.length
  await act()
  await house.settle()
  const letters = house.letters.slice(before).filter(({ to }) => words.has(to))
  return {
    who: letters.map(({ to }) => String(words.get(to))).sort(),
    subjects: [...new Set(letters.map(({ subject }) => subject))],
    texts: letters.map(({ text }) => text).join('\n'),
  }
}
const sellers = ['clerk', 'seller']
const entities = ['desk', 'entity']
const sme = '株式会社髙橋𠮷兵衛商店'
const onPaper = async () => {
  const [phone, mail] = [`090-6${String(nextNumber()).padStart(7, '0')}`, `it${nextNumber()}@sme.example.jp`]
  const given = paper(net, { sme: { noticeContact: { mail, phone } } })
  const { contractId } = good(await seller.ask.post('/v1/contracts/attest', given))
  await house.settle()
  const letter = house.letters.findLast(({ to }) => to === mail)
  const link = /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  return { contractId: contractId as string, signer: await enter(house, link, phone) }
}

describe('people of the seller are told, and nobody else’s', () => {
  test('that a contract was signed, once however often it is delivered, with whose it is and where', async () => {
    const { signer, sha256, contractId } = await readyToSign(house, seller.ask, draft(net))
    const { who, subjects, texts } = await toldOf(() => signer.post('/v1/signing/sign', signature(sha256)))
    expect([who, subjects]).toEqual([sellers, [`【契約の成立】${sme}`]])
    expect(texts).toContain(`https://musubi.example.jp/console/#/contracts/${contractId}`)
    expect(texts).toContain('架空 花子 様')
    expect(texts).not.toContain('/sign/#')
  })

  test('that an SME declined', async () => {
    const { signer } = await readyToSign(house, seller.ask, draft(net))
    const { who, subjects } = await toldOf(() => signer.post('/v1/signing/decline'))
    expect([who, subjects]).toEqual([sellers, [`【署名のお断り】${sme}`]])
  })

  test('that the fifth code was wrong, and not of the four before', async () => {
    const { link } = await offer(house, seller.ask, draft(net))
    const anyone = house.withToken(undefined)
    good(await anyone.post('/v1/signing/open', { link }))
    await house.settle()
    const right = codeIn(house.letters.findLast(({ by }) => by === 'sms')?.text)
    const wrong = async () => anyone.post('/v1/signing/enter', { link, code: right === '000000' ? '111111' : '000000' })
    for (let n = 0; n < 4; n += 1) expect((await toldOf(wrong)).who).toEqual([])
    const { who, subjects } = await toldOf(wrong)
    expect([who, subjects]).toEqual([sellers, [`【確認コードの使い切り】${sme}`]])
  })

  test('that an SME wants to leave; whoever put it on record is not told of it', async () => {
    const { contractId } = await onPaper()
    const ask = () => admin.post(`/v1/contracts/${contractId}/request-cancellation`, wish('2026-12-31'))
    expect((await toldOf(async () => good(await ask()))).who).toEqual(sellers)
  })

  test('and, with the entity, that it disputes a record', async () => {
    const { signer } = await onPaper()
    const { who, subjects } = await toldOf(() =>
      signer.post('/v1/signing/dispute', { what: '違う。', signer: speaker }),
    )
    expect([who, subjects]).toEqual([[...sellers, ...entities].toSorted(), [`【「違う」との申出】${sme}`]])
  })
})

describe('people of the implementing entity are told', () => {
  test('of an exception that is asked: who decides at once, the others in their digest', async () => {
    const { who } = await toldOf(async () =>
      good(await seller.ask.post('/v1/contract-exceptions', exceptionGiven(net))),
    )
    expect(who).toEqual(['entity'])
  })

  test('of a concern', async () => {
    const words = { resellerId: seller.resellerId, ground: 'staff', statement: '担当者が退職した。' }
    const { who } = await toldOf(async () => good(await admin.post('/v1/concerns', words)))
    expect(who).toEqual(['desk'])
  })

  test('of a proposal to approve, and of what an authority answers; the authority of what arrived', async () => {
    const { leaver, proposed } = leaving({ house, parties, net })
    const one = await leaver()
    const proposal = await toldOf(() => proposed(one))
    expect([proposal.who, proposal.subjects[0]]).toEqual([entities, expect.stringMatching(/^【承認のお願い】/)])
    const discontinuanceId = good(await admin.get('/v1/discontinuances')).items.find(
      ({ resellerId }: any) => resellerId === one.resellerId,
    ).discontinuanceId
    good(await admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    await house.settle()
    const { items } = good(await admin.get('/v1/submissions'))
    const filledIn = { plan: '引き受ける。', expectedCompletionOn: null, contact: '契約管理課' }
    for (const [to, told, ask] of [
      ['ipa', 'ipa', parties.ipa],
      [parties.registrationBodyId, 'body', parties.body],
    ] as const) {
      const path = `/v1/submissions/${items.find((item: any) => item.to === to).submissionId}`
      const send = async () => good(await parties.staff.post(`${path}/send`, filledIn))
      expect((await toldOf(send)).who).toEqual([told])
      expect((await toldOf(async () => good(await ask.post(`${path}/return`, { reason: '足りない。' })))).who).toEqual(
        entities,
      )
      good(await parties.staff.post(`${path}/send`, filledIn))
      const received = await toldOf(async () => good(await ask.post(`${path}/acknowledge`, { receiptNumber: '第7号' })))
      expect(received.who).toEqual([...entities, told].toSorted())
      expect(received.texts).toContain('第7号')
    }
  })
})

describe('what is not told at once', () => {
  test('comes in one letter at 08:30 of the next business day, and not on a holiday, once', async () => {
    house.clock.set('2026-10-09T17:00:00+09:00')
    await house.calendar.digests()
    for (let n = 0; n < 2; n += 1)
      good(await seller.ask.post('/v1/contract-exceptions', { ...exceptionGiven(net), expiresOn: '2027-02-28' }))
    await house.settle()
    const digests = async (at: string) => {
      house.clock.set(at)
      const { who, subjects, texts } = await toldOf(() => house.calendar.digests())
      return {
        who,
        subjects,
        isWhole: texts.includes('1. 【ご判断のお願い】') && texts.includes('2. 【ご判断のお願い】'),
      }
    }
    const none = { who: [], subjects: [], isWhole: false }
    // Friday evening; then Saturday, Sunday and スポーツの日.
    for (const at of ['10T08:30', '11T08:30', '12T08:30', '13T08:29'])
      expect(await digests(`2026-10-${at}:00+09:00`)).toEqual(none)
    const morning = await digests('2026-10-13T08:30:00+09:00')
    expect(morning.who).toEqual(['desk'])
    expect(morning.subjects[0]).toMatch(/^【結 Musubi】お知らせのまとめ/)
    expect(morning.isWhole).toBe(true)
    expect(await digests('2026-10-13T08:31:00+09:00')).toEqual(none)
  })
})
