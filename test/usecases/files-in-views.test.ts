import { describe, expect, test } from 'vitest'
import { aPdf, brought, sha256Of, stated } from '../support/files.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, paper } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const { admin, staff } = parties
const one = await parties.reseller('R1', [net])
const other = await parties.reseller('R2', [net])
const pdf = await aPdf()

const accepted = async (ask: Ask, of: string, purpose: string, more: object = {}) => {
  const { fileId, finished } = await brought(house, ask, stated(of, purpose, pdf, { name: '書面.pdf', ...more }), pdf)
  good(finished)
  good(await admin.post(`/v1/files/${fileId}/accept`))
  return fileId
}
const shownIn = async (ask: Ask, path: string) => good(await ask.get(path)).files.items

describe('the files of a thing stand in its view', () => {
  test.each([
    ['a reseller', async () => [one.resellerId, 'trainingProof', `/v1/resellers/${one.resellerId}`] as const],
    [
      'a contract, beside what was written about it',
      async () => {
        const { contractId } = good(await one.ask.post('/v1/contracts/attest', paper(net)))
        return [contractId as string, 'paperContract', `/v1/contracts/${contractId}/written`] as const
      },
    ],
  ])('%s: with name, hash, when, and by whom each was accepted', async (_, made) => {
    const [of, purpose, path] = await made()
    expect(await shownIn(one.ask, path)).toEqual([])
    const fileId = await accepted(one.ask, of, purpose)
    for (const ask of [admin, one.ask])
      expect(await shownIn(ask, path)).toMatchObject([
        {
          fileId,
          purpose,
          name: '書面.pdf',
          sha256: sha256Of(pdf),
          acceptedAt: house.clock.now(),
          acceptedBy: { name: '結城 京子' },
        },
      ])
    expect((await other.ask.get(path)).status).toBe(404)
  })

  test('a service: every version to its implementing entity, to resellers what is approved', async () => {
    const path = `/v1/services/${net}`
    const [first, second] = [
      await accepted(admin, net, 'serviceTerms', { number: 1 }),
      await accepted(admin, net, 'serviceTerms', { number: 2 }),
    ]
    good(await staff.post(`/v1/files/${first}/approve`, { effectiveOn: house.clock.today() }))
    expect((await shownIn(admin, path)).map(({ fileId }: { fileId: string }) => fileId).sort()).toEqual(
      [first, second].sort(),
    )
    expect(await shownIn(one.ask, path)).toMatchObject([{ fileId: first, number: 1, inForce: true }])
  })
})
