import { describe, expect, test } from 'vitest'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { formReading } from '../support/form-reading.ts'
import { draft, everyItem, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { enter, readyToSign, signature, speaker } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const { admin, staff } = parties
const r1 = await parties.reseller('R1', [net])
const today = house.clock.today()
const everythingStated = formReading(today, {})
const { formSha256, formName, readBy } = everythingStated
const without = (...items: readonly string[]) => everyItem.filter((item) => !items.includes(item))

const attested = async (ask: Ask = admin, serviceId = net): Promise<string> =>
  good(await ask.post('/v1/contracts/attest', paper(serviceId))).contractId
const recordOf = async (reading: object, ask: Ask = staff) => {
  const reply = await ask.post('/v1/form-readings', reading)
  await house.settle()
  return reply
}
/** Records a reading that is taken in, and gives what became of it. */
const read = async (more: object) => good(await recordOf({ ...everythingStated, ...more })).operationId as string
const outcome = async (operationId: string) => good(await staff.get(`/v1/operations/${operationId}`))
const rowsOf = async (operationId: string) => good(await staff.get(`/v1/operations/${operationId}/rows`)).items
const clausesOf = async (contractId: string) =>
  good(await admin.get(`/v1/contracts/${contractId}/conformity`)).clauses as readonly any[]
const verdictOf = async (contractId: string, clause = '第2章1.(6)') =>
  (await clausesOf(contractId)).find(({ label }) => label === clause).verdict as string
const partOf = async (contractId: string, clause: string, rule: string) =>
  (await clausesOf(contractId)).find(({ label }) => label === clause).parts.find((part: any) => part.rule === rule)
const readings = async (contractId: string, ask: Ask = admin) => ask.get(`/v1/contracts/${contractId}/form-readings`)

/** Every clause under which a disclosed item is stated in a contract's own text, with the rule that asks it. */
const stating = [
  ['第2章1.(5)', 'insurance-cover-is-stated', ['insurance']],
  ['第2章1.(5)', 'self-pay-is-stated', ['selfPay']],
  ['第2章1.(6)', 'device-and-countries-are-disclosed', ['devices', 'provisionCountries', 'dataStorage']],
  ['第2章1.(7)ウ', 'conditions-are-stated', ['initialFee', 'monthlyFee', 'term']],
  ['第2章1.(7)オ', 'leaving-is-stated', ['penalty', 'rightToCancel']],
] as const

describe('a disclosed fact of a contract on paper (E14)', () => {
  test.each(stating)('%s is awaited while only the attester vouches for it: %s', async (clause, rule, items) => {
    const contractId = await attested()
    const part = await partOf(contractId, clause, rule)
    expect([part.verdict, part.doubts.map(({ kind, where }: any) => [kind, where])]).toEqual([
      'awaited',
      items.map((item) => ['awaited', `items.${item}`]),
    ])
    expect(await verdictOf(contractId, clause)).toBe('awaited')
  })

  test.each(stating)(
    '%s is kept once a named person found every item of it stated: %s',
    async (clause, rule, items) => {
      const contractId = await attested()
      await read({ stated: items, on: { contractIds: [contractId] } })
      expect((await partOf(contractId, clause, rule)).verdict).toBe('kept')
    },
  )

  test.each(stating)('%s is breached where whoever read the form did not find it: %s', async (clause, rule, items) => {
    const contractId = await attested()
    await read({ stated: without(...items), notStated: items, on: { contractIds: [contractId] } })
    const part = await partOf(contractId, clause, rule)
    expect([part.verdict, part.objections.length]).toEqual(['breached', items.length])
    expect(part.objections[0].why.ja).toContain('の記載がないと、様式を確認した人が記録しています。')
    expect(await verdictOf(contractId, clause)).toBe('breached')
  })

  test('stays awaited item by item: one of three that nobody looked for is enough', async () => {
    const contractId = await attested()
    await read({ stated: without('dataStorage'), on: { contractIds: [contractId] } })
    const part = await partOf(contractId, '第2章1.(6)', 'device-and-countries-are-disclosed')
    expect([part.verdict, part.doubts.map(({ where }: any) => where)]).toEqual(['awaited', ['items.dataStorage']])
  })

  test('is kept when the SME confirmed the contract itself, even where a form was found not to state it', async () => {
    const given = paper(net)
    const made = good(await admin.post('/v1/contracts/attest', given))
    await house.settle()
    const letter = house.letters.findLast(({ to }) => to === given.sme.noticeContact.mail)
    const link = /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
    const confirmer = await enter(house, link, given.sme.noticeContact.phone)
    const { acknowledged } = signature('')
    good(
      await confirmer.post('/v1/signing/confirm', {
        documentSha256: made.document.sha256,
        acknowledged,
        signer: speaker,
      }),
    )
    expect(await verdictOf(made.contractId)).toBe('kept')
    await read({ stated: [], notStated: ['devices'], on: { contractIds: [made.contractId] } })
    expect(await verdictOf(made.contractId)).toBe('kept')
  })

  test('of a contract signed here is kept: its text is the disclosure itself', async () => {
    const { contractId, signer, sha256 } = await readyToSign(house, r1.ask, draft(net))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    for (const [clause, rule] of stating) expect((await partOf(contractId, clause, rule)).verdict).toBe('kept')
    const no = await outcome(await read({ on: { contractIds: [contractId] } }))
    expect([no.accepted, no.refused]).toEqual([0, 1])
  })

  test('shows among what cannot be told of the contract, clause by clause', async () => {
    const contractId = await attested()
    const shown = async () => {
      const { formReading, doubts } = good(await admin.get(`/v1/contracts/${contractId}`))
      return { formReading, doubts: doubts.filter(({ kind }: any) => kind === 'awaited') }
    }
    const clauses = [...new Set(stating.map(([clause]) => clause))]
    expect(await shown()).toEqual({
      formReading: null,
      doubts: clauses.map((clause) => ({ kind: 'awaited', clause })),
    })
    await read({ stated: without('penalty'), notStated: ['penalty'], on: { contractIds: [contractId] } })
    expect(await shown()).toEqual({
      formReading: { readOn: today, stated: without('penalty'), notStated: ['penalty'], unread: [] },
      doubts: [],
    })
  })
})

describe('a reading of a form', () => {
  test('is corrected by a newer one, which counts; both stay on record with who read what and when', async () => {
    const contractId = await attested()
    await read({ stated: without('devices'), notStated: ['devices'], on: { contractIds: [contractId] } })
    expect(await verdictOf(contractId)).toBe('breached')
    const second = { readBy: { name: '架空 三子', title: '監査室' }, formSha256: 'e'.repeat(64) }
    await read({ ...second, on: { contractIds: [contractId] } })
    expect(await verdictOf(contractId)).toBe('kept')
    const { items } = good(await readings(contractId))
    expect(items).toMatchObject([
      { ...second, formName, notStated: [], readOn: today, newest: true },
      { formSha256, formName, readBy, notStated: ['devices'], newest: false },
    ])
    const ledger = good(await admin.get(`/v1/contracts/${contractId}/ledger`)).items
    expect(ledger.filter(({ event }: any) => event.type === 'form-read')).toHaveLength(2)
    expect(JSON.stringify(ledger)).not.toContain(readBy.name)
  })

  test('is the implementing entity’s to record; a reseller reads what is recorded of the contracts it holds', async () => {
    const contractId = await attested(r1.ask)
    expect((await recordOf({ ...everythingStated, on: { contractIds: [contractId] } }, r1.ask)).status).toBe(403)
    await read({ on: { contractIds: [contractId] } })
    expect(good(await readings(contractId, r1.ask)).items).toHaveLength(1)
    const other = await parties.reseller(`R${nextNumber()}`, [net])
    expect((await readings(contractId, other.ask)).status).toBe(404)
  })

  test('of another implementing entity’s contract finds nothing, and tells nothing of it', async () => {
    const others = await partiesIn(house)
    const theirs = await others.service('NET', { as: `T${nextNumber()}` })
    const stranger = await attested(others.admin, theirs)
    const own = await attested()
    const { status, body } = await recordOf({ ...everythingStated, on: { contractIds: [own, stranger] } })
    expect([status, body.kind]).toEqual([404, 'not-found'])
    expect(good(await readings(own)).items).toEqual([])
    expect(good(await readings(stranger, others.admin)).items).toEqual([])
  })

  test.each([
    ['of a day to come', { readOn: '2199-01-01' }, 'out-of-order', 'readOn'],
    ['that looked for nothing', { stated: [], notStated: [] }, 'does-not-fit', 'stated'],
    ['that says both of one item', { stated: everyItem, notStated: ['devices'] }, 'does-not-fit', 'notStated'],
    ['without a hash of the form', { formSha256: 'x' }, 'malformed', undefined],
    ['without a name', { readBy: { name: ' ', title: '法務課' } }, 'malformed', undefined],
    ['of an item nobody knows', { stated: ['nothing'] }, 'malformed', undefined],
  ] as const)('%s is refused, and changes nothing', async (_, wrong, kind, what) => {
    const contractId = await attested()
    const { status, body } = await recordOf({ ...everythingStated, ...wrong, on: { contractIds: [contractId] } })
    expect([status >= 400, body.kind, body.what]).toEqual([true, kind, what])
    expect(good(await readings(contractId)).items).toEqual([])
  })

  test('names each contract once, and one of the drafts it names is refused by itself', async () => {
    const [one, two] = [await attested(), await attested()]
    const twice = await recordOf({ ...everythingStated, on: { contractIds: [one, two, one] } })
    expect([twice.body.kind, twice.body.what, twice.body.given]).toEqual(['does-not-fit', 'on.contractIds', one])
    const drafted = good(await r1.ask.post('/v1/contracts', draft(net))).contractId as string
    const results = await rowsOf(await read({ on: { contractIds: [one, drafted, two] } }))
    expect(results.map(({ verdict, problem }: any) => [verdict, problem?.kind])).toEqual([
      ['accepted', undefined],
      ['refused', 'wrong-stage'],
      ['accepted', undefined],
    ])
  })

  test('is taken in once under one key', async () => {
    const contractId = await attested()
    const body = { ...everythingStated, on: { contractIds: [contractId] } }
    const key = { key: `reading-${nextNumber()}` }
    const [first, again] = [
      good(await staff.post('/v1/form-readings', body, key)),
      good(await staff.post('/v1/form-readings', body, key)),
    ]
    await house.settle()
    expect(again.operationId).toBe(first.operationId)
    expect(good(await readings(contractId)).items).toHaveLength(1)
  })
})

describe('the gap from 1.1 to 1.2 (E14)', () => {
  test('touches a contract on paper until its form was read, and a form that does not state it stays touched', async () => {
    const serviceId = await parties.service('NET', { as: `OLD${nextNumber()}`, edition: '1.1' })
    const item = async () =>
      good(await admin.get(`/v1/services/${serviceId}/gap`)).items.find(({ code }: any) =>
        code.includes('device-and-countries-are-disclosed'),
      )
    expect((await item()).state).toBe('done')
    const contractId = await attested(admin, serviceId)
    expect(await item()).toMatchObject({ state: 'open', contractsTouched: 1, examples: [contractId] })
    expect((await item()).missing.map(({ where }: any) => where)).toEqual([
      'items.devices',
      'items.provisionCountries',
      'items.dataStorage',
    ])
    await read({ stated: without('devices'), notStated: ['devices'], on: { contractIds: [contractId] } })
    expect(await item()).toMatchObject({ state: 'open', missing: [{ where: 'items.devices' }] })
    await read({ on: { contractIds: [contractId] } })
    expect(await item()).toMatchObject({ state: 'done', contractsTouched: 0 })
  })
})
