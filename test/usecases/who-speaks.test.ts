import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { opened } from '../support/exports.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, everyItem, good, nextNumber, paper } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { bringsPapers, enter, linkSentTo, readyToSign, signature, speaker } from '../support/signing.ts'
import { confirmationForm } from '../../functions/papers/words-of-smes.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask
const view = async (contractId: string) => good(await seller.get(`/v1/contracts/${contractId}`))

/** A paper contract, and its SME behind the link it was asked by. */
const asked = async () => {
  const given = paper(net, { n: nextNumber() })
  const { mail, phone } = given.sme.noticeContact
  const made = good(await seller.post('/v1/contracts/attest', given))
  await house.settle()
  const link = linkSentTo(house, mail)
  const sme = await enter(house, link, phone)
  const { sha256 } = good(await sme.get('/v1/signing/document'))
  return { contractId: made.contractId as string, sme, sha256 }
}

/** A signed contract, and its SME on its own page. */
const ownPage = async () => {
  const given = draft(net)
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  good(await seller.post(`/v1/contracts/${contractId}/send-own-link`, {}))
  await house.settle()
  const { mail, phone } = given.sme.signatory
  const link = linkSentTo(house, mail)
  return { contractId, mail, owner: await enter(house, link, phone) }
}

describe('a contract that is read names whom its text names and who spoke (C29)', () => {
  test('nobody has spoken yet: 髙橋 花子 is asked, and no signer stands', async () => {
    const { contractId } = await readyToSign(house, seller, draft(net))
    expect(await view(contractId)).toMatchObject({
      addressee: { name: '髙橋 花子', title: '代表取締役' },
      signer: null,
    })
  })

  test('another person signs: both stand in the view, and that they differ', async () => {
    const { contractId, signer, sha256 } = await readyToSign(house, seller, draft(net))
    good(await signer.post('/v1/signing/sign', signature(sha256, { signer: { name: '架空 太郎', title: '経理担当' } })))
    expect((await view(contractId)).signer).toEqual({
      said: 'signed',
      revision: 1,
      name: '架空 太郎',
      title: '経理担当',
      isAddressee: false,
    })
    expect((await view(contractId)).addressee).toEqual({ name: '髙橋 花子', title: '代表取締役' })
  })

  test("a blank's difference is no difference", async () => {
    const { contractId, signer, sha256 } = await readyToSign(house, seller, draft(net))
    const written = { signer: { name: '髙橋　花子', title: '社長' } }
    good(await signer.post('/v1/signing/sign', signature(sha256, written)))
    expect((await view(contractId)).signer).toMatchObject({ name: '髙橋　花子', title: '社長', isAddressee: true })
  })

  test('after a change was signed, whoever signed that, to the 2nd revision', async () => {
    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const change = amendment(net, n, '2026-10-15')
    const { signer: again, sha256: text } = await amendmentToSign(
      house,
      seller,
      contractId,
      change,
      given.sme.signatory,
    )
    const by = { name: '架空 次郎', title: '専務' }
    good(await again.post('/v1/signing/sign-amendment', { ...amendmentSignature(text), signer: by }))
    expect((await view(contractId)).signer).toMatchObject({ said: 'signed', revision: 2, ...by })
  })

  test('the SME sees the same on its own page', async () => {
    const { owner } = await ownPage()
    expect(good(await owner.get('/v1/signing/contract'))).toMatchObject({
      addressee: { name: '髙橋 花子', title: '代表取締役' },
      signer: { said: 'signed', name: '髙橋 花子', isAddressee: true },
    })
  })
})

describe('whoever confirms or disputes a paper contract says who speaks (C29)', () => {
  test('a confirmation keeps name and capacity, and the contract shows them', async () => {
    const { contractId, sme, sha256 } = await asked()
    const signer = { name: '架空 三郎', title: '総務部長' }
    good(await sme.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer }))
    expect((await view(contractId)).signer).toMatchObject({ said: 'confirmed', revision: 1, ...signer })
  })

  test('so does a dispute', async () => {
    const { contractId, sme } = await asked()
    const signer = { name: '架空 四郎', title: '店主' }
    good(await sme.post('/v1/signing/dispute', { what: '台数が違います。', signer }))
    expect((await view(contractId)).signer).toMatchObject({ said: 'disputed', ...signer })
    const { items } = good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`))
    expect(JSON.stringify(items)).not.toContain('架空 四郎')
  })

  test('a word from before anybody was asked reads as not recorded', async () => {
    const { contractId, sme, sha256 } = await asked()
    const { spokenIn } = await import('../../functions/views/who-spoke.ts')
    good(await sme.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer: speaker }))
    const papers = await house.deps.ledger.papersBetween(contractId, 'confirmation-', 'signature-~')
    const before = papers.map((one) =>
      one.name.startsWith('confirmation')
        ? { ...one, content: confirmationForm.write({ documentSha256: sha256, acknowledged: everyItem }) }
        : one,
    )
    expect(spokenIn(before, { documentSha256: sha256 }).signer).toEqual({
      said: 'confirmed',
      revision: 1,
      name: null,
      title: null,
      isAddressee: null,
    })
  })
})

const nothing = [' ', '　', 'ㅤ', '⠀', '\u{00AD}', '\u{FE0F}']

describe('an act of an SME without a name is refused and changes nothing (C29)', () => {
  const acts = {
    confirm: async () => {
      const { contractId, sme, sha256 } = await asked()
      return { contractId, ask: sme, path: 'confirm', body: { documentSha256: sha256, acknowledged: everyItem } }
    },
    dispute: async () => {
      const { contractId, sme } = await asked()
      return { contractId, ask: sme, path: 'dispute', body: { what: '台数が違います。' } }
    },
    consent: async () => {
      const { contractId, owner } = await ownPage()
      return { contractId, ask: owner, path: 'consents', body: { kind: 'positionTransfer' } }
    },
    'taking a consent back': async () => {
      const { contractId, owner } = await ownPage()
      return { contractId, ask: owner, path: 'consents/withdraw', body: { kind: 'remoteSupport' } }
    },
    'asking to leave': async () => {
      const { contractId, owner } = await ownPage()
      const body = { on: house.clock.today(), reason: '移転のため' }
      return { contractId, ask: owner, path: 'request-cancellation', body }
    },
    leaving: async () => {
      const { contractId, owner } = await ownPage()
      return { contractId, ask: owner, path: 'cancel', body: { penaltyExTaxYen: 0 } }
    },
    staying: async () => {
      const { contractId, owner } = await ownPage()
      return { contractId, ask: owner, path: 'withdraw-cancellation', body: {} }
    },
  }

  test.each(Object.keys(acts) as (keyof typeof acts)[])('%s', async (act) => {
    const { contractId, ask, path, body } = await acts[act]()
    const { version } = await view(contractId)
    const send = async (signer: object | undefined) => {
      const { status, body: problem } = await ask.post(`/v1/signing/${path}`, { ...body, ...(signer && { signer }) })
      return [status, problem.kind, problem.errors?.map(({ where }: { where: string }) => where).join()]
    }
    expect(await send(undefined)).toEqual([400, 'malformed', 'signer'])
    for (const name of nothing) {
      expect(await send({ name, title: '店主' }), name).toEqual([400, 'malformed', 'signer.name'])
      expect(await send({ name: '架空 花子', title: name }), name).toEqual([400, 'malformed', 'signer.title'])
    }
    expect((await view(contractId)).version).toBe(version)
  })
})

describe('what an SME does on its own page names who did it (C29)', () => {
  const by = { name: '架空 五郎', title: '経理担当' }
  const letterTo = (mail: string) =>
    house.letters.findLast((letter) => letter.to === mail && !bringsPapers(letter))?.text ?? ''

  test('the receipt of a consent, and its letter', async () => {
    const { contractId, mail, owner } = await ownPage()
    good(await owner.post('/v1/signing/consents', { kind: 'positionTransfer', signer: by }))
    await house.settle()
    const { items } = good(await seller.get(`/v1/contracts/${contractId}/consents`))
    expect(items.at(-1)).toMatchObject({ by: 'sme', signer: by })
    expect(letterTo(mail)).toContain('お手続きをされた方　経理担当　架空 五郎 様')
  })

  test('the wish to leave, its letter, and the papers of staying and leaving', async () => {
    const { contractId, mail, owner } = await ownPage()
    const wish = { on: house.clock.today(), reason: '移転のため', ground: '規約による' }
    const ask = async () => good(await owner.post('/v1/signing/request-cancellation', { ...wish, signer: by }))
    await ask()
    await house.settle()
    expect(letterTo(mail)).toContain('お手続きをされた方　経理担当　架空 五郎 様')
    good(await owner.post('/v1/signing/withdraw-cancellation', { signer: { name: '架空 六郎', title: '店主' } }))
    const { penaltyExTaxYen } = (await ask()).leaving
    good(await owner.post('/v1/signing/cancel', { penaltyExTaxYen, signer: speaker }))
    const papers = await house.deps.ledger.papersOf(contractId)
    const spoke = (name: string) =>
      papers.flatMap((one) => (one.name.startsWith(`${name}-0`) ? [JSON.parse(one.text).signer.name] : []))
    expect(spoke('cancellation')).toEqual([by.name, by.name])
    expect(spoke('cancellation-withdrawn')).toEqual(['架空 六郎'])
    expect(spoke('cancellation-confirmed')).toEqual(['髙橋 花子'])
    const { items } = good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`))
    const named = items.flatMap(({ event }: { event: { spokenSha256?: string } }) => event.spokenSha256 ?? [])
    expect(named).toHaveLength(2)
  })
})

describe('an export names whom the text names and who spoke, in its table of contracts (C29)', () => {
  const tableFor = async (ask: typeof seller) => {
    const { operationId } = good(await ask.post('/v1/exports'))
    await house.settle()
    const [text = ''] = (await opened(ask, operationId)).files.get('contracts.csv') ?? []
    const [heading = [], ...rows] = text
      .replace('\ufeff', '')
      .split('\r\n')
      .map((line) => line.split(','))
    return { heading, rows }
  }

  test('to the implementing entity and to the reseller whose contract it is', async () => {
    const { contractId, signer, sha256 } = await readyToSign(house, seller, draft(net))
    good(await signer.post('/v1/signing/sign', signature(sha256, { signer: { name: '架空 七子', title: '店長' } })))
    for (const ask of [parties.admin, seller]) {
      const { heading, rows } = await tableFor(ask)
      const row = rows.find((cells) => cells.includes(contractId)) ?? []
      const cell = (name: string) => row[heading.indexOf(name)]
      expect(
        ['署名をお願いした方', '署名をお願いした方の立場', 'お返事', 'お返事をした方', 'お返事をした方の立場'].map(
          cell,
        ),
      ).toEqual(['髙橋 花子', '代表取締役', '署名', '架空 七子', '店長'])
    }
  })
})
