import { describe, expect, test } from 'vitest'
import type { ContractId } from '../../shared/domain/ids.ts'
import { leave } from '../support/cancelling.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, paper } from '../support/parties.ts'
import { wordsOfPage } from './reading.ts'

const { house, parties, net, leaver, attested, stopped } = await marketplace()

describe('who serves me now', () => {
  const linkTo = (contractId: string) => house.deps.links.servingFor(contractId as ContractId)
  const asked = async (contractId: string) => {
    const anyone = house.withToken(undefined)
    const link = await linkTo(contractId)
    const page = await anyone.get(`/v1/serving/${link}/page.html`)
    return { now: good(await anyone.get(`/v1/serving/${link}`)), page, words: wordsOfPage(page.text) }
  }

  test('before anything happens it is the seller; from the very commit of a discontinuance the implementing entity', async () => {
    const one = await parties.reseller('SERVES', [net])
    const contractId = await attested(one)
    const before = await asked(contractId)
    expect(before.now).toMatchObject({
      answering: [{ name: one.name, until: null }],
      counterparty: one.name,
      takenOverAt: null,
      knownOn: null,
      coverage: null,
      endedOn: null,
    })
    expect(before.words).toContain(`${one.name}が、責任を持ってサービスを提供しています。`)

    const { since } = await stopped(one)
    // No worker has come round yet.
    const { now, words } = await asked(contractId)
    expect(now.answering).toMatchObject([
      { name: one.name, until: since },
      { from: since, until: null },
    ])
    expect(now).toMatchObject({ counterparty: one.name, takenOverAt: since, coverage: { stage: 'atRisk', lost: [] } })
    expect(words).toContain(`${now.answering[1].name}が、責任を持ってサービスを提供しています。`)
    expect(words).toContain('責任を負う者が変わりました。')
    // The day the difficulty was known stands beside the instant of the commit, as on the notice (E12).
    expect(now.knownOn).toBe(house.clock.today())
    expect(words).toContain('が提供困難を知った日は、2026年10月1日です。')
    expect(words).toContain('この日からの提供についても、お客様に対して責任を負います')
    expect(words).toContain('確認中')
    for (const line of now.helpDesk) expect(words).toContain(line.replaceAll(/\s/g, ''))
  })

  test('whom to call can be called, and written to, with one touch', async () => {
    const { page, now } = await asked(await attested(await leaver()))
    const [line] = now.helpDesk
    const [phone] = /0[\d-]+/.exec(line) ?? []
    const [mail] = /[\w.]+@[\w.]+/.exec(line) ?? []
    expect(page.text).toContain(`href="tel:${phone?.replaceAll('-', '')}">${phone}</a>`)
    expect(page.text).toContain(`href="mailto:${mail}">${mail}</a>`)
    expect(page.text.match(/href="(?:tel|mailto):/g)).toHaveLength(2)
  })

  test('the letters of a takeover bring the link, and it is read without a login, by nobody who only guesses', async () => {
    const one = await leaver()
    const given = paper(net)
    const { contractId } = good(await one.ask.post('/v1/contracts/attest', given))
    await stopped(one)
    await house.settle()
    const letter = house.letters.findLast(({ to }) => to === given.sme.noticeContact.mail)
    const path = /example\.jp(\/v1\/serving\/\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
    const anyone = house.withToken(undefined)
    const page = await anyone.get(path)
    expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ])
    // Nobody's name, and nothing that a script would do. Its own address stands behind the one link that leads on.
    const onward = `/sign/ask.html#${await linkTo(contractId)}"`
    expect(page.text).toContain(onward)
    const said = page.text.replace(onward, '')
    for (const secret of [given.sme.name, given.sme.corporateNumber, given.sme.noticeContact.mail, contractId])
      expect(said).not.toContain(secret)
    expect(page.text).not.toContain('<script')

    const link = await linkTo(contractId)
    const other = await linkTo(await attested(await leaver()))
    const [, seal] = other.split('.')
    for (const guess of [contractId, `${contractId}.${seal}`, `${link}x`, `${link}.x`, link.slice(0, -1), 'nothing']) {
      const { status, body } = await anyone.get(`/v1/serving/${guess}`)
      expect([guess, status, body.kind]).toEqual([guess, 404, 'not-found'])
    }
    // A link to sign with is no link to read by, and the other way round.
    expect((await anyone.post('/v1/signing/open', { link })).body.kind).toBe('link-not-usable')
  })

  test('what is lost is said, and that it is back', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { path } = await stopped(one)
    await house.settle()
    house.clock.advance(3_600_000)
    const note = async (facet: string, finding: string) =>
      good(
        await parties.staff.post(`${path}/takeovers/${contractId}/coverage`, {
          facet,
          finding,
          evidence: '監視画面で確かめた。',
        }),
      )
    await note('monitoring', 'lost')
    const lost = await asked(contractId)
    expect(lost.now.coverage).toEqual({ stage: 'gap', lost: ['monitoring'] })
    expect(lost.words).toContain('止まっているものがあります')
    expect(lost.words).toContain('・監視')
    await note('monitoring', 'confirmed')
    await note('insurance', 'confirmed')
    expect((await asked(contractId)).now.coverage).toEqual({ stage: 'restored', lost: [] })
  })

  test('a contract that moved says so, one that ended says when, and one that was never concluded says nothing', async () => {
    const one = await leaver()
    const successor = await parties.reseller('NEXT', [net])
    const contractId = await attested(one)
    const { path } = await stopped(one)
    await house.settle()
    good(
      await parties.staff.post(`${path}/takeovers/${contractId}/settle`, {
        settlement: 'movedToReseller',
        resellerId: successor.resellerId,
        consent,
      }),
    )
    const moved = await asked(contractId)
    expect(moved.now.answering.at(-1)).toMatchObject({ name: successor.name, until: null })
    expect(moved.now.counterparty).toBe(successor.name)
    expect(moved.words).toContain('これまでの責任者')

    await leave(successor.ask, contractId, house.clock.today())
    const ended = await asked(contractId)
    expect(ended.now.endedOn).toBe(house.clock.today())
    expect(ended.words).toContain('に終わっています。')

    const draftOnly = good(await successor.ask.post('/v1/contracts', draft(net))).contractId
    expect((await house.withToken(undefined).get(`/v1/serving/${await linkTo(draftOnly)}`)).status).toBe(404)
  })
})
