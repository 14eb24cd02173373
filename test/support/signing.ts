import type { Ask, House } from './house.ts'
import { draft, everyItem, explanation, good, type Draft } from './parties.ts'

/** The last link that went to an address. */
export const linkSentTo = (house: House, mail: string): string => {
  const letter = house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))
  return /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
}

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
  return { contractId, link: linkSentTo(house, given.sme.signatory.mail) }
}

/** The six digits of a message, or of a call, which says them one by one. */
export const codeIn = (text = ''): string | undefined =>
  /コードは、?\s?(\d(?:、?\d){5})/.exec(text)?.[1]?.replaceAll('、', '')

/** Opens a link, takes the code from the message or the call, and gives someone who may act on that contract. */
export const enter = async (house: House, link: string, phone: string): Promise<Ask> => {
  const anyone = house.withToken(undefined)
  good(await anyone.post('/v1/signing/open', { link }))
  await house.settle()
  const code = codeIn(house.letters.findLast(({ to, by }) => by !== 'mail' && to === phone)?.text)
  const { token } = good(await anyone.post('/v1/signing/enter', { link, code }))
  return house.withToken(token)
}

/** Who speaks for an SME in tests. */
export const speaker = { name: '髙橋 花子', title: '代表取締役' }

/** What a signer sends who acknowledges everything. */
export const signature = (documentSha256: string, more: object = {}) => ({
  documentSha256,
  acknowledged: everyItem,
  remoteSupportConsent: true,
  signer: speaker,
  ...more,
})

/** A contract offered, opened and read, ready to be signed. */
export const readyToSign = async (house: House, seller: Ask, given: Draft) => {
  const { contractId, link } = await offer(house, seller, given)
  const signer = await enter(house, link, given.sme.signatory.phone)
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  return { contractId, link, signer, sha256 }
}

/** A contract one signature away from being live, and whoever can sign it. */
export type Ready = {
  readonly ask: Ask
  readonly contractId: string
  readonly signer: Ask
  readonly sha256: string
}

/** A contract for the SME, one signature away from being live. Link and code are taken from the keys, not the post. */
export const readyIn =
  (house: House, net: `svc_${string}`) =>
  async (ask: Ask, sme: number): Promise<Ready> => {
    const { contractId } = good(await ask.post('/v1/contracts', draft(net, { n: sme })))
    good(await ask.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    good(await ask.post(`/v1/contracts/${contractId}/offer`, {}))
    const read = await house.deps.contracts.find(contractId)
    if (read?.kept.state.stage !== 'offered') throw new Error('not offered')
    const { nonce } = read.kept.state.link
    const link = await house.deps.links.linkFor({ contractId, nonce })
    const anyone = house.withToken(undefined)
    good(await anyone.post('/v1/signing/open', { link }))
    const { token } = good(
      await anyone.post('/v1/signing/enter', { link, code: await house.deps.links.codeFor(nonce, 1) }),
    )
    return { ask, contractId, signer: house.withToken(token), sha256: read.kept.state.deal.documentSha256 }
  }

/** True of the letter that brings an SME what it signed, which a worker writes after whatever else was due. */
export const bringsPapers = ({ subject }: { readonly subject: string }): boolean => subject.includes('保存のお願い')
