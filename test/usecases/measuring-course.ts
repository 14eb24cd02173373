import type { ServiceId } from '../../shared/domain/ids.ts'
import { wish } from '../support/cancelling.ts'
import { amendmentSignature } from '../support/changing.ts'
import { amendment, lostContact } from '../support/scene-course.ts'
import type { Ask, House, Reply } from '../support/house.ts'
import { explanation, good, nextNumber, draft, paper } from '../support/parties.ts'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { enter, offer, readyToSign, signature, speaker } from '../support/signing.ts'
import type { As } from './measuring.ts'

const asked = { askedBy: '社長', how: 'phone' }

/** What happens to a contract after it was signed: changes, leaving, consents, its SME's own page. */
export const measureCourse = async (
  as: As,
  of: {
    readonly house: House
    readonly admin: Ask
    readonly staff: Ask
    readonly seller: Ask
    readonly serviceId: ServiceId
  },
) => {
  const { house, seller, admin, staff, serviceId } = of
  const today = house.clock.today()
  const n = nextNumber()
  const given = draft(serviceId, { n })
  const { mail, phone } = given.sme.signatory
  const ready = await readyToSign(house, seller, given)
  good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
  const contract = `/v1/contracts/${ready.contractId}`
  const linkOf = () =>
    /\/sign\/#(\S+)/.exec(
      house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
    )?.[1] ?? ''
  const post =
    (path: string, body?: object): (() => Promise<Reply>) =>
    () =>
      seller.post(`${contract}/${path}`, body)

  const change = amendment(serviceId, n, given.terms.startOn)
  await as('proposeAmendment', post('amendments', change))
  await as('withdrawAmendment', post('amendments/withdraw'))
  good(await post('amendments', change)())
  await as('explainAmendment', post('amendments/explain', explanation(today)))
  await as('offerAmendment', post('amendments/offer', {}))
  await as('getDifferences', () => seller.get(`${contract}/amendments/differences`))
  await as('getProposedDisclosure', () => seller.get(`${contract}/amendments/disclosure`))
  await as('getProposedDisclosurePage', () => seller.get(`${contract}/amendments/disclosure.html`))
  await house.settle()
  const signer = await enter(house, linkOf(), phone)
  await as('readSigningDifferences', () => signer.get('/v1/signing/differences'))
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  await as('signAmendment', () => signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))

  await as('giveConsent', post('consents', { kind: 'positionTransfer', ...asked }))
  await as('withdrawConsent', post('consents/withdraw', { kind: 'positionTransfer', ...asked }))
  await as('listConsents', () => seller.get(`${contract}/consents`))
  await as('sendOwnLink', post('send-own-link', {}))
  const serving = await house.deps.links.servingFor(ready.contractId as `ctr_${string}`)
  await as('askOwnLink', () => house.withToken(undefined).post('/v1/signing/own-link', { link: serving }))
  await house.settle()
  const owner = await enter(house, linkOf(), phone)
  await as('readOwnContract', () => owner.get('/v1/signing/contract'))
  await as('readOwnPapers', () => owner.get('/v1/signing/papers'))
  await as('downloadOwnPaper', () => owner.get('/v1/signing/papers/contract-0006.pdf'))
  await as('printOwnContract', () => owner.get('/v1/signing/contract/document.pdf'))
  await as('printOwnCertificate', () => owner.get('/v1/signing/contract/signing-certificate.pdf'))
  await as('giveOwnConsent', () => owner.post('/v1/signing/consents', { kind: 'positionTransfer', signer: speaker }))
  await as('withdrawOwnConsent', () =>
    owner.post('/v1/signing/consents/withdraw', { kind: 'positionTransfer', signer: speaker }),
  )
  await as('requestCancellation', post('request-cancellation', wish(today)))
  await as('withdrawCancellation', post('withdraw-cancellation'))
  const { on, reason } = wish(today)
  const { leaving } = (await as('requestOwnCancellation', () =>
    owner.post('/v1/signing/request-cancellation', { on, reason, signer: speaker }),
  )) as { leaving: { penaltyExTaxYen: number } }
  await as('withdrawOwnCancellation', () => owner.post('/v1/signing/withdraw-cancellation', { signer: speaker }))
  good(await owner.post('/v1/signing/request-cancellation', { on, reason, signer: speaker }))
  const atThatPrice = { penaltyExTaxYen: leaving.penaltyExTaxYen, signer: speaker }
  await as('confirmOwnCancellation', () => owner.post('/v1/signing/cancel', atThatPrice))

  const attested = async () => {
    const { contractId } = good(await seller.post('/v1/contracts/attest', paper(serviceId)))
    return `/v1/contracts/${contractId}`
  }
  const toConfirm = await attested()
  await as('askConfirmation', () => seller.post(`${toConfirm}/ask-confirmation`, {}))
  await measureDisputes(as, house, seller, serviceId)
  const toCancel = await attested()
  const asking = good(await seller.post(`${toCancel}/request-cancellation`, wish(today)))
  const price = { penaltyExTaxYen: asking.leaving.penaltyExTaxYen }
  await as('cancelContract', () => seller.post(`${toCancel}/cancel`, price))
  await as('proposeContactChange', () => staff.post(`${toConfirm}/contact-change`, lostContact(today)))
  await as('getContactChange', () => staff.get(`${toConfirm}/contact-change`))
  await as('withdrawContactChange', () => staff.post(`${toConfirm}/contact-change/withdraw`))
  good(await staff.post(`${toConfirm}/contact-change`, lostContact(today)))
  await as('approveContactChange', () => admin.post(`${toConfirm}/contact-change/approve`))
  await house.settle()
  const returned = house.letters.findLast(
    ({ of, subject }) => of.stream === toConfirm.split('/').at(-1) && subject.includes('ご契約の変更を承りました'),
  )
  await noteBounce(house.deps)({
    stream: returned?.of.stream ?? '',
    deliveryId: returned?.reference ?? '',
    cause: 'bounce',
  })
  await as('listUntoldLetters', () => admin.get('/v1/untold-letters'))
  await as('getSharedContacts', () => seller.get(`${toConfirm}/shared-contacts`))
  await as('listSharedContacts', () => admin.get('/v1/shared-contacts'))
  const told = { by: 'phone', on: today, spokeTo: '社長' }
  await as('tellLetter', () => seller.post(`${toConfirm}/letters/${returned?.reference}/tell`, told))
  const [toTerminate, toAnnul] = [await attested(), await attested()]
  good(await staff.post(`${toTerminate}/contact-change`, lostContact(today, { ground: 'moved' })))
  await house.settle()
  const [, link = ''] =
    /\/stop\/#(\S+)/.exec(house.letters.findLast(({ text }) => text.includes('/stop/#'))?.text ?? '') ?? []
  await as('stopContactChange', () => house.withToken(undefined).post('/v1/signing/contact-change/stop', { link }))
  await as('terminateContract', () =>
    admin.post(`${toTerminate}/terminate`, { ground: 'agreed', on: today, warned: null, words: '合意', by: '結城' }),
  )
  await as('annulContract', () => admin.post(`${toAnnul}/annul`, { words: '権限のない人が結んだ。', by: '結城' }))
}

/** An SME disputes a paper contract, and is answered by either way. */
const measureDisputes = async (as: As, house: House, seller: Ask, serviceId: ServiceId) => {
  const disputed = async () => {
    const given = paper(serviceId)
    const { contractId } = good(await seller.post('/v1/contracts/attest', given))
    await house.settle()
    const letter = house.letters.findLast(({ to }) => to === given.sme.noticeContact.mail)
    const [, link = ''] = /\/sign\/#(\S+)/.exec(letter?.text ?? '') ?? []
    const sme = await enter(house, link, given.sme.noticeContact.phone)
    good(await sme.post('/v1/signing/dispute', { what: '台数が違います。', signer: speaker }))
    await house.settle()
    return `/v1/contracts/${contractId}/dispute`
  }
  const [toKeep, toCorrect] = [await disputed(), await disputed()]
  await as('correctRecord', () =>
    seller.post(`${toCorrect}/correct`, { terms: { terminals: 4 }, answer: '台数を直しました。' }),
  )
  await house.settle()
  await as('listDisputes', () => seller.get('/v1/disputes'))
  await as('keepRecord', () => seller.post(`${toKeep}/keep`, { answer: '控えのとおりです。' }))
}

/** A code by letter: asked for, printed and read, of an offer of its own. */
export const measureCodeLetter = async (
  as: As,
  {
    house,
    admin,
    seller,
    serviceId,
  }: { readonly house: House; readonly admin: Ask; readonly seller: Ask; readonly serviceId: `svc_${string}` },
): Promise<void> => {
  const offered = await offer(house, seller, draft(serviceId))
  await as('readLinkSender', () => house.withToken(undefined).post('/v1/signing/sender', { link: offered.link }))
  await as('askCodeLetter', () => house.withToken(undefined).post('/v1/signing/letter', { link: offered.link }))
  await house.settle()
  const postalAddress = { postalCode: '100-0001', rest: '東京都架空区架空１－２－３' }
  const letter = `/v1/contracts/${offered.contractId}/code-letter`
  await as('printCodeLetter', () => admin.post(`${letter}/print`, { postalAddress }))
  await as('getCodeLetter', () => admin.get(`${letter}.pdf`))
}
