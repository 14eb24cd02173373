import { plainDate } from '../../shared/domain/plain-date.ts'
import type { Evidence } from '../../shared/domain/service/evidence.ts'
import type { Words } from '../../shared/domain/words.ts'
import type { Edition } from '../../shared/standard/model/edition.ts'
import type { Occasion } from '../../shared/standard/model/occasion.ts'
import type { ClauseVerdict, Subject } from '../../shared/standard/reports/conformity.ts'
import {
  conclusion,
  contract,
  discontinuance,
  incidentNotice,
  reseller,
  service,
  serviceChange,
  signature,
  support,
} from './given.ts'
import { occasions } from './property/any-facts.ts'

export const today = plainDate('2026-10-05')

/** What people put on record for everything an edition leaves to them, valid to the last day of 2026. */
export const evidenceFor = (edition: Edition): readonly Evidence[] =>
  edition.clauses.flatMap(({ label, keptBy }) =>
    keptBy.flatMap((keeping) =>
      keeping.by === 'people'
        ? {
            clause: label,
            topic: keeping.topic,
            on: plainDate('2026-04-01'),
            validUntil: plainDate('2026-12-31'),
            sha256: 'e'.repeat(64),
            ...(keeping.ofEachChange ? { serviceVersion: 2 } : {}),
          }
        : [],
    ),
  )

/** Why nothing came up on each occasion. */
export const without = Object.fromEntries(
  occasions.map((on): [Occasion, Words] => [on, { ja: `${on}はない`, en: `there is no ${on}` }]),
) as Subject['without']

/** Facts of every occasion, all as an edition wants them under which a reseller may sell a network type. */
export const everyOccasion: Subject['facts'] = {
  'service-version': [service('network')],
  'service-change': [serviceChange()],
  reseller: [reseller()],
  contract: [contract({ channel: 'reseller' })],
  conclusion: [conclusion()],
  signature: [signature()],
  'incident-notice': [incidentNotice()],
  'emergency-support': [support()],
  discontinuance: [discontinuance()],
}

/** A subject that conforms, but for what is changed. */
export const subjectOf = (
  edition: Edition,
  facts: Subject['facts'] = {},
  changed: Partial<Omit<Subject, 'facts'>> = {},
): Subject => ({
  facts: { ...everyOccasion, ...facts },
  without,
  evidence: evidenceFor(edition),
  version: { number: 2, of: 2 },
  today,
  ...changed,
})

/** The verdict on one clause. */
export const verdictOn = (verdicts: readonly ClauseVerdict[], label: string): ClauseVerdict => {
  const found = verdicts.find((one) => one.label === label)
  if (!found) throw new Error(`no verdict on ${label}`)
  return found
}
