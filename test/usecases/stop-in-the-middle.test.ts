import { describe, expect, test } from 'vitest'
import { takeOverContracts } from '../../functions/processes/takeover/take-over-contracts.ts'
import { wish } from '../support/cancelling.ts'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { figure } from '../support/figures.ts'
import type { Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { readyIn, readyToSign, signature } from '../support/signing.ts'
import { extent } from '../support/extent.ts'

const rounds = extent(1, 3)
const ofEach = 4

const { house, parties, net, leaver, attested, proposed, read } = await marketplace()

describe('a reseller that stops while its contracts are signed, changed and left', () => {
  type Seller = Awaited<ReturnType<typeof leaver>>

  /** A live contract whose SME holds a link to a changed text, open and read. */
  const changing = async ({ ask }: Seller) => {
    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId, signer, sha256 } = await readyToSign(house, ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const change = amendment(net, n, given.terms.startOn)
    return { contractId, ...(await amendmentToSign(house, ask, contractId, change, given.sme.signatory)) }
  }
  /** Leaves at the price that is shown; where the instant came between, nothing is owed any more, and that is confirmed. */
  const leave = async (contractId: string, on: string) => {
    const path = `/v1/contracts/${contractId}`
    const { leaving: shown } = good(await parties.staff.post(`${path}/request-cancellation`, wish(on)))
    const { penaltyExTaxYen } = shown
    const left = await parties.staff.post(`${path}/cancel`, { penaltyExTaxYen })
    if (left.body.kind !== 'does-not-fit') return good(left)
    expect([left.body.given, left.body.needs]).toEqual([String(penaltyExTaxYen), '0'])
    return good(await parties.staff.post(`${path}/cancel`, { penaltyExTaxYen: 0 }))
  }
  const times = <One>(make: () => Promise<One>): Promise<One[]> =>
    Array.from({ length: ofEach }).reduce<Promise<One[]>>(
      async (all) => [...(await all), await make()],
      Promise.resolve([]),
    )

  test('keeps all that was acknowledged and nothing that was refused, and takes over each that was live', {
    timeout: 120_000,
  }, async () => {
    let [kept, refused] = [0, 0]
    for (let round = 0; round < rounds; round += 1) {
      const seller = await leaver()
      const toSign = await times(() => readyIn(house, net)(seller.ask, nextNumber()))
      const toChange = await times(() => changing(seller))
      const toLeave = await times(() => attested(seller))
      const discontinuanceId = await proposed(seller)
      const path = `/v1/discontinuances/${discontinuanceId}`
      const today = house.clock.today()
      house.clock.advance(60_000)

      const signatures: Reply[] = []
      const changes: Reply[] = []
      // One SME after another, while the second person approves: some come in time, and some do not.
      const smes = async () => {
        for (let n = 0; n < ofEach; n += 1) {
          const [contract, change] = [toSign[n], toChange[n]]
          if (contract) signatures.push(await contract.signer.post('/v1/signing/sign', signature(contract.sha256)))
          if (change)
            changes.push(await change.signer.post('/v1/signing/sign-amendment', amendmentSignature(change.sha256)))
          await leave(toLeave[n] ?? '', today)
        }
      }
      const [approved] = await Promise.all([parties.admin.post(`${path}/approve`), smes()])
      const { since } = good(approved)
      expect(await takeOverContracts(house.deps)(parties.entityId, discontinuanceId, () => true)).toBe(true)

      const listed = new Map<string, any>()
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: any = good(await parties.staff.get(`${path}/takeovers?cursor=${cursor}`.replace(/\?cursor=$/, '')))
        for (const line of page.items) listed.set(line.contractId, line)
        cursor = page.nextCursor
      }
      const landed = (replies: readonly Reply[], index: number) => (replies[index]?.status ?? 500) < 300
      for (const [index, { contractId }] of toSign.entries()) {
        const signed = landed(signatures, index)
        expect((await read(contractId)).stage).toBe(signed ? 'live' : 'void')
        expect(listed.has(contractId)).toBe(signed)
        if (signed) kept += 1
        else refused += 1
      }
      for (const [index, { contractId, sha256 }] of toChange.entries()) {
        const changed = landed(changes, index)
        const { document, stage } = await read(contractId)
        expect([stage, document.sha256 === sha256]).toEqual(['live', changed])
        expect(listed.get(contractId)).toBeDefined()
        if (changed) kept += 1
        else refused += 1
      }
      for (const contractId of toLeave) {
        expect((await read(contractId)).stage).toBe('ended')
        // Whoever left before the instant was never taken over; whoever left after it was, and left from there.
        const { items } = good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`))
        const types: string[] = items.map(({ event }: { event: { type: string } }) => event.type)
        expect(types.at(-1)).toBe('contract-ended')
        expect(listed.has(contractId)).toBe(types.includes('takeover-opened'))
      }
      expect(good(await parties.staff.get(path)).list.contracts).toBe(listed.size)
      expect(since).toBe(house.clock.now())
    }
    expect(kept + refused).toBe(2 * rounds * ofEach)
    figure('a stop in the middle: acknowledged and kept / refused', `${kept} / ${refused}`)
  })
})
