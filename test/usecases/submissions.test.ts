import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped } = await marketplace()
const { staff, ipa } = parties
const one = await leaver()
await attested(one)
await stopped(one)
await house.settle()

const form = [
  { name: 'plan', is: 'paragraphs', mayBeOpen: false },
  { name: 'expectedCompletionOn', is: 'day', mayBeOpen: true },
  { name: 'contact', is: 'text', mayBeOpen: false },
]
const filledIn = { plan: '引き受ける。\n順に知らせる。', expectedCompletionOn: null, contact: '契約管理課' }
const listed = async (ask: typeof staff, query = '') => good(await ask.get(`/v1/submissions${query}`)).items

describe('第2章1.(10) a submission says of which kind it is', () => {
  test('in a list and by itself, with what it is about and what is to be filled in', async () => {
    const items = await listed(staff)
    expect(items.map(({ kind, name, to, serviceId }: any) => [kind, name.ja, to, serviceId])).toEqual(
      expect.arrayContaining([
        ['difficultyReport', '提供困難の報告', 'ipa', null],
        ['difficultyReport', '提供困難の報告', parties.registrationBodyId, null],
      ]),
    )
    const { form: asked, discontinuanceId } = good(await staff.get(`/v1/submissions/${items[0].submissionId}`))
    expect(discontinuanceId).toMatch(/^dsc_/)
    expect(asked).toMatchObject(form.map((field) => ({ ...field, says: null })))
  })

  test('those of one kind are listed, for whom they come from and for whom they go to; a kind that is none is refused', async () => {
    const first = (await listed(staff)).find(({ to }: any) => to === 'ipa')
    const path = `/v1/submissions/${first.submissionId}`
    expect((await staff.post(`${path}/send`, { ...filledIn, changedOn: '2026-10-01' })).status).toBe(400)
    expect((await staff.post(`${path}/send`, { plan: filledIn.plan })).status).toBe(400)
    good(await staff.post(`${path}/send`, filledIn))
    for (const ask of [staff, ipa]) expect(await listed(ask, '?kind=difficultyReport')).toEqual(await listed(ask))
    const refused = await staff.get('/v1/submissions?kind=changeNotice')
    expect([refused.status, refused.body.errors[0].where]).toEqual([400, 'kind'])
    const { form: filled, content } = good(await ipa.get(path))
    expect(filled).toMatchObject(
      form.map((field) => ({ ...field, says: filledIn[field.name as keyof typeof filledIn] })),
    )
    expect(content).toMatchObject({ ...filledIn, contracts: 1 })
  })
})
