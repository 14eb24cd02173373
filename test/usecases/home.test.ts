import { describe, expect, test } from 'vitest'
import { newHouse, type Ask } from '../support/house.ts'
import { draft, good, paper, partiesIn } from '../support/parties.ts'
import { offer } from '../support/signing.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const { admin } = parties
const home = async (ask: Ask) => good(await ask.get('/v1/home'))
const kinds = ({ due }: any): readonly string[] => due.map(({ kind }: any) => kind)

describe('the first page', () => {
  test('names the steps to a first contract in their order, and is done with them after it', async () => {
    const empty = await home(admin)
    expect(empty).toMatchObject({ due: [], figures: { total: 0 } })
    expect(empty.firstSteps.map(({ step, done }: any) => [step, done])).toEqual([
      ['registerService', false],
      ['publishService', false],
      ['recordRegistration', false],
      ['inviteReseller', false],
      ['approveReseller', false],
      ['firstContract', false],
    ])
    const net = await parties.service('NET')
    const one = await parties.reseller('R1', [net])
    expect((await home(one.ask)).firstSteps.filter(({ done }: any) => !done)).toEqual([
      { step: 'firstContract', done: false },
    ])
    const offered = await offer(house, one.ask, draft(net, { sme: { name: '架空の提示先' } }))
    const old = paper(net, { signedOn: '2026-04-15', terms: { termMonths: 6 }, sme: { name: '架空の紙の契約' } })
    good(await admin.post('/v1/contracts/attest', old))
    await house.settle()

    const own = await home(one.ask)
    expect(own).toMatchObject({ firstSteps: null, figures: { total: 1, byAttention: { link: 1 } } })
    expect(own.due).toMatchObject([
      { kind: 'link', about: { type: 'contract', id: offered.contractId, name: '架空の提示先' }, owner: null },
    ])
    const all = await home(admin)
    expect(all.firstSteps).toBeNull()
    expect(kinds(all)).toEqual(expect.arrayContaining(['link', 'unconfirmed', 'termEnds']))
    expect(all.due.map(({ on }: any) => on)).toEqual(all.due.map(({ on }: any) => on).toSorted())
  })

  test('says who sees to an obligation, by when and by which clause; an authority what it has to answer', async () => {
    const end = await parties.service('END')
    const two = await parties.reseller('R2', [end])
    good(await admin.post('/v1/contracts/attest', paper(end, { resellerId: two.resellerId })))
    const { discontinuanceId } = good(
      await admin.post('/v1/discontinuances', {
        resellerId: two.resellerId,
        ground: 'bankruptcy',
        occurredOn: house.clock.today(),
        statement: '破産の申立てがあった。',
      }),
    )
    expect(kinds(await home(parties.staff))).toContain('proposalToApprove')
    good(await parties.staff.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    await house.settle()
    const { due } = await home(admin)
    const owed = due.filter(({ kind }: any) => kind === 'obligation')
    expect(owed.length).toBeGreaterThan(2)
    expect(owed[0]).toMatchObject({
      urgency: expect.stringMatching(/^(today|thisWeek|later)$/),
      clause: '第2章1.(10)',
      owner: { sub: expect.any(String), name: expect.anything() },
      about: { type: 'discontinuance', id: discontinuanceId },
    })
    expect(kinds({ due })).toContain('submissionToSend')
    expect(await home(parties.operator)).toMatchObject({ due: [], figures: null, firstSteps: null })
  })
})
