import { scanSamples } from './files.ts'
import type { Ask, House } from './house.ts'
import { consent, leaving } from './leaving.ts'
import { eventOf, lostLettersIn } from './lost-letters.ts'
import { draft, good, incidentNotice } from './parties.ts'
import { lostContact } from './scene-course.ts'
import { sceneIn, type Sample, type Scene } from './scene.ts'
import { offer } from './signing.ts'

/** Someone asks for something; and what the same request would be for nothing. */
export type Asked = { readonly ask: Ask; readonly sample: Sample; readonly ofNothing: Sample }

const anyId = /\b(?:[a-z]{3}_[0-9a-z]{26,}|usr_[0-9a-f]{24})\b/g

/** The ids of things that a request names, in their order. */
export const idsIn = (sample: Sample): readonly string[] => JSON.stringify(sample).match(anyId) ?? []

/** A sample whose ids are others, told by their places. */
export const withIds = (sample: Sample, other: (id: string, place: number) => string): Sample => {
  let place = 0
  return JSON.parse(JSON.stringify(sample).replaceAll(anyId, (id) => other(id, place++))) as Sample
}
/** An id of the same kind that names nothing. */
export const nothing = (id: string): string => id.slice(0, 4) + '0'.repeat(id.length - 4)
export const withKind = (sample: Sample, kind: string, by: string): Sample =>
  withIds(sample, (id) => (id.startsWith(`${kind}_`) ? by : id))
export const asked = (ask: Ask, sample: Sample): Asked => ({ ask, sample, ofNothing: withIds(sample, nothing) })

/** The kind of thing that a line is about, by its prefix: the first that its path names, or else its body. */
export const kindOf = ({ path, body }: Sample): string | null =>
  (idsIn({ path })[0] ?? idsIn({ path: '', body })[0])?.slice(0, 3) ?? null

/** Gives contracts what some lines name beside them: a change of contact that waits, an incident that was told, a hold. */
const fullContracts = async (house: House, scene: Scene, seller: Ask, live: string, signed: string) => {
  const contract = `/v1/contracts/${live}`
  good(await scene.staff.post(`${contract}/contact-change`, lostContact(house.clock.today())))
  const { paperSha256 } = good(await seller.post(`${contract}/incident-notices`, incidentNotice(house.clock.today())))
  good(await scene.admin.post(`/v1/contracts/${signed}/archive/place-hold`, { reason: '訴訟のため' }))
  const verdict = scene.requests.judgeIncidentTelling
  return { judgeIncidentTelling: { ...verdict, path: verdict.path.replace(/[0-9a-f]{64}/, paperSha256) } }
}

/** An offer whose letter came back, and the sample that says it was told by another way. */
const lostLetter = async (house: House, { requests }: Scene, seller: Ask) => {
  const given = draft((requests.draftContract.body as any).terms.serviceId)
  const { contractId } = await offer(house, seller, given)
  const { hear, lastTo, untoldOf } = lostLettersIn(house)
  await hear(eventOf('C35f-permanent-general', lastTo(given.sme.signatory.mail)))
  const [line] = await untoldOf(contractId, seller)
  return { ...requests.tellLetter, path: `/v1/contracts/${contractId}/letters/${line?.deliveryId}/tell` }
}

/** A letter with a code, printed by the admin as whom the matrix asks, who had no hand in its offer: nobody else sees it. */
const printedLetter = async (house: House, { requests, askOf }: Scene, seller: Ask): Promise<Sample> => {
  const given = draft((requests.draftContract.body as any).terms.serviceId)
  const { contractId, link } = await offer(house, seller, given)
  good(await house.withToken(undefined).post('/v1/signing/letter', { link }))
  await house.settle()
  const path = `/v1/contracts/${contractId}/code-letter`
  const postalAddress = { postalCode: '100-0001', rest: '東京都架空区架空１－２－３' }
  good(await askOf.entityAdmin.post(`${path}/print`, { postalAddress }))
  return { path: `${path}.pdf` }
}

const idIn = ({ path }: Sample): string => idsIn({ path })[0] ?? ''

/**
 * Two implementing entities in one house, and whatever stands in each relation to someone: `ours` has its contracts through a
 * reseller, `theirs` directly; beside the reseller of `ours` there is another, and one that stopped, whose contract it has now.
 */
export const relatedIn = async (house: House) => {
  const ours = await sceneIn(house)
  const theirs = await sceneIn(house, { direct: true })
  const net = (ours.requests.draftContract.body as any).terms.serviceId as `svc_${string}`
  const { resellerId } = ours.people.resellerAdmin as { resellerId: `rsl_${string}` }
  const seller = ours.askOf.resellerAdmin
  const [sibling, former] = [await ours.reseller('R8', [net]), await ours.reseller('R9', [net])]

  const { attested, stopped } = leaving({ house, parties: ours, net })
  const moved = await attested(former)
  const { path } = await stopped(former)
  await house.settle()
  const move = { settlement: 'movedToReseller', resellerId, consent }
  good(await ours.staff.post(`${path}/takeovers/${moved}/settle`, move))
  const exported = good(await seller.post('/v1/exports')).operationId as string
  await house.settle()

  const submissions = good(await ours.admin.get('/v1/submissions')).items as readonly any[]
  const sentTo = async (to: string): Promise<string> => {
    const { submissionId } = submissions.find((one) => one.to === to && one.stage === 'drafted')
    good(await ours.staff.post(`/v1/submissions/${submissionId}/send`, ours.requests.sendSubmission.body))
    return submissionId as string
  }
  const sent = { ipa: await sentTo('ipa'), registrationBody: await sentTo(ours.registrationBodyId) }

  const full = (scene: Scene, by: Ask) =>
    fullContracts(house, scene, by, idIn(scene.requests.proposeAmendment), idIn(scene.requests.liftHold))
  const samplesOf = async (scene: Scene, by: Ask) => ({
    ...scene.requests,
    ...(await full(scene, by)),
    ...(await scanSamples(house, {
      seller: by,
      entity: scene.admin,
      contractId: idIn(scene.requests.proposeAmendment),
    })),
    tellLetter: await lostLetter(house, scene, by),
    getCodeLetter: await printedLetter(house, scene, by === scene.admin ? scene.staff : by),
  })
  const samples = {
    ours: await samplesOf(ours, seller),
    theirs: await samplesOf(theirs, theirs.admin),
    moved: { ...ours.requests, ...(await fullContracts(house, ours, seller, moved, moved)) },
  }
  await house.settle()
  return { house, ours, theirs, sibling, former, samples, moved, exported, sent }
}
export type Related = Awaited<ReturnType<typeof relatedIn>>
