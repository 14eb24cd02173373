import type * as z from 'zod'
import type { DifficultyReport } from '../../../shared/api/views/discontinuance.ts'
import { labelOfGround } from '../../../shared/domain/discontinuance/grounds.ts'
import { knownOnOf } from '../../../shared/domain/discontinuance/proposing.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { KeptEntity } from '../../../shared/domain/platform/entity.ts'
import type { KeptService } from '../../../shared/domain/service/service.ts'
import type { KeptReseller } from '../../../shared/domain/reseller/states.ts'
import type { KeptDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

export type Report = z.input<typeof DifficultyReport>

type About = {
  readonly state: KeptDiscontinuance
  readonly since: Instant
  readonly statement: string
  readonly entity: KeptEntity
  readonly reseller: KeptReseller
  readonly services: readonly KeptService[]
}

/**
 * What IPA and the registration body are told under 第2章1.(10). The form is ours: the scheme's own is not known to us.
 * Counts are empty until the list is frozen; plan, completion and contact until it is sent.
 */
export const difficultyReport = ({ state, since, statement, entity, reseller, services }: About): Report => ({
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
})
