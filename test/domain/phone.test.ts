import { describe, expect, test } from 'vitest'
import { canReceiveCode, internationalForm, readPhone } from '../../shared/domain/phone.ts'

describe('a number is read as people write it', () => {
  test.each([
    ['090-1234-5678', 'mobile', '+819012345678'],
    ['080-1234-5678', 'mobile', '+818012345678'],
    ['070-1234-5678', 'mobile', '+817012345678'],
    ['060-1234-5678', 'mobile', '+816012345678'],
    ['09012345678', 'mobile', '+819012345678'],
    ['090 1234 5678', 'mobile', '+819012345678'],
    ['090　1234　5678', 'mobile', '+819012345678'],
    ['０９０－１２３４－５６７８', 'mobile', '+819012345678'],
    ['090ー1234ー5678', 'mobile', '+819012345678'],
    ['090ｰ1234ｰ5678', 'mobile', '+819012345678'],
    ['090‐1234‐5678', 'mobile', '+819012345678'],
    ['090−1234−5678', 'mobile', '+819012345678'],
    ['090—1234—5678', 'mobile', '+819012345678'],
    ['090一1234一5678', 'mobile', '+819012345678'],
    ['090(1234)5678', 'mobile', '+819012345678'],
    ['+81 90 1234 5678', 'mobile', '+819012345678'],
    ['+819012345678', 'mobile', '+819012345678'],
    ['+81-090-1234-5678', 'mobile', '+819012345678'],
    ['+81(0)90-1234-5678', 'mobile', '+819012345678'],
    ['＋８１（０）９０－１２３４－５６７８', 'mobile', '+819012345678'],
    ['0081-90-1234-5678', 'mobile', '+819012345678'],
    ['010-81-90-1234-5678', 'mobile', '+819012345678'],
    ['03-0000-0001', 'landline', '+81300000001'],
    ['03-0000-0000', 'landline', '+81300000000'],
    ['(03)1234-5678', 'landline', '+81312345678'],
    ['（０３）１２３４－５６７８', 'landline', '+81312345678'],
    ['06-0000-0000', 'landline', '+81600000000'],
    ['0466-00-0000', 'landline', '+81466000000'],
    ['04992-0-0000', 'landline', '+81499200000'],
    ['+81 3 1234 5678', 'landline', '+81312345678'],
    ['050-1234-5678', 'ip', '+815012345678'],
    ['0120-000-000', 'tollFree', '+81120000000'],
    ['0800-123-4567', 'tollFree', '+818001234567'],
    ['0570-000-000', 'sharedNumber', '+81570000000'],
    ['020-1234-5678', 'machine', '+812012345678'],
    ['+1 415 555 0100', 'abroad', '+14155550100'],
    ['010-1-415-555-0100', 'abroad', '+14155550100'],
  ])('%s', (given, kind, international) =>
    expect(readPhone(given)).toEqual({ ok: true, value: { kind, international } }),
  )
})

describe('what no number is, is none, and says why', () => {
  test.each([
    ['312345678', 'zeroLost'],
    ['3-1234-5678', 'zeroLost'],
    ['9012345678', 'zeroLost'],
    ['9012345650', 'zeroLost'],
    ['120000000', 'zeroLost'],
    ['5012345678', 'zeroLost'],
    ['６０１２３４５６７８', 'zeroLost'],
    ['81-3-0000-0000', 'beginsWithNeither'],
    ['819012345678', 'beginsWithNeither'],
    ['110-0000-0000', 'beginsWithNeither'],
    ['9-9-9-9-9', 'beginsWithNeither'],
    ['1234567890123456', 'beginsWithNeither'],
    ['110', 'beginsWithNeither'],
    ['000000000', 'noSuchBeginning'],
    ['0000000000', 'noSuchBeginning'],
    ['0044-20-7946-0000', 'noSuchBeginning'],
    ['0----------', 'noSuchBeginning'],
    ['+81 00 1234 5678', 'noSuchBeginning'],
    ['090-1234-567', 'digits'],
    ['090-1234-56789', 'digits'],
    ['0910-1234-567', 'digits'],
    ['0120-0000-000', 'digits'],
    ['03-1234-567', 'digits'],
    ['+81', 'noSuchBeginning'],
    ['+1-415', 'abroadLength'],
    ['+1234567890123456', 'abroadLength'],
    ['', 'otherCharacters'],
    ['－', 'otherCharacters'],
    ['call me', 'otherCharacters'],
    ['03-1234-5678 内線12', 'otherCharacters'],
    ['03-1234-5678/090-1234-5678', 'otherCharacters'],
    ['+81+9012345678', 'otherCharacters'],
    ['٠٩٠١٢٣٤٥٦٧٨', 'otherCharacters'],
  ])('%s: %s', (given, why) => expect(readPhone(given)).toMatchObject({ ok: false, refusal: { why } }))

  test('how many digits it has and should have', () =>
    expect(readPhone('090-1234-567')).toMatchObject({ refusal: { given: 10, wanted: 11 } }))
})

describe('a code', () => {
  test.each(['060-1234-5678', '070-1234-5678', '080-1234-5678', '090-1234-5678', '+81(0)90-1234-5678', '+14155550100'])(
    'can arrive at %s',
    (phone) => expect(canReceiveCode(phone)).toBe(true),
  )
  test.each(['03-1234-5678', '0120-000-000', '0800-123-4567', '050-1234-5678', '0570-000-000', '020-1234-5678', '9-9'])(
    'cannot arrive at %s',
    (phone) => expect(canReceiveCode(phone)).toBe(false),
  )
})

test.each([
  ['090-1234-5678', '+819012345678'],
  ['0081-90-1234-5678', '+819012345678'],
  ['9012345678', '+819012345678'],
  ['３-1234-5678', '+81312345678'],
  ['0----------', null],
  ['110-0000-0000', null],
])('%s is dialled as %s, also where it was put on record without its zero', (given, dialled) =>
  expect(internationalForm(given)).toBe(dialled),
)
