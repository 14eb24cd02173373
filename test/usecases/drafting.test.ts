import { describe, expect, test } from 'vitest'
import { newHouse, type Ask } from '../support/house.ts'
import { corporateNumber, draft, good, nextNumber, partiesIn } from '../support/parties.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const net = await parties.service('NET')
const end = await parties.service('END')
const one = await parties.reseller('R1', [net, end])
const other = await parties.reseller('R2', [net])

const defaults = async (ask: Ask, query: string) => good(await ask.get(`/v1/contracts/draft-defaults?${query}`))

describe('a draft begins with what is known', () => {
  test('the SME as the newest contract of the caller has it, with all fields of a draft, and nothing of another reseller’s', async () => {
    const n = nextNumber()
    const number = corporateNumber(n)
    const of = (sme: object, serviceId = net) => draft(serviceId, { n, sme })
    good(await one.ask.post('/v1/contracts', of({ name: '架空水産株式会社', reading: 'かくうすいさん' })))
    const theirs = good(await other.ask.post('/v1/contracts', of({ name: '架空水産（株）', employees: 99 })))
    const newest = of({ name: '株式会社架空フーズ', reading: 'かくうふーず', employees: 15 }, end)
    const made = good(await one.ask.post('/v1/contracts', newest))
    const { corporateNumber: _, ...sme } = newest.sme

    const found = await defaults(one.ask, `corporateNumber=${number}`)
    expect(found).toMatchObject({
      sme: {
        known: { smeId: number, ...sme },
        from: { contractId: made.contractId, shortNumber: made.shortNumber, stage: 'drafted', signedOn: null },
      },
      service: null,
    })
    expect(found.sme.alsoOpen).toHaveLength(2)
    const ofService = await defaults(one.ask, `corporateNumber=${number}&serviceId=${net}`)
    expect(ofService.sme.alsoOpen).toHaveLength(1)
    expect((await defaults(other.ask, `corporateNumber=${number}`)).sme.from.contractId).toBe(theirs.contractId)
    expect((await defaults(parties.admin, `corporateNumber=${number}`)).sme).toMatchObject({
      from: { contractId: made.contractId },
    })
    expect((await defaults(one.ask, `corporateNumber=${corporateNumber(nextNumber())}`)).sme).toBeNull()
    const elsewhere = await partiesIn(house)
    expect((await defaults(elsewhere.admin, `corporateNumber=${number}`)).sme).toBeNull()
    expect((await elsewhere.admin.get(`/v1/contracts/draft-defaults?serviceId=${net}`)).status).toBe(404)
  })

  test('the number as it was typed, wide and with hyphens; the fees and the penalty of the version on offer', async () => {
    const n = nextNumber()
    good(await one.ask.post('/v1/contracts', draft(net, { n })))
    const typed = corporateNumber(n).replace(/^(.)(....)(....)(....)$/, '$1-$2-$3-$4')
    const wide = typed.replaceAll(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
    const { sme, service } = await defaults(one.staff, `corporateNumber=${encodeURIComponent(wide)}&serviceId=${end}`)
    expect(sme.known.name).toBe('株式会社髙橋𠮷兵衛商店')
    expect(service).toMatchObject({
      serviceId: end,
      code: 'END',
      version: 1,
      edition: '1.2',
      monitoringType: 'endpoint',
      asksImportantTerminals: true,
    })
    const version = good(await one.ask.get(`/v1/services/${end}/versions/1`))
    expect(service).toMatchObject({
      name: version.facts.name,
      monthlyFeeExTaxYen: version.facts.monthlyFeeExTaxYen,
      monthlyFeePerTerminalExTaxYen: version.facts.monthlyFeePerTerminalExTaxYen,
      penalty: version.facts.termination.penalty,
    })
  })
})
