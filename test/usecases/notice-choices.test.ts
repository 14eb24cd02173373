import { describe, expect, test } from 'vitest'
import { noteArrival } from '../../functions/notifications/bounces/note-arrival.ts'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { bouncesIn } from '../../functions/jobs/bounces/bounces-in.ts'
import { exceptionGiven } from '../support/excepting.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { draft, good, nextNumber, partiesIn } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'
import type { Principal } from '../../shared/domain/people.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const net = await parties.service('NET')
const seller = await parties.reseller(`S${nextNumber()}`, [net])
const { entityId } = parties
const ofSeller = { entityId, resellerId: seller.resellerId } as const

type Role = 'entityAdmin' | 'entityStaff' | 'resellerAdmin'

/** A member who came and accepted: its address, and what it asks. */
const member = async (role: Role, mail = `p${nextNumber()}@people.example.jp`) => {
  const by: Ask = role === 'resellerAdmin' ? seller.ask : parties.admin
  const { sub } = good(await by.post('/v1/members', { mail, name: '架空 花子', role }))
  await house.signedIn(mail)
  const who = { role, sub, ...(role === 'resellerAdmin' ? ofSeller : { entityId }) } as Principal
  return { sub, mail, ask: house.as(who), by }
}
const choose = (ask: Ask, choices: object) => ask.post('/v1/me/notices', { choices })
const choiceIn = (view: any, topic: string) => view.topics.find((one: any) => one.topic === topic)

const sign = async () => {
  const { signer, sha256 } = await readyToSign(house, seller.ask, draft(net))
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
}
const lettersTo = async (mail: string, act: () => Promise<unknown>) => {
  const before = house.letters.length
  await act()
  await house.settle()
  return house.letters
    .slice(before)
    .filter(({ to }) => to === mail)
    .map(({ subject }) => subject)
}

describe('each person chooses how it hears of a topic', () => {
  test('at once where it chose nothing, in the digest of 08:30, or not at all', async () => {
    const { ask, mail } = await member('resellerAdmin')
    expect(await lettersTo(mail, sign)).toHaveLength(1)
    const after = good(await choose(ask, { signature: 'none' }))
    expect(choiceIn(after, 'signature')).toMatchObject({ choice: 'none', usual: 'immediate', fixed: false })
    expect(choiceIn(after, 'dispute')).toMatchObject({ choice: 'immediate' })
    expect(await lettersTo(mail, sign)).toEqual([])
    good(await choose(ask, { signature: 'digest' }))
    expect(good(await ask.get('/v1/me/notices'))).toEqual(good(await choose(ask, {})))
    expect(await lettersTo(mail, sign)).toEqual([])
    house.clock.set('2026-10-02T08:29:59+09:00')
    expect(await lettersTo(mail, () => house.calendar.digests())).toEqual([])
    house.clock.set('2026-10-02T08:30:00+09:00')
    expect(await lettersTo(mail, () => house.calendar.digests())).toEqual([
      expect.stringContaining('お知らせのまとめ（1件）'),
    ])
  })

  test('what concerns its own approval is told at once: anything else is refused, and nothing changes', async () => {
    const { ask, mail } = await member('entityAdmin')
    for (const choice of ['digest', 'none']) {
      const refused = await choose(ask, { signature: 'none', 'exception-request': choice })
      expect(refused.status).toBe(422)
      expect(refused.body).toMatchObject({ kind: 'does-not-fit', what: 'choice', given: choice, needs: 'immediate' })
      expect(refused.text).toContain('ご自身の承認に関わる')
    }
    const now = good(await ask.get('/v1/me/notices'))
    expect([choiceIn(now, 'signature').choice, choiceIn(now, 'exception-request').fixed]).toEqual(['immediate', true])
    expect(
      await lettersTo(mail, async () => good(await seller.ask.post('/v1/contract-exceptions', exceptionGiven(net)))),
    ).toHaveLength(1)
    // Staff does not decide on an exception, and may leave it out.
    good(await choose((await member('entityStaff')).ask, { 'exception-request': 'none' }))
  })

  test('who comes to decide on it later is told at once, whatever it chose before', async () => {
    const { ask, sub, mail } = await member('entityStaff')
    good(await choose(ask, { 'exception-request': 'none' }))
    good(await parties.admin.post(`/v1/members/${sub}/role`, { role: 'entityAdmin', reason: '異動のため' }))
    expect(
      await lettersTo(mail, async () => good(await seller.ask.post('/v1/contract-exceptions', exceptionGiven(net)))),
    ).toHaveLength(1)
  })

  test('a topic that is not told to its role is refused, and so is a word that is no choice', async () => {
    const { ask } = await member('resellerAdmin')
    expect((await choose(ask, { 'submission-arrival': 'none' })).body).toMatchObject({
      kind: 'does-not-fit',
      what: 'topic',
      given: 'submission-arrival',
    })
    expect((await choose(ask, { signature: 'weekly' })).status).toBe(400)
    expect((await choose(ask, { weather: 'digest' })).status).toBe(400)
  })

  test('a digest asked for at no address is refused with what to do, and nothing changes', async () => {
    // Named before addresses were kept: there is a membership, and no address.
    const ask = house.as({ role: 'entityAdmin', sub: 'admin', entityId })
    const refused = await choose(ask, { signature: 'digest' })
    expect([refused.status, refused.body.kind, refused.body.what]).toEqual([422, 'does-not-fit', 'mail'])
    expect(refused.text).toContain('メールアドレスが登録されていない')
    expect(good(await ask.get('/v1/me/notices'))).toMatchObject({ mail: null })
    good(await choose(ask, {}))
  })

  test('its choices go with its personal data', async () => {
    const { ask, sub, mail } = await member('entityStaff')
    good(await choose(ask, { signature: 'digest' }))
    const { people } = house.deps
    expect((await people.onRecord([sub])).get(sub)).toMatchObject({ mail, notices: { signature: 'digest' } })
    for (const act of ['remove', 'erase'])
      good(await parties.admin.post(`/v1/members/${sub}/${act}`, { reason: '退職のため' }))
    expect((await people.onRecord([sub])).get(sub)).toEqual({ sub, erased: true })
  })
})

describe('a letter that came back from a person’s address shows on the person', () => {
  const told = bouncesIn(noteBounce(house.deps), noteArrival(house.deps))
  const event = (eventType: string, letter: any, timestamp: string, destination = [letter.to]) => ({
    detail: {
      eventType,
      ...(eventType === 'Bounce' ? { bounce: { bounceType: 'Permanent' } } : {}),
      mail: {
        timestamp,
        destination,
        tags: { reference: [letter.reference], stream: [letter.of.stream], seq: [String(letter.of.seq)] },
      },
    },
  })
  const letterTo = async (mail: string) => {
    await sign()
    return house.letters.findLast(({ to }) => to === mail)
  }
  const shownOn = async ({ ask, by, sub }: { ask: Ask; by: Ask; sub: string }) => {
    const listed = good(await by.get('/v1/members?limit=100')).items.find((one: any) => one.sub === sub)
    const shown = [
      good(await ask.get('/v1/me')).mailBounced,
      good(await ask.get('/v1/me/notices')).mailBounced,
      good(await by.get(`/v1/members/${sub}`)).mailBounced,
    ]
    expect(shown).toEqual(shown.map(() => listed.mailBounced))
    return listed.mailBounced
  }

  test('on its page, among the members and to itself; a later letter that arrives takes it off, an earlier one does not', async () => {
    const one = await member('resellerAdmin')
    const letter = await letterTo(one.mail)
    expect(await shownOn(one)).toBeNull()
    await told(event('Bounce', letter, '2026-10-02T01:00:00.000Z'))
    const { cause, at } = await shownOn(one)
    expect([cause, at]).toEqual(['bounce', house.clock.now()])
    for (const sentAt of ['2026-10-02T00:59:59.999Z', '2026-10-02T01:00:00.000Z']) {
      await told(event('Delivery', letter, sentAt))
      expect(await shownOn(one)).not.toBeNull()
    }
    await told(event('Delivery', letter, '2026-10-02T01:00:00.001Z'))
    expect(await shownOn(one)).toBeNull()
  })

  test('of an address it had before, or after it was erased, it shows nowhere', async () => {
    const one = await member('resellerAdmin')
    const letter = await letterTo(one.mail)
    await told(event('Bounce', letter, '2026-10-02T01:00:00.000Z', ['former@people.example.jp']))
    expect(await shownOn(one)).toBeNull()
    for (const act of ['remove', 'erase'])
      good(await one.by.post(`/v1/members/${one.sub}/${act}`, { reason: '退職のため' }))
    await told(event('Bounce', letter, '2026-10-02T02:00:00.000Z'))
    expect((await house.deps.people.onRecord([one.sub])).get(one.sub)).toEqual({ sub: one.sub, erased: true })
  })

  test('an address that takes no letter at all shows it at once', async () => {
    const one = await member('resellerAdmin', `p${nextNumber()}@people.invalid`)
    await sign()
    expect(await shownOn(one)).toMatchObject({ cause: 'bounce' })
  })
})
