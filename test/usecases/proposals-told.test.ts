import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'
import type { Ask } from '../support/house.ts'
import type { Leaver } from '../support/leaving.ts'

const { house, parties, leaver, attested, read } = await marketplace()
const { admin, staff } = parties

const facts = { ground: 'bankruptcy', occurredOn: house.clock.today(), statement: '続けられない。' }
const propose = async (who: Ask, { resellerId }: Leaver, more: object = {}) =>
  good(await who.post('/v1/discontinuances', { resellerId, ...facts, ...more }))
const path = (id: string) => `/v1/discontinuances/${id}`
const withdraw = (id: string) => staff.post(`${path(id)}/withdraw`)
const restrict = ({ resellerId }: Leaver) => admin.post(`/v1/resellers/${resellerId}/restrict`, { reason: '苦情。' })
const lift = ({ resellerId }: Leaver) => admin.post(`/v1/resellers/${resellerId}/lift`, { reason: '対応済み。' })
const caseOf = async (id: string) => good(await admin.get(path(id)))

describe('what is said of a proposal that restricts (E12)', () => {
  test('the reseller is told, at its beginning and at its end, and of which of two ended', async () => {
    const one = await leaver()
    await house.settle()
    const before = house.letters.length
    const told = () => house.letters.slice(before).filter(({ of }) => of.stream === one.resellerId)
    const { discontinuanceId } = await propose(admin, one)
    good(await restrict(one))
    good(await withdraw(discontinuanceId))
    good(await lift(one))
    await house.settle()
    expect(told().map(({ subject }) => subject.split('の').at(-1))).toEqual([
      '停止について',
      '停止について',
      '理由について',
      '再開について',
    ])
    expect(told()[0]?.text).toContain('有無を確認しています')
    expect(told()[2]?.text).toContain('停止は続いています')
    expect(told().some(({ text }) => text.includes(facts.statement))).toBe(false)
  })
})

describe('the day a difficulty was known (当社解釈 of 第2章1.(10), E12)', () => {
  const known = async (knownOn: string | undefined, occurredOn = '2026-09-28') =>
    staff.post('/v1/discontinuances', {
      resellerId: (await leaver()).resellerId,
      ...facts,
      occurredOn,
      ...(knownOn ? { knownOn } : {}),
    })

  test('is the day it arose where nothing is said, and never before that nor after today', async () => {
    const today = house.clock.today()
    expect(good(await known(undefined)).knownOn).toBe('2026-09-28')
    expect(good(await known(today)).knownOn).toBe(today)
    expect(good(await known('2026-09-28')).knownOn).toBe('2026-09-28')
    expect((await known('2026-09-27')).body).toMatchObject({ kind: 'out-of-order', what: 'knownOn' })
    expect((await known('2099-01-01')).body).toMatchObject({ kind: 'out-of-order', what: 'knownOn' })
  })

  test('stands beside the instant in letter, ledger and report; who answered until then is not written anew', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { discontinuanceId } = await propose(staff, one, { occurredOn: '2026-09-28', knownOn: '2026-09-29' })
    const { since } = good(await admin.post(`${path(discontinuanceId)}/approve`))
    await house.settle()
    const letter = house.letters.find(({ of, subject }) => of.stream === contractId && subject.includes('重要'))
    expect(letter?.text).toContain('提供困難を知った日は、2026年9月29日です')
    expect(letter?.text).toContain('当社解釈')
    const opened = (await house.deps.ledger.eventsOf(contractId)).find(({ event }) => event.type === 'takeover-opened')
    expect(opened?.event).toMatchObject({ since, knownOn: '2026-09-29' })
    const { responsibility } = await read(contractId)
    expect(JSON.stringify(responsibility)).toContain(since)
    const { reports } = await caseOf(discontinuanceId)
    const { content } = good(await admin.get(`/v1/submissions/${reports[0].submissionId}`))
    expect(content).toMatchObject({ occurredOn: '2026-09-28', knownOn: '2026-09-29', responsibleSince: since })
  })
})
