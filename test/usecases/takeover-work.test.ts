import { extent } from '../support/extent.ts'
import { describe, expect, test } from 'vitest'
import { leave } from '../support/cancelling.ts'
import { justBefore } from '../support/interleaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, paper, partiesIn } from '../support/parties.ts'

const { house, parties, net, leaver, attested, proposed, stopped, read } = await marketplace()

/** How many are worked on at once. */
const many = extent(12, 40)

describe('work on many takeovers of a case at once', () => {
  /** A case with so many contracts, every SME told by mail but the last, which has none. */
  const caseOf = async (contracts: number) => {
    const one = await leaver()
    const ids: string[] = []
    for (let n = 1; n < contracts; n += 1) ids.push(await attested(one))
    ids.push(await attested(one, { sme: { noticeContact: { mail: null, phone: '03-0000-0000' } } }))
    const about = await stopped(one)
    await house.settle()
    return { ...about, one, ids }
  }
  const alive = { work: 'noteCoverage', facet: 'monitoring', finding: 'confirmed', evidence: '監視画面で全件を見た。' }
  const operation = async (operationId: string) => good(await parties.staff.get(`/v1/operations/${operationId}`))
  const rowsOf = async (operationId: string, query = '') =>
    good(await parties.staff.get(`/v1/operations/${operationId}/rows?limit=200${query}`)).items

  test('one paper is the evidence for every contract it names', async () => {
    const { path, ids, discontinuanceId } = await caseOf(3)
    const begun = await parties.staff.post(`${path}/work`, { ...alive, on: { contractIds: ids } })
    expect([begun.status, begun.body]).toMatchObject([
      202,
      { kind: 'workOnTakeovers', discontinuanceId, stage: 'accepted', total: 3, done: 0, left: 3 },
    ])
    await house.settle()
    const { operationId } = begun.body
    expect(await operation(operationId)).toMatchObject({ stage: 'finished', done: 3, accepted: 3, refused: 0, left: 0 })
    const hashes = new Set<string>()
    for (const id of ids) {
      expect((await read(id)).takeover.coverage).toMatchObject({ monitoring: 'confirmed', insurance: 'unknown' })
      const { items } = good(await parties.staff.get(`/v1/contracts/${id}/ledger`))
      const noted = items.filter(({ event }: any) => event.type === 'takeover-coverage-noted')
      expect(noted).toHaveLength(1)
      expect(noted[0].event).toMatchObject({ facet: 'monitoring', finding: 'confirmed', operationId })
      hashes.add(noted[0].event.evidenceSha256)
    }
    expect(hashes.size).toBe(1)
    expect(await rowsOf(operationId)).toMatchObject(
      ids.map((contractId, index) => ({ row: index + 1, contractId, verdict: 'accepted', problem: null })),
    )
  })

  test('what is described is listed first: until then nobody says how much it is, and a dry run counts it', async () => {
    const { path } = await caseOf(5)
    const told = { work: 'serveOn', on: { where: { stage: 'told' } } }
    const tried = good(await parties.staff.post(`${path}/work?dryRun=true`, told))
    expect(tried).toMatchObject({ total: 4, left: 4, stage: 'accepted' })
    const { operationId, ...begun } = good(await parties.staff.post(`${path}/work`, told))
    expect(begun).toMatchObject({ total: null, left: null, secondsLeft: null })
    expect((await parties.staff.get(`/v1/operations/${tried.operationId}`)).status).toBe(404)
    await house.settle()
    expect(await operation(operationId)).toMatchObject({ total: 4, done: 4, accepted: 4, refused: 0 })
    expect(good(await parties.staff.get(path)).takeovers).toEqual({ opened: 1, told: 0, settled: 4 })
    // Whoever was not told yet is not served on in silence, and the rest is settled already.
    const all = good(await parties.staff.post(`${path}/work`, { work: 'serveOn', on: { where: {} } })).operationId
    await house.settle()
    expect(await operation(all)).toMatchObject({ total: 5, accepted: 0, refused: 5 })
    const problems = (await rowsOf(all)).map(({ problem }: any) => `${problem.kind} ${problem.what} ${problem.stage}`)
    expect(problems.toSorted()).toEqual([
      'wrong-stage takeover opened',
      ...Array(4).fill('wrong-stage takeover settled'),
    ])
    const csv = (await parties.staff.get(`/v1/operations/${all}/rows.csv?verdict=refused`)).text
    expect(csv).toContain('ユーザーに、まだ知らせていません。')
    expect(csv).toContain('行き先は、もう決まっています。')
  })

  test('where an SME leaves just before its pack lands, that row is refused and every other is done, once', async () => {
    const { path, ids } = await caseOf(many)
    const { operationId } = good(await parties.staff.post(`${path}/work`, { ...alive, on: { contractIds: ids } }))
    justBefore(house, 'commit', () => leave(parties.staff, ids[5] ?? '', house.clock.today()))
    await house.settle()
    expect(await operation(operationId)).toMatchObject({ stage: 'finished', accepted: many - 1, refused: 1 })
    const rows = await rowsOf(operationId)
    expect(rows.map(({ row }: any) => row)).toEqual(ids.map((_, index) => index + 1))
    expect(rows[5]).toMatchObject({ verdict: 'refused', problem: { what: 'contract', stage: 'ended' } })
    for (const [index, id] of ids.entries()) {
      const { items } = good(await parties.staff.get(`/v1/contracts/${id}/ledger`))
      const noted = items.filter(({ event }: any) => event.type === 'takeover-coverage-noted')
      expect(noted).toHaveLength(index === 5 ? 0 : 1)
    }
  })

  test('what is found lost for many sets its case back once for each, and starts their gaps', async () => {
    const { path, ids, discontinuanceId, since } = await caseOf(many)
    const lost = {
      work: 'noteCoverage',
      facet: 'insurance',
      finding: 'lost',
      at: since,
      evidence: '保険会社に聞いた。',
    }
    const { operationId } = good(await parties.staff.post(`${path}/work`, { ...lost, on: { contractIds: ids } }))
    house.clock.advance(60 * 60_000)
    await house.settle()
    expect(await operation(operationId)).toMatchObject({ accepted: many, refused: 0 })
    const { coverage } = good(await parties.staff.get(path))
    expect(coverage).toMatchObject({ gap: many, gapHours: many })
    const events = await house.deps.ledger.eventsOf(discontinuanceId)
    const setBack = events.flatMap(({ event }) => (event.type === 'takeover-set-back' ? [event.contractId] : []))
    expect(setBack.toSorted()).toEqual(ids.toSorted())
  })

  test('is described by facet, by how the SME is served, and by service; what has ended is left out', async () => {
    const { path, ids, since } = await caseOf(4)
    const counted = async (where: object) =>
      good(await parties.staff.post(`${path}/work?dryRun=true`, { ...alive, on: { where } })).total
    const lost = { facet: 'insurance', finding: 'lost', at: since, evidence: '保険会社に聞いた。' }
    good(await parties.staff.post(`${path}/takeovers/${ids[0]}/coverage`, lost))
    expect(await counted({ unknown: 'insurance' })).toBe(3)
    expect(await counted({ coverage: 'gap' })).toBe(1)
    expect(await counted({ coverage: 'atRisk', unknown: 'contact' })).toBe(1)
    expect(await counted({ serviceId: net })).toBe(4)
    expect(await counted({ serviceId: `svc_${'0'.repeat(26)}` })).toBe(0)
    const ended = { settlement: 'endedBySme', consent: { givenBy: '社長', on: '2026-10-01', how: 'phone' } }
    good(await parties.staff.post(`${path}/takeovers/${ids[1]}/settle`, ended))
    expect(await counted({})).toBe(3)
    const { operationId } = good(
      await parties.staff.post(`${path}/work`, { ...alive, on: { where: { coverage: 'restored' } } }),
    )
    await house.settle()
    expect(await operation(operationId)).toMatchObject({ stage: 'finished', total: 0, done: 0, left: 0 })
  })

  test('is refused at once where every row would be: another stage, a moment before the instant or to come, a row twice', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const waiting = `/v1/discontinuances/${await proposed(one)}`
    const refused = async (path: string, body: object) => {
      const { status, body: problem } = await parties.staff.post(`${path}/work`, body)
      return [status, problem.kind, problem.what]
    }
    const on = { contractIds: [contractId] }
    expect(await refused(waiting, { ...alive, on })).toEqual([409, 'wrong-stage', 'discontinuance'])
    good(await parties.staff.post(`${waiting}/withdraw`))
    const { path, since } = await stopped(one)
    const before = new Date(Date.parse(since) - 1).toISOString()
    const tomorrow = new Date(Date.parse(house.clock.now()) + 1).toISOString()
    for (const at of [before, tomorrow])
      expect(await refused(path, { ...alive, at, on })).toEqual([422, 'does-not-fit', 'at'])
    expect(await refused(path, { work: 'serveOn', on: { contractIds: [contractId, contractId] } })).toEqual([
      422,
      'does-not-fit',
      'on.contractIds',
    ])
    good(await parties.staff.post(`${path}/work`, { ...alive, at: since, on }))
    await house.settle()
    expect((await read(contractId)).takeover.coverage.monitoring).toBe('confirmed')
  })

  test('the notice goes out again by mail to all that have an address or had one stated, until they are settled', async () => {
    const { path, ids } = await caseOf(4)
    const last = ids.at(-1)
    good(await parties.staff.post(`${path}/takeovers/${ids[0]}/settle`, { settlement: 'servedByImplementingEntity' }))
    const again = { work: 'sendNoticeAgain', on: { contractIds: ids } }
    const { operationId } = good(await parties.staff.post(`${path}/work`, again))
    const before = house.letters.length
    await house.settle()
    expect(house.letters.slice(before).filter(({ subject }) => subject.startsWith('【重要】'))).toHaveLength(2)
    expect(
      (await rowsOf(operationId)).map(({ problem }: any) => problem && `${problem.what} ${problem.needs ?? ''}`),
    ).toEqual(['takeover opened,told', null, null, 'noticeContact a mail address'])
    expect((await parties.staff.get(`/v1/operations/${operationId}/rows.csv`)).text).toContain(
      'メールの宛先が分かりません。',
    )
    const address = { mail: `stated${ids.length}@sme.example.jp`, statedBy: '社長' }
    good(await parties.staff.post(`${path}/takeovers/${last}/notice`, { address }))
    await house.settle()
    const only = good(await parties.staff.post(`${path}/work`, { ...again, on: { contractIds: [last] } })).operationId
    await house.settle()
    expect(await operation(only)).toMatchObject({ accepted: 1 })
    expect(house.letters.filter(({ to }) => to === address.mail)).toHaveLength(2)
  })

  test('knows nothing of another’s contracts, nor of contracts outside the case', async () => {
    const { path, ids } = await caseOf(2)
    const [other] = [await attested(await leaver())]
    const stranger = await partiesIn(house)
    const theirs = await stranger.service('NET')
    const { ask } = await stranger.reseller('S1', [theirs])
    const foreign = good(await ask.post('/v1/contracts/attest', paper(theirs))).contractId
    const nobody = `${ids[0]?.slice(0, -4)}0000`
    const contractIds = [foreign, other, nobody, ids[0]]
    const { operationId } = good(await parties.staff.post(`${path}/work`, { ...alive, on: { contractIds } }))
    await house.settle()
    const rows = await rowsOf(operationId)
    expect(rows.map(({ verdict, name, problem }: any) => [verdict, name !== '', problem?.kind])).toEqual([
      ['refused', false, 'not-found'],
      ['refused', true, 'not-found'],
      ['refused', false, 'not-found'],
      ['accepted', true, undefined],
    ])
    expect((await stranger.staff.get(`/v1/operations/${operationId}/rows`)).status).toBe(404)
    expect((await stranger.staff.post(`${path}/work`, { ...alive, on: { contractIds: [foreign] } })).status).toBe(404)
  })
})
