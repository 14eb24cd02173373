import type { Ask, House } from './house.ts'
import { everyItem, explanation, good, type Draft } from './parties.ts'

/** Explains and offers a draft; gives its link, as it came by mail. */
export const offer = async (
  house: House,
  seller: Ask,
  given: Draft,
): Promise<{ readonly contractId: string; readonly link: string }> => {
  const { contractId } = good(await seller.post('/v1/contracts', given))
  good(await seller.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
  good(await seller.post(`/v1/contracts/${contractId}/offer`, {}))
  await house.settle()
  const letter = house.letters.findLast(({ to, by }) => by === 'mail' && to === given.sme.signatory.mail)
  return { contractId, link: /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '' }
}

/** Opens a link, takes the code from the SMS, and gives someone who may act on that contract. */
export const enter = async (house: House, link: string, phone: string): Promise<Ask> => {
  const anyone = house.withToken(undefined)
  good(await anyone.post('/v1/signing/open', { link }))
  await house.settle()
  const message = house.letters.findLast(({ to, by }) => by === 'sms' && to === phone)
  const code = /コードは (\d{6})/.exec(message?.text ?? '')?.[1]
  const { token } = good(await anyone.post('/v1/signing/enter', { link, code }))
  return house.withToken(token)
}

/** What a signer sends who acknowledges everything. */
export const signature = (documentSha256: string, more: object = {}) => ({
  documentSha256,
  acknowledged: everyItem,
  remoteSupportConsent: true,
  signer: { name: '髙橋 花子', title: '代表取締役' },
  ...more,
})

/** A contract offered, opened and read, ready to be signed. */
export const readyToSign = async (house: House, seller: Ask, given: Draft) => {
  const { contractId, link } = await offer(house, seller, given)
  const signer = await enter(house, link, given.sme.signatory.phone)
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  return { contractId, link, signer, sha256 }
}
