import { describe, expect, test } from 'vitest'
import type { Reply } from '../support/house.ts'
import { inOneStep } from '../support/explorer.ts'
import type { Leaver } from '../support/leaving.ts'
import { obligationMet } from '../support/obliging.ts'
import { good, paper } from '../support/parties.ts'
import { wish } from '../support/cancelling.ts'
import { inEveryOrder, sceneOfOrders, told, type SceneOfOrders } from './all-orders.ts'
import { aboutToStop, caseRow, headRow, timesIn } from './stopping.ts'

/** A proposal whose last instant it is now, and the clock that goes on from there. */
const atItsLastInstant = async (scene: SceneOfOrders) => {
  const stopping = await aboutToStop(scene)
  const { clock } = scene.house
  clock.set((await stopping.read()).approveBy)
  const tick = () => inOneStep(() => clock.advance(1)).then(() => 'ticked')
  return { ...stopping, tick, expireOverdue: async () => String(await scene.house.expireOverdue()) }
}

const proposal = ({ house, parties }: SceneOfOrders, { resellerId }: Leaver) =>
  parties.staff.post('/v1/discontinuances', {
    resellerId,
    ground: 'unreachable',
    occurredOn: house.clock.today(),
    statement: '連絡がつかない。',
  })

describe('a person and the calendar in every order', () => {
  test('a proposal is approved as its window ends: in time, or lapsed, and no shard stays closed', async () => {
    const scene = await sceneOfOrders()
    const { net, house } = scene
    const { one, approve, read, tick, expireOverdue, discontinuanceId } = await atItsLastInstant(scene)
    const seen = new Set<string>()
    const propose = () => proposal(scene, one)
    const actors = [async () => told(await approve()), expireOverdue, tick]
    await inEveryOrder('R9 approve, lapse and the clock', house, actors, {
      withClock: true,
      of: ({ writes }) => !(writes.length === 1 && writes[0]?.endsWith('|GATE')),
      after: async ([approved]) => {
        const { stage, since, approveBy } = await read()
        seen.add(`${approved} ${stage}`)
        expect(since === null || since <= approveBy).toBe(true)
        // Not written down yet, it is as good as lapsed: what anyone does next goes through.
        await house.expireOverdue()
        expect(await timesIn(scene, discontinuanceId, 'discontinuance-lapsed')).toBe(stage === 'lapsed' ? 1 : 0)
        const [attested, proposed] = [await one.ask.post('/v1/contracts/attest', paper(net)), await propose()]
        expect([told(attested), told(proposed)]).toEqual(
          stage === 'lapsed' ? ['done', 'done'] : ['422 第2章1.(10)', '409 wrong-stage'],
        )
      },
    })
    expect([...seen].toSorted()).toEqual(['409 wrong-stage lapsed', 'done takingOver'])
  })

  test('a proposal is withdrawn as its window ends: withdrawn or lapsed, never both', async () => {
    const scene = await sceneOfOrders()
    const { parties, house } = scene
    const { one, path, tick, expireOverdue, discontinuanceId } = await atItsLastInstant(scene)
    const seen = new Set<string>()
    const actors = [async () => told(await parties.staff.post(`${path}/withdraw`)), expireOverdue, tick]
    await inEveryOrder('R9 withdraw, lapse and the clock', house, actors, {
      withClock: true,
      after: async ([withdrawn, written]) => {
        const ends = ['discontinuance-withdrawn', 'discontinuance-lapsed']
        const times = await Promise.all(ends.map((type) => timesIn(scene, discontinuanceId, type)))
        expect(times).toEqual(withdrawn === 'done' ? [1, 0] : [0, 1])
        seen.add(`${withdrawn} ${written}`)
        await scene.proposed(one)
      },
    })
    expect([...seen].toSorted()).toEqual(['409 wrong-stage 1', 'done 0'])
  })

  test('a proposal is made anew as the old one lapses: there is one, and what lapsed is written down once', async () => {
    const scene = await sceneOfOrders()
    const { house } = scene
    const { one, expireOverdue, discontinuanceId } = await atItsLastInstant(scene)
    house.clock.advance(1)
    const propose = async () => told(await proposal(scene, one))
    await inEveryOrder('R9 propose twice and lapse', house, [propose, propose, expireOverdue], {
      // The books that a proposal counts have nothing in them.
      of: ({ partitions }) => !partitions.some((start) => start.startsWith('PF#')),
      after: async (answers) => {
        expect(answers.slice(0, 2).toSorted()).toEqual(['409 already-exists', 'done'])
        expect(await timesIn(scene, discontinuanceId, 'discontinuance-lapsed')).toBe(1)
      },
    })
  })

  /** A paper contract that renews itself, on the morning on which its next term begins. */
  const renewing = async (
    scene: SceneOfOrders,
    meanwhile: (contractId: string, endOn: string) => Promise<Reply | undefined> = async () => undefined,
  ) => {
    const { house } = scene
    const one = await scene.leaver()
    const terms = { termMonths: 2, renewal: { months: 2, noticeDays: 1 } }
    const contractId = await scene.attested(one, { signedOn: '2026-08-31', terms })
    await house.runContractSchedule()
    const { renewalAnnounced, terms: now } = await scene.read(contractId)
    const answer = await meanwhile(contractId, now.endOn)
    if (answer) good(answer)
    const answered = renewalAnnounced.answerBy > now.endOn ? renewalAnnounced.answerBy : now.endOn
    house.clock.set(`${answered}T23:59:59.999+09:00`)
    house.clock.advance(1)
    return { one, contractId }
  }

  test('a term begins and the reseller stops: what is renewed is taken over, what is not waits for a person', async () => {
    const scene = await sceneOfOrders()
    const { house } = scene
    const { one, contractId } = await renewing(scene)
    const { approve, list, discontinuanceId } = await aboutToStop(scene, one)
    const seen = new Set<number>()
    const actors = [async () => String(await house.runContractSchedule()), async () => told(await approve())]
    await inEveryOrder('R9 renew and approve', house, actors, {
      after: async ([turns, approved], wroteBefore) => {
        expect(approved).toBe('done')
        const renewed = await timesIn(scene, contractId, 'contract-renewed')
        seen.add(renewed)
        expect(turns).toBe(String(renewed))
        expect(wroteBefore(headRow(contractId), 0, caseRow(discontinuanceId), 1)).toBe(renewed === 1)
        expect(await list()).toEqual([contractId])
      },
    })
    expect(seen).toEqual(new Set([0, 1]))
  })

  test('a term begins as the SME takes back its wish to leave: renewed after it, held before it, never both', async () => {
    const scene = await sceneOfOrders()
    const { house, parties } = scene
    const wished = (contractId: string, on: string) =>
      parties.staff.post(`/v1/contracts/${contractId}/request-cancellation`, wish(on))
    const { contractId } = await renewing(scene, wished)
    const takeBack = async () => told(await parties.staff.post(`/v1/contracts/${contractId}/withdraw-cancellation`))
    const is = (row: string) => row.includes(headRow(contractId))
    const seen = new Set<string>()
    await inEveryOrder('R9 renew and stay', house, [async () => String(await house.runContractSchedule()), takeBack], {
      of: ({ reads, writes }) => [...reads, ...writes].some(is),
      after: async ([turns, taken]) => {
        expect([turns, taken]).toEqual(['1', 'done'])
        const types = (await house.deps.ledger.eventsOf(contractId)).map(({ event }) => event.type)
        const last = types.slice(types.indexOf('cancellation-requested') + 1).join()
        seen.add(last)
      },
    })
    expect([...seen].toSorted()).toEqual([
      'cancellation-withdrawn,contract-renewed',
      'renewal-held,cancellation-withdrawn',
    ])
  })

  test('an obligation is escalated and fulfilled at once: escalated before it was done, or not at all', async () => {
    const scene = await sceneOfOrders()
    const { house, parties } = scene
    const { approve, path, discontinuanceId } = await aboutToStop(scene)
    good(await approve())
    house.clock.set('2026-10-09T00:00:00+09:00')
    const fulfil = `${path}/obligations/continueInsurance/fulfil`
    const actors = [
      async () => String(await house.runObligationSchedule()),
      async () => told(await parties.staff.post(fulfil, obligationMet('2026-10-02'))),
    ]
    const seen = new Set<number>()
    await inEveryOrder('R9 escalate and fulfil', house, actors, {
      after: async ([kept, fulfilled]) => {
        expect([kept, fulfilled]).toEqual(['1', 'done'])
        const events = (await house.deps.ledger.eventsOf(discontinuanceId)).map(({ event }) => event)
        const insurance = events.filter((event) => 'code' in event && event.code === 'continueInsurance')
        seen.add(insurance.length)
        expect(insurance.at(-1)?.type).toBe('obligation-fulfilled')
      },
    })
    expect(seen).toEqual(new Set([1, 2]))
  })

  test('two calendars at once escalate each obligation once', async () => {
    const scene = await sceneOfOrders()
    const { house } = scene
    const { approve, discontinuanceId } = await aboutToStop(scene)
    good(await approve())
    house.clock.set('2026-10-09T00:00:00+09:00')
    const keep = async () => String(await house.runObligationSchedule())
    await inEveryOrder('R9 escalate twice', house, [keep, keep], {
      after: async (kept) => {
        expect(kept.toSorted()).toEqual(['0', '1'])
        expect(await timesIn(scene, discontinuanceId, 'obligation-escalated')).toBe(4)
      },
    })
  })
})
