import { leave, wish } from '../../support/cancelling.ts'
import { amendmentSignature, amendmentToSign, onOwnPage } from '../../support/changing.ts'
import type { Ask } from '../../support/house.ts'
import { draft, everyItem, explanation, good, nextNumber, paper } from '../../support/parties.ts'
import { amendment, lostContact } from '../../support/scene-course.ts'
import { enter, offer, signature, speaker } from '../../support/signing.ts'
import { minute, resellerIn, signed, type Scene } from './scene.ts'

const asked = { askedBy: '代表者', how: 'phone' }
const day = 86_400_000
const startOn = '2026-10-15'

const linkTo = ({ house }: Scene, mail: string | null): string =>
  /\/sign\/#(\S+)/.exec(
    house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
  )?.[1] ?? ''

/** A contract that was revised, and offered twice, before it was signed. */
const revisedAndSigned = async (scene: Scene, ask: Ask): Promise<void> => {
  const { house, services } = scene
  const given = draft(services.NET)
  const path = `/v1/contracts/${good(await ask.post('/v1/contracts', given)).contractId}`
  const { terms } = draft(services.NET, { terms: { terminals: 9 } })
  good(await ask.post(`${path}/revise`, { ...given, terms }, { ifMatch: '"1"' }))
  good(await ask.post(`${path}/explain`, explanation(house.clock.today())))
  good(await ask.post(`${path}/offer`, {}))
  house.clock.advance(minute)
  good(await ask.post(`${path}/offer`, {}))
  await house.settle()
  const signer = await enter(house, linkTo(scene, given.sme.signatory.mail), given.sme.signatory.phone)
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  good(await signer.post('/v1/signing/sign', signature(sha256)))
}

type Sold = { readonly n: number; readonly contractId: string; readonly mail: string; readonly phone: string }

const sold = async (scene: Scene, ask: Ask, terms: object = {}): Promise<Sold> => {
  const n = nextNumber()
  const given = draft(scene.services.NET, { n, terms })
  return { n, contractId: await signed(scene, ask, given), ...given.sme.signatory }
}

/** Amendments: signed, in force at once, declined, withdrawn, replaced, and one still open. */
const amend = async (scene: Scene, ask: Ask): Promise<void> => {
  const { house, services } = scene
  const change = ({ n }: Sold, more: object = {}) => amendment(services.NET, n, startOn, more)
  const one = await sold(scene, ask)
  const path = `/v1/contracts/${one.contractId}/amendments`
  const { signer, sha256 } = await amendmentToSign(house, ask, one.contractId, change(one), one)
  house.clock.advance(minute)
  good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
  const { sme } = draft(services.NET, { n: one.n, sme: { employees: 13 } })
  good(await ask.post(path, change(one, { sme })))
  good(await ask.post(path, { ...change(one), terms: { ...change(one).terms, terminals: 6 } }))
  good(await ask.post(path, { ...change(one), terms: { ...change(one).terms, terminals: 7 } }))
  good(await ask.post(`${path}/withdraw`))
  const other = await sold(scene, ask)
  const declining = await amendmentToSign(house, ask, other.contractId, change(other), other)
  good(await declining.signer.post('/v1/signing/decline'))
  await amendmentToSign(house, ask, other.contractId, change(other), other)
  house.clock.advance(minute)
}

/** Consents, the SME's own page, a paper contract confirmed the second time it was asked for. */
const speakForItself = async (scene: Scene, ask: Ask): Promise<void> => {
  const { house, services } = scene
  const one = await sold(scene, ask)
  const path = `/v1/contracts/${one.contractId}`
  good(await ask.post(`${path}/consents`, { kind: 'positionTransfer', ...asked }))
  const abroad = { country: 'DE', regime: 'GDPR', measures: '契約による保護措置' }
  good(await ask.post(`${path}/consents`, { kind: 'foreignPersonalData', ...asked, abroad }))
  good(await ask.post(`${path}/consents/withdraw`, { kind: 'remoteSupport', ...asked }))
  const owner = await onOwnPage(house, ask, one.contractId, one)
  good(await owner.post('/v1/signing/consents/withdraw', { kind: 'positionTransfer', signer: speaker }))
  good(await owner.post('/v1/signing/consents', { kind: 'remoteSupport', signer: speaker }))
  const { on, reason } = wish(house.clock.today())
  good(await owner.post('/v1/signing/request-cancellation', { on, reason, signer: speaker }))
  good(await owner.post('/v1/signing/withdraw-cancellation', { signer: speaker }))

  const given = paper(services.NET)
  const { contractId } = good(await ask.post('/v1/contracts/attest', given))
  house.clock.advance(minute)
  good(await ask.post(`/v1/contracts/${contractId}/ask-confirmation`, {}))
  await house.settle()
  const { mail, phone } = given.sme.noticeContact
  const signer = await enter(house, linkTo(scene, mail), phone)
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  good(await signer.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer: speaker }))
  house.clock.advance(minute)
}

/** A contract signed by a code that an admin who had no hand in it printed and posted. */
const signByLetter = async (scene: Scene, ask: Ask): Promise<void> => {
  const { house, parties, services } = scene
  const given = draft(services.NET)
  const { contractId } = await offer(house, ask, given)
  const link = linkTo(scene, given.sme.signatory.mail)
  const anyone = house.withToken(undefined)
  good(await anyone.post('/v1/signing/letter', { link }))
  await house.settle()
  const printer = house.as({ role: 'entityAdmin', sub: 'letters', entityId: parties.entityId })
  const postalAddress = { postalCode: '100-0001', rest: '東京都架空区架空１－２－３' }
  good(await printer.post(`/v1/contracts/${contractId}/code-letter/print`, { postalAddress }))
  house.clock.advance(day)
  const { nonce } = (await house.deps.links.read(link)) ?? { nonce: '' }
  const code = await house.deps.links.codeFor(nonce, 1)
  const { token } = good(await anyone.post('/v1/signing/enter', { link, code }))
  const signer = house.withToken(token)
  const { sha256 } = good(await signer.get('/v1/signing/document'))
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  house.clock.advance(minute)
}

/** Contacts without a signature: one that nobody stops, one stopped where the SME was reached, one made by two people. */
const reachAnew = async (scene: Scene, ask: Ask): Promise<void> => {
  const { house, parties } = scene
  const today = house.clock.today()
  const moved = async (ground: string) => {
    const one = await sold(scene, ask)
    const path = `/v1/contracts/${one.contractId}/contact-change`
    good(await parties.staff.post(path, lostContact(today, { ground })))
    await house.settle()
    return { path, one }
  }
  await moved('moved')
  const given = paper(scene.services.NET)
  const { contractId } = good(await ask.post('/v1/contracts/attest', given))
  const { signatory } = lostContact(today)
  const seen = lostContact(today, { ground: 'verified', signatory: { ...signatory, ...given.sme.noticeContact } })
  good(await parties.staff.post(`/v1/contracts/${contractId}/contact-change`, seen))
  const { one } = await moved('partlyLost')
  const told = house.letters.findLast(({ to, by }) => by === 'mail' && to === one.mail)?.text ?? ''
  const [, link = ''] = /\/stop\/#(\S+)/.exec(told) ?? []
  good(await house.withToken(undefined).post('/v1/signing/contact-change/stop', { link }))
  const { path } = await moved('lost')
  good(await parties.admin.post(`${path}/approve`))
  house.clock.advance(minute)
}

/** Ends that do not wait for a day: left today, terminated, annulled. */
const end = async ({ house, parties, services }: Scene, ask: Ask): Promise<void> => {
  const attested = async () => good(await ask.post('/v1/contracts/attest', paper(services.NET))).contractId as string
  const on = house.clock.today()
  await leave(ask, await attested(), on)
  const terminated = { ground: 'agreed', on, warned: null, words: '双方の合意により終える。', by: '結城' }
  good(await parties.staff.post(`/v1/contracts/${await attested()}/terminate`, terminated))
  const annulled = { words: '権限のない人が結んだ。', by: '結城' }
  good(await parties.admin.post(`/v1/contracts/${await attested()}/annul`, annulled))
  house.clock.advance(minute)
}

/** Contracts the calendar will come to: one to expire, two to renew themselves, one renewed by hand, one to be left. */
const waitForTheirDay = async (scene: Scene, ask: Ask): Promise<void> => {
  const { house, parties, services } = scene
  const renewal = { months: 12, noticeDays: 14 }
  const short = (service: (typeof services)['NET'], terms: object) =>
    ask.post('/v1/contracts/attest', paper(service, { terms: { termMonths: 2, ...terms } }))
  good(await short(services.NET, { renewal: null }))
  good(await short(services.NET, { renewal }))
  good(await short(services.CMB, { renewal }))
  const { resellerId } = resellerIn(scene, 'R1')
  good(
    await parties.admin.post(`/v1/resellers/${resellerId}/authorizations/${services.CMB}/end`, {
      lastDay: '2026-10-31',
    }),
  )
  const one = await sold(scene, ask, { termMonths: 1 })
  const next = amendment(services.NET, one.n, '2026-11-15', { kind: 'renewal', version: 'onOffer' })
  const { signer, sha256 } = await amendmentToSign(house, ask, one.contractId, next, one)
  good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
  const leaving = await sold(scene, ask)
  await leave(ask, leaving.contractId, '2026-10-20')
  house.clock.advance(minute)
}

/** What can befall a contract once it lives, some of it only when its day has come. */
export const befall = async (scene: Scene): Promise<void> => {
  const { ask } = resellerIn(scene, 'R1')
  await revisedAndSigned(scene, ask)
  await amend(scene, ask)
  await speakForItself(scene, ask)
  await end(scene, ask)
  await waitForTheirDay(scene, ask)
  await signByLetter(scene, ask)
  await reachAnew(scene, ask)
  await scene.house.runContractSchedule()
  await scene.house.settle()
}

/** Offers a contract by a link that is good for some days; nobody signs with it. */
const leaveUnsigned = async (scene: Scene, ask: Ask, validDays: number): Promise<void> => {
  const { contractId } = good(await ask.post('/v1/contracts', draft(scene.services.NET)))
  good(await ask.post(`/v1/contracts/${contractId}/explain`, explanation(scene.house.clock.today())))
  good(await ask.post(`/v1/contracts/${contractId}/offer`, { validDays }))
}

/** One SME is reminded of its link, a day before another would be. */
const remind = async (scene: Scene): Promise<void> => {
  const { house } = scene
  const { ask } = resellerIn(scene, 'R1')
  for (const validDays of [4, 5]) await leaveUnsigned(scene, ask, validDays)
  await house.settle()
  house.clock.advance(day)
  await house.calendar.reminded()
  await house.settle()
}

/** Weeks later: terms are over, one has begun anew, and who wanted to leave has left. */
export const weeksLater = async (scene: Scene): Promise<void> => {
  const { house } = scene
  house.clock.advance(49 * day)
  await remind(scene)
  await house.runContractSchedule()
  await house.settle()
}
