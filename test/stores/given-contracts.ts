import * as fc from 'fast-check'
import { settlements, consentKinds, endings } from '../../shared/domain/contract/contract-words.ts'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { prefectures } from '../../shared/domain/places.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import type { ExistingContract } from '../../shared/domain/contract/states.ts'

const suffix = fc.string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), minLength: 26, maxLength: 26 })
const id = (prefix: string) => suffix.map((end) => `${prefix}_${end}` as never)
const at = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString() as never)
const day = at.map((moment: string) => moment.slice(0, 10) as never)
const sha = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 })
const yen = fc.nat(1_000_000_000)

export const entityId = 'ent_00000000000000000000000000' as const
export const contractId = 'ctr_00000000000000000000000000000000000000' as const
export const smeId = '4011001098993'
const holder = id('rsl')

const renewal = fc.option(fc.record({ months: fc.integer({ min: 1, max: 60 }), noticeDays: fc.nat(180) }))
const both = (one: fc.Arbitrary<object>, other: fc.Arbitrary<object>) =>
  fc.tuple(one, other).map(([a, b]) => ({ ...a, ...b }))

/** All functions, or some of them: then under an exception, or, from before there were any, without one. */
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
/** What every revision of a contract says anew. */
const said = {
  seller: fc.oneof(fc.constant(entityId), id('rsl')),
  serviceVersion: fc.integer({ min: 1, max: 9_999 }),
  edition: fc.constantFrom('1.1', '1.2'),
  prefecture: fc.constantFrom(...prefectures),
  terminals: fc.nat(1_000_000),
  importantTerminals: fc.option(fc.nat(1_000_000)),
  initialFeeExTaxYen: yen,
  monthlyFeeExTaxYen: yen,
  startOn: day,
  endOn: day,
  renewal,
  noticeBy: fc.constantFrom('mail', 'phone', 'both', 'nothing'),
  revision: fc.integer({ min: 1, max: 9_999 }),
  documentSha256: sha,
}
const deal = both(
  fc.record({
    contractId: fc.constant(contractId),
    entityId: fc.constant(entityId),
    smeId: fc.constant(smeId),
    serviceId: id('svc'),
    monitoringType: fc.constantFrom('network', 'endpoint', 'combined'),
    ...said,
  }),
  bound,
)
const explanation = fc.record(
  {
    method: fc.constantFrom('oral', 'written'),
    on: day,
    items: fc.subarray([...disclosureItemCodes]),
    listed: fc.boolean(),
  },
  { requiredKeys: ['method', 'on', 'items'] },
)
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
/** Moments of a takeover never come before it. */
const covered = (taken: fc.Arbitrary<object>) =>
  fc.tuple(taken, coverage).map(([one, given]) => {
    const { since } = one as { since: string }
    const moment = (ms: number) => new Date(Date.parse(since) + ms).toISOString()
    const { gaps, ...stages } = given
    const coverageAreas = Object.entries(stages).map(([facet, { stage, ms }]) => [
      facet,
      stage === 'lost' ? { stage, since: moment(ms) } : { stage },
    ])
    return {
      ...one,
      coverage: {
        ...Object.fromEntries(coverageAreas),
        gaps: gaps.map(([from, until]) => ({ from: moment(from), until: moment(until) })),
      },
    }
  })
const facetNow = fc.record({ stage: fc.constantFrom('unknown', 'confirmed', 'lost'), ms: fc.nat(10_000_000_000) })
const coverage = fc.record({
  monitoring: facetNow,
  contact: facetNow,
  insurance: facetNow,
  gaps: fc.array(fc.tuple(fc.nat(10_000_000_000), fc.nat(10_000_000_000)), { maxLength: 3 }),
})
const takenOver = { discontinuanceId: id('dsc'), since: at, late: fc.boolean() }
const earlier = fc.record({
  ...takenOver,
  stage: fc.constant('settled'),
  settlement: fc.constantFrom(...settlements),
})
const takeover = fc.oneof(
  fc.record({ ...takenOver, stage: fc.constantFrom('opened', 'told'), settlement: fc.constant(null) }),
  earlier,
)
const takeovers = fc.oneof(
  fc.constant({ takeover: null, earlierTakeovers: [] }),
  fc.record({ takeover: covered(takeover), earlierTakeovers: fc.array(covered(earlier), { maxLength: 2 }) }),
)
const concluded = {
  deal,
  explanation,
  entry: fc.constantFrom('signed', 'attested'),
  signedOn: day,
  liveAt: at,
  confirmation: fc.oneof(
    fc.constant({ stage: 'given' }),
    fc.record({ stage: fc.constant('awaiting'), link: fc.option(link) }),
    fc.record({ stage: fc.constantFrom('confirmed', 'disputed'), at }),
  ),
  responsibility: intervals,
  counterparty: intervals,
  holder,
}
/** A revision that is not in force yet: of the same contract, SME and service. */
const later = ({ exceptionId: _, ...now }: { exceptionId?: unknown }) =>
  both(fc.record(said), bound).map((then) => ({ ...now, ...then }))
const consents = fc
  .array(fc.record({ stage: fc.constantFrom('given', 'withdrawn'), at }), { minLength: 3, maxLength: 3 })
  .chain((three) => fc.subarray(three.map((one, place) => ({ kind: consentKinds[place], ...one }))))
const courseOf = ({ startOn, revision }: { startOn: unknown; revision: unknown }, liveAt: unknown, now: object) =>
  fc.oneof(
    // Most have no course, and a head says so with one digit.
    fc
      .constantFrom([], [{ kind: 'remoteSupport', stage: 'given', at: liveAt }])
      .map((given) => ({ ...noCourse, servedFrom: startOn, lastRevision: revision, consents: given })),
    fc.record({
      servedFrom: fc.oneof(fc.constant(startOn), day),
      lastRevision: fc.oneof(fc.constant(revision), fc.integer({ min: 1, max: 9_999 })),
      consents,
      proposal: fc.option(
        fc.record({
          kind: fc.constantFrom('amendment', 'renewal'),
          deal: later(now),
          changed: fc.subarray([...disclosureItemCodes]),
          explanation: fc.option(explanation),
          link: fc.option(link),
        }),
      ),
      next: fc.option(fc.record({ deal: later(now), explanation })),
      announced: fc.option(fc.record({ answerBy: day, held: fc.boolean() })),
      leaving: fc.option(
        fc.record({ on: day, penaltyExTaxYen: yen, requestedAt: at, confirmed: fc.boolean(), wordSha256: sha }),
      ),
      ownLink: fc.option(link),
    }),
  )
export const noCourse = { proposal: null, next: null, announced: null, leaving: null, ownLink: null }
const withCourse = (made: fc.Arbitrary<object>) =>
  made.chain((one) => {
    const { deal: now, liveAt } = one as { deal: { startOn: unknown; revision: unknown }; liveAt: unknown }
    return courseOf(now, liveAt, now).map((course) => ({ ...one, ...course }))
  })
/** Every contract a head can hold, whether or not any story leads to it. */
export const contract = fc.oneof(
  fc.record({ stage: fc.constant('drafted'), deal, explanation: fc.option(explanation) }),
  fc.record({ stage: fc.constant('offered'), deal, explanation, link }),
  withCourse(both(fc.record({ stage: fc.constant('live'), ...concluded }), takeovers)),
  withCourse(
    both(
      fc.record({
        stage: fc.constant('ended'),
        ...concluded,
        endedAt: at,
        endedOn: day,
        ending: fc.constantFrom(...endings),
      }),
      takeovers,
    ),
  ),
  fc.record({
    stage: fc.constant('void'),
    deal,
    reason: fc.constantFrom('withdrawn', 'declined', 'sellerDiscontinued'),
  }),
) as fc.Arbitrary<ExistingContract>
