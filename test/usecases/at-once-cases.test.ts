import { beforeEach, describe } from 'vitest'
import { amendmentSignature, amendmentToSign, onOwnPage } from '../support/changing.ts'
import type { Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, good, nextNumber, paper, type Draft } from '../support/parties.ts'
import { amendment, lostContact } from '../support/scene-course.ts'
import { readyToSign, signature, speaker } from '../support/signing.ts'

const { house, parties, net, leaver, attested, proposed } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

const [sme, reseller, entity] = ['ユーザー', '再販協力会社の管理者', '実施主体']
const signedContract = async (given: Draft = draft(net)) => {
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  return { contractId, path: `/v1/contracts/${contractId}`, given }
}
/** How many of some answers that were asked for at once stand, and whether each other is a refusal and no defect. */
const settled = async (all: readonly Promise<Reply>[]) => {
  const statuses = (await Promise.all(all)).map(({ status }) => status)
  return {
    stand: statuses.filter((status) => status < 300).length,
    others: statuses.filter((status) => status >= 300).every((status) => status >= 400 && status < 500),
  }
}
const once = { stand: 1, others: true }
const doublePresses: readonly OutcomeCase[] = [
  {
    item: 'C28',
    given: '「署名する」 pressed three times at once',
    by: sme,
    outcome: 'one signature; the others are told where the contract stands',
    came: async () => {
      const { signer, sha256 } = await readyToSign(house, seller, draft(net))
      return settled([1, 2, 3].map(() => signer.post('/v1/signing/sign', signature(sha256))))
    },
    is: once,
  },
  {
    item: 'C28',
    given: '「署名する」 and 「断る」 at once, in two tabs',
    by: sme,
    outcome: 'one of both stands',
    came: async () => {
      const { signer, sha256 } = await readyToSign(house, seller, draft(net))
      return settled([signer.post('/v1/signing/sign', signature(sha256)), signer.post('/v1/signing/decline')])
    },
    is: once,
  },
  {
    item: 'C28',
    given: '「署名する」 while the seller takes its offer back',
    by: `${sme}・${reseller}`,
    outcome: 'one of both stands',
    came: async () => {
      const { contractId, signer, sha256 } = await readyToSign(house, seller, draft(net))
      return settled([
        signer.post('/v1/signing/sign', signature(sha256)),
        seller.post(`/v1/contracts/${contractId}/withdraw`),
      ])
    },
    is: once,
  },
  {
    item: 'C28',
    given: 'A change, signed twice at once',
    by: sme,
    outcome: 'one signature',
    came: async () => {
      const n = nextNumber()
      const { contractId, given } = await signedContract(draft(net, { n }))
      const change = amendment(net, n, given.terms.startOn)
      const { signer, sha256 } = await amendmentToSign(house, seller, contractId, change, given.sme.signatory)
      return settled([1, 2].map(() => signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256))))
    },
    is: once,
  },
  {
    item: 'C28',
    given: 'A wish to leave, confirmed twice at once on its own page',
    by: sme,
    outcome: 'confirmed once',
    came: async () => {
      const { contractId, given } = await signedContract()
      const owner = await onOwnPage(house, seller, contractId, given.sme.signatory)
      const asked = { on: '2026-11-30', reason: '移転のため', signer: speaker }
      const { penaltyExTaxYen } = good(await owner.post('/v1/signing/request-cancellation', asked)).leaving
      return settled([1, 2].map(() => owner.post('/v1/signing/cancel', { penaltyExTaxYen, signer: speaker })))
    },
    is: once,
  },
  {
    item: 'C28',
    given: 'One paper contract, put on record twice at once',
    by: reseller,
    outcome: 'on record once',
    came: async () => {
      const given = paper(net)
      return settled([1, 2, 3].map(() => seller.post('/v1/contracts/attest', given)))
    },
    is: once,
  },
  {
    item: 'C28',
    given: 'A change of contact, approved twice at once',
    by: entity,
    outcome: 'approved once',
    came: async () => {
      const { path } = await signedContract()
      good(await parties.staff.post(`${path}/contact-change`, lostContact(house.clock.today())))
      return settled([1, 2].map(() => parties.admin.post(`${path}/contact-change/approve`)))
    },
    is: once,
  },
  {
    item: 'C28',
    given: 'A discontinuance, approved twice at once',
    by: entity,
    outcome: 'approved once',
    came: async () => {
      const one = await leaver()
      await attested(one)
      const path = `/v1/discontinuances/${await proposed(one)}/approve`
      return settled([1, 2].map(() => parties.admin.post(path)))
    },
    is: once,
  },
]

describe('two things at once', () => {
  testOutcomes(doublePresses)
})
