import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disclosureItemCodes } from '../../shared/domain/contract/disclosure-items.ts'
import type { KeptContract } from '../../shared/domain/contract/contract.ts'
import { prefectures } from '../../shared/domain/places.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import { packHead } from '../../functions/adapters/dynamodb/head/pack.ts'
import { unpackHead, unpackLine } from '../../functions/adapters/dynamodb/head/unpack.ts'
import { stateRow } from '../../functions/adapters/dynamodb/state-rows.ts'
import { figure } from '../support/figures.ts'

const suffix = fc.string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), minLength: 26, maxLength: 26 })
const id = (prefix: string) => suffix.map((end) => `${prefix}_${end}` as never)
const at = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString() as never)
const day = at.map((moment: string) => moment.slice(0, 10) as never)
const sha = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const yen = fc.nat(1_000_000_000)

const entityId = 'ent_00000000000000000000000000' as const
const contractId = 'ctr_00000000000000000000000000000000000000' as const
const smeId = '4011001098993'
const holder = id('rsl')

const bound = fc.oneof(
  fc.constant({ functions: [...serviceFunctions] }),
  fc.record(
    {
      functions: fc.subarray([...serviceFunctions], { maxLength: serviceFunctions.length - 1 }),
      exceptionId: id('exc'),
    },
    { requiredKeys: ['functions'] },
  ),
)
const others = fc.record({
  contractId: fc.constant(contractId),
  entityId: fc.constant(entityId),
  smeId: fc.constant(smeId),
  seller: fc.oneof(fc.constant(entityId), id('rsl')),
  serviceId: id('svc'),
  serviceVersion: fc.integer({ min: 1, max: 9_999 }),
  monitoringType: fc.constantFrom('network', 'endpoint', 'combined'),
  edition: fc.constantFrom('1.1', '1.2'),
  prefecture: fc.constantFrom(...prefectures),
  terminals: fc.nat(1_000_000),
  importantTerminals: fc.option(fc.nat(1_000_000)),
  initialFeeExTaxYen: yen,
  monthlyFeeExTaxYen: yen,
  startOn: day,
  endOn: day,
  noticeBy: fc.constantFrom('mail', 'phone', 'both', 'nothing'),
  revision: fc.integer({ min: 1, max: 9_999 }),
  documentSha256: sha,
})
const deal = fc.tuple(others, bound).map(([a, b]) => ({ ...a, ...b }))
const explanation = fc.record({
  method: fc.constantFrom('oral', 'written'),
  on: day,
  items: fc.subarray([...disclosureItemCodes]),
})
const link = fc.record({
  nonce: fc.string({ minLength: 22, maxLength: 22 }),
  expiresAt: at,
  codesSent: fc.nat(5),
  codeSentAt: fc.option(at),
  wrongCodes: fc.nat(5),
  passedAt: fc.option(at),
})
const intervals = fc.array(
  fc.record({ party: fc.oneof(fc.constant(entityId), id('rsl')), from: at, until: fc.option(at) }),
  { minLength: 1, maxLength: 4 },
)
const takeover = fc.record({
  discontinuanceId: id('dsc'),
  since: at,
  stage: fc.constantFrom('opened', 'told', 'settled'),
  late: fc.boolean(),
  settlement: fc.option(
    fc.constantFrom('servedByImplementingEntity', 'movedToImplementingEntity', 'movedToReseller', 'endedBySme'),
  ),
})
const earlier = fc.record({
  discontinuanceId: id('dsc'),
  since: at,
  stage: fc.constant('settled'),
  late: fc.boolean(),
  settlement: fc.constantFrom('movedToReseller', 'servedByImplementingEntity'),
})
const takeovers = fc.oneof(
  fc.constant({ takeover: null, earlierTakeovers: [] }),
  fc.record({ takeover, earlierTakeovers: fc.array(earlier, { maxLength: 2 }) }),
)
const concluded = {
  deal,
  explanation,
  entry: fc.constantFrom('signed', 'attested'),
  signedOn: day,
  liveAt: at,
  remoteSupportConsent: fc.boolean(),
  confirmation: fc.oneof(
    fc.constant({ stage: 'given' }),
    fc.record({ stage: fc.constant('awaiting'), link: fc.option(link) }),
    fc.record({ stage: fc.constantFrom('confirmed', 'disputed'), at }),
  ),
  responsibility: intervals,
  counterparty: intervals,
  holder,
}
const both = (one: fc.Arbitrary<object>, other: fc.Arbitrary<object>) =>
  fc.tuple(one, other).map(([a, b]) => ({ ...a, ...b }))
const contract = fc.oneof(
  fc.record({ stage: fc.constant('drafted'), deal, explanation: fc.option(explanation) }),
  fc.record({ stage: fc.constant('offered'), deal, explanation, link }),
  both(fc.record({ stage: fc.constant('live'), ...concluded }), takeovers),
  both(
    fc.record({
      stage: fc.constant('ended'),
      ...concluded,
      endedAt: at,
      endedOn: day,
      ending: fc.constantFrom('cancelledBySme', 'endedInTakeover'),
    }),
    takeovers,
  ),
  fc.record({
    stage: fc.constant('void'),
    deal,
    reason: fc.constantFrom('withdrawn', 'declined', 'sellerDiscontinued'),
  }),
) as fc.Arbitrary<KeptContract>

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

  test('fits into a kilobyte, even when it was taken over and moved, under a name of thirty characters', () => {
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
        noticeBy: 'both',
        revision: 3,
        documentSha256: 'a'.repeat(64),
      },
      explanation: { method: 'oral', on: '2026-04-01', items: [...disclosureItemCodes] },
      entry: 'attested',
      signedOn: '2026-04-01',
      liveAt: from,
      remoteSupportConsent: true,
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
