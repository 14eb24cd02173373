import { plainDate } from '../../shared/domain/plain-date.ts'
import { byRule, clause, type Clause, type Edition } from '../../shared/standard/model/edition.ts'
import { initialFeeWithinCap } from '../../shared/standard/rules/initial-fee-within-cap.ts'
import { editionOf } from './given.ts'

const lowerCap = clause(
  '第2章1.(7)エ',
  {
    ja: '初期費用は税抜で、ネットワーク監視型30万円、端末監視型30万円、併用型60万円を超えない。',
    en: 'The initial fee without tax is at most 300,000 / 300,000 / 600,000 yen.',
  },
  [byRule(initialFeeWithinCap, { capExTaxYen: { network: 300_000, endpoint: 300_000, combined: 600_000 } })],
  { seedRows: [10] },
)

const changed = (one: Clause): Clause => {
  switch (one.label) {
    case '第2章1.(7)エ':
      return lowerCap
    case '第2章1.(7)オ':
      return { ...one, label: '第2章1.(7)カ' }
    default:
      return one
  }
}

/**
 * An edition there is not: 1.2 with a lower cap of the initial fee and leaving early under another number, in force
 * from a day that is known. What such an edition takes is what stands in this file, and nothing else.
 */
export const testEdition: Edition = {
  ...editionOf('1.2'),
  id: '1.3',
  title: { ja: '試験のための基準 1.3版', en: 'A standard for tests, edition 1.3' },
  published: { on: plainDate('2026-12-01'), exactTo: 'day' },
  inForceFrom: plainDate('2027-04-01'),
  source: { ja: '試験のために作ったもの。', en: 'Made up for tests.' },
  clauses: editionOf('1.2').clauses.map(changed),
}
