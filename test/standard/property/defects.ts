import * as fc from 'fast-check'
import type { EditionId, Found } from '../given.ts'

/** One fact that is not as it should be: how it spoils what conformed, and what each edition then says. */
export type Defect<Facts> = {
  readonly spoil: (facts: Facts) => Facts
  readonly breaks: Readonly<Record<EditionId, readonly Found[]>>
}

/** Every way one fact can be wrong. No two of a list touch the same fact. */
export type Fault<Facts> = {
  readonly fact: string
  readonly fits: (facts: Facts) => boolean
  readonly defects: fc.Arbitrary<Defect<Facts>>
}

export const found = (clause: string, rule: string, ...wheres: readonly string[]): readonly Found[] =>
  wheres.map((where) => ({ clause, rule, where }))

export const only1_1 = (breaches: readonly Found[]) => ({ '1.1': breaches, '1.2': [] })
export const only1_2 = (breaches: readonly Found[]) => ({ '1.1': [], '1.2': breaches })
export const both = (breaches: readonly Found[]) => ({ '1.1': breaches, '1.2': breaches })

/** One fault that the facts can have, in one of its ways. */
export const oneDefect = <Facts>(faults: readonly Fault<Facts>[], facts: Facts): fc.Arbitrary<Defect<Facts>> =>
  fc.oneof(...faults.filter(({ fits }) => fits(facts)).map(({ defects }) => defects))

/** Several faults of different facts at once. */
export const severalDefects = <Facts>(
  faults: readonly Fault<Facts>[],
  facts: Facts,
): fc.Arbitrary<readonly Defect<Facts>[]> =>
  fc
    .subarray(
      faults.filter(({ fits }) => fits(facts)),
      { minLength: 2 },
    )
    .chain((chosen) => fc.tuple(...chosen.map(({ defects }) => defects)))

/** The same breaches in any order. */
export const sorted = (breaches: readonly Found[]): readonly string[] =>
  breaches.map(({ clause, rule, where }) => `${clause} ${rule} ${where}`).toSorted()
