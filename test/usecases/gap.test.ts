import { describe, expect, test } from 'vitest'
import { leave } from '../support/cancelling.ts'
import type { ServiceId } from '../../shared/domain/ids.ts'
import { newHouse } from '../support/house.ts'
import { formReading } from '../support/form-reading.ts'
import { evidence, good, nextNumber, paper, partiesIn, since } from '../support/parties.ts'

/** What 1.1 let a service leave open. */
const asUnder1_1 = {
  devices: [],
  serviceProvisionCountries: [],
  dataStorage: null,
  incidentNotice: { seriousTargetMinutes: null, othersReportEveryDays: null },
}

const house = await newHouse()
const parties = await partiesIn(house)

describe('the gap from 1.1 to 1.2', () => {
  const admin = () => parties.admin
  const gapOf = async (serviceId: ServiceId) => good(await admin().get(`/v1/services/${serviceId}/gap`))
  const itemOf = (gap: any, rule: string) => gap.items.find(({ code }: any) => code.includes(rule))
  const old = () => parties.service('NET', { as: `OLD${nextNumber()}`, edition: '1.1', facts: asUnder1_1 })
  const attest = async (serviceId: ServiceId, terms: object = {}) =>
    good(await admin().post('/v1/contracts/attest', paper(serviceId, { terms }))).contractId as string

  test('sets the old duty beside the new one, row by row, with who must supply what is missing', async () => {
    const serviceId = await old()
    const gap = await gapOf(serviceId)
    expect(gap).toMatchObject({ from: '1.1', to: '1.2', newestVersion: { number: 1, edition: '1.1' } })
    expect(itemOf(gap, 'device-and-countries-are-disclosed')).toMatchObject({
      state: 'open',
      seedRows: [1, 2],
      suppliedBy: 'implementingEntity',
      newer: { clause: '第2章1.(6)' },
      older: [{ clause: '第2章1.(6)' }],
      contractsTouched: 0,
    })
    expect(itemOf(gap, 'device-and-countries-are-disclosed').missing.map(({ where }: any) => where)).toEqual([
      'facts.devices',
      'facts.serviceProvisionCountries',
      'facts.dataStorage',
    ])
    expect(itemOf(gap, 'initial-fee-within-cap')).toMatchObject({
      state: 'done',
      suppliedBy: 'reseller',
      seedRows: [10],
    })
    expect(itemOf(gap, 'reseller-is-authorized').older).toEqual([])
    expect(itemOf(gap, 'incidents-are-told-in-time/incident-notice').state).toBe('fromNowOn')
    expect(itemOf(gap, 'endpoint-type').state).toBe('notApplicable')
    expect(itemOf(gap, 'leaving-is-stated')).toBeUndefined()
  })

  test('counts the contracts a duty touches: all of a version that lacks it, or those that breach it', async () => {
    const serviceId = await old()
    await attest(serviceId)
    const dear = await attest(serviceId, { initialFeeParts: [{ what: '機器', exTaxYen: 500_001 }] })
    const gap = await gapOf(serviceId)
    expect(gap.contracts).toEqual({ live: 2, underOlder: 2 })
    expect(itemOf(gap, 'device-and-countries-are-disclosed').contractsTouched).toBe(2)
    expect(itemOf(gap, 'initial-fee-within-cap')).toMatchObject({
      state: 'open',
      contractsTouched: 1,
      examples: [dear],
      missing: [{ where: 'terms.initialFeeParts' }],
    })
  })

  test('shrinks as the service is put right, evidence is recorded and contracts are made anew', async () => {
    const serviceId = await old()
    const contractId = await attest(serviceId)
    const open = async () => (await gapOf(serviceId)).counts.open as number
    const counts = [await open()]

    const whole = good(
      await admin().get(`/v1/services/${await parties.service('NET', { as: `W${nextNumber()}` })}/versions/1`),
    )
    const { version } = good(await admin().post(`/v1/services/${serviceId}/versions`, { facts: whole.facts }))
    const corrected = await gapOf(serviceId)
    // The service says it now, and the contract still does not.
    expect(itemOf(corrected, 'device-and-countries-are-disclosed')).toMatchObject({
      state: 'open',
      missing: [],
      contractsTouched: 1,
    })

    const change = { kind: 'requirement', summary: '1.2版への移行' }
    good(
      await admin().post(
        `/v1/services/${serviceId}/versions/2/publish`,
        { offeredFrom: since, change },
        { ifMatch: `"${version}"` },
      ),
    )
    for (const [clause, topic] of [
      ['第2章1.(10)', 'staffing'],
      ['第2章1.(10)', 'quality'],
      ['第2章1.(10)', 'finances'],
      ['第2章1.(10)', 'accounting'],
      ['第2章1.(11)', 'entityPledge'],
      ['第2章1.(11)', 'lawAndStandard'],
      ['第2章3.(2)', 'changeNotified'],
      ['第2章3.(3)', 'corrections'],
    ] as const) {
      good(await admin().post(`/v1/services/${serviceId}/evidence`, evidence(clause, '2026-10-01', null, topic)))
      counts.push(await open())
    }
    await leave(admin(), contractId, '2026-10-01')
    const anew = await attest(serviceId)
    counts.push(await open())
    // What its paper states is seen only when somebody has read the form.
    good(await admin().post('/v1/form-readings', formReading('2026-10-01', { contractIds: [anew] })))
    await house.settle()
    const last = await gapOf(serviceId)
    counts.push(last.counts.open)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(last).toMatchObject({ counts: { open: 0 }, contracts: { live: 1, underOlder: 0 } })
  })

  test.each(['from=1.2&to=1.1', 'from=1.2&to=1.2', 'to=2.0', 'from=0.9', 'to=9'])('refuses %s', async (query) => {
    const { status, body } = await admin().get(`/v1/services/${await old()}/gap?${query}`)
    expect([status, body.kind, body.what]).toEqual([422, 'does-not-fit', 'from, to'])
  })

  test('can be read as a page', async () => {
    const serviceId = await old()
    await attest(serviceId)
    const { text } = await admin().get(`/v1/services/${serviceId}/gap.html`)
    for (const word of ['これまでの定め', '新しい定め', '関わる契約', '補う者', '定めなし'])
      expect(text).toContain(word)
    expect(text).not.toMatch(/undefined|\[object|null/)
  })

  test('is for the implementing entity, of its own services', async () => {
    const other = await partiesIn(house)
    expect((await other.admin.get(`/v1/services/${await old()}/gap`)).status).toBe(404)
  })
})
