import type { ResellerId } from '../../../shared/domain/ids.ts'
import { leave } from '../../support/cancelling.ts'
import { coverAll } from '../../support/covering.ts'
import { draft, good, paper } from '../../support/parties.ts'
import { readyToSign } from '../../support/signing.ts'
import { minute, resellerIn, signed, type Scene } from './scene.ts'

const consentIn = ({ house }: Scene) => ({ givenBy: '代表者', on: house.clock.today(), how: 'phone' })

/** One person proposes that a reseller cannot go on; where that is an admin, nobody new is signed through it from then on. */
export const propose = async (
  { house, parties }: Scene,
  resellerId: ResellerId,
  by: 'staff' | 'admin' = 'staff',
): Promise<string> => {
  const statement = '破産手続開始の申立てがあったとの連絡を受けた。'
  const proposal = { resellerId, ground: 'bankruptcy', occurredOn: house.clock.today(), statement }
  return good(await parties[by].post('/v1/discontinuances', proposal)).discontinuanceId
}

/** A reseller says twice that it may not be able to go on: once there is nothing to it. */
export const worry = async (scene: Scene, code: string): Promise<void> => {
  const { ask, resellerId } = resellerIn(scene, code)
  const { staff } = scene.parties
  const raised = { ground: 'staff', statement: '担当者が減っている。' }
  const { concernId } = good(await ask.post('/v1/concerns', raised))
  good(await staff.post(`/v1/concerns/${concernId}/dismiss`, { reason: '後任が決まった。' }))
  good(await staff.post('/v1/concerns', { ...raised, resellerId }))
  scene.house.clock.advance(minute)
}

/** New contracts through a reseller are stopped, and go on. */
export const restrict = (scene: Scene, code: string): Promise<void> => give(scene, code, 'restrict')
export const lift = (scene: Scene, code: string): Promise<void> => give(scene, code, 'lift')

const give = async (scene: Scene, code: string, what: 'restrict' | 'lift'): Promise<void> => {
  const { resellerId } = resellerIn(scene, code)
  good(await scene.parties.admin.post(`/v1/resellers/${resellerId}/${what}`, { reason: '苦情の対応による。' }))
  scene.house.clock.advance(minute)
}

/** A reseller stops, with something of everything in its hands; a paper contract turns up late. */
export const stop = async (scene: Scene, code: string): Promise<string> => {
  const { house, parties, services } = scene
  const { ask, resellerId } = resellerIn(scene, code)
  let leaving = ''
  for (let n = 0; n < 6; n += 1) {
    // The first of them can only be told by post.
    const sme = n === 0 ? { noticeContact: { mail: null, phone: '03-0000-1000' } } : {}
    leaving = good(await ask.post('/v1/contracts/attest', paper(services.NET, { sme }))).contractId
    house.clock.advance(minute)
  }
  await signed(scene, ask, draft(services.CMB, { n: code === 'R2' ? 700_079 : 700_080 }))
  good(await ask.post('/v1/contracts', draft(services.NET)))
  await readyToSign(house, ask, draft(services.NET))
  const id = await propose(scene, resellerId)
  house.clock.advance(minute)
  good(await parties.admin.post(`/v1/discontinuances/${id}/approve`))
  house.clock.advance(minute)
  // One SME leaves, and one more paper turns up, before anyone has looked at the reseller's book.
  await leave(parties.staff, leaving, house.clock.today())
  good(await parties.admin.post('/v1/contracts/attest', paper(services.NET, { resellerId })))
  house.clock.advance(minute)
  await house.settle()
  return id
}

type TakeoverLine = {
  readonly contractId: string
  readonly resellerId: string | null
  readonly takeover: 'opened' | 'told' | 'settled'
}

const takeovers = async ({ parties }: Scene, id: string): Promise<readonly TakeoverLine[]> => {
  const lines: TakeoverLine[] = []
  for (let cursor = ''; ; ) {
    const page = good(await parties.staff.get(`/v1/discontinuances/${id}/takeovers?limit=200${cursor}`))
    lines.push(...page.items)
    if (page.nextCursor === null) return lines
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
  }
}

/**
 * Each open takeover is told where it was not, and settled in each way in turn; the last SME just leaves. Every SME
 * consents to a transfer before; who takes that back is asked again, and who does not is moved by it.
 */
export const settle = async (scene: Scene, id: string, to: ResellerId): Promise<void> => {
  const { house, parties } = scene
  const { staff } = parties
  const consent = consentIn(scene)
  const ways = [
    { settlement: 'movedToReseller', resellerId: to, consent },
    { settlement: 'servedByImplementingEntity' },
    { settlement: 'movedToImplementingEntity', consent },
    { settlement: 'endedBySme', consent },
    { settlement: 'movedToImplementingEntity' },
  ]
  const transfer = { kind: 'positionTransfer', askedBy: '代表者', how: 'phone' }
  const open = (await takeovers(scene, id)).filter(({ takeover }) => takeover !== 'settled')
  for (const [index, { contractId, takeover }] of open.entries()) {
    house.clock.advance(1_000)
    const path = `/v1/discontinuances/${id}/takeovers/${contractId}`
    if (takeover === 'opened') good(await staff.post(`${path}/tell`, { by: 'post' }))
    const consents = `/v1/contracts/${contractId}/consents`
    good(await staff.post(consents, transfer))
    if (index === 2) good(await staff.post(`${consents}/withdraw`, transfer))
    if (index < open.length - 1 || index === 0) good(await staff.post(`${path}/settle`, ways[index % ways.length]))
    else await leave(staff, contractId, house.clock.today())
  }
  await house.settle()
}

/** One that had come to a reseller from another moves on to the implementing entity, on a new word of its SME. */
export const moveOn = async (scene: Scene, id: string, from: ResellerId): Promise<void> => {
  const line = (await takeovers(scene, id)).find((one) => one.resellerId === from && one.takeover === 'told')
  const consent = { ...consentIn(scene), givenBy: '代表者の後任' }
  const move = { settlement: 'movedToImplementingEntity', consent }
  good(await scene.parties.staff.post(`/v1/discontinuances/${id}/takeovers/${line?.contractId}/settle`, move))
  await scene.house.settle()
}

/** Every SME of a case is found served; one of them after a gap. */
export const cover = async ({ house, parties }: Scene, id: string): Promise<void> => {
  const path = `/v1/discontinuances/${id}`
  const [line] = good(await parties.staff.get(`${path}/takeovers?coverage=atRisk`)).items
  const lost = { facet: 'monitoring', finding: 'lost', at: house.clock.now(), evidence: '監視画面に出ない。' }
  if (line) good(await parties.staff.post(`${path}/takeovers/${line.contractId}/coverage`, lost))
  house.clock.advance(minute)
  await coverAll(parties.staff, path)
}

/** Both authorities are told; the registration body sends its report back once. */
export const report = async ({ house, parties }: Scene, id: string): Promise<void> => {
  const { staff, body, ipa } = parties
  const plan = { plan: '実施主体が引き受ける。', expectedCompletionOn: null, contact: '結城 03-0000-0000' }
  const { reports } = good(await staff.get(`/v1/discontinuances/${id}`))
  for (const { submissionId, to } of reports) {
    const authority = to === 'ipa' ? ipa : body
    house.clock.advance(minute)
    good(await staff.post(`/v1/submissions/${submissionId}/send`, plan))
    if (to !== 'ipa') {
      good(await authority.post(`/v1/submissions/${submissionId}/return`, { reason: '見込みを加えてください。' }))
      good(await staff.post(`/v1/submissions/${submissionId}/send`, { ...plan, expectedCompletionOn: '2026-12-31' }))
    }
    house.clock.advance(minute)
    good(await authority.post(`/v1/submissions/${submissionId}/acknowledge`, { receiptNumber: `架空-${to}` }))
  }
}
