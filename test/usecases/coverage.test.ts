import { describe, expect, test } from 'vitest'
import { coverAll } from '../support/covering.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { fulfilByPeople } from '../support/obliging.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped, read } = await marketplace()

describe('第2章1.(10) how an SME is served while its contract is taken over', () => {
  const found = (facet: string, finding: string, more: object = {}) => ({
    facet,
    finding,
    evidence: '担当者が確かめた。',
    ...more,
  })

  test('is on the contract, in the list, and counted in the case, with its gap in hours', async () => {
    const one = await leaver()
    const [first, second] = [await attested(one), await attested(one)]
    const { path, since } = await stopped(one)
    await house.settle()
    const note = (contractId: string, body: object) =>
      parties.staff.post(`${path}/takeovers/${contractId}/coverage`, body)
    expect((await read(first)).takeover.coverage).toEqual({
      stage: 'atRisk',
      monitoring: 'unknown',
      contact: 'confirmed',
      insurance: 'unknown',
      gapSince: null,
      gapMinutes: 0,
    })
    good(await note(first, found('monitoring', 'lost', { at: since })))
    house.clock.advance(90 * 60_000)
    const [line] = good(await parties.staff.get(`${path}/takeovers?coverage=gap`)).items
    expect(line).toMatchObject({
      contractId: first,
      coverage: { stage: 'gap', monitoring: 'lost', gapMinutes: 90, gapHours: 1.5 },
    })
    expect((await read(first)).takeover.coverage).toMatchObject({ gapSince: since, gapMinutes: 0 })
    good(await note(first, found('monitoring', 'confirmed')))
    good(await note(first, found('insurance', 'confirmed')))
    house.clock.advance(60 * 60_000)
    expect((await read(first)).takeover.coverage).toMatchObject({ stage: 'restored', gapSince: null, gapMinutes: 90 })
    const { coverage } = good(await parties.staff.get(path))
    expect(coverage).toEqual({ covered: 0, atRisk: 1, gap: 0, restored: 1, ended: 0, gapMinutes: 90, gapHours: 1.5 })
    good(await parties.staff.post(`${path}/takeovers/${second}/settle`, { settlement: 'endedBySme', consent }))
    expect(good(await parties.staff.get(path)).coverage).toMatchObject({ atRisk: 0, ended: 1 })
    expect((await note(second, found('insurance', 'confirmed'))).body).toMatchObject({
      kind: 'wrong-stage',
      what: 'contract',
    })
  })

  test('is noted from the very instant on, before the worker has reached the contract, and not a moment earlier', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { path, since } = await stopped(one)
    const note = (at: string) =>
      parties.staff.post(`${path}/takeovers/${contractId}/coverage`, found('insurance', 'lost', { at }))
    const before = new Date(Date.parse(since) - 1).toISOString()
    const tomorrow = new Date(Date.parse(house.clock.now()) + 1).toISOString()
    for (const at of [before, tomorrow])
      expect((await note(at)).body).toMatchObject({ kind: 'does-not-fit', what: 'at' })
    expect(good(await note(since)).takeover).toMatchObject({
      stage: 'opened',
      coverage: { stage: 'gap', gapSince: since },
    })
    await house.settle()
    expect((await read(contractId)).takeover.coverage).toMatchObject({ insurance: 'lost', contact: 'confirmed' })
  })

  test('keeps a case open until it is confirmed, and is nobody’s to change once the case is closed', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { path } = await stopped(one)
    await house.settle()
    const takeover = `${path}/takeovers/${contractId}`
    good(await parties.staff.post(`${takeover}/settle`, { settlement: 'servedByImplementingEntity' }))
    const { reports } = good(await parties.staff.get(path))
    const plan = { plan: '引き受ける', expectedCompletionOn: null, contact: '結城' }
    for (const { submissionId, to } of reports) {
      good(await parties.staff.post(`/v1/submissions/${submissionId}/send`, plan))
      const answer = { receiptNumber: '受-1' }
      good(
        await (to === 'ipa' ? parties.ipa : parties.body).post(`/v1/submissions/${submissionId}/acknowledge`, answer),
      )
    }
    await fulfilByPeople(parties.staff, path, house.clock.today())
    const missing = { code: 'coverageToConfirm', count: 1, examples: [contractId] }
    expect((await parties.admin.post(`${path}/close`)).body).toMatchObject({ kind: 'incomplete', missing: [missing] })
    await coverAll(parties.staff, path)
    good(await parties.admin.post(`${path}/close`))
    const late = await parties.staff.post(`${takeover}/coverage`, found('insurance', 'lost'))
    expect([late.status, late.body]).toMatchObject([409, { what: 'discontinuance', stage: 'closed' }])
    expect(good(await parties.staff.get(path)).coverage).toMatchObject({ covered: 1, atRisk: 0 })
  })
})
