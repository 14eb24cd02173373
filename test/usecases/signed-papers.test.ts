import { describe, expect, test } from 'vitest'
import { signedPapersContent } from '../../functions/notifications/recipients/signed-papers.ts'
import { sealingHouse } from '../support/archives.ts'
import { newHouse } from '../support/house.ts'
import { draft, explanation, good, nextNumber } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { bringsPapers, enter, signature } from '../support/signing.ts'

const house = await newHouse()
const all = await sealingHouse(house)
const lettersTo = (mail: string) => house.letters.filter(({ to, subject }) => to === mail && bringsPapers({ subject }))
const signedContract = async (n = nextNumber()) => {
  const { sme, terms } = draft(all.serviceId, { n })
  const contractId = await all.signed({ sme })
  await house.settle()
  return { contractId, n, terms, ...sme.signatory }
}

describe('an SME that signed gets its papers by mail, to keep itself', () => {
  test('the very bytes that were sealed come as files, and the letter says: save them yourself', async () => {
    const { contractId, mail } = await signedContract()
    const [letter, ...more] = lettersTo(mail)
    expect(more).toEqual([])
    expect(letter?.text).toContain('お客様ご自身で、パソコンなどに保存してください')
    const files = letter?.attachments ?? []
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^keiyakusho-[0-9A-Z-]{14}\.pdf$/),
      expect.stringMatching(/^shomei-shomeisho-[0-9A-Z-]{14}\.pdf$/),
    ])
    for (const [index, name] of ['contract-0006.pdf', 'certificate-0006.pdf'].entries()) {
      const sealed = await all.seller.get(`/v1/contracts/${contractId}/archive/${name}`)
      expect(Buffer.from(files[index]?.bytes ?? []).equals(Buffer.from(sealed.bytes))).toBe(true)
    }
  })
  test('it says how to have them again, and for how many years the implementing entity keeps them', async () => {
    const { contractId, mail } = await signedContract()
    const [letter] = lettersTo(mail)
    expect(letter?.text).toContain(`/v1/serving/${await house.deps.links.servingFor(contractId)}/page.html`)
    expect(letter?.text).toContain('ご契約が終わってから12年間')
    expect(letter?.text).not.toContain('/sign/#')
  })
  test('a change that was signed brings its own papers', async () => {
    const { contractId, n, terms, mail, phone } = await signedContract()
    const path = `/v1/contracts/${contractId}/amendments`
    good(await all.seller.post(path, amendment(all.serviceId, n, terms.startOn)))
    good(await all.seller.post(`${path}/explain`, explanation(house.clock.today())))
    good(await all.seller.post(`${path}/offer`, {}))
    await house.settle()
    const link =
      /\/sign\/#(\S+)/.exec(
        house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
      )?.[1] ?? ''
    const signer = await enter(house, link, phone)
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/sign-amendment', signature(sha256, { remoteSupportConsent: undefined })))
    await house.settle()
    const [first, second] = lettersTo(mail).map(({ attachments = [] }) => attachments.map(({ bytes }) => bytes.length))
    expect([first?.length, second?.length]).toEqual([2, 2])
    expect(second).not.toEqual(first)
  })
  test('papers that could not be printed, and so were never sealed, are told of without them, and whom to ask', async () => {
    const { contractId } = await signedContract()
    const { directory } = house.deps
    const unsealed = { ...house.deps, directory: { ...directory, archive: async () => undefined } }
    const read = await house.deps.contracts.find(contractId)
    if (!read) throw new Error('no contract')
    const { state } = read.kept
    const disclosure = await house.deps.contracts.document(contractId, state.deal.revision)
    const signing = (await house.deps.ledger.eventsOf(contractId)).find(({ event }) => event.type === 'contract-signed')
    if (!signing) throw new Error('nobody signed')
    const letter = await signedPapersContent(unsealed, state, disclosure, signing)
    expect(letter.attachments).toBeUndefined()
    expect(letter.text).toContain('このメールには添付できませんでした')
    expect(letter.text).toContain('ご契約ページのリンクを受け取る')
  })
})
