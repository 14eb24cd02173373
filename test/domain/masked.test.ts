import { expect, test } from 'vitest'
import { maskedMail, maskedPhone } from '../../shared/domain/masked.ts'

test('of a phone four digits can be read', () => {
  expect(maskedPhone('090-0000-1234')).toBe('*********1234')
  expect(maskedPhone('1234')).toBe('1234')
  expect(maskedPhone('110')).toBe('110')
})
test('of an address the first character and the domain can be read', () => {
  expect(maskedMail('boss@sme.example.jp')).toBe('b***@sme.example.jp')
  expect(maskedMail('𠮷野@sme.example.jp')).toBe('𠮷***@sme.example.jp')
})
