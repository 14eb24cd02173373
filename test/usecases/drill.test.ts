import { describe, expect, test } from 'vitest'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { runDrill } from '../../functions/processes/drill/run-drill.ts'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import type { Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { draft, good } from '../support/parties.ts'
import { handoverGiven } from '../support/scene-readiness.ts'
import { isOfContracts, stateOf } from '../support/table-rows.ts'
import { extent } from '../support/extent.ts'

const { house, parties, net, leaver, attested, stopped } = await marketplace()

describe('a drill', () => {
  const pathOf = ({ resellerId }: Leaver) => `/v1/resellers/${resellerId}`
  const start = async (one: Leaver) => good(await parties.staff.post(`${pathOf(one)}/drill`))
  const drilled = async (one: Leaver) => {
    await start(one)
    await house.settle()
    return good(await parties.staff.get(`${pathOf(one)}/readiness`))
  }
  const listed = async (one: Leaver, of: string): Promise<readonly string[]> => {
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: any = good(
        await parties.staff.get(`${pathOf(one)}/drill/contracts?of=${of}${cursor && `&cursor=${cursor}`}`),
      )
      ids.push(...page.items.map(({ contractId }: any) => contractId))
      cursor = page.nextCursor
    }
    return ids
  }

  const contact = (mail: string | null, phone: string | null) => ({ sme: { noticeContact: { mail, phone } } })
  const bookOf = async (one: Leaver) => {
    const sound = await attested(one)
    const phoneOnly = await attested(one, contact(null, '03-0000-0001'))
    const bounced = await attested(one, contact('gone@nowhere.invalid', '03-0000-0002'))
    const drafted = good(await one.ask.post('/v1/contracts', draft(net))).contractId as string
    const left = await attested(one)
    await house.settle()
    good(
      await parties.staff.post(`/v1/contracts/${sound}/consents`, {
        kind: 'positionTransfer',
        askedBy: '髙橋 花子',
        how: 'phone',
      }),
    )
    await house.settle()
    return { sound, phoneOnly, bounced, drafted, left }
  }

  test('says what a takeover would do and lack, and changes no contract by a byte', async () => {
    const one = await leaver()
    const { sound, phoneOnly, bounced, drafted } = await bookOf(one)
    const before = await stateOf(house.table, isOfContracts)
    const { drill, score, raises } = await drilled(one)
    expect(await stateOf(house.table, isOfContracts)).toBe(before)
    expect(drill).toMatchObject({ contracts: 4, voided: 1, wouldGap: 4, due: false, on: house.clock.today() })
    expect(drill.gaps).toEqual({ monitoring: 4, contact: 0, insurance: 0 })
    expect(drill.weak).toMatchObject({ lettersReturned: 1, noMail: 1, noAdvanceConsent: 3, notConfirmed: 4 })
    expect([drill.score, drill.paceFrom, drill.perMinute]).toEqual([score, expect.any(String), expect.any(Number)])
    expect(raises.map(({ code }: any) => code)).toContain('credentialsCustody')
    expect(await listed(one, 'lettersReturned')).toEqual([bounced])
    expect(await listed(one, 'noMail')).toEqual([phoneOnly])
    expect(await listed(one, 'voided')).toEqual([drafted])
    expect(await listed(one, 'anyGap')).toHaveLength(4)
    expect(await listed(one, 'noAdvanceConsent')).not.toContain(sound)
    const csv = (await parties.staff.get(`${pathOf(one)}/drill/contracts.csv?of=lettersReturned`)).text
    expect(csv).toContain('直近のメールが戻ってきた')
    expect(csv.trim().split('\n')).toHaveLength(2)
  })

  test('counts what the takeover itself then does', async () => {
    const one = await leaver()
    await bookOf(one)
    const { drill } = await drilled(one)
    const { path } = await stopped(one)
    await house.settle()
    const { list, takeovers } = good(await parties.staff.get(path))
    expect([list.contracts, list.voided]).toEqual([drill.contracts, drill.voided])
    expect(takeovers.opened + takeovers.told).toBe(drill.contracts)
    const { drill: next } = good(await parties.staff.get(`${pathOf(one)}/readiness`))
    expect(next).toEqual(drill)
  })

  test('what is put right raises the score, and the next drill sees it', async () => {
    const one = await leaver()
    await attested(one)
    const first = await drilled(one)
    const rise = first.raises.find(({ code }: any) => code === 'contactList').points
    good(await one.ask.post(`${pathOf(one)}/handover`, handoverGiven('contactList', house.clock.today())))
    const now = good(await one.ask.get(`${pathOf(one)}/readiness`))
    expect(now.score - first.score).toBeCloseTo(rise)
    expect(now.drill.score).toBe(first.score)
  })

  test('counts an SME by its last letter: one that came back, until another arrives', async () => {
    const one = await leaver()
    const { post } = house.deps
    const { mail } = post
    Object.assign(post, { mail: async () => 'bounced' })
    const contractId = await attested(one)
    await house.settle()
    Object.assign(post, { mail })
    expect((await drilled(one)).drill.weak.lettersReturned).toBe(1)
    good(await parties.staff.post(`/v1/contracts/${contractId}/ask-confirmation`))
    await house.settle()
    expect((await drilled(one)).drill.weak.lettersReturned).toBe(0)
  })

  test('counts a letter that was accepted and came back later', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    await house.settle()
    const letter = house.letters.findLast(({ of }: any) => of?.stream === contractId)
    const bounce = { stream: contractId, deliveryId: letter?.reference ?? '', cause: 'bounce' as const }
    for (let times = 0; times < 2; times += 1) await noteBounce(house.deps)(bounce)
    expect((await drilled(one)).drill.weak.lettersReturned).toBe(1)
    good(await parties.staff.post(`/v1/contracts/${contractId}/ask-confirmation`))
    await house.settle()
    expect((await drilled(one)).drill.weak.lettersReturned).toBe(0)
  })

  test('can stop after every page and go on, and comes to the same', async () => {
    const one = await leaver()
    await bookOf(one)
    for (let n = 0; n < 20; n += 1) await attested(one)
    await house.settle()
    const { tally: whole } = await paperOf(one, () => drilled(one))
    const { operationId } = await start(one)
    let runs = 0
    for (let done = false; !done && runs < 100; runs += 1) {
      let asked = 0
      const other = await newHouse({ table: house.table })
      done = await runDrill(other.deps)(parties.entityId, operationId, () => (asked += 1) <= 1)
    }
    expect(runs).toBe(17)
    const { tally, steps, pages } = await paperOf(one, () => Promise.resolve())
    expect([tally, steps, pages]).toEqual([whole, 16, 16])
    await house.settle()
    const lines = await listed(one, 'noAdvanceConsent')
    expect([lines.length, new Set(lines).size]).toEqual([whole.weak.noAdvanceConsent, whole.weak.noAdvanceConsent])

    // Sixteen steps are more than one file holds.
    const csv = `${pathOf(one)}/drill/contracts.csv?of=noAdvanceConsent`
    expect(good(await parties.staff.get(`${pathOf(one)}/readiness`)).drill.parts).toBe(2)
    expect((await parties.staff.get(csv)).body).toMatchObject({ kind: 'does-not-fit', what: 'part' })
    expect((await parties.staff.get(`${csv}&part=3`)).status).toBe(404)
    const parts = await Promise.all([1, 2].map((part) => parties.staff.get(`${csv}&part=${part}`)))
    const named = parts.flatMap(({ text }) => [...text.matchAll(/ctr_\w+/g)].map(([id]) => id))
    expect(named.toSorted()).toEqual(lines.toSorted())
  })

  test('two workers at once do what one does', async () => {
    const one = await leaver()
    await bookOf(one)
    const { operationId } = await start(one)
    const other = await newHouse({ table: house.table })
    const done = await Promise.all(
      [house, other].map(({ deps }) => runDrill(deps)(parties.entityId, operationId, () => true)),
    )
    expect(done).toEqual([true, true])
    const events = await house.deps.ledger.eventsOf(one.resellerId)
    expect(events.filter(({ event }) => event.type === 'drill-run')).toHaveLength(1)
    expect(JSON.stringify(events.at(-1)?.event)).not.toMatch(/株式会社|@/)
  })

  test('costs for each contract what listing it costs, and a fixed number of requests', async () => {
    const one = await leaver()
    const meter = meterOn(house.table)
    const cost = async () => {
      meter.reset()
      for (let shard = 0; shard < 16; shard += 1)
        await house.deps.contracts.portfolioShard(one.resellerId, shard, { after: null })
      const listing = meter.read().readUnits
      const { operationId } = await start(one)
      meter.reset()
      await runDrill(house.deps)(parties.entityId, operationId, () => true)
      return { ...meter.read(), listing }
    }
    const grow = async (by: number) => {
      for (let n = 0; n < by; n += 1) await attested(one)
      await house.settle()
    }
    const more = extent(24, 60)
    await grow(extent(16, 40))
    const few = await cost()
    await grow(more)
    const many = await cost()
    figure(
      `drill: read units of ${more} contracts more, and of listing them`,
      [many.readUnits - few.readUnits, many.listing - few.listing].join(', '),
    )
    expect(many.readUnits - few.readUnits).toBeLessThanOrEqual(many.listing - few.listing + 10)
    // Sixteen pages, as many looks for letters that came back, and what stands around them.
    for (const { requests } of [few, many]) expect(requests).toBeLessThanOrEqual(2 * 16 + 12)
  })

  const paperOf = async (one: Leaver, first: () => Promise<unknown>): Promise<any> => {
    await first()
    const found = await house.deps.directory.reseller(parties.entityId, one.resellerId)
    return house.deps.ledger.paper(one.resellerId, `drill-${String(found?.state.drill?.paper).padStart(4, '0')}`)
  }
})
