import { randomUUID } from 'node:crypto'
import type { PreTokenGenerationV2TriggerEvent, SQSEvent } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { subOfMail } from '../../functions/adapters/accounts-by-mail.ts'
import { claimsIn } from '../../functions/jobs/token-claims/claims-in.ts'
import { relayIn } from '../../functions/jobs/relay/relay-in.ts'
import { sweepIn } from '../../functions/jobs/sweep/sweep-in.ts'
import { workIn } from '../../functions/jobs/work/work-in.ts'
import type { Dependencies } from '../../functions/ports/dependencies.ts'
import { deliverEvent } from '../../functions/notifications/dispatch.ts'
import { runJob } from '../../functions/processes/run-job.ts'
import { signIn } from '../../functions/application/tenants/sign-in.ts'
import { newHouse, type House } from '../support/house.ts'
import { corporateNumber, good, nextNumber, partiesIn, type Parties } from '../support/parties.ts'
import { sampleBook } from '../support/sample-books.ts'
import { owedRecordsIn } from './support/stream.ts'
import type { EventRef } from '../../functions/ports/event-ref.ts'

let house: House
let parties: Parties
beforeEach(async () => {
  house = await newHouse()
  parties = await partiesIn(house)
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'log').mockReturnValue()
})
afterEach(() => void vi.restoreAllMocks())

const invite = async (code: string) =>
  good(
    await parties.admin.post('/v1/resellers', {
      code,
      name: `架空販売${code}株式会社`,
      prefecture: '東京都',
      admin: { mail: `${code.toLowerCase()}@reseller.example.jp`, name: '坂田 学' },
    }),
  )
const written = () => house.letters.map(({ to }) => to).sort()
/** The house's world with a post that fails for one address. */
const withBrokenPostFor = (address: string): Dependencies => ({
  ...house.deps,
  post: {
    ...house.deps.post,
    mail: async (letter) => {
      if (letter.to === address) throw new Error('the post is closed')
      return house.deps.post.mail(letter)
    },
  },
})

describe('relay', () => {
  test('what an event owes goes out when its row comes by, and not again when the row comes again', async () => {
    await invite('R1')
    const Records = [...(await owedRecordsIn(house.table))]
    const relay = relayIn(deliverEvent(house.deps))
    expect(await relay({ Records })).toEqual({ batchItemFailures: [] })
    expect(await relay({ Records })).toEqual({ batchItemFailures: [] })
    expect(written()).toEqual(['r1@reseller.example.jp'])
    expect(await owedRecordsIn(house.table)).toEqual([])
  })

  test('one that fails is reported and does not hold up those behind it; it goes out the next time', async () => {
    await invite('R1')
    await invite('R2')
    const Records = [...(await owedRecordsIn(house.table))]
    const failed = await relayIn(deliverEvent(withBrokenPostFor('r1@reseller.example.jp')))({ Records })
    expect(failed.batchItemFailures).toHaveLength(1)
    expect(written()).toEqual(['r2@reseller.example.jp'])

    const { itemIdentifier } = failed.batchItemFailures[0] ?? {}
    const again = Records.filter(({ dynamodb }) => dynamodb?.SequenceNumber === itemIdentifier)
    expect(await relayIn(deliverEvent(house.deps))({ Records: again })).toEqual({ batchItemFailures: [] })
    expect(written()).toEqual(['r1@reseller.example.jp', 'r2@reseller.example.jp'])
  })

  test('a row that is no event is reported, not passed over', async () => {
    const Records = [{ dynamodb: { SequenceNumber: '7', NewImage: { pk: { S: 'x' } } } }]
    const { batchItemFailures } = await relayIn(deliverEvent(house.deps))({ Records })
    expect(batchItemFailures).toEqual([{ itemIdentifier: '7' }])
  })

  test('nothing of a letter stands in the log', async () => {
    await invite('R1')
    const relay = relayIn(deliverEvent(withBrokenPostFor('r1@reseller.example.jp')))
    await relay({ Records: [...(await owedRecordsIn(house.table))] })
    const logged = JSON.stringify(vi.mocked(console.error).mock.calls)
    expect(logged).toContain('the post is closed')
    expect(logged).not.toMatch(/reseller\.example\.jp|坂田/)
  })
})

describe('sweep', () => {
  const plenty = { getRemainingTimeInMillis: () => 50_000 }
  const nothing = { owed: 0, failed: 0, oldestOwedSeconds: 0, turns: 0, watched: 0, exportsCleared: 0 }
  const swept = { what: 'swept', ...nothing, overdue: 0, reminded: 0, ahead: 0, digests: 0 }

  test('leaves to the relay what is younger than a minute, and delivers what is older', async () => {
    await invite('R1')
    house.clock.advance(59_000)
    await sweepIn(house.deps)({}, plenty)
    expect(written()).toEqual([])
    house.clock.advance(1_000)
    await sweepIn(house.deps)({}, plenty)
    expect(written()).toEqual(['r1@reseller.example.jp'])
  })

  test('one that cannot be delivered keeps nobody waiting, and is told of at the end', async () => {
    for (const code of ['R1', 'R2', 'R3']) await invite(code)
    house.clock.advance(60_000)
    await expect(sweepIn(withBrokenPostFor('r2@reseller.example.jp'))({}, plenty)).rejects.toThrow('1 events')
    expect(written()).toEqual(['r1@reseller.example.jp', 'r3@reseller.example.jp'])
  })

  test('says how long the oldest has been waiting, for the alarm', async () => {
    await invite('R1')
    house.clock.advance(400_000)
    await sweepIn(house.deps)({}, plenty)
    await sweepIn(house.deps)({}, plenty)
    expect(vi.mocked(console.log).mock.calls.flat()).toEqual([{ ...swept, owed: 1, oldestOwedSeconds: 400 }, swept])
  })

  test('lets exports go whose week is over', async () => {
    const { operationId } = good(await parties.admin.post('/v1/exports'))
    await house.settle()
    house.clock.advance(9 * 86_400_000)
    await sweepIn(house.deps)({}, plenty)
    expect(good(await parties.admin.get(`/v1/exports/${operationId}`)).files.goneOn).toBe(house.clock.today())
  })

  test('begins nothing that it could not finish', async () => {
    await invite('R1')
    house.clock.advance(60_000)
    await sweepIn(house.deps)({}, { getRemainingTimeInMillis: () => 9_000 })
    expect(written()).toEqual([])
  })

  test('hands work again once in the life of a worker, not with every sweep', async () => {
    good(await parties.admin.post('/v1/reports/recounts', { from: '2026-09-01', until: '2026-09-30' }))
    const handed: EventRef[] = []
    const deps = {
      ...house.deps,
      work: { ...house.deps.work, hand: async (ref: EventRef) => void handed.push(ref) },
    }
    for (let minutes = 0; minutes <= 31; minutes += 1) {
      await sweepIn(deps)({}, plenty)
      house.clock.advance(60_000)
    }
    expect(handed).toHaveLength(2)
  })
})

describe('work', () => {
  const messages = (...refs: readonly EventRef[]): SQSEvent =>
    ({ Records: refs.map((ref) => ({ messageId: ref.stream, body: JSON.stringify(ref) })) }) as never
  const operation = async (): Promise<{ readonly id: string; readonly ref: EventRef }> => {
    const [header, ...rows] = sampleBook.split(/\r?\n/)
    const { operationId } = good(
      await parties.admin.post('/v1/contract-imports', {
        format: 'csv',
        content: [header, ...rows.slice(0, 120)].join('\n'),
        attestedBy: { name: '青木 誠', title: '契約管理課' },
      }),
    )
    return { id: operationId, ref: { stream: operationId, seq: 1 } }
  }
  const stageOf = async (id: string) => good(await parties.admin.get(`/v1/operations/${id}`)).stage
  const handing = () => {
    const handed: EventRef[] = []
    return { handed, hand: async (ref: EventRef) => void handed.push(ref) }
  }
  const msLeft = (...left: readonly number[]) => {
    const each = [...left]
    return { getRemainingTimeInMillis: () => each.shift() ?? 0 }
  }

  test('work that is done is done, and its message goes', async () => {
    const { id, ref } = await operation()
    const { handed, hand } = handing()
    const plenty = { getRemainingTimeInMillis: () => 900_000 }
    expect(await workIn(runJob(house.deps), { hand })(messages(ref), plenty)).toEqual({ batchItemFailures: [] })
    expect(await stageOf(id)).toBe('finished')
    expect(handed).toEqual([])
  })

  test('work that is not finished in time goes back as a message of its own, and goes on where it stopped', async () => {
    const { id, ref } = await operation()
    const { handed, hand } = handing()
    const work = workIn(runJob(house.deps), { hand })
    expect(await work(messages(ref), msLeft(900_000, 60_000))).toEqual({ batchItemFailures: [] })
    expect(handed).toEqual([ref])
    expect(good(await parties.admin.get(`/v1/operations/${id}`))).toMatchObject({ total: 120, done: 50 })
    while ((await stageOf(id)) !== 'finished') await work(messages(...handed.splice(0)), msLeft(900_000, 0))
    expect(good(await parties.admin.get(`/v1/operations/${id}`))).toMatchObject({ total: 120, done: 120 })
  })

  test('work that fails is reported by its message, and the others are done all the same', async () => {
    const { id, ref } = await operation()
    const { hand } = handing()
    const broken = { stream: `opr_${'0'.repeat(26)}`, seq: 1 }
    const work = async (asked: EventRef, mayGoOn: () => boolean) => {
      if (asked.stream === broken.stream) throw new Error('no')
      return runJob(house.deps)(asked, mayGoOn)
    }
    const answer = await workIn(work, { hand })(messages(broken, ref), { getRemainingTimeInMillis: () => 900_000 })
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: broken.stream }] })
    expect(await stageOf(id)).toBe('finished')
  })
})

describe('claims', () => {
  const askedFor = (sub: string, groups: readonly string[] = []): PreTokenGenerationV2TriggerEvent =>
    ({
      request: { userAttributes: { sub }, groupConfiguration: { groupsToOverride: groups } },
      response: { claimsAndScopeOverrideDetails: null },
    }) as never
  const claimed = async (sub: string, groups?: readonly string[]) => {
    const { response } = await claimsIn(signIn(house.deps))(askedFor(sub, groups))
    return response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.claimsToAddOrOverride
  }

  test('an access token says role and tenant of a member, and the door believes it', async () => {
    const n = nextNumber()
    const mail = `new${n}@entity.example.jp`
    const { entityId } = good(
      await parties.operator.post('/v1/implementing-entities', {
        name: '架空実施株式会社',
        corporateNumber: corporateNumber(600_000 + n),
        admin: { mail, name: '管理 太郎' },
      }),
    )
    const sub = subOfMail(mail)
    const claims = await claimed(sub)
    expect(claims).toEqual({ role: 'entityAdmin', entityId })
    const token = await house.tokenFor({ sub, ...claims } as never)
    const is = { sub, role: 'entityAdmin', tenant: entityId, company: '架空実施株式会社' }
    const memberships = [{ ...is, stage: 'active', current: true }]
    const known = { name: '管理 太郎', mail, mailBounced: null }
    expect(good(await house.withToken(token).get('/v1/me'))).toEqual({ ...is, ...known, memberships })
  })

  test('whoever is in the group of operators is one', async () => {
    expect(await claimed(randomUUID(), ['operators'])).toEqual({ role: 'operator' })
  })

  test('a person without a membership gets a token that says nothing', async () => {
    expect(await claimed(randomUUID())).toBeUndefined()
    expect(await claimed(randomUUID(), ['others'])).toBeUndefined()
  })
})
