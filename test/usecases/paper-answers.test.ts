import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { everyItem, good, nextNumber, paper } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { enter, speaker } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

describe('what SMEs say of contracts attested from paper', () => {
  /** A paper contract whose SME can be asked, and the SME behind the link it was sent. */
  const asked = async () => {
    const n = nextNumber()
    const given = paper(net, { n })
    const { mail, phone } = given.sme.noticeContact
    const { contractId } = good(await seller.post('/v1/contracts/attest', given))
    await house.settle()
    const link =
      /\/sign\/#(\S+)/.exec(
        house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
      )?.[1] ?? ''
    return { n, phone, contractId: contractId as string, signer: () => enter(house, link, phone) }
  }
  const report = async () => good(await parties.staff.get('/v1/reports/contracts?from=2026-04-01&until=2026-12-31'))
  const answers = async () => {
    const { totals, byReseller, byMonitoringType } = await report()
    const of = ({ confirmed, disputed, awaitingConfirmation, unanswered }: typeof totals) => ({
      confirmed,
      disputed,
      awaitingConfirmation,
      unanswered,
    })
    expect(of(byReseller.find(({ name }: { name: string }) => name === '架空販売R1株式会社'))).toEqual(of(totals))
    expect(of(byMonitoringType.find((one: { monitoringType: string }) => one.monitoringType === 'network'))).toEqual(
      of(totals),
    )
    return of(totals)
  }
  const agrees = async () => {
    const { operationId } = good(
      await parties.staff.post('/v1/reports/recounts', { from: '2026-04-01', until: '2026-12-31' }),
    )
    await house.settle()
    const { outcome } = good(await parties.staff.get(`/v1/reports/recounts/${operationId}`))
    expect(outcome).toMatchObject({ agrees: true, differences: [] })
  }

  test('is counted: confirmed, disputed, awaited, and without an answer once thirty days are over', async () => {
    const [confirming, disputing, changing] = [await asked(), await asked(), await asked()]
    await asked()
    expect(await answers()).toEqual({ confirmed: 0, disputed: 0, awaitingConfirmation: 4, unanswered: 0 })

    const confirmer = await confirming.signer()
    const { sha256 } = good(await confirmer.get('/v1/signing/document'))
    good(
      await confirmer.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer: speaker }),
    )
    good(await (await disputing.signer()).post('/v1/signing/dispute', { what: '台数が違います。', signer: speaker }))
    expect(await answers()).toEqual({ confirmed: 1, disputed: 1, awaitingConfirmation: 2, unanswered: 0 })
    await agrees()

    house.clock.set('2026-10-31T23:59:59+09:00')
    expect(await answers()).toEqual({ confirmed: 1, disputed: 1, awaitingConfirmation: 2, unanswered: 0 })
    house.clock.set('2026-11-01T00:00:00+09:00')
    expect(await answers()).toEqual({ confirmed: 1, disputed: 1, awaitingConfirmation: 2, unanswered: 2 })
    await agrees()

    // Whoever signs a change of it stands by it.
    const change = amendment(net, changing.n, '2026-09-01')
    const reached = { mail: change.sme.noticeContact.mail, phone: changing.phone }
    const { signer, sha256: text } = await amendmentToSign(house, seller, changing.contractId, change, reached)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(text)))
    expect(await answers()).toEqual({ confirmed: 2, disputed: 1, awaitingConfirmation: 1, unanswered: 1 })
    await agrees()
  })
})
