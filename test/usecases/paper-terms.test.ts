import { beforeEach, describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

const attest = (given: object) => seller.post('/v1/contracts/attest', given)
const read = async (id: string) => good(await parties.staff.get(`/v1/contracts/${id}`))
const lettersTo = (mail: string | undefined) => house.letters.filter(({ to }) => to === mail)

beforeEach(() => house.clock.set('2027-10-01T09:00:00+09:00'))

describe('a paper contract whose term is over', () => {
  const oneYear = (signedOn: string, more: object = {}) => paper(net, { signedOn, terms: { termMonths: 12, ...more } })

  test('is not put on record as live; the refusal says what to do (C19)', async () => {
    const answer = await attest(oneYear('2026-06-01'))
    expect([answer.status, answer.body]).toMatchObject([
      422,
      {
        kind: 'does-not-fit',
        what: 'terms.endOn',
        given: '2027-05-31',
        why: { ja: expect.stringContaining('自動更新') },
      },
    ])
    expect(answer.body.why.ja).toContain('契約終了日')
    const yesterday = await attest(oneYear('2026-10-01'))
    expect(yesterday.body).toMatchObject({ what: 'terms.endOn', given: '2027-09-30' })
    good(await attest(oneYear('2026-10-02')))
  })

  test('and that was renewed is put on record in the term that runs, and in no other (C19)', async () => {
    const given = oneYear('2026-06-01', { termMonths: 6, renewal: { months: 6, noticeDays: 30 } })
    const { contractId, terms, stage } = good(await attest(given))
    expect([stage, terms]).toMatchObject(['live', { startOn: '2027-06-01', endOn: '2027-11-30' }])
    await house.runContractSchedule()
    await house.settle()
    const told = lettersTo(given.sme.noticeContact.mail)
    expect(told.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('書面でのご契約の記録について'),
      expect.stringContaining('自動更新のお知らせ'),
    ])
    expect(told[0]?.text).toContain('2027年6月1日から2027年11月30日まで')
    expect(told[0]?.text).not.toContain('すでに始まっています')
    expect(told[1]?.text).toContain('2027年11月30日に満了します')
    // Contract years go on from the first day of its first term.
    house.clock.set('2027-12-01T09:00:00+09:00')
    await house.runContractSchedule()
    expect(await read(contractId)).toMatchObject({ terms: { startOn: '2027-12-01', endOn: '2028-05-31' } })
  })

  test('is put on record as ended where its end is given: nobody is told, and its place is free (C19)', async () => {
    const n = nextNumber()
    const given = {
      ...paper(net, { n, signedOn: '2026-06-01', terms: { termMonths: 12 } }),
      ended: { on: '2027-05-31', why: 'expired' },
    }
    expect(good(await attest(given))).toMatchObject({
      stage: 'ended',
      entry: 'attested',
      ending: { on: '2027-05-31', why: 'expired' },
      signedOn: '2026-06-01',
    })
    await house.runContractSchedule()
    await house.settle()
    expect(lettersTo(given.sme.noticeContact.mail)).toEqual([])
    good(await attest(paper(net, { n, signedOn: '2027-06-01' })))
    const left = {
      ...paper(net, { n, signedOn: '2026-05-01', terms: { termMonths: 12 } }),
      ended: { on: '2026-12-31', why: 'cancelledBySme' },
    }
    expect(good(await attest(left))).toMatchObject({ ending: { on: '2026-12-31', why: 'cancelledBySme' } })
  })

  test.each([
    [{ on: '2026-05-31', why: 'expired' }, 'out-of-order', { notBefore: '2026-06-01' }],
    [{ on: '2027-10-02', why: 'terminated' }, 'out-of-order', { notBefore: '2027-10-02' }],
    [{ on: '2027-06-01', why: 'terminated' }, 'does-not-fit', { needs: 'no day after 2027-05-31' }],
    [{ on: '2027-05-30', why: 'expired' }, 'does-not-fit', { needs: '2027-05-31' }],
  ])('ended as %j is refused: %s (C19)', async (ended, kind, more) => {
    const { status, body } = await attest({ ...oneYear('2026-06-01'), ended })
    expect([status, body]).toMatchObject([422, { kind, what: 'ended.on', ...more }])
  })
})

describe('a paper contract put on record within the last days of its term', () => {
  test('goes on without a day between; the SME can answer until its last day (C41)', async () => {
    const given = paper(net, {
      signedOn: '2027-04-15',
      terms: { termMonths: 6, renewal: { months: 6, noticeDays: 30 } },
    })
    const { contractId } = good(await attest(given))
    await house.runContractSchedule()
    expect((await read(contractId)).renewalAnnounced).toEqual({ answerBy: '2027-10-14', held: false })
    house.clock.set('2027-10-15T00:00:00+09:00')
    await house.runContractSchedule()
    expect((await read(contractId)).terms).toMatchObject({ startOn: '2027-10-15', endOn: '2028-04-14' })
  })
})

describe('a renewal that cannot keep its own notice', () => {
  test.each([
    [{ termMonths: 36, renewal: { months: 1, noticeDays: 1 } }, 'terms.renewal', 28, 32],
    [{ termMonths: 36, renewal: { months: 2, noticeDays: 29 } }, 'terms.renewal', 59, 60],
    [{ termMonths: 36, renewal: { months: 6, noticeDays: 151 } }, 'terms.renewal', 181, 182],
    [{ termMonths: 1, renewal: { months: 12, noticeDays: 1 } }, 'terms.termMonths', 31, 32],
  ])(
    '%j is refused at the draft, on paper and as a change, with the clause and the numbers (C41)',
    async (terms, what, days, needed) => {
      const refused = {
        kind: 'does-not-fit',
        what,
        clause: '第2章1.(7)ウ',
        given: `${days} days`,
        needs: `at least ${needed} days`,
      }
      const given = draft(net, { terms: { ...terms, startOn: '2027-10-15' } })
      const asDraft = await seller.post('/v1/contracts', given)
      expect([asDraft.status, asDraft.body]).toMatchObject([422, refused])
      expect(asDraft.body.why.ja).toContain(`${needed}日以上`)
      const onPaper = await attest(paper(net, { signedOn: '2027-10-01', terms }))
      expect([onPaper.status, onPaper.body]).toMatchObject([422, refused])
    },
  )

  test.each([
    { termMonths: 36, renewal: { months: 2, noticeDays: 28 } },
    { termMonths: 36, renewal: { months: 6, noticeDays: 150 } },
    { termMonths: 2, renewal: { months: 12, noticeDays: 29 } },
  ])('%j keeps it to the day', async (terms) => {
    good(await seller.post('/v1/contracts', draft(net, { terms: { ...terms, startOn: '2027-10-15' } })))
  })
})

describe('the days of a contract', () => {
  test.each([
    ['2199-12-31', 12, 'does-not-fit', 'terms.termMonths'],
    ['2190-01-02', 120, 'does-not-fit', 'terms.termMonths'],
    ['1900-01-01', 12, 'out-of-order', 'terms.startOn'],
    ['2026-09-30', 36, 'out-of-order', 'terms.startOn'],
    ['2032-10-05', 36, 'does-not-fit', 'terms.startOn'],
    ['2026-10-01', 11, 'out-of-order', 'terms.endOn'],
  ])(
    'from %s for %i months is refused, drafted or on paper, and nothing is kept: %s %s (attack 2, 11)',
    async (startOn, termMonths, kind, what) => {
      const given = draft(net, { terms: { startOn, termMonths } })
      const { status, body } = await seller.post('/v1/contracts', given)
      expect([status, body]).toMatchObject([422, { kind, what, why: { ja: expect.any(String) } }])
      const onPaper = paper(net, { signedOn: '2027-10-01', terms: { termMonths } })
      const attested = await attest({ ...onPaper, terms: { ...onPaper.terms, startOn } })
      expect([attested.status, attested.body]).toMatchObject([422, { kind, what }])
      const kept = good(await seller.get(`/v1/contracts?corporateNumber=${given.sme.corporateNumber}`))
      expect(kept.items).toEqual([])
    },
  )

  test.each(['2026-10-01', '2032-10-04'])(
    'may begin on %s, a year before the signature or five after',
    async (startOn) => {
      good(await seller.post('/v1/contracts', draft(net, { terms: { startOn, termMonths: 36 } })))
    },
  )

  test('are looked at again when it is offered: a term that is over by then is not', async () => {
    const { contractId } = good(
      await seller.post('/v1/contracts', draft(net, { terms: { startOn: '2027-09-15', termMonths: 1 } })),
    )
    house.clock.set('2027-10-15T09:00:00+09:00')
    good(
      await seller.post(`/v1/contracts/${contractId}/explain`, {
        method: 'oral',
        on: '2027-10-15',
        by: { name: '営業 次郎' },
        items: [],
      }),
    )
    const late = await seller.post(`/v1/contracts/${contractId}/offer`, {})
    expect([late.status, late.body]).toMatchObject([
      422,
      { kind: 'out-of-order', what: 'terms.endOn', given: '2027-10-14' },
    ])
  })
})
