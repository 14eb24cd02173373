import { draft, good, paper } from '../../support/parties.ts'
import { handoverGiven } from '../../support/scene-readiness.ts'
import { minute, resellerIn, type Scene } from './scene.ts'

/** A reseller's takeover is prepared for: an item is laid ready, a letter comes back, and all of it is drilled. */
export const prepare = async (scene: Scene, code: string): Promise<void> => {
  const { house, parties, services } = scene
  const { ask, resellerId } = resellerIn(scene, code)
  const sme = { noticeContact: { mail: 'gone@nowhere.invalid', phone: '03-0000-2000' } }
  good(await ask.post('/v1/contracts/attest', paper(services.NET, { sme })))
  good(await ask.post('/v1/contracts', draft(services.NET)))
  const path = `/v1/resellers/${resellerId}`
  good(await ask.post(`${path}/handover`, handoverGiven('contactList', house.clock.today())))
  await house.settle()
  good(await parties.staff.post(`${path}/drill`))
  house.clock.advance(minute)
  await house.settle()
}
