import { describe, expect, test } from 'vitest'
import { attestedBy, bookOfRows, bookRow } from '../support/books.ts'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { justBefore } from '../support/interleaving.ts'
import { consent, type Leaver } from '../support/leaving.ts'
import { draft, emergencySupport, explanation, good, incidentNotice, nextNumber, paper } from '../support/parties.ts'
import { marketplace } from '../support/marketplace.ts'
import { amendment } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, attested, proposed, stopped, read } = await marketplace()

describe('a restricted reseller', () => {
  const restrict = ({ resellerId }: Leaver, reason = '苦情が続いている。') =>
    parties.admin.post(`/v1/resellers/${resellerId}/restrict`, { reason })
  const lift = ({ resellerId }: Leaver, reason = '苦情の対応が終わった。') =>
    parties.admin.post(`/v1/resellers/${resellerId}/lift`, { reason })
  const checked = { status: 409, body: { kind: 'being-checked' } }
  const no = { status: 409, body: { kind: 'wrong-stage', what: 'reseller', stage: 'restricted', needs: ['active'] } }

  test('offers nobody new, and puts no contract on record', async () => {
    const one = await leaver()
    good(await restrict(one))
    const { contractId } = good(await one.ask.post('/v1/contracts', draft(net)))
    good(await one.ask.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    expect(await one.ask.post(`/v1/contracts/${contractId}/offer`, {})).toMatchObject(no)
    expect(await one.ask.post('/v1/contracts/attest', paper(net))).toMatchObject(no)
    expect(await one.ask.post('/v1/contracts/attest?dryRun=true', paper(net))).toMatchObject(no)
    good(await lift(one))
    good(await one.ask.post(`/v1/contracts/${contractId}/offer`, {}))
    good(await one.ask.post('/v1/contracts/attest', paper(net)))
  })

  test('an SME that has its link open cannot sign, and can once the restriction is lifted', async () => {
    const one = await leaver()
    const { contractId, signer, sha256 } = await readyToSign(house, one.ask, draft(net))
    good(await restrict(one))
    expect(await signer.post('/v1/signing/sign', signature(sha256))).toMatchObject(checked)
    expect((await read(contractId)).stage).toBe('offered')
    good(await lift(one))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    expect((await read(contractId)).stage).toBe('live')
  })

  test('a signature that is under way loses: the gate is checked in its own transaction', async () => {
    const one = await leaver()
    const { contractId, signer, sha256 } = await readyToSign(house, one.ask, draft(net))
    justBefore(house, 'commit', () => restrict(one))
    expect(await signer.post('/v1/signing/sign', signature(sha256))).toMatchObject(checked)
    expect((await read(contractId)).stage).toBe('offered')
  })

  test('an offer and a paper contract that are under way lose as well', async () => {
    const one = await leaver()
    const { contractId } = good(await one.ask.post('/v1/contracts', draft(net)))
    good(await one.ask.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    justBefore(house, 'commit', () => restrict(one))
    expect(await one.ask.post(`/v1/contracts/${contractId}/offer`, {})).toMatchObject(no)
    good(await lift(one))
    justBefore(house, 'commit', () => restrict(one))
    expect(await one.ask.post('/v1/contracts/attest', paper(net))).toMatchObject(no)
  })

  test('goes on with what it has: amends, supports, tells, ends', async () => {
    const one = await leaver()
    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId, signer, sha256 } = await readyToSign(house, one.ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    good(await restrict(one))
    expect((await read(contractId)).responsibility.now).toBe(one.resellerId)

    const change = await amendmentToSign(
      house,
      one.ask,
      contractId,
      amendment(net, n, given.terms.startOn),
      given.sme.signatory,
    )
    good(await change.signer.post('/v1/signing/sign-amendment', amendmentSignature(change.sha256)))
    const today = house.clock.today()
    const path = `/v1/contracts/${contractId}`
    good(await one.ask.post(`${path}/incident-notices`, incidentNotice(today)))
    good(await one.ask.post(`${path}/emergency-supports`, { ...emergencySupport(today), purpose: 'setUp' }))
    good(
      await one.ask.post(`${path}/terminate`, {
        ground: 'agreed',
        on: today,
        warned: null,
        words: '双方の合意により終わりにする。',
        by: '結城',
      }),
    )
    expect((await read(contractId)).stage).toBe('ended')
  })

  test('the implementing entity puts on record what it signed on paper until the day of its restriction', async () => {
    const one = await leaver()
    const { resellerId } = one
    const on = (signedOn: string) => parties.admin.post('/v1/contracts/attest', paper(net, { resellerId, signedOn }))
    const today = house.clock.today()
    good(await restrict(one))
    expect((await on(today)).status).toBe(201)
    house.clock.advance(86_400_000)
    expect(await on(house.clock.today())).toMatchObject(no)
    expect((await on(today)).status).toBe(201)
    house.clock.advance(-86_400_000)
  })

  test('a book row signed after its restriction is refused, and the row says why', async () => {
    const code = `B${nextNumber()}`
    const one = await parties.reseller(code, [net])
    good(await restrict(one))
    const today = house.clock.today()
    house.clock.advance(86_400_000)
    const rowOf = (on: string) => bookRow({ 再販協力会社コード: code, 契約日: on, 説明日: on })
    const content = bookOfRows(rowOf(today), rowOf(house.clock.today()))
    const { operationId } = good(
      await parties.staff.post('/v1/contract-imports', { format: 'csv', content, attestedBy }),
    )
    await house.settle()
    const { items } = good(await parties.staff.get(`/v1/operations/${operationId}/rows`))
    expect(items).toMatchObject([{ verdict: 'accepted' }, { verdict: 'refused', problem: no.body }])
    house.clock.advance(-86_400_000)
  })

  test('nothing is moved to it in a takeover', async () => {
    const [from, to] = [await leaver(), await leaver()]
    const contractId = await attested(from)
    const { path } = await stopped(from)
    await house.settle()
    good(await restrict(to))
    const move = { settlement: 'movedToReseller', resellerId: to.resellerId, consent }
    const takeover = `${path}/takeovers/${contractId}`
    expect(await parties.staff.post(`${takeover}/settle`, move)).toMatchObject(no)
    good(await lift(to))
    good(await parties.staff.post(`${takeover}/settle`, move))
  })

  test('can be found to be unable to go on, and then stands there for good', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    good(await restrict(one))
    const id = await proposed(one)
    good(await parties.admin.post(`/v1/discontinuances/${id}/approve`))
    expect((await read(contractId)).responsibility.now).toBe(parties.entityId)
    expect(good(await parties.admin.get(`/v1/resellers/${one.resellerId}`))).toMatchObject({
      stage: 'discontinued',
      restrictedSince: null,
    })
    expect((await lift(one)).body).toMatchObject({ kind: 'wrong-stage', stage: 'discontinued' })
  })

  test('is told why, when it begins and when it ends', async () => {
    const one = await leaver()
    // What others are still owed comes before.
    await house.settle()
    const before = house.letters.length
    const { restrictedSince, stage } = good(await restrict(one, '説明の記録がない契約が続いたため。'))
    expect([stage, restrictedSince]).toEqual(['restricted', house.clock.now()])
    await house.settle()
    const letterAbout = (what: string) => house.letters.slice(before).find(({ subject }) => subject.includes(what))
    const begun = letterAbout('停止')
    expect(begun?.text).toContain('説明の記録がない契約が続いたため。')
    expect(begun?.text).toContain('これまでどおり')
    good(await lift(one, '改善を確かめたため。'))
    await house.settle()
    const over = letterAbout('再開')
    expect(over?.text).toContain('改善を確かめたため。')
    expect(over?.to).toBe(begun?.to)
  })

  test('is listed as such, and once is enough', async () => {
    const one = await leaver()
    good(await restrict(one))
    expect((await restrict(one)).body).toMatchObject({ kind: 'wrong-stage', stage: 'restricted', needs: ['active'] })
    const { items } = good(await parties.admin.get('/v1/resellers?stage=restricted'))
    expect(items.map(({ resellerId }: any) => resellerId)).toContain(one.resellerId)
    good(await lift(one))
    expect((await lift(one)).body).toMatchObject({ kind: 'wrong-stage', stage: 'active', needs: ['restricted'] })
  })
})
