import type { Ask, House } from './house.ts'
import { everyItem, explanation, good } from './parties.ts'
import { enter } from './signing.ts'

const linkTo = (house: House, mail: string): string =>
  /\/sign\/#(\S+)/.exec(
    house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
  )?.[1] ?? ''

type Reached = { readonly mail: string; readonly phone: string }

/** Proposes, explains and offers a new revision; gives the SME behind the link, and the hash of what it is shown. */
export const amendmentToSign = async (
  house: House,
  seller: Ask,
  contractId: string,
  given: object,
  { mail, phone }: Reached,
) => {
  const path = `/v1/contracts/${contractId}/amendments`
  good(await seller.post(path, given))
  good(await seller.post(`${path}/explain`, explanation(house.clock.today())))
  good(await seller.post(`${path}/offer`, {}))
  await house.settle()
  const link = linkTo(house, mail)
  const signer = await enter(house, link, phone)
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  return { link, signer, sha256: sha256 as string }
}

/** What an SME sends that signs a new revision. */
export const amendmentSignature = (documentSha256: string, more: object = {}) => ({
  documentSha256,
  acknowledged: everyItem,
  signer: { name: '髙橋 花子', title: '代表取締役' },
  ...more,
})

/** The SME on its own page. */
export const onOwnPage = async (house: House, seller: Ask, contractId: string, { mail, phone }: Reached) => {
  good(await seller.post(`/v1/contracts/${contractId}/send-own-link`, {}))
  await house.settle()
  return enter(house, linkTo(house, mail), phone)
}
