import type { Sample } from './scene.ts'
import type { Ask } from './house.ts'
import { good } from './parties.ts'

/** Evidence that an obligation is fulfilled, as a person records it. */
export const obligationMet = (on: string) => ({
  on,
  what: '保険会社に継続を確認した。',
  reference: '架空保険 第12号',
  documentSha256: null,
})

export const everyObligationIn = (businessDays: number) => ({
  tellSmes: businessDays,
  reportToIpa: businessDays,
  reportToRegistrationBody: businessDays,
  notifyChange: businessDays,
  continueInsurance: businessDays,
})

/** What only people know of a case is fulfilled by one of them. */
export const fulfilByPeople = async (ask: Ask, path: string, on: string): Promise<void> => {
  for (const code of ['notifyChange', 'continueInsurance'])
    good(await ask.post(`${path}/obligations/${code}/fulfil`, obligationMet(on)))
}

/** A well-formed request for every line about obligations. */
export const obligationSamples = (discontinuanceId: string, today: string) => {
  const path = `/v1/discontinuances/${discontinuanceId}/obligations`
  return {
    listObligations: { path: '/v1/obligations' },
    fulfilObligation: { path: `${path}/continueInsurance/fulfil`, body: obligationMet(today) },
    waiveObligation: { path: `${path}/notifyChange/waive`, body: { reason: '一覧に載せていない会社のため。' } },
    getObligationSettings: { path: '/v1/implementing-entity/obligation-settings' },
    setObligationSettings: {
      path: '/v1/implementing-entity/obligation-settings',
      body: { businessDays: everyObligationIn(3), noticeMail: 'takeover@entity.example.jp' },
    },
  } satisfies Record<string, Sample>
}
