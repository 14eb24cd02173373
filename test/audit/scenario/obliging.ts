import { everyObligationIn, fulfilByPeople } from '../../support/obliging.ts'
import { good } from '../../support/parties.ts'
import { minute, type Scene } from './scene.ts'

const settings = '/v1/implementing-entity/obligation-settings'

/** The implementing entity says by when it wants to have done what it owes, and thinks again. */
export const setObligations = async ({ house, parties }: Scene): Promise<void> => {
  const businessDays = { ...everyObligationIn(4), notifyChange: 7 }
  good(await parties.admin.post(settings, { businessDays: everyObligationIn(1), noticeMail: null }))
  house.clock.advance(minute)
  good(await parties.admin.post(settings, { businessDays, noticeMail: 'takeover@entity.example.jp' }))
}

/** What only people know of a case is fulfilled. */
export const oblige = async ({ house, parties }: Scene, id: string): Promise<void> => {
  await fulfilByPeople(parties.staff, `/v1/discontinuances/${id}`, house.clock.today())
}

/** The days of a case have passed: it is escalated, one obligation is waived, and the rest stays owed. */
export const beLate = async ({ house, parties }: Scene, id: string): Promise<void> => {
  await house.runObligationSchedule()
  await house.settle()
  house.clock.advance(minute)
  const reason = { reason: '一覧に載せていない会社のため。' }
  good(await parties.admin.post(`/v1/discontinuances/${id}/obligations/notifyChange/waive`, reason))
}
