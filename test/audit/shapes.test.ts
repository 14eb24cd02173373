import { describe, expect, test } from 'vitest'
import type {
  AggregateKind as KindHere,
  EventOf as EventHere,
  StateOf as StateHere,
} from '../../functions/audit/shapes/aggregates.ts'
import { deliveriesOwedBy as owedHere } from '../../functions/audit/reading/deliveries.ts'
import * as days from '../../functions/audit/reading/fields/days.ts'
import * as ids from '../../functions/audit/reading/ids.ts'
import { disclosureItemCodes, prefectures, serviceFunctions } from '../../functions/audit/reading/fields/word-lists.ts'
import { plainTerms } from '../../functions/audit/shapes/terms.ts'
import { folds } from '../../functions/audit/folding/folds.ts'
import { termNames, termOf } from '../../shared/domain/contract/contract-terms.ts'
import { evolvers, type AggregateKind, type EventOf, type StateOf } from '../../shared/domain/aggregates/aggregates.ts'
import { disclosureItemCodes as itemsThere } from '../../shared/domain/disclosure-items.ts'
import { deliveriesOwedBy } from '../../shared/domain/aggregates/delivery.ts'
import * as idsThere from '../../shared/domain/ids.ts'
import { prefectures as prefecturesThere } from '../../shared/domain/places.ts'
import * as daysThere from '../../shared/domain/plain-date.ts'
import { serviceFunctions as functionsThere } from '../../shared/domain/service/facts.ts'
import type { ContractRevision } from '../../shared/domain/contract/states.ts'
import type { Deal as DealHere } from '../../functions/audit/shapes/deal.ts'

/*
 * The audit has lists of its own of what ledgers say. Whoever adds an event, a word or a field to the domain finds out
 * here, when it is compiled, that the audit has to be told.
 */
type Named = { readonly type: string }
type FieldsOfEvents<Events extends Named> = { readonly [One in Events as One['type']]: keyof One }
type FieldsOf<States> = States extends unknown ? { readonly [Field in keyof States]: unknown } : never
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never
type Keys<Kind> = Kind extends { readonly stage: string } ? keyof Kind : never

describe('what ledgers say, in the audit and in the domain', () => {
  test('the same kinds, the same events with the same fields, the same fields of states and of what was agreed', () => {
    const same: {
      readonly kinds: Same<AggregateKind, KindHere>
      readonly events: Same<FieldsOfEvents<EventOf<AggregateKind>>, FieldsOfEvents<EventHere<KindHere>>>
      readonly states: Same<Keys<StateOf<AggregateKind>>, Keys<StateHere<KindHere>>>
      readonly live: Same<
        FieldsOf<Extract<StateOf<'contract'>, { stage: 'live' }>>,
        FieldsOf<Extract<StateHere<'contract'>, { stage: 'live' }>>
      >
      readonly deal: Same<keyof ContractRevision, keyof DealHere>
      // What the domain says can be read here: no word of it is unknown.
      readonly wordsOfEvents: EventOf<AggregateKind> extends EventHere<KindHere> ? true : never
      readonly wordsOfStates: StateOf<AggregateKind> extends StateHere<KindHere> ? true : never
    } = { kinds: true, events: true, states: true, live: true, deal: true, wordsOfEvents: true, wordsOfStates: true }
    expect(Object.values(same).every(Boolean)).toBe(true)
    expect(Object.keys(folds).sort()).toEqual(Object.keys(evolvers).sort())
  })

  test('the same words in the same order', () => {
    expect([serviceFunctions, disclosureItemCodes, prefectures]).toEqual([functionsThere, itemsThere, prefecturesThere])
  })

  test('the same terms under the same keys of heads and of the search', () => {
    const kept = termNames.flatMap((name) => {
      const { kind, presence, revision, search } = termOf(name)
      const leftOut = { always: 'never', orNull: 'null', maybe: 'nothing' }[presence]
      const head = revision && { text: revision.inLists ? 'r' : 's', key: revision.key }
      return head || search ? [[name, { kind, leftOut, head, search: search && search.key }]] : []
    })
    expect(plainTerms).toEqual(Object.fromEntries(kept))
  })

  test('the same days and places, worked out by each', () => {
    for (const moment of ['2026-12-31T14:59:59.999Z', '2026-12-31T15:00:00.000Z', '2028-02-28T20:00:00.000Z']) {
      const at = daysThere.instant(moment)
      const day = daysThere.dayInJapan(at)
      expect(days.dayInJapan(at)).toBe(day)
      expect(days.startOfDayInJapan(day)).toBe(daysThere.startOfDayInJapan(day))
      for (const far of [-366, -1, 0, 1, 59]) expect(days.daysAfter(day, far)).toBe(daysThere.daysAfter(day, far))
    }
    for (const day of ['2028-02-29', '2026-02-29', '2026-13-01', '2026-1-01', ''])
      expect(days.isPlainDate(day)).toBe(daysThere.isPlainDate(day))
    for (const end of '0123456789abcdefghjkmnpqrstvwxyz') {
      const id = `ctr_v4cae6vv51j501m84xg300tzwagccmq9htg46${end}` as const
      expect(ids.shardOf(id)).toBe(idsThere.shardOf(id))
      expect([ids.portfolioOfContract(id), ids.ownSuffix(id)]).toEqual([
        idsThere.portfolioOfContract(id),
        idsThere.ownSuffix(id),
      ])
    }
  })

  test('an event owes the same in both', () => {
    const event = { type: 'contract-ended', ending: 'expired', on: '2026-10-01' } as never
    expect(owedHere(event)).toEqual(deliveriesOwedBy(event))
  })
})
