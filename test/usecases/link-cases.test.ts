import { beforeEach, describe } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, explanation, good, nextNumber, paper, type Draft } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { offer, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

const sme = 'ユーザー'
const anyone = () => house.withToken(undefined)
const signedContract = async (given: Draft = draft(net)) => {
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  return { contractId, path: `/v1/contracts/${contractId}`, given }
}
/** A link of each purpose, and where its code goes. */
const links: Readonly<Record<string, () => Promise<{ readonly link: string; readonly phone: string }>>> = {
  'to sign': async () => {
    const given = draft(net)
    return { link: (await offer(house, seller, given)).link, phone: given.sme.signatory.phone }
  },
  'to its own page': async () => {
    const { contractId, given } = await signedContract()
    good(await seller.post(`/v1/contracts/${contractId}/send-own-link`, {}))
    await house.settle()
    return { link: linkTo(given.sme.signatory.mail), phone: given.sme.signatory.phone }
  },
  'to sign a change': async () => {
    const n = nextNumber()
    const { contractId, given } = await signedContract(draft(net, { n }))
    const path = `/v1/contracts/${contractId}/amendments`
    good(await seller.post(path, amendment(net, n, given.terms.startOn)))
    good(await seller.post(`${path}/explain`, explanation(house.clock.today())))
    good(await seller.post(`${path}/offer`, {}))
    await house.settle()
    return { link: linkTo(given.sme.signatory.mail), phone: given.sme.signatory.phone }
  },
  'to confirm a paper contract': async () => {
    const n = nextNumber()
    const [mail, phone] = [`paper${n}@sme.example.jp`, '090-4444-1000']
    good(await seller.post('/v1/contracts/attest', paper(net, { n, sme: { noticeContact: { mail, phone } } })))
    await house.settle()
    return { link: linkTo(mail), phone }
  },
}
const linkTo = (mail: string): string =>
  /\/sign\/#(\S+)/.exec(
    house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
  )?.[1] ?? ''
const codesTo = (phone: string): string[] =>
  house.letters.filter(({ to }) => to === phone).map(({ text }) => /コードは (\d{6})/.exec(text)?.[1] ?? '')

const tabs: readonly OutcomeCase[] = Object.entries(links).flatMap(([purpose, made]) => [
  {
    item: 'C25',
    given: `A link ${purpose}, opened in six tabs one after another`,
    by: sme,
    outcome: 'every tab opens; the first code and the last one work',
    came: async () => {
      const { link, phone } = await made()
      const before = codesTo(phone).length
      const opened: number[] = []
      for (let tab = 0; tab < 6; tab += 1) opened.push((await anyone().post('/v1/signing/open', { link })).status)
      await house.settle()
      const codes = codesTo(phone).slice(before)
      const entered = await Promise.all(
        [codes[0], codes[5]].map(async (code) => (await anyone().post('/v1/signing/enter', { link, code })).status),
      )
      return [opened.every((status) => status === 200), entered]
    },
    is: [true, [200, 200]],
  },
  {
    item: 'C25',
    given: `A link ${purpose}, with five wrong codes`,
    by: sme,
    outcome: 'dead, and it says so: five wrong codes',
    came: async () => {
      const { link, phone } = await made()
      good(await anyone().post('/v1/signing/open', { link }))
      await house.settle()
      const code = codesTo(phone).at(-1) === '000000' ? '000001' : '000000'
      for (let n = 0; n < 5; n += 1) await anyone().post('/v1/signing/enter', { link, code })
      return (await anyone().post('/v1/signing/open', { link })).body.cause
    },
    is: 'wrongCodes',
  },
])

describe('a link and its codes', () => {
  testOutcomes(tabs)
})
