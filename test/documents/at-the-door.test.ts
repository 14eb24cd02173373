import { describe, expect, test } from 'vitest'
import { printContract } from '../../functions/usecases/documents/print-documents.ts'
import { momentInWords } from '../../shared/domain/plain-date.ts'
import type { Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, paper } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'
import { tight, wordsOf, wordsOfPage } from './reading.ts'

const { house, parties, net } = await marketplace()
const { ask: seller, resellerId } = await parties.reseller('R1', [net])

describe('documents to print, at the door', () => {
  const printed = async (reply: Reply): Promise<string> => {
    good(reply)
    return wordsOf(reply.bytes)
  }

  test('the signer reads on paper what it reads on the page and what it signs', async () => {
    const { contractId, signer } = await readyToSign(house, seller, draft(net))
    const { disclosure, sha256, glyphNote } = good(await signer.get('/v1/signing/document'))
    const page = wordsOfPage((await signer.get('/v1/signing/document.html')).text)
    const reply = await signer.get('/v1/signing/document.pdf')
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${contractId}-document.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    const print = await printed(reply)
    expect(glyphNote).toBeNull()
    const said = [sha256, disclosure.sme.name, disclosure.service.name, disclosure.implementingEntity.name]
    for (const { label, lines } of disclosure.items) said.push(label, ...lines)
    // The tax of 280,000 and of 9,800 yen.
    for (const text of [...said, '308,000円', '10,780円']) {
      expect(page).toContain(tight(text))
      expect(print).toContain(tight(text))
    }
    const { bytes } = await seller.get(`/v1/contracts/${contractId}/document.pdf`)
    expect(Buffer.from(bytes).equals(Buffer.from(reply.bytes))).toBe(true)
  })

  test('a signature has its certificate: who, as what, by which ways, when, and where the ledger has it', async () => {
    const given = draft(net)
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    const path = `/v1/contracts/${contractId}/signing-certificate.pdf`
    expect((await seller.get(path)).body).toMatchObject({ kind: 'wrong-stage', stage: 'offered', needs: ['signed'] })
    house.clock.advance(61_000)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const certificate = await printed(await seller.get(path))
    const { items } = good(await parties.admin.get(`/v1/contracts/${contractId}/ledger`))
    const event = (type: string) => items.find(({ event }: { event: { type: string } }) => event.type === type)
    for (const type of ['contract-offered', 'signing-code-accepted', 'contract-signed']) {
      expect(certificate).toContain(event(type).at)
      expect(certificate).toContain(tight(momentInWords(event(type).at)))
    }
    const { mail, phone } = given.sme.signatory
    for (const text of ['髙橋 花子', '代表取締役', sha256, contractId, event('contract-signed').hash, phone.slice(-4)])
      expect(certificate).toContain(tight(text))
    expect(certificate).toContain(`b***@${mail.split('@')[1]}`)
    for (const secret of [mail, phone]) expect(certificate).not.toContain(secret)
    // It is the same certificate whenever it is asked for, whatever has happened since.
    const { bytes } = await seller.get(path)
    house.clock.advance(86_400_000)
    await house.settle()
    expect(Buffer.from((await parties.admin.get(path)).bytes).equals(Buffer.from(bytes))).toBe(true)
  })

  test('what was signed on paper has none: nobody here saw that signature', async () => {
    const { contractId } = good(await parties.admin.post('/v1/contracts/attest', paper(net, { resellerId })))
    expect((await parties.admin.get(`/v1/contracts/${contractId}/signing-certificate.pdf`)).body).toMatchObject({
      kind: 'wrong-stage',
      stage: 'attested',
    })
    expect(await printed(await parties.admin.get(`/v1/contracts/${contractId}/document.pdf`))).toContain('御中')
    expect(await printed(await parties.admin.get(`/v1/contracts/${contractId}/insurance-cover.pdf`))).toContain(
      '架空損害保険',
    )
  })

  test('the notice of a takeover says who answers from the very commit, and there is none without a takeover', async () => {
    const { resellerId: leaving } = await parties.reseller('R9', [net])
    const attested = paper(net, { resellerId: leaving })
    const { contractId } = good(await parties.admin.post('/v1/contracts/attest', attested))
    const path = `/v1/contracts/${contractId}/takeover-notice.pdf`
    expect((await parties.admin.get(path)).status).toBe(404)
    const proposal = { ground: 'staff', occurredOn: house.clock.today(), statement: '担当者がいなくなった。' }
    const { discontinuanceId } = good(
      await parties.staff.post('/v1/discontinuances', { resellerId: leaving, ...proposal }),
    )
    const { since } = good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    const before = await parties.admin.get(path)
    const notice = await printed(before)
    expect(notice).toContain(tight(momentInWords(since)))
    expect(notice).toContain('違約金はかかりません')
    await house.settle()
    expect(Buffer.from((await parties.admin.get(path)).bytes).equals(Buffer.from(before.bytes))).toBe(true)
    const letter = house.letters.findLast(({ to }) => to === attested.sme.noticeContact.mail)?.text ?? ''
    for (const choice of [
      'そのまま続ける',
      'ほかの再販協力会社に移す（ご同意が必要です）',
      '解約する（違約金はかかりません）',
    ]) {
      expect(tight(letter)).toContain(choice)
      expect(notice).toContain(choice)
    }
  })

  test('a character that cannot be drawn is refused by its name, before there is a contract to sign', async () => {
    const refused = await seller.post('/v1/contracts', draft(net, { sme: { name: '简易商店' } }))
    expect([refused.status, refused.body.errors[0].where]).toEqual([400, 'sme.name'])
    expect(refused.body.errors[0].why.ja).toContain('「简」（U+7B80）')
  })

  test('one that stands on record from before that was asked is named when it is printed', async () => {
    const { contractId } = good(await seller.post('/v1/contracts', draft(net)))
    const printing = { print: async () => ({ ok: false as const, missingGlyphs: ['简'] }) }
    const who = { role: 'entityAdmin', sub: 'admin', entityId: parties.entityId } as const
    const asked = printContract({ ...house.deps, printing })({ params: { contractId }, query: {}, body: {} }, {
      who,
    } as never)
    expect(await asked).toMatchObject({ refusal: { kind: 'cannot-be-printed', missingGlyphs: ['简'] } })
  })

  test('a variant that may be drawn as its base form is shown to whoever signs', async () => {
    const { signer } = await readyToSign(house, seller, draft(net, { sme: { name: '渡邉\u{e0102}商店' } }))
    const { glyphNote } = good(await signer.get('/v1/signing/document'))
    expect(glyphNote).toContain('U+9089 U+E0102')
    expect((await signer.get('/v1/signing/document.html')).text).toContain(glyphNote)
  })

  test('another’s contract has no document', async () => {
    const { ask: other } = await parties.reseller('R3', [net])
    const { contractId } = good(await seller.post('/v1/contracts', draft(net)))
    for (const name of ['document', 'insurance-cover', 'signing-certificate', 'takeover-notice'])
      expect((await other.get(`/v1/contracts/${contractId}/${name}.pdf`)).status).toBe(404)
  })
})
