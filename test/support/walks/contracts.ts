import { onOwnPage } from '../changing.ts'
import { wish } from '../cancelling.ts'
import type { Ask } from '../house.ts'
import { corporateNumber, draft, explanation, good, nextNumber, paper } from '../parties.ts'
import type { Pen } from '../pen.ts'
import { amendment, lostContact } from '../scene-course.ts'
import type { Scene } from '../scene.ts'
import { enter, offer, readyToSign, signature, speaker } from '../signing.ts'

const postalAddress = { postalCode: '100-0001', rest: '東京都千代田区千代田1-1', building: '架空ビル' }
const placeOfService = { ...postalAddress, name: '本社工場' }
const reading = 'てすとしょうてん'
const addressed = { postalAddress, placeOfService, reading }
const earlier = { why: '8月から使われていなかった。', by: '結城 京子' }
const abroad = { country: 'SG', regime: '法令があります。', measures: '同等の措置を講じます。' }

type Selling = { readonly scene: Scene; readonly seller: Ask; readonly net: `svc_${string}` }

/** A text with every part of it that a seller may give. */
const inFull = (net: `svc_${string}`, n = nextNumber()) => {
  const one = draft(net, { n })
  return { ...one, sme: { ...one.sme, ...addressed, signatory: { ...one.sme.signatory, reading: 'たかはしはなこ' } } }
}

const linkTo = ({ house }: Scene, mail: string | null): string =>
  /\/sign\/#(\S+)/.exec(
    house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
  )?.[1] ?? ''

/** Enters what a seller writes of a contract, from its draft to its end, on paper too. */
export const walkContracts = async (pen: Pen, scene: Scene) => {
  const net = await scene.service('NET', { as: `CTR-${nextNumber()}` })
  const { ask: seller } = await scene.reseller(`W${nextNumber()}`, [net])
  const selling = { scene, seller, net }
  const drafted = await pen.writes('draftContract', seller, '/v1/contracts', inFull(net))
  await pen.reads(seller, `/v1/contracts/${drafted.contractId}/disclosure`)
  await pen.writes('reviseContract', seller, `/v1/contracts/${drafted.contractId}/revise`, inFull(net), {
    ifMatch: `"${drafted.version}"`,
  })
  const said = { ...explanation(scene.house.clock.today()), by: { name: '営業 次郎', title: '主任' } }
  await pen.reads(seller, `/v1/contracts/${drafted.contractId}/disclosure`)
  const first = good(await seller.post('/v1/contracts', draft(net)))
  await pen.writes('explainContract', seller, `/v1/contracts/${first.contractId}/explain`, said)
  const onPaper = inFull(net)
  const { contractId } = await pen.writes('attestContract', seller, '/v1/contracts/attest', {
    ...paper(net),
    sme: onPaper.sme,
    explanation: { ...explanation('2026-09-01'), by: { name: '営業 次郎', title: '主任' } },
  })
  await pen.reads(seller, `/v1/contracts/${contractId}/disclosure`)
  await pen.writes('proposeContactChange', scene.staff, `/v1/contracts/${contractId}/contact-change`, {
    ...lostContact(scene.house.clock.today()),
    signatory: { ...lostContact(scene.house.clock.today()).signatory, reading: 'たかはしじろう' },
  })
  await pen.reads(scene.staff, `/v1/contracts/${contractId}/contact-change`)
  await walkCourse(pen, selling)
  await walkEnds(pen, selling)
  await walkDisputes(pen, selling)
  await walkIdentities(pen, selling)
  await walkCodeLetter(pen, selling)
}

const walkCourse = async (pen: Pen, { scene, seller, net }: Selling) => {
  const { house } = scene
  const today = house.clock.today()
  const n = nextNumber()
  const given = draft(net, { n })
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  const path = `/v1/contracts/${contractId}`
  const changed = amendment(net, n, given.terms.startOn)
  await pen.writes('proposeAmendment', seller, `${path}/amendments`, { ...changed, sme: inFull(net, n).sme })
  await pen.reads(seller, `${path}/amendments/disclosure`)
  const by = { name: '営業 次郎', title: '主任' }
  await pen.writes('explainAmendment', seller, `${path}/amendments/explain`, { ...explanation(today), by })
  good(await seller.post(`${path}/amendments/offer`, {}))
  await house.settle()
  const { mail, phone } = given.sme.signatory
  const sme = await enter(house, linkTo(scene, mail), phone)
  const read = good(await sme.get('/v1/signing/document'))
  await pen.writes('signAmendment', sme, '/v1/signing/sign-amendment', signatureOf(read.sha256))
  await house.settle()
  const own = await onOwnPage(house, seller, contractId, { mail, phone })
  const consents = { askedBy: '社長', how: 'phone' }
  await pen.writes('giveConsent', seller, `${path}/consents`, { kind: 'foreignPersonalData', ...consents, abroad })
  await pen.writes('withdrawConsent', seller, `${path}/consents/withdraw`, { kind: 'foreignPersonalData', ...consents })
  await pen.writes('giveOwnConsent', own, '/v1/signing/consents', { kind: 'positionTransfer', signer: speaker })
  await pen.writes('withdrawOwnConsent', own, '/v1/signing/consents/withdraw', {
    kind: 'positionTransfer',
    signer: speaker,
  })
  const leave = { on: today, reason: '移転のため', ground: '約款第1条', signer: speaker }
  const wants = '/v1/signing/request-cancellation'
  await pen.writes('requestOwnCancellation', own, wants, leave)
  await pen.writes('withdrawOwnCancellation', own, '/v1/signing/withdraw-cancellation', { signer: speaker })
  good(await own.post(wants, leave))
  const { leaving } = good(await seller.get(path))
  const price = { penaltyExTaxYen: leaving.penaltyExTaxYen, signer: speaker }
  await pen.writes('confirmOwnCancellation', own, '/v1/signing/cancel', price)
}

const signatureOf = (documentSha256: string) => {
  const { remoteSupportConsent: _, ...said } = signature(documentSha256)
  return said
}

const walkEnds = async (pen: Pen, { scene, seller, net }: Selling) => {
  const { admin, staff, house } = scene
  const attested = async () =>
    `/v1/contracts/${good(await seller.post('/v1/contracts/attest', paper(net))).contractId as string}`
  const today = house.clock.today()
  const left = { ...wish('2026-09-15', { earlier }), ground: '約款第1条' }
  await pen.writes('requestCancellation', admin, `${await attested()}/request-cancellation`, left)
  await pen.writes('terminateContract', admin, `${await attested()}/terminate`, {
    ground: 'agreed',
    on: '2026-09-20',
    warned: null,
    words: '双方の合意。',
    by: '結城 京子',
    earlier,
  })
  const served = await attested()
  const at = (time: string) => `${today}T${time}+09:00`
  const deviation = '基準と異なりますが、記録します。'
  const told = { severity: 'serious', how: 'atOnce', toldTo: '社長', toldBy: '監視センター', summary: '検知した。' }
  const { paperSha256 } = await pen.writes('recordIncidentNotice', seller, `${served}/incident-notices`, {
    ...told,
    detectedAt: at('00:10:00'),
    toldAt: at('08:00:00'),
    lateReason: '夜間だった。',
    deviation,
  })
  await pen.writes('judgeIncidentTelling', staff, `${served}/incident-notices/${paperSha256}/verdict`, {
    verdict: 'kept',
    judgedBy: '判断 花子',
    reason: '掛け続けた。',
  })
  await pen.writes('recordEmergencySupport', staff, `${served}/emergency-supports`, {
    purpose: 'setUp',
    mode: 'onSite',
    startedAt: at('08:00:00'),
    placeNamed: '本社',
    place: '本社',
    remoteConsentAt: null,
    chargedExTaxYen: 8_000,
    incidentalExTaxYen: 0,
    by: '技術部 三郎',
    summary: '導入し直した。',
    setUpReason: '工場の移転で、導入をやり直した。',
    deviation,
  })
  for (const name of ['incident-notices', 'emergency-supports']) await pen.reads(staff, `${served}/${name}`)
}

const walkDisputes = async (pen: Pen, { scene, seller, net }: Selling) => {
  const { house, admin } = scene
  const attested = async () => {
    const given = paper(net)
    const { contractId } = good(await seller.post('/v1/contracts/attest', given))
    await house.settle()
    const { mail, phone } = given.sme.noticeContact
    return { path: `/v1/contracts/${contractId}`, sme: await enter(house, linkTo(scene, mail), phone) }
  }
  const disputed = async () => {
    const { path, sme } = await attested()
    await pen.writes('disputeAttestation', sme, '/v1/signing/dispute', { what: '台数が違います。', signer: speaker })
    return path
  }
  const { sme, path } = await attested()
  const read = good(await sme.get('/v1/signing/document'))
  const acknowledged = read.disclosure.items.map(({ code }: { code: string }) => code)
  await pen.writes('confirmAttestation', sme, '/v1/signing/confirm', {
    documentSha256: read.sha256,
    acknowledged,
    signer: speaker,
  })
  await pen.reads(seller, `${path}/written`)
  await pen.writes('keepRecord', seller, `${await disputed()}/dispute/keep`, { answer: '控えのとおりです。' })
  const { sme: whole } = inFull(net)
  const { name, industry, prefecture } = whole
  await pen.writes('correctRecord', seller, `${await disputed()}/dispute/correct`, {
    sme: { name, industry, prefecture, ...addressed },
    terms: { initialFeeParts: [{ what: '機器代', exTaxYen: 1 }], terminals: 4 },
    answer: '直しました。',
  })
  await pen.writes('annulContract', admin, `${await disputed()}/annul`, {
    words: '権限のない人が結んだ。',
    by: '結城',
    answer: '無効とします。',
  })
}

const walkIdentities = async (pen: Pen, { scene, seller, net }: Selling) => {
  const { house, staff } = scene
  const today = house.clock.today()
  const asked = { kind: 'soleProprietor', name: '架空屋', reading, postalAddress }
  const given = await pen.writes('askForSmeIdentity', seller, '/v1/sme-identities', asked)
  const verified = {
    verifiedBy: { name: '青木 誠', title: '審査担当' },
    papers: ['drivingLicence'],
    description: '免許証を見た。',
    verifiedOn: today,
    searchedOn: today,
  }
  await pen.writes('giveSmeIdentity', staff, `/v1/sme-identities/${given.smeId}/give`, verified)
  await pen.reads(seller, `/v1/sme-identities/${given.smeId}`)
  const refused = good(await seller.post('/v1/sme-identities', { ...asked, name: '架空堂' }))
  const no = { reason: '書類が足りない。' }
  await pen.writes('declineSmeIdentity', staff, `/v1/sme-identities/${refused.smeId}/decline`, no)
  await pen.reads(seller, `/v1/sme-identities/${refused.smeId}`)
  const { contractId } = good(await seller.post('/v1/contracts/attest', paper(net)))
  const path = `/v1/contracts/${contractId}`
  await pen.writes('succeedSme', staff, `${path}/succeed`, {
    ground: 'businessTransfer',
    on: today,
    successor: {
      corporateNumber: corporateNumber(nextNumber()),
      name: '株式会社架空譲受',
      prefecture: '東京都',
      reading,
      postalAddress,
    },
    evidence: { description: '事業譲渡契約書', documentSha256: 'd'.repeat(64), issuedOn: today },
    consents: ['transferor', 'transferee', 'seller'].map((party) => ({ party, ...speaker, on: today })),
  })
  await pen.reads(seller, `${path}/successions`)
  await pen.reads(seller, `${path}/disclosure`)
}

/** A letter with a code goes to an address that whoever prints it gives, where the contract has none. */
const walkCodeLetter = async (pen: Pen, { scene, seller, net }: Selling) => {
  const { house, entityId } = scene
  const { contractId, link } = await offer(house, seller, draft(net))
  good(await house.withToken(undefined).post('/v1/signing/letter', { link }))
  await house.settle()
  const printer = house.as({ role: 'entityAdmin', sub: 'printer', entityId })
  await pen.writes('printCodeLetter', printer, `/v1/contracts/${contractId}/code-letter/print`, { postalAddress })
  await pen.reads(printer, `/v1/contracts/${contractId}/written`)
}
