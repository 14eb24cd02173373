import { describe, expect, test } from 'vitest'
import { bouncesIn } from '../../functions/jobs/bounces/bounces-in.ts'
import { noteArrival } from '../../functions/notifications/bounces/note-arrival.ts'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good } from '../support/parties.ts'
import { codeIn, offer, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const anyone = () => house.withToken(undefined)
const at = (phone: string) => {
  const given = draft(net)
  return { ...given, sme: { ...given.sme, signatory: { ...given.sme.signatory, phone } } }
}

describe('an SME with a land line signs with a code that a call reads aloud', () => {
  test.each(['03-0000-0042', '050-0000-0042', '+81 6 6123 0042'])('%s', async (phone) => {
    const { signer, sha256, link } = await readyToSign(house, seller, at(phone))
    const call = house.letters.findLast(({ to }) => to === phone)
    expect(call?.by).toBe('voice')
    const code = codeIn(call?.text) ?? ''
    expect(call?.text.split([...code].join('、')).length).toBe(3)
    expect(call?.text).not.toContain(code)
    expect(good(await anyone().post('/v1/signing/open', { link }))).toMatchObject({ by: 'voice' })
    good(await signer.post('/v1/signing/sign', signature(sha256)))
  })

  test('a mobile phone gets a message, as before', async () => {
    const { link } = await offer(house, seller, at('070-0000-0042'))
    expect(good(await anyone().post('/v1/signing/open', { link }))).toMatchObject({ by: 'sms' })
    await house.settle()
    expect(house.letters.findLast(({ to }) => to === '070-0000-0042')?.by).toBe('sms')
  })
})

describe('what became of a code is on its delivery, and the code itself nowhere', () => {
  const sent = async () => {
    const given = at('03-0000-0099')
    const { contractId, link } = await offer(house, seller, given)
    good(await anyone().post('/v1/signing/open', { link }))
    await house.settle()
    const owing = (await house.deps.ledger.eventsOf(contractId)).findLast(
      ({ event }) => event.type === 'signing-code-requested',
    )
    const [delivery] = owing?.deliveries ?? []
    const word = (eventType: string, isFinal?: boolean) => ({
      source: 'aws.sms-voice',
      detail: {
        eventType,
        ...(isFinal === undefined ? {} : { isFinal }),
        context: { reference: delivery?.id, stream: contractId, seq: String(owing?.seq) },
      },
    })
    const now = async () => (await house.deps.ledger.event(owing as never))?.deliveries[0]
    return { word, now }
  }
  const hear = (event: unknown) => bouncesIn(noteBounce(house.deps), noteArrival(house.deps))(event)

  test.each(['VOICE_COMPLETED', 'TEXT_DELIVERED'])('%s: it arrived', async (type) => {
    const { word, now } = await sent()
    await hear(word(type))
    expect(await now()).toMatchObject({ outcome: 'delivered' })
  })
  test('a carrier that took it for good says all it will', async () => {
    const { word, now } = await sent()
    await hear(word('TEXT_SUCCESSFUL', false))
    expect(await now()).toMatchObject({ outcome: 'accepted' })
    await hear(word('TEXT_SUCCESSFUL', true))
    expect(await now()).toMatchObject({ outcome: 'delivered' })
  })
  test.each([
    ['VOICE_NO_ANSWER', 'expired'],
    ['VOICE_BUSY', 'expired'],
    ['VOICE_FAILED', 'undetermined'],
    ['TEXT_INVALID', 'bounce'],
    ['TEXT_CARRIER_BLOCKED', 'rejected'],
    ['TEXT_UNREACHABLE', 'expired'],
    ['TEXT_UNKNOWN', 'undetermined'],
  ])('%s: it is lost (%s), once however often it is told', async (type, cause) => {
    const { word, now } = await sent()
    await hear(word(type, true))
    await hear(word(type, true))
    expect(await now()).toMatchObject({ cameBack: cause })
  })
  test.each(['TEXT_QUEUED', 'TEXT_PENDING', 'VOICE_INITIATED', 'VOICE_RINGING', 'VOICE_ANSWERED'])(
    '%s: still open',
    async (type) => {
      const { word, now } = await sent()
      await hear(word(type))
      expect(await now()).toEqual(expect.objectContaining({ outcome: 'accepted' }))
    },
  )
})
