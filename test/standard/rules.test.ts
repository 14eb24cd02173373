import { describe, expect, test } from 'vitest'
import { doubtKinds } from '../../shared/domain/refusal.ts'
import { byRule, type KeptByRule } from '../../shared/standard/model/edition.ts'
import { judgeableEditions } from '../../shared/standard/index.ts'
import { rule } from '../../shared/standard/model/rule.ts'
import { disclosuresAreAcknowledged } from '../../shared/standard/rules/disclosures-are-acknowledged.ts'
import { offeredAsOneContract, soldAsOneContract } from '../../shared/standard/rules/sold-as-one-contract.ts'
import { inBothLanguages, rulesOf } from './given.ts'
import { someFacts } from './property/any-facts.ts'
import { writtenRules, type AnyRule } from './written-rules.ts'

const ruleOf = ({ rule, on }: KeptByRule): AnyRule => {
  const found = writtenRules.find((one) => one.name === rule && one.on === on)
  if (!found) throw new Error(`no rule ${rule} on ${on}`)
  return found.rule
}

const listed = judgeableEditions().flatMap((edition) =>
  rulesOf(edition).map((keeping) => ({ id: edition.id, ...keeping })),
)

/** The same, telling what is read of it. */
const watched = <Value extends object>(value: Value, tell: (name: string, inner: unknown) => void): Value =>
  new Proxy(value, {
    get: (target, name) => {
      const inner: unknown = Reflect.get(target, name)
      tell(String(name), inner)
      return typeof inner === 'object' && inner !== null ? watched(inner, tell) : inner
    },
  })

/** The facts a rule reads, over some of every kind: their names alone. */
const namesRead = ({ on, notFor, objections, questions }: KeptByRule): ReadonlySet<string> => {
  const read = new Set<string>()
  for (const facts of someFacts(on)) {
    const given = new Proxy(facts as object, {
      get: (target, name) => {
        read.add(String(name))
        return Reflect.get(target, name)
      },
    })
    notFor(given as never)
    objections(given as never)
    questions(given as never)
  }
  return read
}

/** The numbers of an edition that a rule decides by. */
const numbersRead = (keeping: KeptByRule): readonly number[] => {
  const { limits, on } = keeping
  if (typeof limits !== 'object' || limits === null) return []
  const read = new Set<number>()
  const given = watched(limits, (name, value) => {
    if (typeof value === 'number' && name !== 'length') read.add(value)
  })
  const { objections, questions, notFor } = ruleOf(keeping)
  for (const facts of someFacts(on)) {
    if (notFor?.(facts as never)) continue
    objections(facts as never, given)
    questions?.(facts as never, given)
  }
  return [...read]
}

/** The number as a sentence may write it: 500000, or 500,000. */
const written = (number: number) => new RegExp(`(?<![\\d,])(${number}|${number.toLocaleString('ja-JP')})(?![\\d,])`)

describe('every rule', () => {
  describe.each(listed)('$rule on $on, under $id', (keeping) => {
    test('asks what it reads, and reads what it asks', () =>
      expect([...namesRead(keeping)].toSorted()).toEqual(keeping.asks.toSorted()))

    test('says its duty in both languages, as its edition shows it', () => {
      const said = ruleOf(keeping).says(keeping.limits)
      expect(said).toEqual(inBothLanguages)
      expect(keeping.says).toEqual(said)
    })

    test('says every number it decides by', () => {
      const unsaid = numbersRead(keeping).filter(
        (number) => !written(number).test(keeping.says.ja) || !written(number).test(keeping.says.en),
      )
      expect(unsaid).toEqual([])
    })

    test('is silent in both languages, and then objects to nothing', () => {
      const silences = someFacts(keeping.on).flatMap((facts) => {
        const why = keeping.notFor(facts as never)
        const said = () => [...keeping.objections(facts as never), ...keeping.questions(facts as never)]
        return why ? { why, said: said() } : []
      })
      expect(silences.length > 0).toBe(ruleOf(keeping).notFor !== undefined)
      expect(silences).toEqual(silences.map(() => ({ why: inBothLanguages, said: [] })))
    })

    test('objects where it can be corrected, and says why in both languages', () => {
      const objections = someFacts(keeping.on).flatMap((facts) => keeping.objections(facts as never))
      const where = expect.stringMatching(/^[a-z][A-Za-z]*(\.[A-Za-z0-9]+)*$/)
      expect(objections).toEqual(objections.map(() => ({ where, why: inBothLanguages })))
    })

    test('leaves open what it says in both languages, under a kind of doubt', () => {
      const questions = someFacts(keeping.on).flatMap((facts) => keeping.questions(facts as never))
      const where = expect.stringMatching(/^[a-z][A-Za-z]*(\.[A-Za-z0-9]+)*$/)
      const kind = expect.toBeOneOf([...doubtKinds])
      expect(questions).toEqual(questions.map(() => ({ kind, where, why: inBothLanguages })))
    })
  })
})

describe('numbers of the editions', () => {
  const numbers = (id: string) =>
    listed
      .filter((keeping) => keeping.id === id)
      .flatMap((keeping) => numbersRead(keeping).map((number) => `${keeping.rule} ${number}`))

  test('that 1.2 decides by', () =>
    expect(new Set(numbers('1.2'))).toEqual(
      new Set([
        'incidents-are-told-in-time 60',
        'incidents-are-told-in-time 7',
        'incidents-are-told-in-time 24',
        'free-emergency-support-each-year 1',
        'set-up-is-the-first-dispatch 30',
        'set-up-is-the-first-dispatch 120',
        'monthly-fee-within-cap 10000',
        'monthly-fee-within-cap 2000',
        'initial-fee-within-cap 500000',
        'initial-fee-within-cap 1000000',
        'placement-is-considered 4',
      ]),
    ))
})

describe('a duty over a list', () => {
  test.each([
    byRule(offeredAsOneContract, { functions: ['consultationDesk', 'anomalyMonitoring'] }),
    byRule(soldAsOneContract, { functions: ['consultationDesk', 'anomalyMonitoring'] }),
    byRule(disclosuresAreAcknowledged, { items: ['term', 'penalty'] }),
  ])('says how long the list is: $rule on $on', ({ says }) => {
    expect(says.ja).toMatch(written(2))
    expect(says.en).toMatch(written(2))
  })
})

describe('the compiler', () => {
  test('holds a rule to the facts it asks', () => {
    const careless = rule({
      name: 'reads-what-it-does-not-ask',
      on: 'contract',
      asks: ['terminals'],
      suppliedBy: 'sme',
      says: () => ({ ja: '', en: '' }),
      // @ts-expect-error who sells is none of them
      objections: ({ channel }) => [{ where: channel, why: { ja: '', en: '' } }],
    })
    expect(careless.asks).toEqual(['terminals'])
  })
  test('holds a rule to the facts of its occasion', () => {
    // @ts-expect-error a signature has no terminals
    const lost = rule({ ...disclosuresAreAcknowledged, asks: ['terminals'] })
    expect(lost.on).toBe('signature')
  })
  test('holds an edition to giving a rule its numbers', () => {
    // @ts-expect-error the functions are missing
    expect(() => byRule(soldAsOneContract)).toThrow(TypeError)
  })
})
