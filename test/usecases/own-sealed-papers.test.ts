import { describe, expect, test } from 'vitest'
import { sealingHouse } from '../support/archives.ts'
import { onOwnPage } from '../support/changing.ts'
import { newHouse } from '../support/house.ts'
import { draft } from '../support/parties.ts'

const house = await newHouse()
const all = await sealingHouse(house)

describe('papers of a signed contract', () => {
  test('its SME saves the very bytes that were sealed, from its own page (C31)', async () => {
    const { sme } = draft(all.serviceId)
    const contractId = await all.signed({ sme })
    await house.settle()
    const owner = await onOwnPage(house, all.seller, contractId, sme.signatory)
    for (const [path, name] of [
      ['contract/document.pdf', 'contract-0006.pdf'],
      ['contract/signing-certificate.pdf', 'certificate-0006.pdf'],
    ]) {
      const own = await owner.get(`/v1/signing/${path}`)
      const sealed = await all.seller.get(`/v1/contracts/${contractId}/archive/${name}`)
      expect([own.status, Buffer.from(own.bytes).equals(Buffer.from(sealed.bytes))]).toEqual([200, true])
      expect(own.headers['content-disposition']).toContain(`filename="${contractId}-`)
    }
  })
})
