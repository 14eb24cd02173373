import {
  facets,
  type Coverage,
  type Facet,
  type FacetNow,
  type Gap,
} from '../../../../shared/domain/contract/coverage.ts'
import type { Takeover } from '../../../../shared/domain/contract/contract.ts'
import { atMs, ms } from './form.ts'

/*
 * Three letters, one a facet: u(nknown), c(onfirmed), l(ost). Then, after a point each, since when the lost ones are,
 * in the order of the letters; then the gaps that are over, as from-until. Moments are milliseconds after the
 * takeover's own, in base 36. Nearly all say `ccc` in the end.
 */

/** The coverage of a takeover, in a few characters. */
export const packCoverage = ({ since, coverage }: Pick<Takeover, 'since' | 'coverage'>): string => {
  const offset = (at: Gap['from']): string => (ms(at) - ms(since)).toString(36)
  const stages = facets.map((facet) => coverage[facet])
  return [
    stages.map(({ stage }) => stage[0]).join(''),
    ...stages.flatMap((now) => (now.stage === 'lost' ? [offset(now.since)] : [])),
    ...coverage.gaps.map(({ from, until }) => `${offset(from)}-${offset(until)}`),
  ].join('.')
}

/** The coverage that was packed, of a takeover of this moment. */
export const unpackCoverage = (packed: string, since: number): Coverage => {
  const at = (offset: string | undefined) => atMs(since + Number.parseInt(offset ?? '', 36))
  const [letters = '', ...rest] = packed.split('.')
  const nowOf = (letter: string | undefined): FacetNow => {
    if (letter === 'l') return { stage: 'lost', since: at(rest.shift()) }
    return { stage: letter === 'c' ? 'confirmed' : 'unknown' }
  }
  const stages = Object.fromEntries(facets.map((facet, place) => [facet, nowOf(letters[place])]))
  const gaps = rest.map((gap) => {
    const [from, until] = gap.split('-')
    return { from: at(from), until: at(until) }
  })
  return { ...(stages as Record<Facet, FacetNow>), gaps }
}
