import { labelOfGround, type DiscontinuanceGround } from '../../discontinuance/grounds.ts'
import { knownOnOf } from '../../discontinuance/proposing.ts'
import type { ExistingDiscontinuance } from '../../discontinuance/states.ts'
import type { Instant, PlainDate } from '../../plain-date.ts'
import type { ExistingEntity } from '../../platform/entity.ts'
import type { ExistingReseller } from '../../reseller/states.ts'
import type { ExistingService } from '../../service/service.ts'
import { type KindOfSubmission, type SubmissionContent, submissionAddressees } from './kind.ts'

/** Case the report is about, with its parties, from its instant on. */
type CaseWithParties = {
  readonly state: ExistingDiscontinuance
  readonly since: Instant
  readonly statement: string
  readonly entity: ExistingEntity
  readonly reseller: ExistingReseller
  readonly services: readonly ExistingService[]
}

/** Content of the report. Counts are null until the list is frozen; plan, completion and contact until it is sent. */
export type DifficultyReport = SubmissionContent & {
  readonly reseller: { readonly name: string; readonly corporateNumber: string; readonly prefecture: string }
  readonly services: readonly { readonly code: string; readonly registrationNumber: string | null }[]
  readonly ground: DiscontinuanceGround
  readonly groundInWords: string
  readonly occurredOn: PlainDate
  /** Absent in reports drafted before it was kept. */
  readonly knownOn?: PlainDate
  readonly statement: string
  readonly responsibleSince: Instant
  readonly contracts: number | null
  readonly voidedDrafts: number | null
  readonly listSha256: string | null
  readonly plan: string | null
  readonly expectedCompletionOn: PlainDate | null
  readonly contact: string | null
}

/**
 * Report to IPA and the registration body on a reseller that cannot continue. The form is ours: the scheme's own is not
 * known to us.
 */
export const difficultyReport: KindOfSubmission<CaseWithParties, DifficultyReport> = {
  name: { ja: '提供困難の報告', en: 'report of a difficulty' },
  clause: '第2章1.(10)',
  subject: 'discontinuance',
  addressees: submissionAddressees,
  form: [
    {
      name: 'plan',
      label: { ja: 'これからの計画', en: 'the plan from here' },
      is: 'paragraphs',
      most: 2000,
      mayBeOpen: false,
    },
    {
      name: 'expectedCompletionOn',
      label: { ja: '終える見込みの日', en: 'the day it is expected to be done' },
      is: 'day',
      mayBeOpen: true,
    },
    { name: 'contact', label: { ja: '連絡先', en: 'whom to ask' }, is: 'text', most: 200, mayBeOpen: false },
  ],
  fulfils: { ipa: 'reportToIpa', registrationBody: 'reportToRegistrationBody' },
  draft: ({ state, since, statement, entity, reseller, services }) => ({
    title: '再販協力会社によるサービス提供が困難となった旨の報告（様式は当社のもの）',
    implementingEntity: { name: entity.name, corporateNumber: entity.corporateNumber },
    reseller: {
      name: reseller.name,
      corporateNumber: reseller.corporateNumber ?? '',
      prefecture: reseller.prefecture,
    },
    services: services
      .filter(({ serviceId }) => serviceId in reseller.authorizations)
      .map(({ code, registration }) => ({ code, registrationNumber: registration?.number ?? null })),
    ground: state.ground,
    groundInWords: labelOfGround[state.ground].ja,
    occurredOn: state.occurredOn,
    knownOn: knownOnOf(state),
    statement,
    responsibleSince: since,
    contracts: state.list?.contracts ?? null,
    voidedDrafts: state.list?.voided ?? null,
    listSha256: state.list?.sha256 ?? null,
    plan: null,
    expectedCompletionOn: null,
    contact: null,
  }),
}
