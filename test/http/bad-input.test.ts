import { describe, expect, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { corporateNumber, draft, paper } from '../support/parties.ts'
import { sceneIn } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'
import type { Reply } from '../support/house.ts'

const scene = await sceneIn(await newHouse())
const serviceId = (scene.requests.draftContract.body as any).terms.serviceId
const before = await stateOf(scene.house.table)

describe('bad input', () => {
  const drafted = (more: object) => scene.askOf.resellerAdmin.post('/v1/contracts', { ...draft(serviceId), ...more })
  const withTerms = (terms: object) => scene.askOf.resellerAdmin.post('/v1/contracts', draft(serviceId, { terms }))
  const withSme = (sme: object) => scene.askOf.resellerAdmin.post('/v1/contracts', draft(serviceId, { sme }))
  const isMalformed = async ({ status, body, headers }: Reply, where: string) => {
    expect([status, body.kind]).toEqual([400, 'malformed'])
    expect(headers['content-type']).toContain('application/problem+json')
    expect(body.errors.map((error: { where: string }) => error.where)).toContain(where)
    for (const { why } of body.errors) expect([why.ja, why.en].every((text) => text.length > 0)).toBe(true)
    expect(await stateOf(scene.house.table)).toBe(before)
  }

  const malformed: Readonly<Record<string, readonly [() => Promise<Reply>, string]>> = {
    'an unknown field': [() => drafted({ discount: 5 }), 'discount'],
    'an unknown field within': [() => withTerms({ discount: 5 }), 'terms.discount'],
    'a missing field': [() => drafted({ sme: undefined }), 'sme'],
    'a number as a text': [() => withTerms({ monthlyFeeExTaxYen: '9800' }), 'terms.monthlyFeeExTaxYen'],
    'a text as a number': [() => withSme({ name: 5 }), 'sme.name'],
    'a list as an object': [() => drafted({ terms: [] }), 'terms'],
    'null where something is': [() => drafted({ terms: null }), 'terms'],
    'a wrong check digit': [() => withSme({ corporateNumber: '4011001098994' }), 'sme.corporateNumber'],
    'a corporate number of twelve digits': [() => withSme({ corporateNumber: '401100109899' }), 'sme.corporateNumber'],
    'a corporate number in full-width digits': [
      () => withSme({ corporateNumber: '４０１１００１０９８９９３' }),
      'sme.corporateNumber',
    ],
    'a corporate number that begins with zero': [
      () => withSme({ corporateNumber: '0011001098993' }),
      'sme.corporateNumber',
    ],
    'a day that does not exist': [() => withTerms({ startOn: '2026-02-30' }), 'terms.startOn'],
    'a leap day in a common year': [() => withTerms({ startOn: '2027-02-29' }), 'terms.startOn'],
    'a day with a time': [() => withTerms({ startOn: '2026-10-15T00:00:00Z' }), 'terms.startOn'],
    'a day beyond reach': [() => withTerms({ startOn: '9999-12-31' }), 'terms.startOn'],
    'a day in slashes': [() => withTerms({ startOn: '2026/10/15' }), 'terms.startOn'],
    'a negative fee': [() => withTerms({ monthlyFeeExTaxYen: -1 }), 'terms.monthlyFeeExTaxYen'],
    'a fractional fee': [() => withTerms({ monthlyFeeExTaxYen: 9800.5 }), 'terms.monthlyFeeExTaxYen'],
    'a fee beyond all money': [() => withTerms({ monthlyFeeExTaxYen: 1e21 }), 'terms.monthlyFeeExTaxYen'],
    'a negative part of the initial fee': [
      () => withTerms({ initialFeeParts: [{ what: '値引き', exTaxYen: -50_000 }] }),
      'terms.initialFeeParts.0.exTaxYen',
    ],
    'too many parts': [
      () => withTerms({ initialFeeParts: Array.from({ length: 21 }, () => ({ what: '費用', exTaxYen: 1 })) }),
      'terms.initialFeeParts',
    ],
    'half a terminal': [() => withTerms({ terminals: 0.5 }), 'terms.terminals'],
    'a term of no months': [() => withTerms({ termMonths: 0 }), 'terms.termMonths'],
    'a prefecture that does not exist': [() => withSme({ prefecture: '東京' }), 'sme.prefecture'],
    'a control character in a name': [() => withSme({ name: '株式会社\u0000甲' }), 'sme.name'],
    'a line break in a name': [() => withSme({ name: '株式会社\n甲' }), 'sme.name'],
    'a turned-around name': [() => withSme({ name: '株式会社\u202e甲' }), 'sme.name'],
    'a zero-width mark in a name': [() => withSme({ name: '株式会社\u200b甲' }), 'sme.name'],
    'half a character': [
      () =>
        scene.askOf.resellerAdmin.post('/v1/contracts', undefined, {
          raw: JSON.stringify(draft(serviceId)).replace('株式会社髙橋𠮷兵衛商店', '\\ud83d'),
        }),
      'sme.name',
    ],
    'a name of blanks': [() => withSme({ name: '　 ' }), 'sme.name'],
    'a name without end': [() => withSme({ name: '甲'.repeat(151) }), 'sme.name'],
    'a mail address that is none': [
      () => withSme({ noticeContact: { mail: 'desk', phone: null } }),
      'sme.noticeContact.mail',
    ],
    'a phone that is none': [
      () => withSme({ noticeContact: { mail: null, phone: 'call me' } }),
      'sme.noticeContact.phone',
    ],
    'an unknown function': [() => drafted({ functions: ['telepathy'] }), 'functions.0'],
    'an id of another kind': [() => withTerms({ serviceId: scene.entityId }), 'terms.serviceId'],
    'a country in small letters': [
      () =>
        scene.admin.post('/v1/services', {
          code: 'C',
          facts: { ...(scene.requests.registerService.body as any).facts, serviceProvisionCountries: ['jp'] },
        }),
      'facts.serviceProvisionCountries.0',
    ],
    'a body where none belongs': [
      () => scene.askOf.resellerAdmin.post(scene.requests.withdrawContract.path, { why: 'so' }),
      'why',
    ],
    'a query nobody asked for': [() => scene.admin.get('/v1/contracts?sort=name'), 'sort'],
    'a page of no size': [() => scene.admin.get('/v1/contracts?limit=0'), 'limit'],
    'a page of every size': [() => scene.admin.get('/v1/contracts?limit=201'), 'limit'],
    'a stage that does not exist': [() => scene.admin.get('/v1/contracts?stage=live,ended'), 'stage'],
    'a dry run that is neither': [
      () => scene.askOf.resellerAdmin.post('/v1/contracts?dryRun=maybe', draft(serviceId)),
      'dryRun',
    ],
    'a report without days': [() => scene.admin.get('/v1/reports/contracts'), 'from'],
  }
  test.each(Object.entries(malformed))('%s is named, with its place', async (_, [ask, where]) => {
    await isMalformed(await ask(), where)
  })

  test('a country outside ISO 3166-1 is a breach of 第2章1.(6), named by its place', async () => {
    const facts = { ...(scene.requests.registerService.body as any).facts, serviceProvisionCountries: ['JP', 'XX'] }
    const { status, body } = await scene.admin.post('/v1/services?dryRun=true', { code: 'XX', facts })
    expect(status).toBe(201)
    expect(body.breaches).toMatchObject([{ clause: '第2章1.(6)', where: 'facts.serviceProvisionCountries.1' }])
  })

  test('everything that is wrong is said at once', async () => {
    const { body } = await scene.askOf.resellerAdmin.post('/v1/contracts', {
      ...draft(serviceId, {
        terms: { monthlyFeeExTaxYen: -1, startOn: '2026-13-01' },
        sme: { name: '', employees: 'many' },
      }),
      extra: 1,
    })
    expect(body.errors.map(({ where }: { where: string }) => where).sort()).toEqual([
      'extra',
      'sme.employees',
      'sme.name',
      'terms.monthlyFeeExTaxYen',
      'terms.startOn',
    ])
  })

  const atTheDoor: Readonly<Record<string, readonly [() => Promise<Reply>, number, string]>> = {
    'a body that is not JSON': [
      () => scene.admin.post('/v1/services', undefined, { raw: '{"code":' }),
      400,
      'not-json',
    ],
    'a body that nests without end': [
      () => scene.admin.post('/v1/services', undefined, { raw: '['.repeat(50_000) + ']'.repeat(50_000) }),
      400,
      'not-json',
    ],
    'a body that nests twenty-one deep': [
      () => scene.admin.post('/v1/services', undefined, { raw: '{"a":'.repeat(21) + '1' + '}'.repeat(21) }),
      400,
      'not-json',
    ],
    'a body of many colours': [
      () =>
        scene.admin.post('/v1/services', undefined, { raw: '<x/>', headers: { 'content-type': 'application/xml' } }),
      415,
      'unsupported-media-type',
    ],
    'a body without a type': [
      () => scene.admin.post('/v1/services', undefined, { raw: '{}', headers: { 'content-type': '' } }),
      415,
      'unsupported-media-type',
    ],
    'a body too large': [
      () => scene.admin.post('/v1/services', undefined, { raw: JSON.stringify({ code: 'x'.repeat(262_144) }) }),
      413,
      'too-large',
    ],
    'a path that does not exist': [() => scene.admin.get('/v1/nothing'), 404, 'no-such-route'],
    'a path outside': [() => scene.admin.get('/etc/passwd'), 404, 'no-such-route'],
    'a method that does not exist there': [() => scene.admin.post('/v1/me'), 405, 'method-not-allowed'],
    'an id of the wrong form': [() => scene.admin.get('/v1/contracts/ctr_x'), 404, 'not-found'],
    'an id that climbs': [() => scene.admin.get('/v1/contracts/..%2f..%2fx'), 404, 'not-found'],
    'a list as the whole body': [() => scene.admin.post('/v1/services', []), 400, 'malformed'],
    'a number as the whole body': [() => scene.admin.post('/v1/services', 7), 400, 'malformed'],
  }
  test.each(Object.keys(atTheDoor))('%s goes no further than the door', async (name) => {
    const [ask, status, kind] = atTheDoor[name] ?? []
    const answer = await ask?.()
    expect([answer?.status, answer?.body.kind]).toEqual([status, kind])
    expect(await stateOf(scene.house.table)).toBe(before)
  })

  test('days out of order are refused with both days', async () => {
    const { admin } = scene
    const tomorrow = '2026-10-02'
    const { body } = await admin.post('/v1/contracts/attest', paper(serviceId, { signedOn: tomorrow }))
    expect(body).toMatchObject({ kind: 'out-of-order', what: 'signedOn', notBefore: tomorrow })
    const report = await admin.get('/v1/reports/contracts?from=2026-10-01&until=2026-09-30')
    expect([report.status, report.body.kind]).toEqual([422, 'out-of-order'])
  })

  test('a number nobody has is nobody’s contract', async () => {
    const page = await scene.admin.get(`/v1/contracts?corporateNumber=${corporateNumber(999_999)}`)
    expect([page.status, page.body.items]).toEqual([200, []])
  })
})
