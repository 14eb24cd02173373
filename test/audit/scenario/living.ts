import { leave } from '../../support/cancelling.ts'
import type { House } from '../../support/house.ts'
import {
  draft,
  emergencySupport,
  everyItem,
  evidence,
  explanation,
  good,
  incidentNotice,
  paper,
  partiesIn,
  requirementsGiven,
  since,
} from '../../support/parties.ts'
import { enter, offer, readyToSign, speaker } from '../../support/signing.ts'
import { factsOf, sampleBook, sampleResellers, sampleServices } from '../../support/sample-books.ts'
import { discloseAnew, except } from './excepting.ts'
import { befall, weeksLater } from './changing.ts'
import { bring, leaveLying } from './bringing.ts'
import { coverAtOnce, moveAtOnce, readForm } from './bulk.ts'
import { beLate, oblige, setObligations } from './obliging.ts'
import { part } from './leaving.ts'
import { passOn } from './passing-on.ts'
import { prepare } from './preparing.ts'
import { minute, resellerIn, signed, type Reseller, type Scene } from './scene.ts'
import { cover, lift, moveOn, propose, report, restrict, settle, stop, worry } from './stopping.ts'

/** Brings in services, resellers and a second implementing entity that has its own. */
const begin = async (house: House): Promise<Scene> => {
  const parties = await partiesIn(house)
  const services = {
    NET: await parties.service('NET'),
    END: await parties.service('END', { edition: '1.1' }),
    CMB: await parties.service('CMB'),
  }
  house.clock.advance(minute)
  const { admin } = parties
  const facts = factsOf(sampleServices.conforming[0])
  good(await admin.post(`/v1/services/${services.NET}/versions`, { facts: { ...facts, placement: '境界の内側' } }))
  good(await admin.post('/v1/services', { code: 'ONLY-DRAFTED', facts }))
  const soon = '2027-01-10'
  good(await admin.post(`/v1/services/${services.NET}/evidence`, evidence('第2章1.(11)', house.clock.today(), soon)))
  const { facts: before } = good(await admin.get(`/v1/services/${services.END}/versions/1`))
  const { version } = good(
    await admin.post(`/v1/services/${services.END}/versions`, {
      edition: '1.1',
      facts: { ...before, placement: null, name: 'みまもり端末' },
    }),
  )
  const next = { offeredFrom: since, change: { kind: 'general', summary: '名称の変更' } }
  good(await admin.post(`/v1/services/${services.END}/versions/2/publish`, next, { ifMatch: `"${version}"` }))
  good(
    await admin.post('/v1/members', {
      mail: `${parties.entityId}@entity.example.jp`,
      name: '青木 誠',
      role: 'entityStaff',
    }),
  )

  const resellers = new Map<string, Reseller>()
  for (const { code, authorisedFor } of sampleResellers) {
    // END stands under 1.1, which knows no resellers.
    const sold = authorisedFor.filter((service) => service !== 'END').map((service) => services[service as 'NET'])
    resellers.set(code, await parties.reseller(code, sold))
    house.clock.advance(minute)
  }
  const scene = { house, parties, services, resellers }
  const { resellerId, ask } = resellerIn(scene, 'R3')
  const [, , contact] = requirementsGiven()
  good(await ask.post(`/v1/resellers/${resellerId}/requirements`, contact))
  good(await admin.post(`/v1/resellers/${resellerId}/authorizations/${services.CMB}/end`, { lastDay: '2027-03-31' }))
  good(
    await admin.post('/v1/resellers', {
      code: 'R9',
      name: '招かれただけの株式会社',
      prefecture: '京都府',
      admin: { mail: `r9.${parties.entityId}@reseller.example.jp`, name: '坂田 学' },
    }),
  )
  const other = await partiesIn(house)
  const theirs = await other.service('NET')
  const { ask: seller } = await other.reseller('R1', [theirs])
  await signed({ ...scene, parties: other }, seller, draft(theirs, { n: 700_077 }))
  return scene
}

/** Contracts in every way they are made, and in every way they are not. */
const sell = async (scene: Scene): Promise<void> => {
  const { house, parties, services } = scene
  const { ask, staff } = resellerIn(scene, 'R1')
  const { admin } = parties
  await signed(scene, staff, draft(services.NET, { n: 700_077 }))
  await signed(scene, admin, draft(services.END, { terms: { importantTerminals: 3 } }))
  const leaving = await signed(
    scene,
    ask,
    draft(services.CMB, { sme: { noticeContact: { mail: null, phone: '03-0000-1000' } } }),
  )
  const today = house.clock.today()
  good(await ask.post(`/v1/contracts/${leaving}/incident-notices`, incidentNotice(today)))
  const setUp = { ...emergencySupport(today), purpose: 'setUp' }
  good(await ask.post(`/v1/contracts/${leaving}/emergency-supports`, setUp))
  await leave(ask, leaving, today)
  await signed(scene, ask, draft(services.CMB, { n: 700_078 }))

  const { contractId: revised } = good(await ask.post('/v1/contracts', draft(services.NET)))
  good(await ask.post(`/v1/contracts/${revised}/explain`, explanation(today)))
  good(
    await ask.post(`/v1/contracts/${revised}/revise`, draft(services.NET, { terms: { terminals: 9 } }), {
      ifMatch: '"2"',
    }),
  )
  const { contractId: withdrawn } = good(await ask.post('/v1/contracts', draft(services.NET)))
  good(await ask.post(`/v1/contracts/${withdrawn}/withdraw`))
  const { signer } = await readyToSign(house, ask, draft(services.NET))
  good(await signer.post('/v1/signing/decline'))
  const waiting = draft(services.NET)
  const { link } = await offer(house, ask, waiting)
  const anyone = house.withToken(undefined)
  good(await anyone.post('/v1/signing/open', { link }))
  await anyone.post('/v1/signing/enter', { link, code: '000000' })
  await enter(house, link, waiting.sme.signatory.phone)
  house.clock.advance(minute)
}

/** Paper contracts: confirmed, disputed and answered or not, unanswered, with nobody to write to, and a whole book of them, twice. */
const attest = async (scene: Scene, rows: number): Promise<void> => {
  const { house, parties, services } = scene
  const { ask } = resellerIn(scene, 'R1')
  for (const answer of ['confirm', 'dispute', 'keep', 'correct', 'nothing'] as const) {
    const given = paper(services.NET)
    const { contractId } = good(await ask.post('/v1/contracts/attest', given))
    await house.settle()
    if (answer === 'nothing') continue
    const letter = house.letters.findLast(({ to }) => to === given.sme.noticeContact.mail)
    const [, link = ''] = /\/sign\/#(\S+)/.exec(letter?.text ?? '') ?? []
    const sme = await enter(house, link, given.sme.noticeContact.phone)
    const { sha256 } = good(await sme.get('/v1/signing/document'))
    const confirmation = { documentSha256: sha256, acknowledged: everyItem, signer: speaker }
    const body = answer === 'confirm' ? confirmation : { what: '端末の台数が違う', signer: speaker }
    good(await sme.post(`/v1/signing/${answer === 'confirm' ? 'confirm' : 'dispute'}`, body))
    house.clock.advance(minute)
    if (answer !== 'keep' && answer !== 'correct') continue
    const corrected = answer === 'correct' ? { terms: { terminals: 4 } } : {}
    good(await ask.post(`/v1/contracts/${contractId}/dispute/${answer}`, { ...corrected, answer: '確かめました。' }))
    await house.settle()
    house.clock.advance(minute)
  }
  good(
    await ask.post(
      '/v1/contracts/attest',
      paper(services.NET, { sme: { noticeContact: { mail: 'no@sme.invalid', phone: '03-0000-0009' } } }),
    ),
  )
  // The second time, only a part of it comes again.
  for (const count of [rows, Math.min(rows, 20)]) {
    house.clock.advance(minute)
    const content = sampleBook
      .split('\r\n')
      .slice(0, count + 1)
      .join('\r\n')
    const attestedBy = { name: '青木 誠', title: '契約管理課' }
    const book = { format: 'csv', content, attestedBy }
    const { operationId } = good(await parties.staff.post('/v1/contract-imports', book))
    await house.settle()
    await readForm(scene, operationId)
  }
}

/**
 * A house that has seen everything: contracts made and not made, a book of paper contracts, one reseller's case from
 * proposal to closing and open again for a late one, another's withdrawn, a third's waited out, and a successor that stops as well.
 */
export const liveThrough = async (house: House, rows: number): Promise<void> => {
  const scene = await begin(house)
  const { parties, services } = scene
  await sell(scene)
  await attest(scene, rows)
  await except(scene)
  await discloseAnew(scene)
  await passOn(scene)
  await part(scene)
  await befall(scene)
  good(await parties.admin.post('/v1/exports'))
  await house.settle()

  const kept = await propose(scene, resellerIn(scene, 'R5').resellerId, 'admin')
  house.clock.advance(minute)
  good(await parties.admin.post(`/v1/discontinuances/${kept}/withdraw`))
  await propose(scene, resellerIn(scene, 'R6').resellerId)

  await bring(scene)
  const successor = resellerIn(scene, 'R4')
  await setObligations(scene)
  const first = await stop(scene, 'R2')
  await settle(scene, first, successor.resellerId)
  await report(scene, first)
  await coverAtOnce(scene, first)
  await cover(scene, first)
  await oblige(scene, first)
  good(await parties.admin.post(`/v1/discontinuances/${first}/close`))
  house.clock.advance(minute)
  const { resellerId } = resellerIn(scene, 'R2')
  good(await parties.admin.post('/v1/contracts/attest', paper(services.NET, { resellerId })))
  await house.settle()
  await settle(scene, first, successor.resellerId)
  await cover(scene, first)
  good(await parties.admin.post(`/v1/discontinuances/${first}/close`))

  const second = await stop(scene, 'R4')
  await moveOn(scene, second, resellerId)
  await moveAtOnce(scene, second, resellerIn(scene, 'R3').resellerId)
  await weeksLater(scene)
  await beLate(scene, second)
  // Nobody approved in time; it is proposed again.
  await leaveLying(scene)
  await propose(scene, resellerIn(scene, 'R6').resellerId, 'admin')
  await prepare(scene, 'R5')
  await worry(scene, 'R5')
  await restrict(scene, 'R6')
  await restrict(scene, 'R5')
  await lift(scene, 'R5')
  await propose(scene, resellerIn(scene, 'R5').resellerId, 'admin')
  // The first export's files are gone by now; this one's lie ready.
  await house.calendar.exportsCleared()
  await house.calendar.ahead()
  while ((await house.calendar.digests()) > 0);
  good(await resellerIn(scene, 'R1').ask.post('/v1/exports'))
  const { from, until } = { from: '2026-04-01', until: house.clock.today() }
  good(await parties.staff.post('/v1/reports/recounts', { from, until }))
  await house.settle()
  // The last thing that happens is still to be delivered.
  good(await resellerIn(scene, 'R1').ask.post('/v1/contracts/attest', paper(services.NET)))
  if (house.defects.length > 0) throw new Error(JSON.stringify(house.defects))
}
