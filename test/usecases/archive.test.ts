import { unzipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sealContract } from '../../functions/processes/archive/seal-contract.ts'
import { validPackage } from '../../functions/verify/package.ts'
import { sealOf } from '../../functions/verify/sealed-pdf.ts'
import { archiveOf, packageOf, sealingHouse } from '../support/archives.ts'
import { leave } from '../support/cancelling.ts'
import { newHouse, type House } from '../support/house.ts'
import { good, paper } from '../support/parties.ts'
import { enter, signature, speaker } from '../support/signing.ts'

const reason = '取引先から訴えられたため。'

const house = await newHouse()
const all = await sealingHouse(house)

const signatureOf = async (contractId: string) => {
  const event = await house.deps.ledger.event({ stream: contractId, seq: 6 })
  if (!event) throw new Error('no signature')
  return event
}

describe('a signed contract', () => {
  test('is sealed and stamped: its text, the certificate of who signed, and a list of both', async () => {
    const contractId = await all.signed()
    expect(await archiveOf(all.seller, contractId)).toMatchObject({ stage: 'none', sealings: [], version: 0 })
    await house.settle()
    const archive = await archiveOf(all.seller, contractId)
    expect(archive).toMatchObject({ stage: 'kept', keepUntil: null, retentionYears: 12, holds: [], unprintable: [] })
    const [sealing, ...more] = archive.sealings
    expect(more).toEqual([])
    const stamp = { name: 'stamp-0006.tst' }
    expect(sealing).toMatchObject({ contractSeq: 6, revision: 1, sealedAt: '2026-10-01T00:00:00.000Z', stamp })
    expect(sealing.documents.map(({ name }: { name: string }) => name)).toEqual([
      'contract-0006.pdf',
      'certificate-0006.pdf',
    ])
    for (const { name, sha256 } of sealing.documents) {
      const { status, headers, bytes } = await all.seller.get(`/v1/contracts/${contractId}/archive/${name}`)
      expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      const { der } = await house.deps.seals.certificate()
      expect(sealOf(name, Buffer.from(bytes), Buffer.from(der)).at).toBe('2026-10-01T00:00:00Z')
    }
  })

  test('what is not in its archive is not there, whatever it is called', async () => {
    const contractId = await all.signed()
    const before = await all.seller.get(`/v1/contracts/${contractId}/archive/contract-0006.pdf`)
    expect(before.status).toBe(404)
    await house.settle()
    for (const name of ['contract-0005.pdf', 'stamp-0006.tst', 'x.pdf'])
      expect((await all.seller.get(`/v1/contracts/${contractId}/archive/${name}`)).status, name).toBe(404)
  })

  test('work that is done again finds what was made, and makes nothing anew', async () => {
    const contractId = await all.signed()
    await house.settle()
    const before = await archiveOf(all.admin, contractId)
    const event = await signatureOf(contractId)
    expect(await sealContract(house.deps)(event)).toBe(true)
    expect(await archiveOf(all.admin, contractId)).toEqual(before)
  })
})

describe('a worker that stops anywhere', () => {
  /** Each of what a worker does that leaves something behind: it happens, and then the worker is gone. */
  const stops: Readonly<Record<string, (die: () => never) => Partial<House['deps']>>> = {
    'before it printed': (die) => ({ printing: { print: async () => die() } }),
    'after the first file': (die) => afterFile(1, die),
    'after the second file': (die) => afterFile(2, die),
    'after the stamp': (die) => afterFile(3, die),
    'before it is on record': (die) => ({ commits: { ...house.deps.commits, commit: async () => die() } }),
    'after it is on record': (die) => ({
      commits: {
        ...house.deps.commits,
        commit: async (commit) => {
          await house.deps.commits.commit(commit)
          return die()
        },
      },
    }),
  }
  /** From the n-th file on the vault is out of reach, so that not even the file just put can be found again. */
  const afterFile = (n: number, die: () => never): Partial<House['deps']> => {
    let put = 0
    const { vault } = house.deps
    return {
      vault: {
        ...vault,
        put: async (...given) => {
          await vault.put(...given)
          put += 1
          return put >= n ? die() : ''
        },
        get: async (name) => (put >= n ? die() : vault.get(name)),
      },
    }
  }

  test.each(Object.keys(stops))('%s: the next one takes up what is there, and ends with one sealing', async (stop) => {
    const contractId = await all.signed()
    const event = await signatureOf(contractId)
    const die = () => {
      throw new Error('killed')
    }
    await expect(sealContract({ ...house.deps, ...stops[stop]?.(die) })(event)).rejects.toThrow('killed')
    await house.settle()
    expect((await archiveOf(all.admin, contractId)).sealings).toHaveLength(1)
    expect(validPackage(await packageOf(all.admin, contractId)).contractId).toBe(contractId)
  })

  test('two at once end with one sealing, whose files are the ones in the vault', async () => {
    const contractId = await all.signed()
    const event = await signatureOf(contractId)
    await Promise.all([sealContract(house.deps)(event), sealContract(house.deps)(event)])
    await house.settle()
    expect((await archiveOf(all.admin, contractId)).sealings).toHaveLength(1)
    expect(validPackage(await packageOf(all.admin, contractId)).sealings).toHaveLength(1)
  })

  test('without a time stamp nothing is on record, and the work stays owed until there is one', async () => {
    const contractId = await all.signed()
    const event = await signatureOf(contractId)
    const stamp = async () => Promise.reject(new Error('no authority'))
    await expect(sealContract({ ...house.deps, seals: { ...house.deps.seals, stamp } })(event)).rejects.toThrow(
      'no authority',
    )
    expect(await archiveOf(all.admin, contractId)).toMatchObject({ stage: 'none' })
    await house.settle()
    expect((await archiveOf(all.admin, contractId)).sealings).toHaveLength(1)
  })
})

describe('a contract that was signed on paper', () => {
  test('is sealed when the SME stands by it, and not before; of a signature nobody saw there is no certificate', async () => {
    const attested = paper(all.serviceId)
    const { contractId, document } = good(await all.seller.post('/v1/contracts/attest', attested))
    await house.settle()
    expect(await archiveOf(all.seller, contractId)).toMatchObject({ stage: 'none' })
    const letter = house.letters.findLast(({ to }) => to === attested.sme.noticeContact.mail)
    const link = /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
    const sme = await enter(house, link, attested.sme.noticeContact.phone)
    const { acknowledged } = signature('')
    good(await sme.post('/v1/signing/confirm', { documentSha256: document.sha256, acknowledged, signer: speaker }))
    await house.settle()
    const [sealing] = (await archiveOf(all.seller, contractId)).sealings
    expect(sealing.documents.map(({ what }: { what: string }) => what)).toEqual(['contract'])
    // Who stood by it lies in the package, in the paper of that word.
    const zip = unzipSync(await packageOf(all.admin, contractId))
    const word = Object.keys(zip).find((name) => name.startsWith('papers/contract/confirmation-')) ?? ''
    expect(JSON.parse(Buffer.from(zip[word] ?? []).toString()).signer).toEqual(speaker)
    expect(validPackage(await packageOf(all.admin, contractId)).sealings).toHaveLength(1)
  })
})

describe('a document that no font can draw', () => {
  test('is on record as that, with the characters beside it, and the work is done', async () => {
    const contractId = await all.signed()
    const print = async () => ({ ok: false as const, missingGlyphs: ['𪚲'] })
    const event = await signatureOf(contractId)
    expect(await sealContract({ ...house.deps, printing: { print } })(event)).toBe(true)
    expect(await archiveOf(all.admin, contractId)).toMatchObject({ stage: 'kept', unprintable: [6], sealings: [] })
    await house.settle()
    const { status, body } = await all.admin.get(`/v1/contracts/${contractId}/evidence-package`)
    expect([status, body.kind]).toEqual([409, 'wrong-stage'])
  })
})

describe('how long it is kept', () => {
  const ended = async () => {
    const contractId = await all.signed()
    await house.settle()
    await leave(all.seller, contractId, '2026-10-01')
    await house.settle()
    return { contractId, path: `/v1/contracts/${contractId}/archive` }
  }

  test('twelve years from the day after the end, then it can go, and not a day before', async () => {
    const { path, contractId } = await ended()
    expect(await archiveOf(all.admin, contractId)).toMatchObject({ keepUntil: '2038-10-01' })
    house.clock.set('2038-10-01T23:59:59+09:00')
    const early = await all.admin.post(`${path}/dispose`, { reason })
    expect([early.status, early.body]).toMatchObject([422, { kind: 'out-of-order', notBefore: '2038-10-02' }])
    house.clock.set('2038-10-02T00:00:00+09:00')
    expect(good(await all.admin.post(`${path}/dispose`, { reason }))).toMatchObject({ stage: 'disposed' })
    await house.settle()
    expect((await all.admin.get(`${path}/contract-0006.pdf`)).status).toBe(404)
    const events = good(await all.admin.get(`/v1/contracts/${contractId}/ledger`)).items
    expect(events.length).toBeGreaterThan(6)
    for (const name of ['contract-0006.pdf', 'certificate-0006.pdf', 'stamp-0006.tst'])
      expect(await house.deps.vault.get(`arc_${contractId.slice(4)}/${name}`), name).toBeUndefined()
    house.clock.set('2026-10-01T09:00:00+09:00')
  })

  test('nothing goes while a hold stands, each with its reason in a paper of its own', async () => {
    const { path, contractId } = await ended()
    good(await all.admin.post(`${path}/place-hold`, { reason }))
    expect(good(await all.admin.post(`${path}/place-hold`, { reason })).holds).toHaveLength(2)
    house.clock.set('2045-01-01T09:00:00+09:00')
    const underHold = await all.admin.post(`${path}/dispose`, { reason })
    expect([underHold.status, underHold.body]).toMatchObject([409, { kind: 'wrong-stage', stage: 'held' }])
    good(await all.admin.post(`${path}/lift-hold`, { reason, number: 1 }))
    expect((await all.admin.post(`${path}/dispose`, { reason })).status).toBe(409)
    good(await all.admin.post(`${path}/lift-hold`, { reason, number: 2 }))
    expect((await all.admin.post(`${path}/lift-hold`, { reason, number: 2 })).status).toBe(404)
    good(await all.admin.post(`${path}/dispose`, { reason }))
    await house.settle()
    const papers = await house.deps.ledger.papersOf(`arc_${contractId.slice(4)}`)
    expect(papers.filter(({ text }) => text.includes(reason))).toHaveLength(5)
    house.clock.set('2026-10-01T09:00:00+09:00')
  })

  test('a live contract has no end, and nothing of it goes', async () => {
    const contractId = await all.signed()
    await house.settle()
    const { status, body } = await all.admin.post(`/v1/contracts/${contractId}/archive/dispose`, { reason })
    expect([status, body]).toMatchObject([409, { kind: 'wrong-stage', what: 'contract', stage: 'live' }])
  })

  test('years are the tenant’s own: fewer shorten nothing, more count at once', async () => {
    const { contractId, path } = await ended()
    good(await all.admin.post('/v1/implementing-entity/retention-years', { years: 10 }))
    expect(await archiveOf(all.admin, contractId)).toMatchObject({ keepUntil: '2038-10-01', retentionYears: 10 })
    const ten = await ended()
    expect(await archiveOf(all.admin, ten.contractId)).toMatchObject({ keepUntil: '2036-10-01' })
    good(await all.admin.post('/v1/implementing-entity/retention-years', { years: 20 }))
    expect(await archiveOf(all.admin, contractId)).toMatchObject({ keepUntil: '2046-10-01', retentionYears: 20 })
    house.clock.set('2038-10-02T00:00:00+09:00')
    expect((await all.admin.post(`${path}/dispose`, { reason })).body).toMatchObject({ notBefore: '2046-10-02' })
    house.clock.set('2026-10-01T09:00:00+09:00')
    good(await all.admin.post('/v1/implementing-entity/retention-years', { years: 12 }))
  })

  test.each([9, 51, 10.5])('%s years are none that can be set', async (years) => {
    expect((await all.admin.post('/v1/implementing-entity/retention-years', { years })).status).toBe(400)
  })

  test('a contract that ended before it was sealed is kept as long', async () => {
    const contractId = await all.signed()
    await leave(all.seller, contractId, '2026-10-01')
    await house.settle()
    expect(await archiveOf(all.admin, contractId)).toMatchObject({ keepUntil: '2038-10-01' })
    const name = `arc_${contractId.slice(4)}/contract-0006.pdf`
    expect(await house.deps.vault.remove(name, '2038-10-01' as never)).toBe('kept')
  })
})
