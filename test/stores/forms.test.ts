import { describe, expect, test } from 'vitest'
import { field, maybe, named, oneOf, orAbsent, orNull } from '../../functions/adapters/dynamodb/forms/fields.ts'
import { storedForm } from '../../functions/adapters/dynamodb/forms/stored-form.ts'
import {
  count,
  day,
  idOf,
  moment,
  sha256,
  text,
  word,
  words,
  yes,
} from '../../functions/adapters/dynamodb/forms/values.ts'
import { NewerForm, NotInForm, UnreadableRow } from '../../functions/ports/stored-forms.ts'
import { thrownBy } from '../support/thrown.ts'

const kinds = ['network', 'endpoint'] as const
const codec = named({
  owner: field('o', idOf('rsl')),
  type: field('t', word(kinds)),
  types: orAbsent('ts', words(kinds), [...kinds]),
  paperSha256: field('h', sha256),
  at: field('a', moment),
  endOn: orNull('e', day),
  late: orAbsent('l', yes, false),
  exceptionId: maybe('x', idOf('exc')),
  now: field(
    'n',
    oneOf('stage', 's', { open: {}, settled: { settlement: field('w', text), count: orAbsent('c', count, 0) } }),
  ),
})
const form = storedForm({
  kind: 'sample',
  codec,
  upgrades: [
    ([owner, type, h, a]: readonly unknown[]) => ({ o: owner, t: kinds[type as number], h, a, n: { s: 'open' } }),
  ],
})

const least = {
  owner: 'rsl_1',
  type: 'network',
  types: ['network', 'endpoint'],
  paperSha256: 'a'.repeat(64),
  at: '2026-04-01T00:00:00.000Z',
  endOn: null,
  late: false,
  now: { stage: 'open' },
} as never as Parameters<typeof form.write>[0]
const most = {
  ...least,
  types: ['endpoint'],
  endOn: '2027-03-31',
  late: true,
  exceptionId: 'exc_1',
  now: { stage: 'settled', settlement: 'moved', count: 3 },
} as never as typeof least
const written = (value: typeof least) => JSON.parse(form.write(value)) as Record<string, any>
describe('a stored form', () => {
  test.each([least, most])('gives back what was written', (value) => {
    expect(form.read(form.write(value))).toEqual(value)
  })

  test('bears its number, short keys, and nothing for a default', () => {
    expect(written(least)).toEqual({
      v: 2,
      o: '1',
      t: 'network',
      h: 'qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqo',
      a: 1_775_001_600_000,
      n: { s: 'open' },
    })
  })

  test('reads a text without a number as form 1, step by step to the current one', () => {
    const { o, h, a } = written(least)
    expect(form.formOf(JSON.stringify([o, 0, h, a]))).toBe(1)
    expect(form.read(JSON.stringify([o, 0, h, a]))).toEqual(least)
  })

  test('refuses a form above the known one, and says which', () => {
    const text = JSON.stringify({ ...written(least), v: 3 })
    const error = thrownBy(() => form.read(text))
    expect(error).toBeInstanceOf(NewerForm)
    expect((error as NewerForm).found).toEqual({ kind: 'sample', form: 3, known: 2, what: null })
    expect(() => form.formOf(text)).toThrow(NewerForm)
  })

  test.each([
    ['a key', { zz: 1 }, 'the key zz'],
    ['a word', { t: 'satellite' }, 'the word "satellite" at t'],
    ['a word in a list', { ts: ['satellite'] }, 'the word "satellite" at ts.0'],
    ['a stage', { n: { s: 'gone' } }, 'the word "gone" at n.s'],
    ['a key within', { n: { s: 'open', w: 'x' } }, 'the key n.w'],
  ])('takes %s it does not have for that of a newer version', (_, more, what) => {
    const error = thrownBy(() => form.read(JSON.stringify({ ...written(least), ...more })))
    expect(error).toBeInstanceOf(NewerForm)
    expect((error as NewerForm).found).toEqual({ kind: 'sample', form: 2, known: 2, what })
  })

  test.each([
    ['lacks what it must have', { o: undefined }],
    ['lacks a stage', { n: {} }],
    ['says a number as a text', { a: 'yesterday' }],
    ['bears a number that is none', { v: '2' }],
    ['has a damaged hash', { h: 'short' }],
  ])('does not read a row that %s', (_, more) => {
    expect(() => form.read(JSON.stringify({ ...written(least), ...more }))).toThrow(UnreadableRow)
  })

  test.each([
    ['a word its list does not have', { type: 'satellite' }, /the word "satellite"/],
    ['a stage it does not have', { now: { stage: 'gone' } }, /the word "gone"/],
    ['a property it does not name', { colour: 'red' }, /the key colour/],
    ['a property within that it does not name', { now: { stage: 'open', colour: 'red' } }, /the key n\.colour/],
    ['no moment', { at: 'yesterday' }, /a:/],
  ])('does not write %s', (_, more, why) => {
    const error = thrownBy(() => form.write({ ...least, ...more } as never))
    expect(error).toBeInstanceOf(NotInForm)
    expect(error.message).toMatch(why)
  })

  test('writes no number while there is one form only', () => {
    const first = storedForm({ kind: 'sample', codec, upgrades: [] })
    expect(JSON.parse(first.write(least))).not.toHaveProperty('v')
    expect(first.read(first.write(least))).toEqual(least)
  })
})
