import { describe, expect, test } from 'vitest'
import { disclosureItemCodes } from '../../../shared/domain/disclosure-items.ts'
import { explanationOnRecord } from '../../../shared/domain/contract/explanation.ts'
import { plainDate } from '../../../shared/domain/plain-date.ts'

const day = plainDate('2026-06-01')
const told = { method: 'oral', on: day, items: disclosureItemCodes } as const
const asAWhole = { method: 'oral', on: day, items: [], listed: false }
const attested = { stage: 'live', entry: 'attested', signedOn: day, explanation: told } as const

describe('what is on record of an explanation (E6)', () => {
  test('of a paper contract from before it was kept who listed the items is that it was explained, and no item', () =>
    expect(explanationOnRecord(attested)).toEqual(asAWhole))
  test('of one whose items somebody listed, not all of them, are those', () => {
    const some = { ...told, items: ['term', 'penalty'] } as const
    expect(explanationOnRecord({ ...attested, explanation: some })).toEqual(some)
  })
  test('of a change of it is what was explained after it was signed', () => {
    const later = { ...told, on: plainDate('2026-06-02') }
    expect(explanationOnRecord({ ...attested, explanation: later })).toEqual(later)
  })
  test.each([true, false])('where it says whether the items were listed, it is as it says: %s', (listed) => {
    const said = { ...told, items: listed ? disclosureItemCodes : [], listed }
    expect(explanationOnRecord({ ...attested, explanation: said })).toEqual(said)
  })
  test('of what was explained and signed here are its items', () =>
    expect(explanationOnRecord({ ...attested, entry: 'signed' })).toEqual(told))
  test('is nothing where nothing was explained', () => {
    expect(explanationOnRecord({ stage: 'drafted', explanation: null })).toBeNull()
    expect(explanationOnRecord({ stage: 'void' })).toBeNull()
  })
})
