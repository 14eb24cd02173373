import type { Edition } from '../../model/edition.ts'
import { annex } from './annex.ts'
import { conditions } from './conditions.ts'
import { entity } from './entity.ts'
import { functions } from './functions.ts'
import { registration } from './registration.ts'
import { scope } from './scope.ts'

/**
 * サービス基準 1.2版. Changed since 1.1: resellers exist and the implementing entity answers for them; the types have
 * minimum functions; the initial fee has a cap; devices and countries are disclosed; remote support needs consent.
 */
export const edition1_2: Edition = {
  id: '1.2',
  title: { ja: 'サイバーセキュリティお助け隊サービス基準 1.2版', en: 'Service standard, edition 1.2' },
  published: null,
  inForceFrom: null,
  knownInPartOnly: false,
  source: {
    ja: '1.1版からの改定の主な内容を示す表にある引用。表にない条は、条文未入手とする。',
    en: 'The quotations in the table of what changed since 1.1. Clauses it does not quote are marked as not in hand.',
  },
  monitoringTypes: ['network', 'endpoint', 'combined'],
  clauses: [...scope, ...functions, ...conditions, ...entity, ...registration, ...annex],
}
