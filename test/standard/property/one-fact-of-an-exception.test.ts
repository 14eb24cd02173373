import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../../shared/domain/plain-date.ts'
import { serviceFunctions } from '../../../shared/domain/service/facts.ts'
import type { ContractFacts, ExceptionFacts } from '../../../shared/standard/model/occasion.ts'
import { contract, exception, judged, type EditionId } from '../given.ts'

/** A contract that leaves functions out under an exception for these very ones. */
const excepted = fc
  .subarray([...serviceFunctions], { minLength: 1, maxLength: serviceFunctions.length - 1 })
  .chain((leavesOut) =>
    fc.constantFrom('direct' as const, 'reseller' as const).map((channel) =>
      contract({
        channel,
        functions: serviceFunctions.filter((one) => !leavesOut.includes(one)),
        exception: exception({ leavesOut }),
      }),
    ),
  )
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => plainDate(date.toISOString().slice(0, 10)))

/** Every way one fact of an exception can be wrong for the contract that names it. */
const spoilt = (facts: ContractFacts): fc.Arbitrary<Partial<ExceptionFacts>> => {
  const left = facts.exception?.leavesOut ?? []
  const others = fc
    .subarray([...serviceFunctions])
    .filter((leavesOut) => leavesOut.length !== left.length || left.some((one) => !leavesOut.includes(one)))
  return fc.oneof(
    fc.constantFrom<Partial<ExceptionFacts>>(
      { ground: null },
      { evidenced: false },
      { burdenKeptLow: false },
      { approved: false },
      { forService: false },
      { forSeller: false },
      { forSme: false },
      { expiresOn: null },
    ),
    day.filter((expiresOn) => expiresOn < facts.madeOn).map((expiresOn) => ({ expiresOn })),
    others.map((leavesOut) => ({ leavesOut })),
  )
}
const clauses = (id: EditionId, facts: ContractFacts) => [
  ...new Set(judged(id, 'contract', facts).map(({ clause, rule }) => `${clause} ${rule}`)),
]

describe.each(['1.2'] as const)('第2章1.(6) a separate contract, under %s', (id) => {
  test('under an exception that covers it exactly holds, up to its last day', () => {
    const lasting = fc.tuple(excepted, day)
    fc.assert(
      fc.property(lasting, ([facts, expiresOn]) => {
        const held = { ...facts, exception: { ...(facts.exception as ExceptionFacts), expiresOn } }
        expect(clauses(id, held)).toEqual(expiresOn >= facts.madeOn ? [] : ['第2章1.(6) sold-as-one-contract'])
      }),
    )
  })

  test('differing in one fact of its exception is refused for exactly that clause', () => {
    fc.assert(
      fc.property(
        excepted.chain((facts) => fc.tuple(fc.constant(facts), spoilt(facts))),
        ([facts, changed]) => {
          const wrong = { ...facts, exception: { ...(facts.exception as ExceptionFacts), ...changed } }
          expect(clauses(id, wrong)).toEqual(['第2章1.(6) sold-as-one-contract'])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('without any exception is refused for each function it leaves out', () => {
    fc.assert(
      fc.property(excepted, (facts) => {
        const left = facts.exception?.leavesOut ?? []
        expect(judged(id, 'contract', { ...facts, exception: null }).map(({ where }) => where)).toEqual(
          left.map(() => 'functions'),
        )
      }),
    )
  })
})

describe('under 1.1, where the implementing entity sells alone', () => {
  test('an exception is as good', () =>
    expect(
      judged('1.1', 'contract', contract({ functions: serviceFunctions.slice(0, 4), exception: exception() })),
    ).toEqual([]))
})
