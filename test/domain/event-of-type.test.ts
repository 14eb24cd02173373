import { describe, expect, test } from 'vitest'
import { eventOfType } from '../../shared/domain/aggregates/event-of-type.ts'

const event = { type: 'retention-years-set', years: 7 } as const

describe('an event of a type', () => {
  test('is the very event, by its own type or one of several', () => {
    expect(eventOfType(event, 'retention-years-set')).toBe(event)
    expect(eventOfType(event, 'approval-window-set', 'retention-years-set').type).toBe('retention-years-set')
  })

  test('is thrown for, where it is of another type, with both named', () => {
    expect(() => eventOfType(event, 'approval-window-set', 'entity-registered')).toThrow(
      'retention-years-set where approval-window-set or entity-registered is needed',
    )
  })
})
