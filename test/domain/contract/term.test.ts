import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import { answerByOf, nextTurn, takeTurn, turnBy } from '../../../shared/domain/contract/term.ts'
import { daysAfter } from '../../../shared/domain/plain-date.ts'
import { after, breach, day, entityId, minutes } from '../given.ts'
import {
  attested,
  concludedAfter,
  contractAfter,
  deal,
  drafted,
  ended,
  liveAfter,
  opened,
  settled,
  told,
  toOffer,
  toSign,
} from './given.ts'
import {
  announced,
  held,
  nextTerm,
  proposed,
  renewalProposed,
  renewing,
  renewingStory,
  toAgreeNext,
  toLeave,
  toWish,
  wishing,
} from './given-course.ts'
import type { LiveContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import { announcedDaysAhead } from '../../../shared/domain/contract/term-bounds.ts'

const live = liveAfter(...toSign)
const self = liveAfter(...renewingStory)
const waiting = liveAfter(...renewingStory, announced)
const good = { deal: { ...renewing, startOn: nextTerm.startOn, endOn: nextTerm.endOn, revision: 2 }, breaches: [] }
const turning = (contract: LiveContract, on: string, renewed: Parameters<typeof takeTurn>[1]['renewed'] = null) => {
  const turn = turnBy(contract, day(on))
  return turn === null ? [] : takeTurn(contract, { turn, today: day(on), renewed })
}
/** The day a turn comes: nothing the day before, and it on the day. */
const comes = (contract: LiveContract, on: string) => [
  turnBy(contract, daysAfter(day(on), -1)),
  turnBy(contract, day(on)),
  turnBy(contract, daysAfter(day(on), 400)),
]

describe('a term that simply ends', () => {
  test('is over the day after its last', () => expect(comes(live, '2029-10-15')).toEqual([null, 'expire', 'expire']))
  test('ends the contract on its last day, at no cost and on nobody’s word', () =>
    expect(turning(live, '2029-10-20')).toEqual([
      { type: 'contract-ended', on: '2029-10-14', ending: 'expired', wordSha256: null, penaltyExTaxYen: 0 },
    ]))
  test('ends it even for who had asked to leave and never confirmed', () =>
    expect(turning(liveAfter(...toWish), '2029-10-15')).toMatchObject([{ ending: 'expired', penaltyExTaxYen: 0 }]))
})

describe('a term that renews itself', () => {
  test('is announced thirty days before the last day to say no', () => {
    expect(announcedDaysAhead).toBe(30)
    expect(comes(self, '2029-08-15')).toEqual([null, 'announce', 'renew'])
    expect(turning(self, '2029-08-15')).toEqual([announced])
  })
  test.each([
    [30, '2029-08-15', '2029-09-14'],
    [30, '2029-08-16', '2029-09-15'],
    [30, '2029-09-14', '2029-10-14'],
    [30, '2029-09-15', '2029-10-14'],
    [30, '2029-10-14', '2029-10-14'],
    [0, '2029-09-14', '2029-10-14'],
    [0, '2029-10-13', '2029-10-14'],
    [90, '2029-06-16', '2029-07-16'],
    [90, '2029-06-17', '2029-07-17'],
  ])('with %i days of notice, told on %s, can be answered until %s', (noticeDays, told_, answerBy) =>
    expect(answerByOf({ ...deal, renewal: { months: 12, noticeDays } }, day(told_))).toBe(answerBy),
  )
  test('of which nothing is said can be answered until its last day', () =>
    expect(answerByOf(deal, day('2029-01-01'))).toBe('2029-10-14'))

  test('goes on the day after its last', () => {
    expect(comes(waiting, '2029-10-15')).toEqual([null, 'renew', 'renew'])
    expect(turning(waiting, '2029-10-15', good)).toEqual([{ type: 'contract-renewed', deal: good.deal }])
  })
  test('goes on without a day between, however late it was told, or not told at all (C41)', () => {
    expect(turnBy(self, day('2029-10-14'))).toBe('announce')
    expect(comes(self, '2029-10-15')).toEqual(['announce', 'renew', 'renew'])
    const late = liveAfter(...renewingStory, { ...announced, answerBy: day('2029-10-14') })
    expect(comes(late, '2029-10-15')).toEqual([null, 'renew', 'renew'])
  })
  test('says the same as before, with the next days, and may be announced again', () => {
    const renewed = liveAfter(...renewingStory, announced, { type: 'contract-renewed', deal: good.deal })
    expect(renewed).toEqual({ ...waiting, deal: good.deal, lastRevision: 2, announced: null })
    expect(nextTurn(renewed)).toEqual({ turn: 'announce', on: '2030-08-15' })
    expect(renewed.servedFrom).toBe(deal.startOn)
  })
  test('writes nothing down where nobody compiled the next text', () =>
    expect(turning(waiting, '2029-10-15')).toEqual([]))

  test('is held where the next term would depart from the standard, each clause named once', () => {
    expect(turning(waiting, '2029-10-15', { ...good, breaches: [breach, breach] })).toEqual([held])
    const stuck = liveAfter(...renewingStory, announced, held)
    expect(stuck).toEqual({ ...waiting, announced: { answerBy: announced.answerBy, held: true } })
    expect(nextTurn(stuck)).toBeNull()
  })
  test('that is held goes on by what the SME signs', () => {
    const signed = [renewalProposed, ...toAgreeNext.slice(-5)]
    const stuck = liveAfter(...renewingStory, announced, held, ...signed)
    expect(comes(stuck, '2029-10-15')).toEqual([null, 'begin', 'begin'])
  })
  test('is held though it was never announced, with its last day as the last to answer on', () =>
    expect(liveAfter(...renewingStory, held)).toEqual({ ...self, announced: { answerBy: '2029-10-14', held: true } }))
})

describe('a term that was signed', () => {
  const agreed = liveAfter(...toAgreeNext)
  const begun = liveAfter(...toAgreeNext, { type: 'term-begun' })

  test('begins the day after the last of the one before', () => {
    expect(comes(agreed, '2029-10-15')).toEqual([null, 'begin', 'begin'])
    expect(turning(agreed, '2029-10-15')).toEqual([{ type: 'term-begun' }])
  })
  test('is in force from then on, under its own explanation, and the first term’s first day stays', () => {
    const { next, ...rest } = agreed
    expect(begun).toEqual({ ...rest, deal: nextTerm, explanation: next?.explanation, next: null })
    expect(begun.servedFrom).toBe(deal.startOn)
    expect(nextTurn(begun)).toEqual({ turn: 'expire', on: '2030-10-15' })
  })
  test('takes the place of a renewal that was announced', () => {
    const both = liveAfter(...renewingStory, announced, renewalProposed, ...toAgreeNext.slice(-5))
    expect(both).toMatchObject({ announced: { held: false }, next: { deal: nextTerm } })
    expect(nextTurn(both)).toEqual({ turn: 'begin', on: '2029-10-15' })
    expect(evolvers.contract(both, { type: 'term-begun' }, after(minutes(60)))).toMatchObject({ announced: null })
  })
  test('does not begin where none was signed', () => {
    expect(evolvers.contract(live, { type: 'term-begun' }, after(minutes(60)))).toEqual(live)
  })
})

describe('a new text, from whichever side it comes', () => {
  const renewed = { type: 'contract-renewed', deal: good.deal } as const
  test.each([
    ['a renewal', [...renewingStory, announced, proposed, renewed]],
    ['a term that begins', [...toAgreeNext, proposed, { type: 'term-begun' }]],
    [
      'a change no item shows',
      [...toSign, proposed, { type: 'contract-amended', deal: good.deal, next: null, amendmentSha256: '' }],
    ],
  ] as const)('%s: what was being proposed was a change of the text before, and goes', (_, story) =>
    expect(liveAfter(...(story as readonly ContractEvent[])).proposal).toBeNull(),
  )
})

describe('leaving for good', () => {
  const leaving = liveAfter(...toLeave)

  test('comes the day after the last day of service, before anything else the calendar would bring', () => {
    expect(comes(leaving, '2027-01-01')).toEqual([null, 'leave', 'leave'])
    expect(nextTurn(liveAfter(...toAgreeNext, ...toLeave.slice(-2)))).toMatchObject({ turn: 'leave' })
    expect(nextTurn(liveAfter(...renewingStory, announced, ...toLeave.slice(-2)))).toMatchObject({ turn: 'leave' })
    const onLastDay = liveAfter(...toSign, { ...wishing, on: deal.endOn }, ...toLeave.slice(-1))
    expect(nextTurn(onLastDay)).toEqual({ turn: 'leave', on: '2029-10-15' })
  })
  test('ends the contract as of that day, at the price that was named', () =>
    expect(turning(leaving, '2027-02-01')).toEqual([{ ...ended, on: '2026-12-31', penaltyExTaxYen: 4_900 }]))
  test('comes inside an open takeover too: it settles that, and costs nothing', () => {
    const taken = liveAfter(...toLeave, opened)
    expect(turning(taken, '2027-01-01')).toMatchObject([
      { type: 'takeover-settled', settlement: 'endedBySme' },
      { type: 'contract-ended', on: '2026-12-31', ending: 'endedInTakeover', penaltyExTaxYen: 0 },
    ])
  })
  test('is nothing where nobody wants to leave', () =>
    expect(takeTurn(live, { turn: 'leave', today: day('2027-01-01'), renewed: null })).toEqual([]))
})

describe('while a takeover is open', () => {
  test.each([
    ['a term that ends', toSign],
    ['a term that is to be announced', renewingStory],
    ['a term that renews itself', [...renewingStory, announced]],
    ['a term that was signed', toAgreeNext],
  ])('nothing comes by the calendar alone: %s', (_, story) => {
    for (const open of [[opened], [opened, told]]) expect(nextTurn(liveAfter(...story, ...open))).toBeNull()
    const served = liveAfter(...story, opened, told, settled('servedByImplementingEntity', entityId))
    expect(nextTurn(served)).toEqual(nextTurn(liveAfter(...story)))
  })
})

test('the calendar brings nothing to what does not live', () => {
  for (const contract of [contractAfter(drafted), contractAfter(...toOffer), concludedAfter(...toSign, ended)])
    expect(nextTurn(contract)).toBeNull()
  expect(nextTurn(liveAfter(attested))).not.toBeNull()
})
