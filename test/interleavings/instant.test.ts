import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { good, nextNumber, paper } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { signature } from '../support/signing.ts'
import { inEveryOrder, sceneOfOrders, told } from './all-orders.ts'
import { aboutToStop, caseRow, headRow } from './stopping.ts'
import { isProof } from '../support/extent.ts'

const stoppedSigning = ['409 changed-meanwhile', '422 第2章1.(10)', 'done']

describe('第2章1.(10) in every order', () => {
  test('a signature and the instant: signed before it and on the list, or not signed', async () => {
    const scene = await sceneOfOrders()
    const { one, discontinuanceId, approve, list } = await aboutToStop(scene)
    const { signer, sha256, contractId } = await scene.ready(one.ask, nextNumber())
    const seen = new Set<string>()
    const actors = [() => signer.post('/v1/signing/sign', signature(sha256)), approve]
    await inEveryOrder('R3 sign and approve', scene.house, actors, {
      after: async ([signed, approved], wroteBefore) => {
        const [answer] = [told(signed), told(approved)]
        expect(told(approved)).toBe('done')
        seen.add(answer)
        expect(wroteBefore(headRow(contractId), 0, caseRow(discontinuanceId), 1)).toBe(answer === 'done')
        expect(await list()).toEqual(answer === 'done' ? [contractId] : [])
      },
    })
    expect([...seen].toSorted()).toEqual(stoppedSigning)
  })

  test.runIf(isProof())('two signatures and the instant, each for itself', async () => {
    const scene = await sceneOfOrders()
    const { one, discontinuanceId, approve, list } = await aboutToStop(scene)
    const ready = [await scene.ready(one.ask, nextNumber()), await scene.ready(one.ask, nextNumber())]
    const actors = [
      ...ready.map(
        ({ signer, sha256 }) =>
          () =>
            signer.post('/v1/signing/sign', signature(sha256)),
      ),
      approve,
    ]
    await inEveryOrder('R3 two sign and approve', scene.house, actors, {
      after: async ([first, second, approved], wroteBefore) => {
        expect(told(approved)).toBe('done')
        const live = ready
          .filter((_, n) => told(n === 0 ? first : second) === 'done')
          .map(({ contractId }) => contractId)
        for (const [n, { contractId }] of ready.entries())
          expect(wroteBefore(headRow(contractId), n, caseRow(discontinuanceId), 2)).toBe(live.includes(contractId))
        expect(await list()).toEqual(live.toSorted())
      },
    })
  })

  test('a paper that the reseller attests and the instant: before it and on the list, or not attested', async () => {
    const scene = await sceneOfOrders()
    const { one, discontinuanceId, approve, list } = await aboutToStop(scene)
    const seen = new Set<string>()
    const actors = [() => one.ask.post('/v1/contracts/attest', paper(scene.net)), approve]
    await inEveryOrder('R3 attest and approve', scene.house, actors, {
      after: async ([attested, approved], wroteBefore) => {
        expect(told(approved)).toBe('done')
        seen.add(told(attested))
        const { contractId } = attested?.body ?? {}
        const is = told(attested) === 'done'
        expect(wroteBefore(headRow(String(contractId)), 0, caseRow(discontinuanceId), 1)).toBe(is)
        expect(await list()).toEqual(is ? [contractId] : [])
      },
    })
    expect([...seen].toSorted()).toEqual(stoppedSigning)
  })

  test('a paper that the implementing entity attests and the instant: on the list, or late, and never neither', async () => {
    const scene = await sceneOfOrders()
    const { one, discontinuanceId, approve, list, read } = await aboutToStop(scene)
    const given = paper(scene.net, { resellerId: one.resellerId })
    const seen = new Set<string>()
    const actors = [() => scene.parties.admin.post('/v1/contracts/attest', given), approve]
    await inEveryOrder('R3 attest by the entity and approve', scene.house, actors, {
      after: async ([attested, approved], wroteBefore) => {
        expect(told(approved)).toBe('done')
        seen.add(told(attested))
        const { contractId } = attested?.body ?? {}
        const before = wroteBefore(headRow(String(contractId)), 0, caseRow(discontinuanceId), 1)
        expect(await list()).toEqual(before ? [contractId] : [])
        expect((await read()).late).toBe(told(attested) === 'done' && !before ? 1 : 0)
      },
    })
    expect(seen).toContain('done')
  })

  test('a change that the SME signs and the instant: signed before it, or not with this seller any more', async () => {
    const scene = await sceneOfOrders()
    const { house, net } = scene
    const one = await scene.leaver()
    const n = nextNumber()
    const { signer: sme, sha256, contractId } = await scene.ready(one.ask, n)
    good(await sme.post('/v1/signing/sign', signature(sha256)))
    const reached = { mail: `boss${n}@sme.example.jp`, phone: `090-${String(n).padStart(8, '0')}` }
    const changed = amendment(net, n, '2026-10-15')
    const { signer, sha256: text } = await amendmentToSign(house, one.ask, contractId, changed, reached)
    const { discontinuanceId, approve, list } = await aboutToStop(scene, one)
    const seen = new Set<string>()
    const actors = [() => signer.post('/v1/signing/sign-amendment', amendmentSignature(text)), approve]
    await inEveryOrder('R3 sign a change and approve', house, actors, {
      after: async ([signed, approved], wroteBefore) => {
        expect(told(approved)).toBe('done')
        seen.add(told(signed))
        expect(wroteBefore(headRow(contractId), 0, caseRow(discontinuanceId), 1)).toBe(told(signed) === 'done')
        expect(await list()).toEqual([contractId])
      },
    })
    expect(seen).toContain('done')
    expect(seen.size).toBeGreaterThan(1)
  })

  test('a signature and a restriction: signed before it, or not signed', async () => {
    const scene = await sceneOfOrders()
    const one = await scene.leaver()
    const { signer, sha256, contractId } = await scene.ready(one.ask, nextNumber())
    const restrict = () => scene.parties.admin.post(`/v1/resellers/${one.resellerId}/restrict`, { reason: '苦情' })
    const actors = [() => signer.post('/v1/signing/sign', signature(sha256)), restrict]
    const seen = new Set<string>()
    await inEveryOrder('R3 sign and restrict', scene.house, actors, {
      after: async ([signed, restricted], wroteBefore) => {
        expect(told(restricted)).toBe('done')
        seen.add(told(signed))
        expect(wroteBefore(headRow(contractId), 0, `|RSL#${one.resellerId}`, 1)).toBe(told(signed) === 'done')
      },
    })
    expect([...seen].toSorted()).toEqual(['409 being-checked', 'done'])
  })
})
