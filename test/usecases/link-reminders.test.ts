import { describe, expect, test } from 'vitest'
import { amendmentToSign } from '../support/changing.ts'
import { newHouse } from '../support/house.ts'
import { lostLettersIn, eventOf } from '../support/lost-letters.ts'
import { draft, everyItem, explanation, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { enter, signature, speaker } from '../support/signing.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const net = await parties.service('NET')
const seller = await parties.reseller(`S${nextNumber()}`, [net])
const mail = `seller${nextNumber()}@people.example.jp`
good(await seller.ask.post('/v1/members', { mail, name: '架空 花子', role: 'resellerStaff' }))
await house.signedIn(mail)
const { hear } = lostLettersIn(house)

const given = () => {
  const one = draft(net, { n: nextNumber() })
  return { one, sme: one.sme.signatory.mail }
}
const offered = async (validDays?: number) => {
  const { one, sme } = given()
  const { contractId } = good(await seller.ask.post('/v1/contracts', one))
  const path = `/v1/contracts/${contractId}`
  good(await seller.ask.post(`${path}/explain`, explanation(house.clock.today())))
  const again = async () => {
    good(await seller.ask.post(`${path}/offer`, validDays === undefined ? {} : { validDays }))
    await house.settle()
    return linkIn(sme)
  }
  return { path, sme, again, link: await again(), phone: one.sme.signatory.phone }
}
const lettersTo = (to: string) => house.letters.filter((one) => one.by === 'mail' && one.to === to)
const linkIn = (to: string) =>
  /\/sign\/#(\S+)/.exec(lettersTo(to).findLast(({ text }) => text.includes('/sign/#'))?.text ?? '')?.[1] ?? ''
const reminders = (to: string) => lettersTo(to).filter(({ subject }) => subject.includes('署名の期限が近づいています'))
const told = () => lettersTo(mail)
/** Lets the calendar come, and says whom it wrote to: how often the SME, and what the seller’s people were told since. */
const comes = async (sme: string) => {
  const before = told().length
  await house.calendar.reminded()
  await house.settle()
  return [
    reminders(sme).length,
    told()
      .slice(before)
      .map(({ subject }) => subject),
  ]
}
const signs = async ({ link, phone }: { link: string; phone: string }) => {
  const signer = await enter(house, link, phone)
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
}
const days = (n: number) => n * 86_400_000
const subject = '【署名の期限】株式会社髙橋𠮷兵衛商店'

describe('an SME is reminded of a link it has not signed with', () => {
  test('once, at the instant three days before it runs out and not before; whoever sells is told, without its secret', async () => {
    const one = await offered()
    house.clock.advance(days(11) - 1)
    expect(await comes(one.sme)).toEqual([0, []])
    house.clock.advance(1)
    expect(await comes(one.sme)).toEqual([1, [subject]])
    expect(await comes(one.sme)).toEqual([1, []])
    const [letter] = reminders(one.sme)
    expect(letter?.text).toContain(`/sign/#${one.link}`)
    const notice = told().at(-1)?.text ?? ''
    expect(notice).toContain('まだ開かれていません')
    expect(notice).not.toContain('/sign/#')
    expect(notice).not.toContain(one.link)
    // The link it was reminded of opens and signs.
    await signs(one)
    const types = good(await parties.admin.get(`${one.path}/ledger`)).items.map(({ event }: any) => event.type)
    expect(types.filter((type: string) => type === 'link-reminded')).toHaveLength(1)
  })

  test('also where the calendar did not come on the day; not once it has run out', async () => {
    const [late, over] = [await offered(), await offered(13)]
    house.clock.advance(days(14) - 1)
    expect(await comes(late.sme)).toEqual([1, [subject]])
    expect(reminders(over.sme)).toEqual([])
  })

  test('that it opened the link is said to whoever sells', async () => {
    const one = await offered()
    good(await house.withToken(undefined).post('/v1/signing/open', { link: one.link }))
    house.clock.advance(days(11))
    expect(await comes(one.sme)).toEqual([1, [subject]])
    expect(told().at(-1)?.text).toContain('開かれていますが、署名はありません')
  })

  test('of none that was signed with, declined, withdrawn or replaced', async () => {
    const [signed, withdrawn, replaced] = [await offered(), await offered(), await offered()]
    await signs(signed)
    good(await seller.ask.post(`${withdrawn.path}/withdraw`, {}))
    house.clock.advance(days(5))
    await replaced.again()
    house.clock.advance(days(6))
    for (const { sme } of [signed, withdrawn, replaced]) expect(await comes(sme)).toEqual([0, []])
    house.clock.advance(days(5))
    expect(await comes(replaced.sme)).toEqual([1, [subject]])
  })

  test('of none that is good for three days or fewer from its sending', async () => {
    const one = await offered(3)
    expect(await comes(one.sme)).toEqual([0, []])
    house.clock.advance(days(2))
    expect(await comes(one.sme)).toEqual([0, []])
    const other = await offered(4)
    house.clock.advance(days(1))
    expect(await comes(other.sme)).toEqual([1, [subject]])
  })
})

describe('a link by which the record of a paper contract is confirmed', () => {
  const onRecord = async (phone: string | null = '090-4444-2000') => {
    const sme = `confirm${nextNumber()}@sme.example.jp`
    const given = paper(net, { sme: { noticeContact: { mail: sme, phone } } })
    const { contractId } = good(await seller.ask.post('/v1/contracts/attest', given))
    await house.settle()
    return { sme, link: linkIn(sme), path: `/v1/contracts/${contractId}` }
  }
  const confirming = (to: string) => lettersTo(to).filter(({ subject: said }) => said.includes('記録のご確認の期限'))

  test('is reminded of once, three days before its thirty days are over, and nobody is asked to sign', async () => {
    const one = await onRecord()
    house.clock.advance(days(27) - 1)
    expect(await comes(one.sme)).toEqual([0, []])
    house.clock.advance(1)
    expect(await comes(one.sme)).toEqual([0, ['【記録の確認の期限】株式会社髙橋𠮷兵衛商店']])
    expect(confirming(one.sme).map(({ text }) => text.includes(`/sign/#${one.link}`))).toEqual([true])
    expect(confirming(one.sme)[0]?.text).not.toContain('署名をお願い')
    expect(told().at(-1)?.text).toContain('まだご確認がありません')
    expect(await comes(one.sme)).toEqual([0, []])
    expect(confirming(one.sme)).toHaveLength(1)
  })

  test('is not once it was confirmed, or another was asked for, which is reminded of by itself', async () => {
    const [answered, again] = [await onRecord(), await onRecord()]
    const signer = await enter(house, answered.link, '090-4444-2000')
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer: speaker }))
    house.clock.advance(days(20))
    good(await seller.ask.post(`${again.path}/ask-confirmation`, {}))
    await house.settle()
    house.clock.advance(days(7))
    for (const { sme } of [answered, again]) expect(await comes(sme)).toEqual([0, []])
    house.clock.advance(days(4))
    await comes(again.sme)
    expect([confirming(answered.sme), confirming(again.sme)].map(({ length }) => length)).toEqual([0, 1])
  })

  test('speaks of a letter, and of no telephone, where its SME has none; a letter that is asked for puts it off', async () => {
    const one = await onRecord(null)
    house.clock.advance(days(27) - 1)
    good(await house.withToken(undefined).post('/v1/signing/letter', { link: one.link }))
    house.clock.advance(1)
    await comes(one.sme)
    expect(confirming(one.sme)).toEqual([])
    house.clock.advance(days(11))
    await comes(one.sme)
    expect(confirming(one.sme)).toHaveLength(1)
    expect(confirming(one.sme)[0]?.text).toContain('「コードを手紙で受け取る」')
    expect(confirming(one.sme)[0]?.text).not.toMatch(/の電話へ|SMS/)
  })
})

describe('a link that its seller can have nobody sign by', () => {
  test('is not reminded of while the seller is restricted, and is again once it no longer is', async () => {
    const one = await offered()
    const resellers = `/v1/resellers/${seller.resellerId}`
    good(await parties.admin.post(`${resellers}/restrict`, { reason: '確認のため。' }))
    house.clock.advance(days(11))
    expect((await comes(one.sme))[0]).toBe(0)
    good(await parties.admin.post(`${resellers}/lift`, { reason: '確かめた。' }))
    const later = await offered(4)
    house.clock.advance(days(1))
    expect(await comes(later.sme)).toEqual([1, [subject]])
  })
})

describe('a change that waits to be signed', () => {
  test('is reminded of where the SME is reached, three days before its link runs out, and says what goes on', async () => {
    const n = nextNumber()
    const one = draft(net, { n, terms: { startOn: house.clock.today() } })
    const { contractId } = good(await seller.ask.post('/v1/contracts', one))
    const path = `/v1/contracts/${contractId}`
    good(await seller.ask.post(`${path}/explain`, explanation(house.clock.today())))
    good(await seller.ask.post(`${path}/offer`, {}))
    await house.settle()
    const { mail: sme, phone } = one.sme.signatory
    await signs({ link: linkIn(sme), phone })
    const change = amendment(net, n, one.terms.startOn, {})
    await amendmentToSign(house, seller.ask, contractId, change, one.sme.signatory)
    house.clock.advance(days(11) - 1)
    expect(await comes(sme)).toEqual([0, []])
    house.clock.advance(1)
    expect(await comes(sme)).toEqual([1, [subject]])
    expect(reminders(sme)[0]?.text).toContain('いまのご契約がそのまま続きます')
  })
})

describe('a link whose letter came back', () => {
  const bounced = (since: number) => told().flatMap(({ subject: said }, n) => (n < since ? [] : [said]))

  test('is told to whoever sells, once however often it is heard of; its SME is not reminded of it', async () => {
    const one = await offered()
    const letter = lettersTo(one.sme).at(-1)
    if (!letter) throw new Error('no letter')
    const before = told().length
    for (let n = 0; n < 2; n += 1) {
      await hear(eventOf('C35a-transient-mailbox-full', letter))
      await house.settle()
    }
    expect(bounced(before)).toEqual(['【リンクの不達】株式会社髙橋𠮷兵衛商店'])
    expect(told().at(-1)?.text).not.toContain(one.link)
    house.clock.advance(days(12))
    expect(await comes(one.sme)).toEqual([0, []])
    // The next link has its own letter, and its own reminder.
    await one.again()
    house.clock.advance(days(11))
    expect(await comes(one.sme)).toEqual([1, [subject]])
  })

  test('is told at once where the address takes none', async () => {
    const before = told().length
    const one = draft(net, { n: nextNumber() })
    const sme = { ...one.sme, signatory: { ...one.sme.signatory, mail: `gone${nextNumber()}@sme.invalid` } }
    const { contractId } = good(await seller.ask.post('/v1/contracts', { ...one, sme }))
    good(await seller.ask.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    good(await seller.ask.post(`/v1/contracts/${contractId}/offer`, {}))
    await house.settle()
    expect(bounced(before)).toEqual(['【リンクの不達】株式会社髙橋𠮷兵衛商店'])
  })

  test('says nothing once another link has taken its place', async () => {
    const one = await offered()
    const letter = lettersTo(one.sme).at(-1)
    await one.again()
    const before = told().length
    await hear(eventOf('C35a-transient-mailbox-full', letter as never))
    await house.settle()
    expect(bounced(before)).toEqual([])
  })
})
