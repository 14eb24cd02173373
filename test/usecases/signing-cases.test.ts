import { beforeEach, describe } from 'vitest'
import { wish } from '../support/cancelling.ts'
import { amendmentSignature, amendmentToSign, onOwnPage } from '../support/changing.ts'
import type { Ask, Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes, type OutcomeCase } from '../support/outcome-cases.ts'
import { draft, explanation, good, nextNumber, paper, type Draft } from '../support/parties.ts'
import { amendment, lostContact } from '../support/scene-course.ts'
import { offer, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, attested, proposed } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

const [sme, reseller, entity] = ['ユーザー', '再販協力会社の管理者', '実施主体']
const anyone = () => house.withToken(undefined)
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
const kindOf = ({ status, body }: Reply) => [status, body.kind]

/** A link of each purpose, and where its code goes. */
const links: Readonly<Record<string, () => Promise<{ readonly link: string; readonly phone: string }>>> = {
  'to sign': async () => {
    const given = draft(net)
    return { link: (await offer(house, seller, given)).link, phone: given.sme.signatory.phone }
  },
  'to its own page': async () => {
    const { contractId, given } = await signedContract()
    good(await seller.post(`/v1/contracts/${contractId}/send-own-link`, {}))
    await house.settle()
    return { link: linkTo(given.sme.signatory.mail), phone: given.sme.signatory.phone }
  },
  'to sign a change': async () => {
    const n = nextNumber()
    const { contractId, given } = await signedContract(draft(net, { n }))
    const path = `/v1/contracts/${contractId}/amendments`
    good(await seller.post(path, amendment(net, n, given.terms.startOn)))
    good(await seller.post(`${path}/explain`, explanation(house.clock.today())))
    good(await seller.post(`${path}/offer`, {}))
    await house.settle()
    return { link: linkTo(given.sme.signatory.mail), phone: given.sme.signatory.phone }
  },
  'to confirm a paper contract': async () => {
    const n = nextNumber()
    const [mail, phone] = [`paper${n}@sme.example.jp`, '090-4444-1000']
    good(await seller.post('/v1/contracts/attest', paper(net, { n, sme: { noticeContact: { mail, phone } } })))
    await house.settle()
    return { link: linkTo(mail), phone }
  },
}
const linkTo = (mail: string): string =>
  /\/sign\/#(\S+)/.exec(house.letters.findLast(({ to, by }) => by === 'mail' && to === mail)?.text ?? '')?.[1] ?? ''
const codesTo = (phone: string): string[] =>
  house.letters.filter(({ to }) => to === phone).map(({ text }) => /コードは (\d{6})/.exec(text)?.[1] ?? '')

const tabs: readonly OutcomeCase[] = Object.entries(links).flatMap(([purpose, made]) => [
  {
    item: 'C25',
    given: `A link ${purpose}, opened in six tabs one after another`,
    by: sme,
    outcome: 'every tab opens; the first code and the last one work',
    came: async () => {
      const { link, phone } = await made()
      const before = codesTo(phone).length
      const opened: number[] = []
      for (let tab = 0; tab < 6; tab += 1) opened.push((await anyone().post('/v1/signing/open', { link })).status)
      await house.settle()
      const codes = codesTo(phone).slice(before)
      const entered = await Promise.all(
        [codes[0], codes[5]].map(async (code) => (await anyone().post('/v1/signing/enter', { link, code })).status),
      )
      return [opened.every((status) => status === 200), entered]
    },
    is: [true, [200, 200]],
  },
  {
    item: 'C25',
    given: `A link ${purpose}, with five wrong codes`,
    by: sme,
    outcome: 'dead, and it says so: five wrong codes',
    came: async () => {
      const { link, phone } = await made()
      good(await anyone().post('/v1/signing/open', { link }))
      await house.settle()
      const code = codesTo(phone).at(-1) === '000000' ? '000001' : '000000'
      for (let n = 0; n < 5; n += 1) await anyone().post('/v1/signing/enter', { link, code })
      return (await anyone().post('/v1/signing/open', { link })).body.cause
    },
    is: 'wrongCodes',
  },
])

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
      const asked = { on: '2026-11-30', reason: '移転のため' }
      const { penaltyExTaxYen } = good(await owner.post('/v1/signing/request-cancellation', asked)).leaving
      return settled([1, 2].map(() => owner.post('/v1/signing/cancel', { penaltyExTaxYen })))
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
        const reply = await owner.post('/v1/signing/request-cancellation', { on, reason: '移転のため' })
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

describe('a link and its codes', () => {
  testOutcomes(tabs)
})
describe('midnight in Japan', () => {
  testOutcomes(midnight)
})
describe('two things at once', () => {
  testOutcomes(doublePresses)
})
describe('an address that is put right', () => {
  testOutcomes(addresses)
})
describe('the day somebody leaves on', () => {
  testOutcomes(leavingDays)
})
