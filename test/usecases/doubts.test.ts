import { describe, expect, test } from 'vitest'
import type { Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, everyItem, explanation, good, nextNumber, paper } from '../support/parties.ts'
import { factsOf, sampleServices } from '../support/sample-books.ts'

const { parties } = await marketplace()
const { admin } = parties
const services = {
  network: await parties.service('NET', { as: `N-${nextNumber()}` }),
  endpoint: await parties.service('END', { as: `E-${nextNumber()}` }),
  combined: await parties.service('CMB', { as: `C-${nextNumber()}` }),
}
/** What is left open of a contract that was just answered, as it reads. */
const doubtsOf = async (reply: Reply) =>
  good(await admin.get(`/v1/contracts/${good(reply).contractId as string}`)).doubts.filter(
    // What of a paper nobody has seen yet is looked at in form-readings.test.ts.
    ({ kind }: { readonly kind: string }) => kind !== 'awaited',
  )

const counted = { importantTerminals: 5 }

describe('附則1.(4) important terminals that nobody counted (E7)', () => {
  const terms = { monthlyFeeExTaxYen: 1_000, importantTerminals: null }

  test.each(['endpoint', 'combined'] as const)('are refused in a draft of the %s type', async (type) => {
    const { status, body } = await admin.post('/v1/contracts', draft(services[type], { terms }))
    expect([status, body.clause, body.breaches[0].where]).toEqual([422, '附則1.(4)', 'terms.importantTerminals'])
    const known = draft(services[type], { terms: { ...terms, ...counted } })
    expect(await doubtsOf(await admin.post('/v1/contracts', known))).toEqual([])
  })
  test.each(['endpoint', 'combined'] as const)('are on record as not known in one of paper: %s', async (type) => {
    const attested = await admin.post('/v1/contracts/attest', paper(services[type], { terms }))
    expect(await doubtsOf(attested)).toEqual([{ kind: 'notKnown', clause: '附則1.(4)' }])
    const { contractId } = good(attested)
    const { clauses, counts } = good(await admin.get(`/v1/contracts/${contractId}/conformity`))
    const { verdict, parts } = clauses.find(({ label }: { label: string }) => label === '附則1.(4)')
    expect([verdict, parts[1].doubts[0].why.ja]).toEqual(['notKnown', '重要情報を取り扱う端末の台数が分かりません。'])
    expect(counts.notKnown).toBeGreaterThan(0)
  })
  test('are nobody’s business for the network type', async () =>
    expect(await doubtsOf(await admin.post('/v1/contracts', draft(services.network, { terms })))).toEqual([]))
  test('have to be counted before a paper contract is amended here', async () => {
    const given = paper(services.endpoint, { terms })
    const { contractId } = good(await admin.post('/v1/contracts/attest', given))
    const propose = (more: object) =>
      admin.post(`/v1/contracts/${contractId}/amendments`, {
        kind: 'amendment',
        reason: '月額の改定',
        askedBy: 'sme',
        version: 'asSigned',
        sme: draft(services.endpoint, { sme: { corporateNumber: given.sme.corporateNumber } }).sme,
        terms: { ...given.terms, monthlyFeeExTaxYen: 900, ...more },
      })
    const { status, body } = await propose({})
    expect([status, body.clause ?? body]).toEqual([422, '附則1.(4)'])
  })
})

describe('第2章1.(7)ア・イ a fee that depends on a text not in hand (E16)', () => {
  const depends = [{ kind: 'depends', clause: '第2章1.(7)ア・イ' }]
  const drafted = (type: keyof typeof services, monthlyFeeExTaxYen: number) =>
    admin.post('/v1/contracts', draft(services[type], { terms: { monthlyFeeExTaxYen, ...counted } }))

  test('is accepted and listed; above the cap however it is read, it is refused', async () => {
    expect(await doubtsOf(await drafted('network', 9_091))).toEqual([])
    expect(await doubtsOf(await drafted('network', 9_092))).toEqual(depends)
    expect(await doubtsOf(await drafted('network', 10_000))).toEqual(depends)
    expect((await drafted('network', 10_001)).body.clause).toBe('第2章1.(7)ア・イ')
  })
  test('of a combined type it is never refused', async () => {
    expect(await doubtsOf(await drafted('combined', 18_182))).toEqual([])
    expect(await doubtsOf(await drafted('combined', 18_183))).toEqual(depends)
    expect(await doubtsOf(await drafted('combined', 20_001))).toEqual(depends)
  })
})

describe('第2章1.(7)ウ・オ a single paper contract (E6)', () => {
  const asAWhole = ['第2章1.(7)ウ', '第2章1.(7)オ'].map((clause) => ({ kind: 'notItemised', clause }))
  // Nobody has read its form, and its user has not confirmed it yet.
  const unread = ['第2章1.(5)', '第2章1.(6)', '第2章1.(7)ウ', '第2章1.(7)オ'].map((clause) => ({
    kind: 'awaited',
    clause,
  }))
  const given = () => paper(services.network, { terms: { monthlyFeeExTaxYen: 9_000 } })
  const { items: _, ...whole } = explanation('2026-09-01')

  test('whose items are left out is on record as explained as a whole', async () => {
    const { contractId } = good(await admin.post('/v1/contracts/attest', { ...given(), explanation: whole }))
    expect(good(await admin.get(`/v1/contracts/${contractId}`))).toMatchObject({
      explanation: { items: [], listed: false },
      doubts: [...asAWhole, ...unread],
    })
  })
  test('whose items are listed is on record with them', async () => {
    const { contractId } = good(await admin.post('/v1/contracts/attest', given()))
    expect(good(await admin.get(`/v1/contracts/${contractId}`))).toMatchObject({
      explanation: { items: everyItem, listed: true },
      doubts: unread,
    })
  })
  test('that lists none, or not those the standard asks for, is refused', async () => {
    const told = { ...given(), explanation: explanation('2026-09-01', []) }
    expect((await admin.post('/v1/contracts/attest', told)).body.clause).toBe('第2章1.(7)ウ 第2章1.(7)オ')
  })
  test('is explained item by item where it is changed here', async () => {
    const { contractId } = good(await admin.post('/v1/contracts/attest', { ...given(), explanation: whole }))
    const { body } = await admin.post(`/v1/contracts/${contractId}/amendments/explain`, whole)
    expect(body).toMatchObject({ kind: 'malformed', errors: [{ where: 'items' }] })
  })
})

describe('a version of a service', () => {
  const facts = factsOf(sampleServices.conforming.find(({ code }) => code === 'NET'))
  const draftedOf = async (insurance: object, more: object = {}) =>
    good(
      await admin.post('/v1/services', {
        code: `V-${nextNumber()}`,
        facts: { ...facts, insurance: { ...facts.insurance, ...insurance }, ...more },
      }),
    )
  const published = (serviceId: string) =>
    admin.post(`/v1/services/${serviceId}/versions/1/publish`, { offeredFrom: '2026-04-01' }, { ifMatch: '"1"' })

  test('whose covered matters have no kind is drafted, told so, and not published (E9, E11)', async () => {
    const { serviceId, breaches } = await draftedOf({ coveredMatters: ['初動対応費用'] })
    expect(breaches).toMatchObject([{ clause: '第2章1.(5)', where: 'facts.insurance.coveredMatters' }])
    expect((await published(serviceId)).body).toMatchObject({ kind: 'breaches-standard', clause: '第2章1.(5)' })
  })
  test('that covers no first response is not published, whatever its words say (E9, E11)', async () => {
    const matter = { kind: 'causeAnalysis', what: '初動対応の原因調査' }
    const { serviceId } = await draftedOf({ coveredMatters: [matter] })
    expect((await published(serviceId)).body.clause).toBe('第2章1.(5)')
  })
  test('whose placement is one text is published, and shown as not itemised (E13)', async () => {
    const { serviceId, breaches, doubts } = await draftedOf({}, { placement: '境界直下' })
    expect([breaches, doubts[0].kind, doubts[0].clause]).toEqual([[], 'notItemised', '附則1.(3)'])
    good(await published(serviceId))
    const version = good(await admin.get(`/v1/services/${serviceId}/versions/1`))
    expect(version.doubts).toMatchObject([{ kind: 'notItemised', clause: '附則1.(3)' }])
    const short = await draftedOf({}, { placement: '境界下' })
    expect((await published(short.serviceId)).body.clause).toBe('附則1.(3)')
  })
  test('that never has the user pay says so, in the text the user reads (E10, E17)', async () => {
    const never = { selfPayCases: 'none', deductibleYen: 0, coverageCountPerYear: 'unlimited' }
    const contradicted = await draftedOf(never)
    expect((await published(contradicted.serviceId)).body.clause).toBe('第2章1.(5)')
    const service = await parties.service('NET', {
      as: `NEVER-${nextNumber()}`,
      facts: {
        insurance: { ...facts.insurance, ...never } as typeof facts.insurance,
        emergencySupport: { ...facts.emergencySupport, travelExpenses: 'included' },
      },
    })
    const { contractId } = good(await admin.post('/v1/contracts', draft(service)))
    const { disclosure } = good(await admin.get(`/v1/contracts/${contractId}/disclosure`))
    const linesOf = (code: string) => disclosure.items.find((item: { code: string }) => item.code === code).lines
    expect(linesOf('selfPay')).toEqual(['自己負担が生じる場合はありません。'])
    expect(linesOf('insurance')).toContain('補償回数：限りはありません')
    expect(linesOf('devices')).toContain('プリンター等の事務機器は監視しません。')
    expect(linesOf('monthlyFee')).toContain('対象の端末：5台')
  })
})
