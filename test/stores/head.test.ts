import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disclosureItemCodes } from '../../shared/domain/contract/disclosure-items.ts'
import type { KeptContract } from '../../shared/domain/contract/contract.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import { packHead } from '../../functions/adapters/dynamodb/head/pack.ts'
import { unpackHead, unpackLine } from '../../functions/adapters/dynamodb/head/unpack.ts'
import { stateRow } from '../../functions/adapters/dynamodb/state-rows.ts'
import { figure } from '../support/figures.ts'
import { contract, contractId, entityId, noCourse, smeId } from './given-contracts.ts'

const runs = 5_000

describe("a contract's head", () => {
  test('gives back the very contract it was packed from', () => {
    fc.assert(
      fc.property(contract, (given) => {
        const { r, s } = packHead(given)
        const place = { contractId, entityId, smeId, holder: 'holder' in given ? given.holder : given.deal.seller }
        expect(unpackHead(r, s, place as never)).toEqual(given)
        expect(unpackLine(r)).toMatchObject({
          stage: given.stage,
          prefecture: given.deal.prefecture,
          seller: given.deal.seller,
        })
      }),
      { numRuns: runs },
    )
    figure('head codec round trips', runs)
  })

  const quiet = { servedFrom: '2026-04-01', lastRevision: 3, consents: [], ...noCourse }

  test('fits into a kilobyte, even when it was taken over with a gap and moved, under a name of thirty characters', () => {
    const [from, until] = ['2026-04-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z'] as never[]
    const [seller, moved] = [`rsl_${'1'.repeat(26)}`, `rsl_${'2'.repeat(26)}`] as never[]
    const given = {
      stage: 'live',
      deal: {
        contractId,
        entityId,
        smeId,
        seller,
        serviceId: `svc_${'3'.repeat(26)}`,
        serviceVersion: 12,
        monitoringType: 'combined',
        edition: '1.2',
        prefecture: '神奈川県',
        functions: [...serviceFunctions],
        terminals: 300,
        importantTerminals: 20,
        initialFeeExTaxYen: 1_000_000,
        monthlyFeeExTaxYen: 500_000,
        startOn: '2026-04-01',
        endOn: '2031-03-31',
        renewal: { months: 12, noticeDays: 30 },
        noticeBy: 'both',
        revision: 3,
        documentSha256: 'a'.repeat(64),
      },
      explanation: { method: 'oral', on: '2026-04-01', items: [...disclosureItemCodes] },
      entry: 'attested',
      signedOn: '2026-04-01',
      liveAt: from,
      ...quiet,
      confirmation: {
        stage: 'awaiting',
        link: {
          nonce: 'n'.repeat(22),
          expiresAt: until,
          codesSent: 1,
          codeSentAt: from,
          wrongCodes: 1,
          passedAt: from,
        },
      },
      responsibility: [
        { party: seller, from, until },
        { party: entityId, from: until, until },
        { party: moved, from: until, until: null },
      ],
      counterparty: [
        { party: seller, from, until },
        { party: moved, from: until, until: null },
      ],
      holder: moved,
      takeover: {
        discontinuanceId: `dsc_${'4'.repeat(26)}`,
        since: until,
        stage: 'settled',
        late: false,
        settlement: 'movedToReseller',
        coverage: {
          monitoring: { stage: 'confirmed' },
          contact: { stage: 'confirmed' },
          insurance: { stage: 'confirmed' },
          gaps: [{ from: until, until: '2026-10-02T12:34:56.789Z' }],
        },
      },
      earlierTakeovers: [],
    } as unknown as KeptContract
    const change = {
      kind: 'contract',
      id: contractId,
      from: { version: 9, chain: '', at: until },
      at: until,
      state: given,
      events: [],
      papers: [],
      name: '甲'.repeat(30),
    }
    const row = stateRow(change as never, 'c'.repeat(64))
    const bytes = Object.entries(row).reduce(
      (sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)),
      0,
    )
    expect(bytes).toBeLessThanOrEqual(1_024)
    figure('bytes of a full head', bytes)
  })
})
