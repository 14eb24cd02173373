import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keptContractOf } from '../../functions/adapters/dynamodb/state-rows.ts'
import { NewerForm, UnreadableRow } from '../../functions/ports/stored-forms.ts'
import { filesIn } from '../architecture/imports.ts'
import { everyForm, goldenOf, layouts, type AnyForm } from './every-form.ts'
import { goldenHeads } from './golden.ts'
import { thrownBy } from '../support/thrown.ts'

type Stored = Record<string, any>

/** The first frozen row of a kind that has what is asked of it, changed, and read by the form of its kind. */
const readSpoilt = (kind: string, has: (row: Stored) => unknown, change: (row: Stored) => void): unknown => {
  for (const { stored } of layouts.flatMap((layout) => goldenOf(layout).find(([one]) => one === kind)?.[1] ?? [])) {
    const row: Stored = typeof stored === 'string' ? JSON.parse(stored) : structuredClone(stored as Stored)
    if (!has(row)) continue
    change(row)
    return (everyForm[kind] as AnyForm).read(typeof stored === 'string' ? JSON.stringify(row) : row)
  }
  throw new Error(`no frozen ${kind} is fit for this`)
}

const inPerson = (change: (membership: Stored) => void) => (row: Stored) => {
  const membership: Stored = JSON.parse(row['w'])
  change(membership)
  row['w'] = JSON.stringify(membership)
}

const any = () => true
const tomorrow = 'of-tomorrow'

/** A row by its kind, how the change is named, what the row must have to be fit for it, and the change. */
type Case = readonly [kind: string, what: string, has: (row: Stored) => unknown, change: (row: Stored) => void]

const where = ({ on }: Stored) => on.where
const listed = ({ on }: Stored) => on.contractIds
const newer: readonly Case[] = [
  ['member', 'the word "of-tomorrow" at membership.role', any, ({ membership }) => (membership.role = tomorrow)],
  ['member', 'the key membership.seat', any, ({ membership }) => (membership.seat = 1)],
  ['person', 'the word "of-tomorrow" at w.role', ({ x }) => !x, inPerson((one) => (one['role'] = tomorrow))],
  ['person', 'the key w.seat', ({ x }) => x, inPerson((one) => (one['seat'] = 1))],
  ['person', 'the key seat', ({ x }) => !x, (row) => (row['seat'] = 1)],
  ['noticeChoices', 'the key of-tomorrow', any, (row) => (row[tomorrow] = 'none')],
  ['person', 'the key of-tomorrow', ({ k }) => k, (row) => (row['k'] = '{"of-tomorrow":"none"}')],
  ['workInput', 'the word "of-tomorrow" at work', any, (row) => (row['work'] = tomorrow)],
  ['workInput', 'the word "of-tomorrow" at on.where.unknown', where, ({ on }) => (on.where.unknown = tomorrow)],
  ['workInput', 'the key on.where.size', where, ({ on }) => (on.where.size = 1)],
  ['workInput', 'the key on.everyone', any, (row) => (row['on'] = { everyone: true })],
  ['moveInput', 'the word "of-tomorrow" at rows.0.consent.how', any, ({ rows }) => (rows[0].consent.how = tomorrow)],
  ['moveInput', 'the key rows.2.colour', any, ({ rows }) => (rows[2].colour = 'red')],
  ['formReadingInput', 'the key on.size', listed, ({ on }) => (on.size = 1)],
  ['formReadingInput', 'the key on.everyone', any, (row) => (row['on'] = { everyone: true })],
  [
    'serviceFacts',
    'the word "of-tomorrow" at insurance.coveredMatters.1.kind',
    any,
    ({ insurance }) => (insurance.coveredMatters = ['初動対応費用', { kind: tomorrow, what: '架空' }]),
  ],
  [
    'serviceFacts',
    'the word "of-tomorrow" at insurance.coverageCountPerYear',
    any,
    ({ insurance }) => (insurance.coverageCountPerYear = tomorrow),
  ],
  [
    'serviceFacts',
    'the word "of-tomorrow" at insurance.selfPayCases',
    any,
    ({ insurance }) => (insurance.selfPayCases = tomorrow),
  ],
  [
    'serviceFacts',
    'the word "of-tomorrow" at dataStorage.kind',
    ({ dataStorage }) => dataStorage,
    ({ dataStorage }) => (dataStorage.kind = tomorrow),
  ],
  [
    'serviceFacts',
    'the word "of-tomorrow" at termination.penalty.kind',
    ({ termination }) => termination.penalty,
    ({ termination }) => (termination.penalty.kind = tomorrow),
  ],
]

const damaged: readonly Case[] = [
  ['member', 'a role is missing', any, ({ membership }) => delete membership.role],
  ['person', 'a name is missing', ({ x }) => !x, (row) => delete row['n']],
  ['person', 'a membership is no JSON', ({ x }) => !x, (row) => (row['w'] = '{')],
  ['workInput', 'a number stands for a word', where, ({ on }) => (on.where.stage = 5)],
  ['workInput', 'an id is none', listed, ({ on }) => (on.contractIds = ['nobody'])],
  ['moveInput', 'a row has no number', any, ({ rows }) => delete rows[0].row],
  ['formReadingInput', 'a text stands for a list', listed, ({ on }) => (on.contractIds = 'ctr_1')],
  ['serviceFacts', 'a number stands for a matter', any, ({ insurance }) => (insurance.coveredMatters = [3])],
  ['serviceFacts', 'half a time', any, ({ insurance }) => (insurance.coverageCountPerYear = 1.5)],
]

describe('a stored value of which there are several forms', () => {
  test.each(newer)('of a %s is refused as newer, by name, where none of them knows %s', (kind, what, has, change) => {
    const error = thrownBy(() => readSpoilt(kind, has, change))
    expect(error).toBeInstanceOf(NewerForm)
    expect((error as NewerForm).found.what).toBe(what)
  })

  test.each(damaged)('of a %s is refused as unreadable where it is damaged: %s', (kind, _, has, change) => {
    expect(thrownBy(() => readSpoilt(kind, has, change))).toBeInstanceOf(UnreadableRow)
  })

  test.each([
    ['"m":"z"', NewerForm],
    ['"m":1.5', UnreadableRow],
  ])('of a contract’s coverage is told apart as well: %s', (facet, thrown) => {
    const row = goldenHeads('form-2').find(({ row: { r, s } }) =>
      [r, s].some((text) => String(text).includes('"m":"c"')),
    )?.row
    const spoiltIn = (text: unknown) => String(text).replace('"m":"c"', facet)
    expect(
      thrownBy(() => keptContractOf({ ...row, r: spoiltIn(row?.['r']), s: spoiltIn(row?.['s']) } as never)),
    ).toBeInstanceOf(thrown)
  })

  test('is in each of these places, and in no other that is not looked at here', () => {
    const counted = ['functions/papers', 'functions/adapters/dynamodb'].flatMap(filesIn).flatMap((path) => {
      const unions = readFileSync(path, 'utf8').match(/z\s*\.(?:union|discriminatedUnion)\(/g) ?? []
      return unions.length > 0 ? [`${path}: ${unions.length}`] : []
    })
    expect(counted).toEqual([
      'functions/papers/service-records.ts: 1',
      'functions/papers/takeover-work.ts: 3',
      // One of them is a placement: a word, or what somebody wrote, so that any text is read.
      'functions/papers/texts.ts: 6',
      'functions/adapters/dynamodb/contract-row/parts.ts: 1',
      'functions/adapters/dynamodb/forms/person.ts: 1',
      'functions/adapters/dynamodb/forms/platform.ts: 1',
    ])
  })
})
