import { DeleteCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { claimKey } from '../../functions/adapters/dynamodb/keys.ts'
import { sendingsTo } from '../../functions/ports/unique-keys.ts'
import { leave } from '../support/cancelling.ts'
import { figure } from '../support/figures.ts'
import type { Ask, House, Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { corporateNumber, good, nextNumber, paper, type Parties } from '../support/parties.ts'
import { readyIn, signature, type Ready } from '../support/signing.ts'
import { rowsIn } from '../support/table-rows.ts'
import { extent } from '../support/extent.ts'

const contenders = 16
const rounds = extent(8, 200)

describe('many sign at once', () => {
  let house: House
  let net: `svc_${string}`
  let entityId: Parties['entityId']
  let sellers: readonly Ask[]
  let ready: ReturnType<typeof readyIn>
  beforeAll(async () => {
    const market = await marketplace()
    house = market.house
    net = market.net
    entityId = market.parties.entityId
    ready = readyIn(house, net)
    sellers = await Promise.all(
      Array.from({ length: contenders }, async (_, n) => (await market.parties.reseller(`R${n}`, [net])).ask),
    )
  })

  const placeHolders = async () =>
    (await rowsIn(house.table)).filter(({ t, pk }) => t === 'guard' && String(pk).startsWith('GUARD#place/'))

  /** Ten codes and ten links an hour go to an SME; this one is sent hundreds. */
  const forgetSendings = async (sme: number) => {
    for (const what of ['codes', 'links'] as const) {
      const Key = claimKey(sendingsTo(what, entityId, corporateNumber(sme)))
      await house.table.db.send(new DeleteCommand({ TableName: house.table.name, Key }))
    }
  }

  test(`${contenders} sign for one SME at once, ${rounds} times: one wins each time, and the others are not told who`, {
    timeout: 240_000,
  }, async () => {
    const sme = nextNumber()
    // One after another: what is sent to one SME is counted in one place.
    const waiting: Ready[] = []
    for (const ask of sellers) {
      waiting.push(await ready(ask, sme))
      await forgetSendings(sme)
    }
    let refused = 0
    for (let round = 0; round < rounds; round += 1) {
      const answers = await Promise.all(
        waiting.map(({ signer, sha256 }) => signer.post('/v1/signing/sign', signature(sha256))),
      )
      const winners = answers.flatMap(({ status }, index) => (status === 200 ? [index] : []))
      expect(winners, JSON.stringify(answers.map(({ status }) => status))).toHaveLength(1)
      const [won = 0] = winners
      const winner = waiting[won] as Ready
      for (const [index, { status, body, text }] of answers.entries()) {
        if (index === won) continue
        expect([status, body.clause]).toEqual([422, '第2章1.(6)'])
        expect(text).not.toContain(winner.contractId)
        refused += 1
      }
      await leave(winner.ask, winner.contractId, house.clock.today())
      await forgetSendings(sme)
      waiting[won] = await ready(winner.ask, sme)
    }
    expect((await placeHolders()).filter(({ pk }) => String(pk).endsWith(corporateNumber(sme)))).toHaveLength(0)
    figure('signing race: rounds with exactly one winner', rounds)
    figure('signing race: losers refused for 第2章1.(6)', refused)
  })

  test('signing and attesting for one SME at once: one wins', async () => {
    for (let round = 0; round < extent(3, 20); round += 1) {
      const sme = nextNumber()
      const signers: Ready[] = []
      for (const ask of sellers.slice(0, 4)) signers.push(await ready(ask, sme))
      const answers: readonly Reply[] = await Promise.all([
        ...signers.map(({ signer, sha256 }) => signer.post('/v1/signing/sign', signature(sha256))),
        ...sellers.slice(4, 8).map((ask) => ask.post('/v1/contracts/attest', paper(net, { n: sme }))),
      ])
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    }
  })

  test('the same signature sent sixteen times at once is one signature', async () => {
    const [seller] = sellers
    const { signer, sha256 } = await ready(seller as Ask, nextNumber())
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => signer.post('/v1/signing/sign', signature(sha256), { key: 'double-click' })),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
  })
})

// A house of its own: what the races above left to be printed and sealed is not waited for here.
describe('a decision among many', () => {
  let house: House
  let parties: Parties
  let net: `svc_${string}`
  let ready: ReturnType<typeof readyIn>
  beforeAll(async () => {
    ;({ house, parties, net } = await marketplace())
    ready = readyIn(house, net)
  })

  test('an approval among signings: whatever was signed is on the list, and nothing is signed after it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { resellerId, ask } = await parties.reseller(`LEAVER${round}`, [net])
      const waiting = await Promise.all(Array.from({ length: 8 }, () => ready(ask, nextNumber())))
      const { discontinuanceId } = good(
        await parties.staff.post('/v1/discontinuances', {
          resellerId,
          ground: 'other',
          occurredOn: house.clock.today(),
          statement: '競争',
        }),
      )
      const [approved, ...signed] = await Promise.all([
        parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`),
        ...waiting.map(({ signer, sha256 }) => signer.post('/v1/signing/sign', signature(sha256))),
      ])
      good(approved)
      await house.settle()
      const live = signed.filter(({ status }) => status === 200).length
      const { list, takeovers } = good(await parties.admin.get(`/v1/discontinuances/${discontinuanceId}`))
      expect(list).toMatchObject({ contracts: live, voided: waiting.length - live })
      expect(takeovers).toEqual({ opened: 0, told: live, settled: 0 })
      for (const { status, body } of signed.filter((one) => one.status !== 200)) {
        expect([status, body.clause ?? body.kind]).toEqual([422, '第2章1.(10)'])
      }
    }
    expect(house.defects).toEqual([])
  })

  test('two who approve at once: one case, one instant', async () => {
    const { resellerId } = await parties.reseller('TWICE', [net])
    const { discontinuanceId } = good(
      await parties.staff.post('/v1/discontinuances', {
        resellerId,
        ground: 'other',
        occurredOn: house.clock.today(),
        statement: '二人',
      }),
    )
    const second = house.as({ role: 'entityAdmin', sub: 'another-admin', entityId: parties.entityId })
    const answers = await Promise.all(
      [parties.admin, second].map((ask) => ask.post(`/v1/discontinuances/${discontinuanceId}/approve`)),
    )
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
  })
})
