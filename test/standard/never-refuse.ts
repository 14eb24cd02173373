import type { NeverRefuses } from './traced.ts'

const why = '直接の契約も再販協力会社を通じた契約も認める'

/** Rules that have nothing to refuse under an edition, since it allows everything there is. */
export const neverRefuse: readonly NeverRefuses[] = [
  { edition: '1.2', rule: 'sold-by-those-the-standard-names', on: 'contract', why },
  { edition: '1.2', rule: 'sold-by-those-the-standard-names', on: 'reseller', why },
]
