import type { PlainDate } from '../../../../shared/domain/plain-date.ts'
import { nameFoundBy, type Criteria, type Findable } from '../../../../shared/domain/contract/findable.ts'
import type { Scope } from '../../../ports/listings.ts'
import { amountsPartition, daysPartition, namesPartition, sixteen } from '../keys.ts'
import { amountPlace, namePlace, yearOf } from './rows.ts'

/** A span of days, both ends within. */
export type Span = { readonly from: PlainDate; readonly until: PlainDate }

/** Stretch of one partition, in which a year, a month or a day lists what is asked for, and nothing else. */
export type Stretch = {
  readonly pk: string
  readonly condition: string
  readonly values: Readonly<Record<string, string>>
  /** Prefix of a place in this partition's sort keys. */
  readonly before: string
}

/** Way through the listings: contracts of a range of amounts, or of names that begin alike, within any span. */
export type Way = {
  readonly stretch: (span: string) => Stretch
  /** A contract's place among those of its day; where it lies at several by several names, the one it is found at. */
  readonly placeOf: (one: Findable) => string
}

// Above everything a sort key goes on with: digits, lower-case letters, # and _.
const beyond = '~'
const most = '9'.repeat(16)

export const byAmount = (scope: Scope, { amountFrom = 0, amountUntil }: Criteria): Way => {
  const [from, until] = [sixteen(amountFrom), `${amountUntil === undefined ? most : sixteen(amountUntil)}${beyond}`]
  return {
    placeOf: amountPlace,
    stretch: (span) => {
      // A day lists by amount within its year's days.
      const before = span.length > 7 ? `${span}#` : ''
      return {
        before,
        pk: before ? daysPartition(scope, span.slice(0, 4)) : amountsPartition(scope, span),
        condition: 'sk between :from and :until',
        values: { ':from': `${before}${from}`, ':until': `${before}${until}` },
      }
    },
  }
}

export const byName = (scope: Scope, nameKey: string): Way => ({
  placeOf: (one) => namePlace(nameFoundBy(one, nameKey) ?? one.name, one),
  stretch: (span) => ({
    before: '',
    pk: namesPartition(scope, span),
    condition: 'begins_with(sk, :name)',
    values: { ':name': nameKey },
  }),
})

/** Every contract of some days of a year, or of an SME: the partition itself stands in their order. */
export const byDay = (pk: string, { from, until }: Span): Stretch => ({
  pk,
  before: '',
  condition: 'sk between :from and :until',
  values: { ':from': from, ':until': `${until}${beyond}` },
})

const two = (n: number): string => String(n).padStart(2, '0')
const daysIn = (month: string): number => {
  const [year = 0, of = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, of, 0)).getUTCDate()
}

/** The months of a year, or the days of a month, newest first, as far as they lie within a span of days. */
export const partsOf = (span: string, { from, until }: Span): readonly string[] => {
  const count = span.length === 4 ? 12 : daysIn(span)
  const parts = Array.from({ length: count }, (_, index) => `${span}-${two(count - index)}`)
  return parts.filter((part) => from.slice(0, part.length) <= part && part <= until.slice(0, part.length))
}

/** The years of a span, newest first, of those in which anything was signed. */
export const yearsWithin = (years: readonly string[], { from, until }: Span): readonly string[] =>
  years.filter((year) => yearOf(from) <= year && year <= yearOf(until)).reverse()
