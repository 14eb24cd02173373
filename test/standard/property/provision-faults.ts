import * as fc from 'fast-check'
import { dayInJapan, daysAfter, later, startOfDayInJapan, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type {
  DiscontinuanceFacts,
  EmergencySupportFacts,
  IncidentNoticeFacts,
  ResellerFacts,
  ServiceChangeFacts,
} from '../../../shared/standard/model/occasion.ts'
import { both, found, only1_2, type Defect, type Fault } from './defects.ts'

const dayMs = 86_400_000

/** A fact that is set to what no clause allows. */
const fault = <Facts>(
  fact: NoInfer<keyof Facts & string>,
  breaks: Defect<unknown>['breaks'],
  wrong: fc.Arbitrary<NoInfer<Partial<Facts>>>,
  fits: NoInfer<Fault<Facts>['fits']> = () => true,
): Fault<Facts> => ({
  fact,
  fits,
  defects: wrong.map((changed) => ({ spoil: (facts) => ({ ...facts, ...changed }), breaks })),
})

const changes = (where: string) => only1_2(found('第2章3.(2)', 'changes-are-looked-at', where))

/** Every way a change that names the same edition can be wrong. */
export const changeFaults: readonly Fault<ServiceChangeFacts>[] = [
  fault('changed', changes('number'), fc.constant({ changed: [] })),
  fault('kind', changes('change.kind'), fc.constant({ kind: null })),
]

/** Every way a reseller can be wrong; under 1.1 there is none that is right. */
export const resellerFaults: readonly Fault<ResellerFacts>[] = [
  fault(
    'pledgedOn',
    only1_2(found('第1章2.(4)', 'reseller-keeps-the-standard', 'resellerId')),
    fc.constant({ pledgedOn: null }),
  ),
  fault(
    'trainedOn',
    only1_2(found('第2章1.(7)ウ', 'reseller-can-explain', 'resellerId')),
    fc.constant({ trainedOn: null }),
  ),
]

const telling = (where: string) => only1_2(found('第2章1.(2)', 'incidents-are-told-in-time', where))

/** Every way an incident detected at a moment can be told wrongly. */
export const noticeFaults = ({ detectedAt }: IncidentNoticeFacts): readonly Fault<IncidentNoticeFacts>[] => [
  fault('how', telling('how'), fc.constant({ how: 'inReport' }), ({ severity }) => severity === 'serious'),
  fault(
    'toldAt',
    telling('toldAt'),
    fc.integer({ min: 7 * dayMs + 1, max: 400 * dayMs }).map((ms) => ({ toldAt: later(detectedAt, ms) })),
    ({ severity }) => severity !== 'serious',
  ),
  fault(
    'toldAt',
    telling('toldAt'),
    fc.integer({ min: dayMs + 1, max: 400 * dayMs }).map((ms) => ({ toldAt: later(detectedAt, ms) })),
    ({ severity }) => severity === 'serious',
  ),
  fault('verdict', telling('verdict'), fc.constant({ verdict: 'departed' }), ({ severity }) => severity === 'serious'),
]

/** Every way a support begun at a moment can be wrong. */
export const supportFaults = ({ startedAt }: EmergencySupportFacts): readonly Fault<EmergencySupportFacts>[] => [
  fault(
    'place',
    both(found('第2章1.(3)', 'on-site-dispatch-is-offered', 'place')),
    fc.constantFrom(null, '', ' ', '\u3000').map((place) => ({ place })),
    ({ mode }) => mode === 'onSite',
  ),
  fault(
    'placeNamed',
    both(found('第2章1.(3)', 'on-site-dispatch-is-offered', 'placeNamed')),
    fc.constantFrom(null, '', ' ', '\u3000').map((placeNamed) => ({ placeNamed })),
    ({ mode }) => mode === 'onSite',
  ),
  fault(
    'incidentalExTaxYen',
    only1_2(found('第2章1.(3)', 'incidentals-are-of-a-dispatch', 'incidentalExTaxYen')),
    fc.integer({ min: 1, max: 10_000_000 }).map((incidentalExTaxYen) => ({ incidentalExTaxYen })),
    ({ mode }) => mode === 'remote',
  ),
  fault(
    'signedOn',
    only1_2(found('第2章1.(3)', 'set-up-is-the-first-dispatch', 'startedAt')),
    fc.integer({ min: 1, max: 400 }).map((days) => ({ signedOn: daysAfter(dayInJapan(startedAt), days) })),
    ({ purpose }) => purpose === 'setUp',
  ),
  fault(
    'servedFrom',
    only1_2(found('第2章1.(3)', 'set-up-is-the-first-dispatch', 'startedAt')),
    fc.integer({ min: 31, max: 400 }).map((days) => ({ servedFrom: daysAfter(dayInJapan(startedAt), -days) })),
    ({ purpose, mode }) => purpose === 'setUp' && mode === 'onSite',
  ),
  fault(
    'remoteConsentAt',
    only1_2(found('第2章1.(3)', 'remote-support-needs-consent', 'remoteConsentAt')),
    fc
      .option(fc.integer({ min: 1, max: 400 * dayMs }), { nil: null })
      .map((ms) => ({ remoteConsentAt: ms === null ? null : later(startedAt, ms) })),
    ({ mode }) => mode === 'remote',
  ),
  fault(
    'chargedExTaxYen',
    only1_2(found('第2章1.(3)', 'free-emergency-support-each-year', 'chargedExTaxYen')),
    fc.integer({ min: 1, max: 10_000_000 }).map((chargedExTaxYen) => ({ chargedExTaxYen })),
    ({ purpose, freeSupportsUsed }) => purpose === 'emergency' && freeSupportsUsed === 0,
  ),
]

const daysBefore = (day: PlainDate) =>
  fc.integer({ min: 1, max: 400 }).map((days) => dayInJapan(later(startOfDayInJapan(day), -days * dayMs)))
const unreported = (where: string) => only1_2(found('第2章1.(10)', 'difficulty-is-reported', where))
const reporting = (
  to: 'reportedToIpaOn' | 'reportedToRegistrationBodyOn',
  where: string,
  { occurredOn }: DiscontinuanceFacts,
): Fault<DiscontinuanceFacts> =>
  fault(
    to,
    unreported(where),
    fc.option(daysBefore(occurredOn), { nil: null }).map((on) => ({ [to]: on })),
  )

/** Every way the case of a reseller can be wrong. */
export const discontinuanceFaults = (facts: DiscontinuanceFacts): readonly Fault<DiscontinuanceFacts>[] => [
  reporting('reportedToIpaOn', 'reports.ipa', facts),
  reporting('reportedToRegistrationBodyOn', 'reports.registrationBody', facts),
  fault(
    'contractsTakenOver',
    only1_2(found('第2章1.(10)', 'entity-answers-for-every-contract', 'list')),
    fc.nat(facts.contractsListed - 1).map((contractsTakenOver) => ({ contractsTakenOver })),
  ),
]
