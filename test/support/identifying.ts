import type { Ask } from './house.ts'
import { corporateNumber, good, nextNumber } from './parties.ts'

/** A sole proprietor as a seller asks for an id of it. */
export const proprietor = (more: object = {}) => {
  const n = nextNumber()
  return {
    kind: 'soleProprietor',
    name: `架空屋${n}`,
    postalAddress: { postalCode: '100-0001', rest: `東京都千代田区千代田${n}-1` },
    ...more,
  }
}

/** What a person who saw the papers says. */
export const verified = (today: string, more: object = {}) => ({
  verifiedBy: { name: '青木 誠', title: '審査担当' },
  papers: ['drivingLicence', 'openingNotification'],
  verifiedOn: today,
  searchedOn: today,
  ...more,
})

export const askedIdentity = async (ask: Ask, more: object = {}): Promise<string> =>
  good(await ask.post('/v1/sme-identities', proprietor(more))).smeId as string

/** An id that was asked for and given. */
export const givenIdentity = async (ask: Ask, staff: Ask, today: string, more: object = {}): Promise<string> => {
  const smeId = await askedIdentity(ask, more)
  good(await staff.post(`/v1/sme-identities/${smeId}/give`, verified(today)))
  return smeId
}

/** A well-formed request for each line about SMEs without 法人番号. */
export const identitySamples = (smeId: string, live: string, today: string) => {
  const path = `/v1/sme-identities/${smeId}`
  return {
    askForSmeIdentity: { path: '/v1/sme-identities', body: proprietor() },
    giveSmeIdentity: { path: `${path}/give`, body: verified(today) },
    declineSmeIdentity: { path: `${path}/decline`, body: { reason: '書類が足りない。' } },
    listSmeIdentities: { path: '/v1/sme-identities' },
    getSmeIdentity: { path },
    succeedSme: { path: `/v1/contracts/${live}/succeed`, body: merger(corporateNumber(nextNumber()), today) },
    listSuccessions: { path: `/v1/contracts/${live}/successions` },
    settleSmeConflict: { path: `/v1/contracts/${live}/sme-conflict/settle`, body: {} },
  }
}

/** A merger as it is recorded: by register extract, without consent. */
export const merger = (corporateNumber: string, today: string, more: object = {}) => ({
  ground: 'merger',
  on: today,
  successor: { corporateNumber, name: '株式会社架空存続', prefecture: '東京都' },
  evidence: { description: '登記事項証明書', documentSha256: 'd'.repeat(64), issuedOn: today },
  ...more,
})
