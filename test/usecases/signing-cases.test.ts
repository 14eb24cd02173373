import { beforeEach, describe } from 'vitest'
import { wish } from '../support/cancelling.ts'
import { onOwnPage } from '../support/changing.ts'
import type { Ask, Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, good, nextNumber, paper, type Draft } from '../support/parties.ts'
import { offer, readyToSign, signature, speaker } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

const [sme, reseller] = ['ユーザー', '再販協力会社の管理者']
const anyone = () => house.withToken(undefined)
const signedContract = async (given: Draft = draft(net)) => {
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  return { contractId, path: `/v1/contracts/${contractId}`, given }
}
const kindOf = ({ status, body }: Reply) => [status, body.kind]

const midnight: readonly OutcomeCase[] = [
  {
    item: 'C27',
    given: 'Offered at 23:59:15 in Japan, signed half a second past midnight',
    by: sme,
    outcome: 'signed on the new day, found under it and under no day before',
    came: async () => {
      house.clock.set('2026-10-31T23:59:15+09:00')
      const given = draft(net, { terms: { startOn: '2026-11-15' } })
      const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
      house.clock.set('2026-11-01T00:00:00.500+09:00')
      good(await signer.post('/v1/signing/sign', signature(sha256)))
      await house.settle()
      const found = async (query: string) =>
        good(await seller.get(`/v1/contracts/search?corporateNumber=${given.sme.corporateNumber}&${query}`)).items.map(
          (one: any) => one.signedOn,
        )
      const { signedOn } = good(await seller.get(`/v1/contracts/${contractId}`))
      return [signedOn, await found('signedFrom=2026-11-01'), await found('signedUntil=2026-10-31')]
    },
    is: ['2026-11-01', ['2026-11-01'], []],
  },
  {
    item: 'C27',
    given: 'A paper contract of today, put on record at half past midnight, while it is yesterday in UTC',
    by: reseller,
    outcome: 'taken',
    came: async () => {
      house.clock.set('2026-11-01T00:30:00+09:00')
      return (await seller.post('/v1/contracts/attest', paper(net, { signedOn: '2026-11-01' }))).status
    },
    is: 201,
  },
  {
    item: 'C27',
    given: 'A paper contract of tomorrow, a second before midnight',
    by: reseller,
    outcome: 'refused',
    came: async () => {
      house.clock.set('2026-10-31T23:59:59+09:00')
      return (await seller.post('/v1/contracts/attest', paper(net, { signedOn: '2026-11-01' }))).status
    },
    is: 422,
  },
  {
    item: 'C27',
    given: 'A wish to leave today, and one to leave yesterday, half a second past midnight',
    by: reseller,
    outcome: 'today is taken, yesterday is not',
    came: async () => {
      const { path } = await signedContract(draft(net, { terms: { startOn: '2026-10-02' } }))
      house.clock.set('2026-11-01T00:00:00.500+09:00')
      const ask = async (on: string) => (await seller.post(`${path}/request-cancellation`, wish(on))).status
      return [await ask('2026-10-31'), await ask('2026-11-01')]
    },
    is: [422, 200],
  },
]

/** A draft that was explained and offered, and then put right. */
const putRight = (more: (given: Draft) => object) => async () => {
  const given = draft(net)
  const { contractId, link } = await offer(house, seller, given)
  const path = `/v1/contracts/${contractId}`
  const revised = { ...given, sme: { ...given.sme, ...more(given) } }
  const { headers } = await seller.get(path)
  good(await seller.post(`${path}/revise`, revised, { ifMatch: headers['etag'] ?? '' }))
  const offered = await seller.post(`${path}/offer`, {})
  await house.settle()
  return {
    offered: offered.status,
    before: (await anyone().post('/v1/signing/open', { link })).body.cause,
    to: house.letters.findLast(({ subject }) => subject !== '')?.to === revised.sme.signatory.mail,
  }
}
const again = { offered: 200, before: 'withdrawn', to: true }
const mail = () => `right${nextNumber()}@sme.example.jp`

const addresses: readonly OutcomeCase[] = [
  ...(
    [
      ['mail', ({ sme: { signatory } }: Draft) => ({ signatory: { ...signatory, mail: mail() } })],
      ['phone', ({ sme: { signatory } }: Draft) => ({ signatory: { ...signatory, phone: '080-1234-5678' } })],
      [
        'name of the signatory',
        ({ sme: { signatory } }: Draft) => ({ signatory: { ...signatory, name: '髙橋 次郎' } }),
      ],
      ['title of the signatory', ({ sme: { signatory } }: Draft) => ({ signatory: { ...signatory, title: '部長' } })],
      ['number of employees', () => ({ employees: 13 })],
    ] as const
  ).map(
    ([what, more]): OutcomeCase => ({
      item: 'C30',
      given: `An offered draft whose ${what} is put right`,
      by: reseller,
      outcome: 'offered again without another explanation; the link before is dead and says so',
      came: putRight(more as (given: Draft) => object),
      is: again,
    }),
  ),
  ...(
    [
      ['a version that is past', '"1"', 412],
      ['no version', '', 428],
    ] as const
  ).map(
    ([what, ifMatch, status]): OutcomeCase => ({
      item: 'C30',
      given: `An offered draft, put right with ${what}`,
      by: reseller,
      outcome: `refused with ${status}; the link goes on working`,
      came: async () => {
        const given = draft(net)
        const { contractId, link } = await offer(house, seller, given)
        const reply = await seller.post(`/v1/contracts/${contractId}/revise`, given, ifMatch ? { ifMatch } : {})
        return [reply.status, (await anyone().post('/v1/signing/open', { link })).status]
      },
      is: [status, 200],
    }),
  ),
]

const leavingDays: readonly OutcomeCase[] = [
  ...(
    [
      ['yesterday', '2026-11-09', 422],
      ['today', '2026-11-10', 200],
      ['the last day of the term', '2029-10-14', 200],
      ['the day after the term', '2029-10-15', 422],
      ['30 February', '2027-02-30', 400],
    ] as const
  ).map(
    ([what, on, status]): OutcomeCase => ({
      item: 'C39',
      given: `A wish to leave on ${what}, on its own page`,
      by: sme,
      outcome: status === 200 ? 'taken, with its price' : 'refused; nothing changes',
      came: async () => {
        const { contractId, given, path } = await signedContract()
        house.clock.set('2026-11-10T09:00:00+09:00')
        const owner = await onOwnPage(house, seller, contractId, given.sme.signatory)
        const reply = await owner.post('/v1/signing/request-cancellation', {
          on,
          reason: '移転のため',
          signer: speaker,
        })
        return [reply.status, good(await seller.get(path)).leaving?.on ?? null]
      },
      is: [status, status === 200 ? on : null],
    }),
  ),
  ...(
    [
      ['the seller', seller, {}],
      ['the seller, with a reason for the earlier day', seller, { earlier: { why: '設置できなかった。', by: '営業' } }],
      [
        'staff of the implementing entity, with a reason',
        parties.staff,
        { earlier: { why: '設置できなかった。', by: '青木' } },
      ],
      ['an admin of the implementing entity, without a reason', parties.admin, {}],
    ] as readonly (readonly [string, Ask, object])[]
  ).map(
    ([who, ask, more]): OutcomeCase => ({
      item: 'C39',
      given: 'A wish to leave on a day that is past',
      by: who,
      outcome: 'refused: that is for an admin of the implementing entity, with a reason',
      came: async () => {
        const { path } = await signedContract(draft(net, { terms: { startOn: '2026-10-02' } }))
        house.clock.set('2026-11-10T09:00:00+09:00')
        return kindOf(await ask.post(`${path}/request-cancellation`, wish('2026-10-20', more)))
      },
      is: [422, 'out-of-order'],
    }),
  ),
]

describe('midnight in Japan', () => {
  testOutcomes(midnight)
})
describe('an address that is put right', () => {
  testOutcomes(addresses)
})
describe('the day somebody leaves on', () => {
  testOutcomes(leavingDays)
})
